import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';
import { STYLE } from './style.ts';

const KEPT = 'public, max-age=604800';

/** Style and font of the pages before the workspace; no page of ours has anything inline or from elsewhere. */
export async function assetsPlugin(app: FastifyInstance): Promise<void> {
  const font = createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2');
  app.get('/sign-in/page.css', async (_request, reply) => reply.type('text/css; charset=utf-8').header('cache-control', KEPT).send(STYLE));
  app.get('/sign-in/inter.woff2', async (_request, reply) => reply.type('font/woff2').header('cache-control', KEPT).send(createReadStream(font)));
}
