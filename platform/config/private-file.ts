import { chownSync, linkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { codeOf } from './operator-error.ts';

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
