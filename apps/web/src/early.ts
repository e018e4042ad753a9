/**
 * A program of a few lines that runs while the workspace itself is still on its way: it asks for who is signed in and for
 * the desk. `call` in platform/web takes the answers from there (early-responses.ts).
 */
export function askEarly(pathname: string): Map<string, Promise<Response>> {
  const asked = new Map<string, Promise<Response>>();
  if (pathname === '/sign-in' || pathname.startsWith('/dev/')) return asked;
  const headers = { accept: 'application/json', 'accept-language': document.documentElement.lang };
  for (const url of pathname === '/' ? ['/api/me', '/api/desk'] : ['/api/me']) {
    const response = fetch(url, { headers });
    // Whoever takes it sees the failure; nobody shall be told of it twice.
    response.catch(() => undefined);
    asked.set(url, response);
  }
  return asked;
}

Object.assign(globalThis, { digioneEarlyResponses: askEarly(location.pathname) });
