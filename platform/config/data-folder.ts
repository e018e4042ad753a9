import { chownSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codeOf, messageOf, OperatorError } from './operator-error.ts';

/**
 * Makes the data folder when it is missing, and makes sure that it can be written.
 * @throws OperatorError when it cannot.
 */
export function prepareDataFolder(folder: string): void {
  try {
    makeFolder(folder);
    const probe = join(folder, `.writable.${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const why = codeOf(error) === 'EEXIST' || codeOf(error) === 'ENOTDIR' ? 'it is not a folder' : messageOf(error);
    throw new OperatorError(`The data folder ${folder} cannot be written (${why}): choose another with --data-dir.`);
  }
}

/** One by one: Node's own recursive way never ends below a folder that takes none, such as /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    // Others may pass through but not list: root's PostgreSQL runs as "nobody" and must reach its own folder inside.
    mkdirSync(folder, { mode: 0o711 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/**
 * Writes a file that only the data folder's owner reads (mode 0600); whole or not at all.
 * @param options.keepsExisting leave the file alone when another program has just made it.
 */
export function writePrivate(folder: string, path: string, content: string, options: { keepsExisting?: boolean } = {}): void {
  const half = `${path}.${process.pid}.half`;
  writeFileSync(half, content, { mode: 0o600 });
  // Root may work in an ordinary user's data folder, who must be able to go on afterwards.
  const { uid, gid } = statSync(folder);
  if (process.getuid?.() === 0 && uid !== 0) chownSync(half, uid, gid);
  if (options.keepsExisting !== true) {
    renameSync(half, path);
    return;
  }
  try {
    linkSync(half, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(half, { force: true });
  }
}
