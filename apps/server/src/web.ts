import { existsSync, readFileSync } from 'node:fs';
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

/** Serves the workspace: hashed files for a year, and the one page with its nonce for every address that is no API. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  await app.register(fastifyStatic, { root: join(folder, 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', index: false, preCompressed: true });
  app.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path.startsWith('/api/') || path.startsWith('/oidc/') || path.startsWith('/assets/')) return reply.callNotFound();
    const authenticated = await app.kernel.authenticator.authenticate(request).catch(() => undefined);
    const language = negotiateLanguage(request.headers['accept-language'], authenticated?.account.language);
    const html = page
      .replaceAll('__CSP_NONCE__', reply.cspNonce.script)
      .replaceAll('__CSRF__', authenticated?.csrfToken ?? '')
      .replaceAll('__LANG__', language)
      .replaceAll('__THEME__', authenticated?.account.theme ?? 'auto');
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html);
  });
}
