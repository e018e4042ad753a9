import { spawn } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, isInstalled } from './install.mjs';
import { Refusal } from './say.mjs';
import { isBuilt } from './sources.mjs';

const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const findHolder = (lock) => {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return undefined;
  }
};

/** Two starts in one project folder at once must not install and build over each other. */
async function withLock(root, work) {
  const folder = join(root, 'dist');
  const lock = join(folder, 'build.lock');
  const mine = join(folder, `build.lock.${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(mine, String(process.pid));
  } catch (error) {
    throw new Refusal(`The project folder ${root} cannot be written by this user (${error.code}): build it once as its owner with "npm run build", or make it writable.`);
  }
  try {
    for (;;) {
      try {
        linkSync(mine, lock);
        break;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = findHolder(lock);
      if (holder !== undefined && !isRunning(holder)) rmSync(lock, { force: true });
      else await new Promise((done) => setTimeout(done, 200));
    }
    return await work();
  } finally {
    rmSync(lock, { force: true });
    rmSync(mine, { force: true });
  }
}

function build(root, parts) {
  return new Promise((done, fail) => {
    // A program of its own: the builder's memory is given back before the server starts.
    const child = spawn(process.execPath, [join(root, 'bin', 'build.mjs'), ...parts], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', fail);
    child.on('close', (status, signal) => {
      if (status === 0) done();
      else if (signal !== null || status === 130) process.exit(130);
      // The builder has told its own reason.
      else fail(new Refusal(''));
    });
  });
}

/** Installs and builds what is missing or older than its sources. */
export async function ensureBuilt(root, parts) {
  const listStale = () => parts.filter((part) => !isBuilt(root, part));
  const options = { wantsDevelopment: false };
  if (isInstalled(root, options.wantsDevelopment) && listStale().length === 0) return;
  await withLock(root, async () => {
    await ensureInstalled(root, options);
    const stale = listStale();
    if (stale.length > 0) await build(root, stale);
  });
}
