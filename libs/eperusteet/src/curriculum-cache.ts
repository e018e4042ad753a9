import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the service answered last: its mark of the version, where it gives one, and the answer. */
export interface CachedAnswer {
  readonly etag: string | null;
  readonly body: string;
}

/** Where answers are kept between fetches. */
export interface CurriculumCache {
  read(address: string): Promise<CachedAnswer | undefined>;
  write(address: string, answer: CachedAnswer): Promise<void>;
}

/** Keeps answers as long as the process lives. */
export function memoryCache(): CurriculumCache {
  const answers = new Map<string, CachedAnswer>();
  return {
    read: (address) => Promise.resolve(answers.get(address)),
    write: (address, answer) => {
      answers.set(address, answer);
      return Promise.resolve();
    },
  };
}

/**
 * Keeps answers in a folder, a file each: the mark in the first line, the answer after it. A file is replaced whole or not at all.
 * @param folder made when it is not there
 */
export function folderCache(folder: string): CurriculumCache {
  const fileOf = (address: string): string => join(folder, `${createHash('sha256').update(address).digest('hex').slice(0, 32)}.curriculum`);
  return {
    async read(address) {
      const content = await readFile(fileOf(address), 'utf8').catch(() => undefined);
      const end = content?.indexOf('\n') ?? -1;
      return content === undefined || end < 0 ? undefined : { etag: end === 0 ? null : content.slice(0, end), body: content.slice(end + 1) };
    },
    async write(address, { etag, body }) {
      await mkdir(folder, { recursive: true });
      const file = fileOf(address);
      const draft = `${file}.${randomUUID()}`;
      await writeFile(draft, `${etag ?? ''}\n${body}`);
      await rename(draft, file);
    },
  };
}
