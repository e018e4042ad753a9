const LONGEST = 2_000;

/**
 * Where to go after a sign-in: a page of ours, or the desk. Whatever a browser could read as another host
 * (`//host`, `/\host`, a scheme, control characters that it drops) is the desk.
 */
export function safeReturnTo(wanted: unknown): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || wanted.includes('\\')) return '/';
  const url = URL.canParse(wanted, 'https://local.invalid') ? new URL(wanted, 'https://local.invalid') : undefined;
  if (url === undefined || url.origin !== 'https://local.invalid' || url.pathname.startsWith('//')) return '/';
  // Pages only: sign-in itself would run in circles, and the API is no place for people.
  if (/^\/(sign-in|oidc|api)(\/|$)/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
