import type { Readable } from 'node:stream';

/** A file kept outside the database, by the random key that its holder stores. */
export interface StoredFile {
  /** Random, with the cleaned file name at its end; safe in a path and an object key. */
  readonly key: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** More was sent than the caller allows; nothing of it is kept. */
export class FileTooLarge extends Error {
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`The file is larger than ${maxBytes} bytes.`);
    this.name = 'FileTooLarge';
    this.maxBytes = maxBytes;
  }
}

/** There is no file of this key (any more). */
export class FileMissing extends Error {
  constructor(options?: ErrorOptions) {
    super('The file is not there.', options);
    this.name = 'FileMissing';
  }
}

/**
 * Keeps files under random keys. A local folder serves one machine ({@link openFolderStore}); an object store (S3) implements the same
 * four methods. Who may read a file is the caller's business: keys are never guessable, and never shown to whom the file is not for.
 */
export interface BlobStore {
  /**
   * Keeps a stream. Complete or not at all: a broken or too large stream leaves nothing.
   * @param fileName what the sender calls it; only its harmless characters are kept
   * @throws FileTooLarge beyond `maxBytes`
   */
  put(content: Readable, options: { fileName: string; maxBytes: number }): Promise<StoredFile>;
  /**
   * Lets `work` read the file as a path on this machine (an object store fetches it first).
   * @throws FileMissing
   */
  withFile<T>(key: string, work: (path: string) => Promise<T>): Promise<T>;
  /** No error when it is gone already. */
  delete(key: string): Promise<void>;
  /** Takes away what was kept before the moment (ISO 8601). @returns how many files */
  deleteOlderThan(instant: string): Promise<number>;
}

const KEY = /^[0-9a-f]{48}\/[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/** Whether a text can be a key at all; anything else names no file. */
export const isFileKey = (text: string): boolean => KEY.test(text);

/** The harmless part of a sender's file name: no folders, no control characters, no leading dot. */
export function cleanFileName(fileName: string): string {
  const base = fileName.split(/[/\\]/).at(-1) ?? '';
  const ascii = base.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^[._-]+/, '');
  // The end says the kind of file, so a long name is cut at its beginning.
  return ascii.slice(-80).replace(/^[._-]+/, '') || 'file';
}
