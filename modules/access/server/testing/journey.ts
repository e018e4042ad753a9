import type { FastifyInstance } from 'fastify';
import { Jar, type Page } from './jar.ts';

/** From the first click to the picker of the built-in provider. @returns the picker's address */
export async function toPicker(jar: Jar, start = '/sign-in/demo'): Promise<string> {
  const begun = await jar.get(start);
  const authorization = await jar.get(begun.location ?? '');
  return authorization.location ?? '';
}

/** Picks a person. @returns the redirect that leads back to the platform, not followed yet */
export const pick = async (jar: Jar, picker: string, subject: string): Promise<Page> => jar.follow(await jar.post(picker, { subject }), '/sign-in/callback');

/** A whole sign-in at the built-in provider. @returns the browser, and the last redirect of it */
export async function signInAs(app: FastifyInstance, subject: string, options: { start?: string; jar?: Jar } = {}): Promise<{ jar: Jar; last: Page }> {
  const jar = options.jar ?? new Jar(app);
  const callback = await pick(jar, await toPicker(jar, options.start), subject);
  return { jar, last: await jar.get(callback.location ?? '') };
}

/** The CSRF token of the page, as the workspace's page carries it. */
export async function csrfOf(app: FastifyInstance, jar: Jar): Promise<string> {
  const token = jar.cookie('digione')?.value ?? '';
  const { rows } = await app.kernel.database.system.query<{ csrf: string }>('select csrf_token as csrf from access.session where token_hash = sha256($1::bytea)', [Buffer.from(token)]);
  return rows[0]?.csrf ?? '';
}
