import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The product's version, from the root's package.json above the sources or above the bundle. */
export function findVersion(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const described: unknown = JSON.parse(readFileSync(file, 'utf8'));
      if (isProduct(described)) return described.version;
    }
    if (dirname(folder) === folder) return 'unknown';
  }
}

const isProduct = (described: unknown): described is { version: string } =>
  typeof described === 'object' && described !== null && 'name' in described && described.name === 'digione' && 'version' in described && typeof described.version === 'string';
