import type { FastifyInstance } from 'fastify';
import { attemptCookieName, cookieOptions, sessionCookieName } from '../session/cookies.ts';
import { SIGNED_OUT } from './sign-in.routes.ts';

/** Where a sign-out ends: what the browser still carries is taken from it. */
export async function signedOutPlugin(app: FastifyInstance): Promise<void> {
  const { kernel } = app;
  const { isSecure } = kernel.settings;
  app.get(SIGNED_OUT, async (request, reply) => {
    void reply.header('cache-control', 'no-store');
    // A link from elsewhere must not sign anyone out: only the cookie of a session that has ended goes.
    const authenticated = await kernel.authenticator.authenticate(request);
    if (authenticated === undefined) {
      for (const name of [sessionCookieName(isSecure), attemptCookieName(isSecure)]) void reply.clearCookie(name, cookieOptions(isSecure));
    }
    return reply.redirect(authenticated === undefined ? '/sign-in?reason=signed-out' : '/', 303);
  });
}
