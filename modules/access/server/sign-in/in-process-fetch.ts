import type { FastifyInstance } from 'fastify';
import type { CustomFetch } from 'openid-client';

/**
 * A `fetch` that asks this very server without a socket: the built-in provider is found whatever the address people
 * use, before the server listens, and behind any proxy.
 */
export function inProcessFetch(): { fetch: CustomFetch; connect: (app: FastifyInstance) => void } {
  let connected: FastifyInstance | undefined;
  return {
    connect: (app) => {
      connected = app;
    },
    fetch: async (url, { method, headers, body }) => {
      if (connected === undefined) throw new TypeError('The server is not there yet.');
      const { pathname, search } = new URL(url);
      const payload = body instanceof URLSearchParams ? body.toString() : typeof body === 'string' ? body : undefined;
      const answer = await connected.inject({ method: method === 'POST' ? 'POST' : 'GET', url: pathname + search, headers, ...(payload === undefined ? {} : { payload }) });
      const type = answer.headers['content-type'];
      return new Response(answer.body, { status: answer.statusCode, ...(type === undefined ? {} : { headers: { 'content-type': String(type) } }) });
    },
  };
}
