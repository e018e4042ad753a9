import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { messageOf, OperatorError } from '@digione/platform/config';
import type { RegisterConnections } from './open-registers.ts';

const isSafe = (url: string): boolean => url.startsWith('https:') || ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);
/** Without encryption only a stand-in on the same machine is spoken to. */
const Address = z.url({ protocol: /^https?$/ }).refine(isSafe, 'must begin with https');
const word = z.string().min(1);

const Connections = z.strictObject({
  population: z.strictObject({ url: Address, user: word, password: word, exchangeClient: word.optional() }).optional(),
  learnerNumber: z.strictObject({ url: Address, tokenUrl: Address, clientId: word, clientSecret: word }).optional(),
});

/**
 * How each provider reaches the population register and the learner-number register, from the operator's file (`DIGIONE_REGISTERS_FILE`):
 * `{"<provider's key>": {"population": {"url", "user", "password", "exchangeClient"}, "learnerNumber": {"url", "tokenUrl", "clientId", "clientSecret"}}}`.
 * Secrets stay outside the database.
 * @throws OperatorError with one sentence, which repeats no secret
 */
export function readRegisterConnections(path: string | undefined): ((providerKey: string) => RegisterConnections) | undefined {
  if (path === undefined || path === '') return undefined;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new OperatorError(`The file of DIGIONE_REGISTERS_FILE cannot be read: ${messageOf(error).replace(/".*"/, '')}`, { cause: error });
  }
  const read = z.record(z.string(), Connections).safeParse(content);
  if (!read.success) throw new OperatorError(`The file of DIGIONE_REGISTERS_FILE is not as expected at ${read.error.issues[0]?.path.join('.') || 'its beginning'}: ${read.error.issues[0]?.message ?? ''}.`);
  const byKey = new Map(Object.entries(read.data));
  return (providerKey) => byKey.get(providerKey) ?? {};
}
