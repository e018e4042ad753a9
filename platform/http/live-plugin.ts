import type { FastifyInstance } from 'fastify';
import { HttpProblem } from './problem.ts';

/** Shorter than the idle limits of common proxies. */
const HEARTBEAT_MS = 25_000;

/** `GET /api/live`: server-sent events that tell an open page which data to ask again; never the data itself. */
export async function livePlugin(app: FastifyInstance): Promise<void> {
  const { kernel } = app;
  const open = new Set<() => void>();
  const byAccount = new Map<string, Set<() => void>>();
  // Signed out, or another role: the page asks who it is now and, if still somebody, connects anew with its new rights.
  const unlisten = kernel.bus.on('session', (accountId) => {
    for (const dismiss of byAccount.get(accountId) ?? []) dismiss();
  });
  app.addHook('onClose', async () => {
    unlisten();
  });
  app.addHook('preClose', async () => {
    for (const end of open) end();
  });
  app.get('/api/live', async (request, reply) => {
    const authenticated = await kernel.authenticator.authenticate(request);
    if (authenticated === undefined) throw new HttpProblem(401);
    const { identities, accountId } = authenticated.account;
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      connection: 'keep-alive',
    });
    stream.write('retry: 2000\n\nevent: open\ndata: {}\n\n');
    const unwatch = kernel.live.watch({
      personIds: new Set(identities.map((identity) => identity.personId)),
      schoolIds: new Set(identities.flatMap((identity) => identity.roles.flatMap(({ schoolId }) => schoolId ?? []))),
      send: (topics) => stream.write(`event: refresh\ndata: ${JSON.stringify({ topics })}\n\n`),
    });
    const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS);
    const dismissals = byAccount.get(accountId) ?? new Set();
    byAccount.set(accountId, dismissals);
    const end = () => {
      clearInterval(heartbeat);
      unwatch();
      open.delete(end);
      dismissals.delete(dismiss);
      if (dismissals.size === 0 && byAccount.get(accountId) === dismissals) byAccount.delete(accountId);
      stream.end();
    };
    const dismiss = () => {
      stream.write(`event: refresh\ndata: ${JSON.stringify({ topics: ['access'] })}\n\n`);
      end();
    };
    open.add(end);
    dismissals.add(dismiss);
    request.raw.on('close', end);
  });
}
