import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { messageOf, OperatorError } from './operator-error.ts';
import { prepareDataFolder, writePrivate } from './data-folder.ts';

/** Keys that must stay the same as long as the data does. 32 bytes or more each. */
export interface Secrets {
  /** Chains the audit log: whoever lacks it can neither forge nor repair an entry. */
  readonly auditKey: Buffer;
  /** Signs what is handed to browsers and identity providers for a short while. */
  readonly sessionKey: Buffer;
}

const Stored = z.object({ auditKey: z.string(), sessionKey: z.string() });
const KEY_BYTES = 32;

/** Reads a key given in base64; undefined when it is not one of at least 32 bytes. */
export function findKey(text: string | undefined): Buffer | undefined {
  if (text === undefined || !/^[\w+/-]+={0,2}$/.test(text)) return undefined;
  const key = Buffer.from(text, 'base64');
  return key.length >= KEY_BYTES ? key : undefined;
}

/** The keys kept in the data folder (mode 0600), made on the first start. */
export function keepSecrets(dataDir: string): Secrets {
  prepareDataFolder(dataDir);
  const path = join(dataDir, 'secrets.json');
  try {
    if (!existsSync(path)) {
      const made = { auditKey: randomBytes(KEY_BYTES).toString('base64'), sessionKey: randomBytes(KEY_BYTES).toString('base64') };
      writePrivate(dataDir, path, `${JSON.stringify(made, null, 1)}\n`, { keepsExisting: true });
    }
    const stored = Stored.parse(JSON.parse(readFileSync(path, 'utf8')));
    const [auditKey, sessionKey] = [findKey(stored.auditKey), findKey(stored.sessionKey)];
    if (auditKey === undefined || sessionKey === undefined) throw new Error('a key is too short');
    return { auditKey, sessionKey };
  } catch (error) {
    throw new OperatorError(`The keys in ${path} cannot be kept or read (${messageOf(error)}): restore the file from a backup, or choose another folder with --data-dir.`);
  }
}
