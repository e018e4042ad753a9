import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
const PROGRAM = join(ROOT, 'dist', 'digione.mjs');

/** The program people run is the bundle: it is made once. */
export function buildProgram(): void {
  execFileSync(process.execPath, [join(ROOT, 'bin', 'digione.mjs'), '--version'], { stdio: 'pipe' });
}

export interface Ended {
  code: number | null;
  out: string;
  error: string;
}

/** A folder for the files of a test, and the program run in it. */
export class Workbench {
  readonly folder = mkdtempSync(join(tmpdir(), 'digione timetable-'));

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, content);
    return path;
  }

  /** Neither a database nor a folder for one is given: these commands need none. */
  digione(...args: string[]): Promise<Ended> {
    return this.digioneIn({}, ...args);
  }

  /** @param until told the lines so far; true sends Ctrl-C, once */
  digioneIn({ env = {}, until }: { env?: Record<string, string>; until?: (lines: readonly string[]) => boolean }, ...args: string[]): Promise<Ended> {
    return new Promise((done, fail) => {
      const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: this.folder, env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
      let [out, error, isEnding] = ['', '', false];
      child.stdout.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        if (isEnding || until?.(out.split('\n').slice(0, -1)) !== true) return;
        isEnding = true;
        child.kill('SIGINT');
      });
      child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
      child.on('error', fail);
      child.on('close', (code) => done({ code, out, error }));
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
