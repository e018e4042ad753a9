import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What `new Worker` is given: a file, or a program's text. */
export type WorkerProgram = { readonly file: URL } | { readonly text: string };

/** Name of the worker's file in a bundle. */
const BUILT = 'timetable-worker.mjs';

let fromSources: Promise<string> | undefined;

/** Node 20 reads no TypeScript in a worker, and a loader's detours would slow the search: the sources are bundled once per process. */
async function bundleSources(here: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('worker.ts', here))],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * @returns the program of a search thread: from sources bundled on the spot, in a bundle the file beside it or a folder above its chunks
 * @throws Error where a bundle was made without it
 */
export async function findWorkerProgram(here = import.meta.url): Promise<WorkerProgram> {
  if (here.endsWith('.ts')) {
    fromSources ??= bundleSources(here);
    return { text: await fromSources };
  }
  for (const path of [BUILT, `../${BUILT}`]) {
    const file = new URL(path, here);
    if (existsSync(fileURLToPath(file))) return { file };
  }
  throw new Error(`${BUILT} was not built beside ${fileURLToPath(here)}`);
}
