import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { messageOf, OperatorError } from './operator-error.ts';

/** One OpenID provider with which people may sign in. */
export const IdentityProvider = z.strictObject({
  /** Name in addresses and in the database; stays for ever. */
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'small letters, digits and hyphens'),
  /** What the sign-in page calls it. */
  name: z.strictObject({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) }),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  scopes: z.array(z.string().min(1)).default(['openid', 'profile']),
  /** Asked for when a sensitive act needs a stronger sign-in. */
  stepUpAcrValues: z.array(z.string().min(1)).default([]),
  /** The claim by which a person is found here. */
  subjectClaim: z.string().min(1).default('sub'),
  /** What that claim holds. */
  subjectKind: z.enum(['subject', 'learnerNumber', 'personalIdentityCode', 'email']).default('subject'),
});
export type IdentityProvider = z.infer<typeof IdentityProvider>;

/**
 * Reads the list of identity providers.
 * @param setting JSON, or the path of a file that holds it.
 * @throws OperatorError with the place and the reason.
 */
export function readIdentityProviders(setting: string): IdentityProvider[] {
  const isFile = !setting.trimStart().startsWith('[') && existsSync(setting);
  const where = isFile ? setting : 'DIGIONE_IDENTITY_PROVIDERS';
  let content: unknown;
  try {
    content = JSON.parse(isFile ? readFileSync(setting, 'utf8') : setting);
  } catch (error) {
    throw new OperatorError(`${where} is neither a JSON list of identity providers nor a file that holds one (${messageOf(error)}).`);
  }
  const read = z.array(IdentityProvider).safeParse(content);
  if (!read.success) {
    const [fault] = read.error.issues;
    throw new OperatorError(`${where} is not a list of identity providers: ${fault?.path.join('.') || 'the whole'}: ${fault?.message}.`);
  }
  const twice = read.data.find((provider, index) => read.data.findIndex(({ key }) => key === provider.key) !== index);
  if (twice !== undefined) throw new OperatorError(`${where} names the identity provider "${twice.key}" twice.`);
  return read.data;
}
