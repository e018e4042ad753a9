import { spawn } from 'node:child_process';

/** Ends the program with one sentence; the sentence is all that is printed. */
export class Refusal extends Error {}

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Says what takes time, and how long it took. On standard error, so that the output of a command stays clean.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 */
export async function step(what, work) {
  const began = performance.now();
  process.stderr.write(`${what} …${process.stderr.isTTY ? '' : '\n'}`);
  try {
    const result = await work();
    if (process.stderr.isTTY) process.stderr.write(` ${seconds(began)}\n`);
    else process.stderr.write(`  ${seconds(began)}\n`);
    return result;
  } catch (error) {
    if (process.stderr.isTTY) process.stderr.write('\n');
    throw error;
  }
}

/**
 * Runs a program of Node to its end and keeps what it said.
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined> }} options
 * @returns {Promise<{ status: number | null, signal: string | null, output: string }>}
 */
export function runNode(args, { cwd, env = process.env }) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', fail);
    child.on('close', (status, signal) => done({ status, signal, output }));
  });
}

/** Runs the program's main function; a refusal becomes its sentence and exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.message !== '') console.error(error.message);
    process.exit(1);
  }
}
