import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the example schools of FET lie: `FET_EXAMPLES`, or where the package fet-data puts them. They are not part of this repository. */
export const examplesFolder = process.env['FET_EXAMPLES'] ?? '/usr/share/doc/fet-data/examples';

export const hasExamples = existsSync(examplesFolder);

if (!hasExamples) process.stderr.write(`FET's example schools are missing (${examplesFolder}; set FET_EXAMPLES): the tests that read them are skipped.\n`);

/** @returns paths relative to the folder, sorted */
export function listExamples(): string[] {
  if (!hasExamples) return [];
  return readdirSync(examplesFolder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.fet')).sort();
}

export const examplePath = (path: string): string => join(examplesFolder, path);
