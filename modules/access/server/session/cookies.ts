/** Of the session, on plain http (demo on one's own machine). */
export const SESSION_COOKIE = 'digione';
/** With HTTPS the browser itself keeps the cookie to this host and path, so no neighbour can plant one. */
export const SECURE_SESSION_COOKIE = '__Host-digione';

/** Ties a half-done sign-in to the browser that began it. */
const ATTEMPT_COOKIE = 'digione-sign-in';

export const sessionCookieName = (isSecure: boolean): string => (isSecure ? SECURE_SESSION_COOKIE : SESSION_COOKIE);
export const attemptCookieName = (isSecure: boolean): string => (isSecure ? `__Host-${ATTEMPT_COOKIE}` : ATTEMPT_COOKIE);

// Lax, since people come from their identity provider's page; what changes something also needs the CSRF token.
export const cookieOptions = (isSecure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'lax' as const, secure: isSecure });

const TOKEN = /^[\w-]{20,200}$/;

/** The value of a cookie we could have set; anything else is nothing. */
export function tokenCookie(cookies: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const value = cookies[name];
  return value !== undefined && TOKEN.test(value) ? value : undefined;
}
