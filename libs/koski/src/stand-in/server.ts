import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { CutOver } from '../cut-over.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { KnownOrganisation, Setting } from '../rules/setting.ts';
import { statusOf, validateDocument, type Language } from '../validate.ts';
import { isCancelled, StandInStore } from './store.ts';

/** Ways to fail: KOSKI's own answers, no answer at all, and an answer that is lost after the document was kept. */
export const FAILURES = ['503', '500', '409', '409-version', 'timeout', 'lost'] as const;
export type Failure = (typeof FAILURES)[number];

export interface StandInOptions {
  readonly port?: number;
  /** 127.0.0.1 unless given. */
  readonly host?: string;
  /** The day that counts as today; asked with each request. */
  readonly today: () => string;
  readonly user: string;
  readonly password: string;
  /** Fails this way from the start, `times` times or until told otherwise. */
  readonly fail?: { readonly kind: Failure; readonly times?: number };
  readonly callerKind?: 'service' | 'official';
  readonly cutOver?: CutOver;
  readonly findOrganisation?: (oid: string) => KnownOrganisation | undefined;
  readonly language?: Language;
}

export interface StandIn {
  /** Where the API is: `http://127.0.0.1:…/koski/api`. */
  readonly url: string;
  readonly port: number;
  fail(kind: Failure, times?: number): void;
  succeed(): void;
  /** Requests answered or left without an answer so far: method, path, status (0: none). */
  readonly requests: readonly { readonly method: string; readonly path: string; readonly status: number }[];
  count(): ReturnType<StandInStore['count']>;
  close(): Promise<void>;
}

const MOST_BYTES = 20_000_000;
interface Answer {
  readonly status: number;
  readonly body: Json;
}
const fault = (key: string, message: string): Answer => ({ status: statusOf(key), body: [{ key, message }] });
const notFound = (): Answer => fault('notFound.opiskeluoikeuttaEiLöydyTaiEiOikeuksia', 'Opiskeluoikeutta ei löydy annetulla oid:llä tai käyttäjällä ei ole siihen oikeuksia');

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    const buffer = Buffer.from(part);
    bytes += buffer.length;
    if (bytes > MOST_BYTES) throw new RangeError('too long');
    parts.push(buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): Json | undefined {
  try {
    const json: Json = JSON.parse(text);
    return json;
  } catch {
    return undefined;
  }
}

/** One document through KOSKI's stages: refused with all errors of the first stage that has any, or kept. */
function receive(document: Json, method: string, store: StandInStore, options: StandInOptions): Answer {
  const learner = isObject(document) ? document['henkilö'] : undefined;
  const rights = isObject(document) && Array.isArray(document['opiskeluoikeudet']) ? document['opiskeluoikeudet'] : [];
  if (method === 'POST' && rights.some((right: Json) => isObject(right) && right['oid'] !== undefined)) return fault('badRequest', 'Uudella opiskeluoikeudella ei voi olla oid:ta');
  const known = store.findLearner(learner);
  const setting: Setting = {
    today: options.today(),
    stored: store.storedOf(learner),
    caller: { kind: options.callerKind ?? 'service' },
    findStudyRight: (oid) => store.findKnown(oid),
    ...(known === undefined ? {} : { storedLearnerOid: known.oid }),
    ...(options.cutOver === undefined ? {} : { cutOver: options.cutOver }),
    ...(options.findOrganisation === undefined ? {} : { findOrganisation: options.findOrganisation }),
  };
  const findings = validateDocument(document, setting, options.language ?? 'fi');
  if (findings.length > 0) return { status: Math.max(...findings.map(({ key }) => statusOf(key))), body: findings.map(({ key, message }): JsonObject => ({ key, message: typeof message === 'string' ? message : message.map((one): JsonObject => ({ ...one, error: { ...one.error } })) })) };
  if (!isObject(document)) return fault('badRequest.format.json', 'Epäkelpo JSON-dokumentti');
  return { status: 200, body: store.keep(document) };
}

function receiveAll(documents: Json, store: StandInStore, options: StandInOptions): Answer {
  if (!Array.isArray(documents)) return fault('badRequest.format.json', 'Epäkelpo JSON-dokumentti');
  const answers = documents.map((document: Json) => receive(document, 'PUT', store, options));
  return { status: Math.max(200, ...answers.map(({ status }) => status)), body: answers.map(({ body }) => body) };
}

function read(path: string, store: StandInStore): Answer {
  const learner = /^\/oppija\/([\d.]+)$/.exec(path)?.[1];
  if (learner !== undefined) {
    const found = store.read(learner);
    return found === undefined ? fault('notFound.oppijaaEiLöydy', 'Oppijaa ei löydy annetulla oidilla tai käyttäjällä ei ole oikeuksia tietojen katseluun.') : { status: 200, body: found };
  }
  const [, oid, version] = /^\/opiskeluoikeus\/(?:historia\/)?([\d.]+)(?:\/(\d+))?$/.exec(path) ?? [];
  const kept = oid === undefined ? undefined : store.findRight(oid);
  const newest = kept?.versions.at(-1);
  if (kept === undefined || newest === undefined || isCancelled(newest)) return notFound();
  if (version === undefined) return { status: 200, body: newest };
  const asked = kept.versions[Number(version) - 1];
  return asked === undefined ? fault('notFound.versiotaEiLöydy', 'Opiskeluoikeudesta ei löydy annettua versiota') : { status: 200, body: asked };
}

