import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cleanFileName, FileMissing, FileTooLarge, isFileKey, type BlobStore } from './blob-store.ts';

/**
 * Files in a folder of this machine, readable by its owner alone; several server processes may share it.
 * @param folder made when it is not there
 */
export function openFolderStore(folder: string): BlobStore {
  // Two letters in front keep folders small.
  const pathOf = (key: string): string => {
    if (!isFileKey(key)) throw new FileMissing();
    return join(folder, key.slice(0, 2), key);
  };
  const remove = async (key: string): Promise<void> => {
    if (!isFileKey(key)) return;
    await rm(dirname(pathOf(key)), { recursive: true, force: true });
  };
  return {
    async put(content, { fileName, maxBytes }) {
      const key = `${randomBytes(24).toString('hex')}/${cleanFileName(fileName)}`;
      const path = pathOf(key);
      const half = `${path}.half`;
      const hash = createHash('sha256');
      let bytes = 0;
      const measured = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length;
          hash.update(chunk);
          if (bytes > maxBytes) done(new FileTooLarge(maxBytes));
          else done(null, chunk);
        },
      });
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        await pipeline(content, measured, createWriteStream(half, { mode: 0o600 }));
        await rename(half, path);
      } catch (error) {
        await remove(key);
        throw error;
      }
      return { key, bytes, sha256: hash.digest('hex') };
    },
    async withFile(key, work) {
      const path = pathOf(key);
      try {
        await access(path);
      } catch (error) {
        throw new FileMissing({ cause: error });
      }
      return work(path);
    },
    delete: remove,
    async deleteOlderThan(instant) {
      const limit = Date.parse(instant);
      let removed = 0;
      for (const shelf of await readdir(folder).catch(() => [])) {
        for (const random of await readdir(join(folder, shelf)).catch(() => [])) {
          const inside = join(folder, shelf, random);
          const found = await stat(inside).catch(() => undefined);
          if (found === undefined || found.mtimeMs >= limit) continue;
          await rm(inside, { recursive: true, force: true });
          removed += 1;
        }
        // Only an empty shelf goes.
        await rmdir(join(folder, shelf)).catch(() => undefined);
      }
      return removed;
    },
  };
}
