import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { messageOf, OperatorError } from '@digione/platform/config';
import type { FindKoskiAccess } from './jobs.ts';

const Access = z.strictObject({ url: z.url({ protocol: /^https?$/ }), user: z.string().min(1), password: z.string().min(1), timeoutMs: z.number().int().positive().optional() });
const isOwnMachine = (url: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

/**
 * How each provider reaches KOSKI, from the operator's file (`DIGIONE_KOSKI_FILE`): `{"<provider's key>": {"url", "user", "password"}}`.
 * Secrets stay outside the database. Without encryption only a stand-in on the same machine is spoken to.
 * @throws OperatorError with one sentence, which repeats no secret
 */
export function readKoskiAccess(path: string | undefined): FindKoskiAccess {
  if (path === undefined || path === '') return () => undefined;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new OperatorError(`The file of DIGIONE_KOSKI_FILE cannot be read: ${messageOf(error).replace(/".*"/, '')}`, { cause: error });
  }
  const read = z.record(z.string(), Access).safeParse(content);
  if (!read.success) throw new OperatorError(`The file of DIGIONE_KOSKI_FILE is not as expected at ${read.error.issues[0]?.path.join('.') ?? 'its beginning'}: {"provider": {"url": "https://…", "user": "…", "password": "…"}}.`);
  for (const [key, { url }] of Object.entries(read.data)) {
    if (!url.startsWith('https:') && !isOwnMachine(url)) throw new OperatorError(`The address of KOSKI for "${key}" in DIGIONE_KOSKI_FILE must begin with https.`);
  }
  const access = new Map(Object.entries(read.data));
  return (providerKey) => {
    const found = access.get(providerKey);
    if (found === undefined) return undefined;
    const { url, user, password, timeoutMs } = found;
    return { url: url.replace(/\/+$/, ''), user, password, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  };
}
