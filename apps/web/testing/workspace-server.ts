import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { Me } from '@digione/platform/web';

/** What the stand-in server answers, and what it was asked. */
export interface WorkspaceServer {
  readonly url: string;
  /** Sends live topics to the open pages. */
  readonly tell: (topics: readonly string[]) => void;
  readonly close: () => Promise<void>;
}

export interface WorkspaceAnswers {
  /** By `METHOD /path`; a function is asked each time; `'cut'` cuts the connection. */
  readonly [request: string]: unknown;
}

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' };

/**
 * Serves a built workspace as the product's server does (nonce, policy, language), with canned answers for the API.
 */
export async function startWorkspaceServer(dist: string, answers: WorkspaceAnswers): Promise<WorkspaceServer> {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const live = new Set<ServerResponse>();

  const serve = (request: IncomingMessage, response: ServerResponse) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/api/live') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write('event: open\ndata: {}\n\n');
      live.add(response);
      return;
    }
    if (path.startsWith('/api/')) return answer(`${request.method ?? 'GET'} ${path}`, request, response);
    if (path.startsWith('/assets/')) return file(join(dist, path), String(request.headers['accept-encoding']), response);
    const language = request.headers['accept-language']?.slice(0, 2) ?? 'fi';
    const nonce = 'bm9uY2U';
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
      })
      .end(page.replaceAll('__CSP_NONCE__', nonce).replaceAll('__CSRF__', 'csrf').replaceAll('__LANG__', language).replaceAll('__THEME__', 'auto'));
  };

  const answer = (key: string, request: IncomingMessage, response: ServerResponse) => {
    const known: unknown = answers[key];
    const found: unknown = typeof known === 'function' ? Reflect.apply(known, undefined, [request]) : known;
    if (found === 'cut') return void response.destroy();
    if (found === undefined) {
      response.writeHead(404, { 'content-type': 'application/problem+json' }).end(JSON.stringify({ type: 'about:blank', title: 'Not here', status: 404, traceId: 'stand-in' }));
      return;
    }
    const status = typeof found === 'object' && found !== null && 'title' in found && 'status' in found ? Number(found.status) : 200;
    response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', 'cache-control': 'no-store' }).end(JSON.stringify(found));
  };

  const server = await listen(createServer(serve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    tell: (topics) => {
      for (const response of live) response.write(`event: refresh\ndata: ${JSON.stringify({ topics })}\n\n`);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function file(path: string, encodings: string, response: ServerResponse): void {
  const isCompressed = encodings.includes('br') && existsSync(`${path}.br`);
  const headers = { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'cache-control': 'public, max-age=31536000, immutable' };
  try {
    const content = readFileSync(isCompressed ? `${path}.br` : path);
    response.writeHead(200, isCompressed ? { ...headers, 'content-encoding': 'br' } : headers).end(content);
  } catch {
    response.writeHead(404).end();
  }
}

const listen = (server: Server) => new Promise<Server>((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));

/** Cards for that teacher, one of which fails and one of which nobody here can draw. */
export const desk = {
  widgets: [
    { id: 'sample.waiting', region: 'waiting', order: 2, educationProviderId: null, data: { names: ['Eino Korhonen', 'Áilu Näkkäläjärvi'] } },
    { id: 'sample.broken', region: 'waiting', order: 3, educationProviderId: null, data: {} },
    { id: 'sample.now', region: 'now', order: 1, educationProviderId: null, data: { group: '7A', learners: 24 } },
    { id: 'sample.changes', region: 'changes', order: 1, educationProviderId: null, data: {} },
    { id: 'elsewhere.card', region: 'coming', order: 1, educationProviderId: null, data: {} },
  ],
};

/** A teacher who is also a guardian in another city, on Tuesday 24.11.2026 at 9.20. */
export const me: Me = {
  accountId: '0199a1b2-0000-7000-8000-000000000001',
  displayName: 'Maija Lehtonen',
  language: 'fi',
  theme: 'auto',
  now: '2026-11-24T07:20:00.000Z',
  today: '2026-11-24',
  mode: 'demo',
  identities: [
    {
      educationProviderId: '0199a1b2-0000-7000-8000-00000000000a', providerName: { fi: 'Koivulan kaupunki', sv: 'Björkby stad', en: 'City of Koivula' },
      personId: '0199a1b2-0000-7000-8000-0000000000a1', callName: 'Maija', lastName: 'Lehtonen',
      roles: [{ role: 'teacher', schoolId: '0199a1b2-0000-7000-8000-0000000000b1', schoolName: { fi: 'Koivulan koulu' } }], isGuardian: false, isLearner: false, isStaff: true,
    },
    {
      educationProviderId: '0199a1b2-0000-7000-8000-00000000000b', providerName: { fi: 'Saarelan kunta', sv: 'Holmby kommun', en: 'Municipality of Saarela' },
      personId: '0199a1b2-0000-7000-8000-0000000000a2', callName: 'Maija', lastName: 'Lehtonen', roles: [], isGuardian: true, isLearner: false, isStaff: false,
    },
  ],
  abilities: ['sample.read'],
  unreadNotifications: 3,
};
