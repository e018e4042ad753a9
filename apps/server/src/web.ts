import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { negotiateLanguage } from '@digione/platform/i18n';
import type { FastifyInstance } from 'fastify';

/** The built workspace: from sources it lies in apps/web/dist, beside the bundled program two folders nearer. */
export function findWebFolder(): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'apps', 'web', 'dist');
    if (existsSync(join(candidate, 'index.html'))) return candidate;
    if (folder === dirname(folder)) return undefined;
  }
}

/** The page as it was built last: a build under a running server names new programs, and the old page would find none. */
export function pageReader(file: string): () => string {
  let page = readFileSync(file, 'utf8');
  let madeAt = statSync(file).mtimeMs;
  return () => {
    const found = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    // Gone: it is being built at this moment.
    if (found === undefined || found === madeAt) return page;
    const read = readFileSync(file, 'utf8');
    // Half written: the next visitor gets the rest.
    if (!read.includes('</html>')) return page;
    page = read;
    madeAt = found;
    return page;
  };
}

/** Serves the workspace: hashed files for a year, and the one page with its nonce for every address that is no API. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const readPage = pageReader(join(folder, 'index.html'));
  await app.register(fastifyStatic, { root: join(folder, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', index: false, preCompressed: true });
  app.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/api/') || path.startsWith('/oidc/') || path.startsWith('/assets/')) return reply.callNotFound();
    const authenticated = await app.kernel.authenticator.authenticate(request).catch(() => undefined);
    const language = negotiateLanguage(request.headers['accept-language'], authenticated?.account.language);
    const html = readPage()
      .replaceAll('__CSP_NONCE__', reply.cspNonce.script)
      .replaceAll('__CSRF__', authenticated?.csrfToken ?? '')
      .replaceAll('__LANG__', language)
      .replaceAll('__THEME__', authenticated?.account.theme ?? 'auto');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
  });
}