function cancel(path: string, store: StandInStore, today: string): Answer {
  const oid = /^\/opiskeluoikeus\/([\d.]+)$/.exec(path)?.[1];
  const kept = oid === undefined ? undefined : store.findRight(oid);
  const cancelled = kept === undefined ? undefined : store.cancel(kept, today);
  return cancelled === undefined ? notFound() : { status: 200, body: cancelled };
}

const FAILED: Readonly<Record<'503' | '500' | '409' | '409-version', Answer>> = {
  '503': fault('unavailable', 'Palvelu ei ole juuri nyt käytettävissä'),
  '500': fault('internalError', 'Internal server error'),
  '409': fault('conflict.samanaikainenPäivitys', 'Oppijan opiskeluoikeuksia päivitetään samanaikaisesti'),
  '409-version': fault('conflict.versionumero', 'Annettu versionumero ei täsmää'),
};

/**
 * A stand-in for KOSKI's transfer interface: accepts and refuses as KOSKI does so far as this library's rules go (status and error
 * keys), keeps versions in memory, gives identifiers, and fails when told to. For development, tests and rehearsals only.
 * @throws when the port is taken
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const store = new StandInStore();
  const requests: { method: string; path: string; status: number }[] = [];
  let failure = options.fail === undefined ? undefined : { kind: options.fail.kind, left: options.fail.times ?? Number.POSITIVE_INFINITY };
  const credentials = `Basic ${Buffer.from(`${options.user}:${options.password}`).toString('base64')}`;

  function nextFailure(): Failure | undefined {
    if (failure === undefined || failure.left <= 0) return undefined;
    failure.left -= 1;
    return failure.kind;
  }

  function answer(request: IncomingMessage, path: string, body: string): Answer {
    const { method = 'GET' } = request;
    if (request.headers.authorization === undefined) return fault('unauthorized.notAuthenticated', 'Käyttäjä ei ole tunnistautunut.');
    if (request.headers.authorization !== credentials) return fault('unauthorized.loginFail', 'Sisäänkirjautuminen käyttäjätunnuksella epäonnistui.');
    if (method === 'GET') return read(path, store);
    if (method === 'DELETE') return cancel(path, store, options.today());
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return fault('unsupportedMediaType.jsonOnly', 'Wrong content type: only application/json content type with UTF-8 encoding allowed');
    const json = parse(body);
    if (json === undefined) return fault('badRequest.format.json', 'Epäkelpo JSON-dokumentti');
    if (path === '/oppija/batch' && method === 'PUT') return receiveAll(json, store, options);
    if (path === '/oppija') return receive(json, method, store, options);
    return fault('notFound', 'Not found');
  }

  /** How the failure is steered while it runs: `PUT /stand-in/failure {"kind": "503", "times": 2}`, `DELETE` ends it. */
  function steer(method: string, body: string): Answer {
    if (method === 'DELETE') failure = undefined;
    else {
      const wanted = parse(body);
      const kind = isObject(wanted) ? FAILURES.find((one) => one === wanted['kind']) : undefined;
      if (kind === undefined) return fault('badRequest', `kind is one of ${FAILURES.join(', ')}`);
      const times = isObject(wanted) && typeof wanted['times'] === 'number' ? wanted['times'] : Number.POSITIVE_INFINITY;
      failure = { kind, left: times };
    }
    return { status: 200, body: { ...store.count() } };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const { pathname } = new URL(url, 'http://stand-in');
    const body = await readBody(request);
    if (pathname === '/stand-in/failure') return send(response, steer(method, body));
    const path = decodeURI(pathname).replace(/^\/koski\/api/, '');
    const failing = nextFailure();
    if (failing === 'timeout') return void requests.push({ method, path, status: 0 });
    if (failing === 'lost') {
      answer(request, path, body);
      requests.push({ method, path, status: 0 });
      return void request.socket.destroy();
    }
    const answered = failing === undefined ? answer(request, path, body) : FAILED[failing];
    requests.push({ method, path, status: answered.status });
    return send(response, answered);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => send(response, fault('internalError', 'Internal server error')));
  });
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : (options.port ?? 0);
  return {
    url: `http://${host}:${port}/koski/api`,
    port,
    fail: (kind, times = Number.POSITIVE_INFINITY) => (failure = { kind, left: times }),
    succeed: () => (failure = undefined),
    requests,
    count: () => store.count(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json;charset=utf-8', ...(status === 401 ? { 'www-authenticate': 'Basic realm="KOSKI"' } : {}) });
  response.end(JSON.stringify(body));
}
