import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import { negotiateLanguage, type Language } from '../i18n/index.ts';
import { registerMessages } from '../i18n/index.ts';
import { metrics } from '../telemetry/index.ts';
import { endpointHandler } from './endpoint-handler.ts';
import type { Kernel } from './kernel.ts';
import { livePlugin } from './live-plugin.ts';
import { openApiDocument } from './openapi.ts';
import { apiReferenceCss, apiReferencePage } from './api-reference.ts';
import { renderProblem, statusOf } from './problem.ts';
import type { Route } from './route.ts';

declare module 'fastify' {
  interface FastifyInstance {
    kernel: Kernel;
    endpoints: readonly Route[];
    /** Every route there is, endpoints and raw ones: what tests of the whole surface go through. */
    routeTable: readonly { readonly method: string; readonly url: string }[];
  }
  interface FastifyRequest {
    /** Set once the account is known; errors speak it. */
    language: Language | undefined;
  }
}

const MAX_BODY = 1_048_576;
const MAX_UPLOAD = 256 * 1_048_576;

/** The server's routes on a kernel; not listening yet. */
export async function buildHttp(kernel: Kernel): Promise<FastifyInstance> {
  const { settings } = kernel;
  const app = fastify({
    bodyLimit: MAX_BODY,
    trustProxy: settings.trustProxy,
    genReqId: traceIdOf,
    forceCloseConnections: true,
    // Personal data can hide in an address: only the route's pattern is logged, below.
    logController: new LogController({ requestIdLogLabel: 'traceId', disableRequestLogging: true }),
    logger: { level: settings.logLevel, base: { service: 'digione' }, serializers: { err: logError } },
  });
  app.decorate('kernel', kernel);
  const routeTable: { method: string; url: string }[] = [];
  app.decorate('routeTable', routeTable);
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routeTable.push({ method: one, url });
  });
  app.decorateRequest('language', undefined);
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    const language = request.language ?? negotiateLanguage(request.headers['accept-language']);
    void reply.code(status).type('application/problem+json; charset=utf-8');
    if (status === 429 || status === 503) void reply.header('retry-after', '5');
    return reply.serializer((value: unknown) => JSON.stringify(value)).send(renderProblem(error, language, request.id));
  });
  app.setNotFoundHandler((request, reply) => {
    const language = negotiateLanguage(request.headers['accept-language']);
    void reply.code(404).type('application/problem+json; charset=utf-8');
    return reply.send(renderProblem(Object.assign(new Error(), { statusCode: 404 }), language, request.id));
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-trace-id', request.id);
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    request.log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10 }, 'request');
  });

  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        // No page makes script or markup out of text: the browser refuses whoever would.
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ["'none'"],
        upgradeInsecureRequests: settings.isSecure ? [] : null,
      },
    },
    strictTransportSecurity: settings.isSecure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    global: true,
    max: settings.requestsPerMinute,
    timeWindow: '1 minute',
    hook: 'onRequest',
    // A whole school comes from one address: who has a session is counted by it.
    keyGenerator: (request) => request.headers.authorization ?? request.headers.cookie ?? request.ip,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  });
  await app.register(multipart, { limits: { fileSize: MAX_UPLOAD, files: 1, fields: 20, parts: 25 } });

  const endpoints = kernel.modules.flatMap((module) => module.routes);
  app.decorate('endpoints', endpoints);
  for (const module of kernel.modules) if (module.messages !== undefined) registerMessages(module.messages);
  for (const route of endpoints) addEndpoint(app, route);
  for (const module of kernel.modules) if (module.plugin !== undefined) await app.register(async (scope) => module.plugin?.(scope));
  await app.register(livePlugin);
  operations(app, endpoints);
  return app;
}

function addEndpoint(app: FastifyInstance, route: Route): void {
  const { endpoint } = route;
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    handler: endpointHandler(route, app.kernel),
  });
}

function operations(app: FastifyInstance, endpoints: readonly Route[]): void {
  const { settings, database } = app.kernel;
  const document = JSON.stringify(openApiDocument(endpoints, { version: settings.version, baseUrl: settings.baseUrl }));
  const page = apiReferencePage(endpoints);
  app.get('/api/openapi.json', async (_request, reply) => reply.type('application/json; charset=utf-8').send(document));
  app.get('/api', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  app.get('/api/reference.css', async (_request, reply) => reply.type('text/css; charset=utf-8').send(apiReferenceCss));
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await database.system.query('select 1');
      return { status: 'ready' };
    } catch {
      return reply.code(503).send({ status: 'waiting for the database' });
    }
  });
  app.get('/metrics', async (_request, reply) => {
    metrics.livePages.set(app.kernel.live.count);
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

/** W3C trace context in, or a new trace id. */
function traceIdOf(request: { headers: Record<string, string | string[] | undefined> }): string {
  const parent = request.headers['traceparent'];
  const given = typeof parent === 'string' ? /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(parent)?.[1] : undefined;
  return given ?? randomBytes(16).toString('hex');
}

/** Messages of database errors can carry values of rows, so only their kind is logged. */
function logError(error: Error): { type: string; message: string; stack: string; code?: string } {
  const code = 'code' in error ? String(error.code) : undefined;
  return {
    type: error.name,
    message: code === undefined ? error.message : `database or system error ${code}`,
    stack: (error.stack ?? '').split('\n').slice(1, 12).join('\n'),
    ...(code === undefined ? {} : { code }),
  };
}

export type { FastifyInstance, FastifyRequest };
