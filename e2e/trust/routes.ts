import type { FastifyInstance } from 'fastify';
import type { Route } from '@digione/platform/http';
import type { Judge } from './oracle/index.ts';

export interface RawRoute {
  readonly method: string;
  readonly path: string;
}

/**
 * Routes that are no endpoints with a contract, each with what keeps it harmless. A new one has to be named here.
 * `open`: answers without a session, since it holds no personal data or is the way to a session.
 * `signed-in`: 401 without one.
 */
export const RAW_ROUTES: Readonly<Record<string, { access: 'open' | 'signed-in'; why: string; may?: (judge: Judge, who: string) => boolean }>> = {
  'GET /api': { access: 'open', why: 'the reference of the API, made from the contracts' },
  'GET /api/openapi.json': { access: 'open', why: 'the same for machines' },
  'GET /api/live': { access: 'signed-in', why: 'server-sent events: topics, never data' },
  'GET /api/reference.css': { access: 'open', why: 'looks of the API reference; no data' },
  'POST /api/providers/:educationProviderId/import-files': { access: 'signed-in', why: 'takes a file as multipart; the right is judged before the first byte is read', may: (judge, who) => judge.holdsEverywhere(who, ['main-user']) },
  'GET /api/providers/:educationProviderId/import-template.xlsx': { access: 'signed-in', why: 'an empty form; no data', may: (judge, who) => judge.holdsEverywhere(who, ['main-user']) },
  'GET /healthz': { access: 'open', why: 'is the process alive; no data' },
  'GET /readyz': { access: 'open', why: 'does the database answer; no data' },
  'GET /metrics': { access: 'open', why: 'figures by route pattern, no personal data; the proxy keeps it inside' },
  'GET /assets/*': { access: 'open', why: 'the program of the workspace' },
  'GET /*': { access: 'open', why: 'the page that loads the workspace; no data' },
  'GET /sign-in/page.css': { access: 'open', why: 'style of the sign-in pages' },
  'GET /sign-in/inter.woff2': { access: 'open', why: 'font of the sign-in pages' },
  'GET /sign-in/:key': { access: 'open', why: 'sends the browser to an identity provider' },
  'GET /sign-in/step-up': { access: 'open', why: 'asks for a fresh identification, or leads back' },
  'GET /sign-in/callback': { access: 'open', why: 'takes what the identity provider answered' },
  'GET /sign-in/signed-out': { access: 'open', why: 'says that one has signed out' },
  'POST /sign-in/backchannel-logout': { access: 'open', why: 'believes only a logout token signed by the identity provider' },
  'GET /oidc/*': { access: 'open', why: 'the built-in provider of a demonstration; never in production' },
  'POST /oidc/*': { access: 'open', why: 'the same' },
  'GET /oidc/interaction/:uid': { access: 'open', why: 'the page on which one picks a persona of the demonstration' },
  'POST /oidc/interaction/:uid': { access: 'open', why: 'the same' },
};

/** Every method and path the server answers, as its router knows them, HEAD (the same as GET) left out. */
export const listAllRoutes = (app: FastifyInstance): RawRoute[] =>
  app.routeTable.filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS').map(({ method, url }) => ({ method, path: url }));

export const nameOfRoute = ({ method, path }: RawRoute): string => `${method} ${path}`;

/** The routes that stand beside the endpoints. */
export function listRawRoutes(app: FastifyInstance): RawRoute[] {
  const endpoints = new Set(app.endpoints.map(({ endpoint }: Route) => nameOfRoute(endpoint)));
  return listAllRoutes(app).filter((route) => !endpoints.has(nameOfRoute(route)));
}
