import type { BodyInputOf, Endpoint, ResponseOf } from '../contract/index.ts';
import type { z } from 'zod';
import { takeEarlyResponse } from './early-responses.ts';
import { presenceHeaders } from './presence.ts';
import { readProblem, unreachable, type ProblemError } from './problem.ts';
import { endpointUrl, type QueryValues } from './url.ts';

/** Any endpoint of any contract. */
export type AnyEndpoint = Endpoint<z.ZodObject, z.ZodObject, z.ZodType, z.ZodType>;

/** A shape without fields is inferred as a record of nothing, which would forbid every key beside it. */
type Own<T> = string extends keyof T ? Record<never, never> : T;
type ParamsInput<E> = E extends Endpoint<infer P, z.ZodObject, z.ZodType, z.ZodType> ? Own<z.input<P>> : never;
type QueryInput<E> = E extends Endpoint<z.ZodObject, infer Q, z.ZodType, z.ZodType> ? Own<z.input<Q>> : never;
type WhenNeeded<Name extends string, T> = Record<never, never> extends T ? { readonly [K in Name]?: T } : { readonly [K in Name]: T };

/**
 * What a call needs, by the endpoint's contract. `params` also carries `educationProviderId` for provider scope;
 * `ifMatch` is the `version` of the object the change was based on.
 */
export type CallInput<E extends AnyEndpoint> = WhenNeeded<
  'params',
  ParamsInput<E> & { readonly educationProviderId?: string }
> &
  WhenNeeded<'query', QueryInput<E>> &
  (undefined extends BodyInputOf<E> ? { readonly body?: undefined } : { readonly body: BodyInputOf<E> }) & {
    readonly ifMatch?: string | number;
  };

/** The same input seen without its endpoint's types, for the request itself. */
export interface UntypedInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: QueryValues;
  readonly body?: unknown;
  readonly ifMatch?: string | number;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The same key for the same act, also when a person presses the button again after a cut connection. */
  readonly idempotencyKey?: string;
}

let authenticate: (problem: ProblemError) => void = () => {};

/** Says what to do when a request needs a sign-in (401), or a fresh one (`problem.isStepUp`): the shell goes and gets it. */
export function onAuthenticationNeeded(handler: (problem: ProblemError) => void): void {
  authenticate = handler;
}

const pausesBeforeRetry = [400, 1600];

/**
 * Calls an endpoint. Reads, and writes under their idempotency key, are tried again when no answer came.
 * @throws ProblemError when the answer is an error or none came
 */
export async function call<E extends AnyEndpoint>(endpoint: E, input: CallInput<E>, options: CallOptions = {}): Promise<ResponseOf<E>> {
  const { params, query, body, ifMatch }: UntypedInput = input;
  const headers: Record<string, string> = { accept: 'application/json' };
  if (endpoint.method !== 'GET') headers['idempotency-key'] = options.idempotencyKey ?? crypto.randomUUID();
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
  const request = { method: endpoint.method, headers, body, signal: options.signal };
  return (await send(endpointUrl(endpoint.path, params, query), request)) as ResponseOf<E>;
}

/**
 * Fetches JSON from a path of the shell's own (`/api/me`, `/api/desk`, `/api/search`), whose contracts live above this package.
 * @throws ProblemError as {@link call}
 */
export async function fetchJson<T>(path: string, options: { method?: string; body?: unknown; signal?: AbortSignal } = {}): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const method = options.method ?? 'GET';
  if (method !== 'GET') headers['idempotency-key'] = crypto.randomUUID();
  return (await send(path, { method, headers, body: options.body, signal: options.signal })) as T;
}

interface Request {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
  readonly signal: AbortSignal | undefined;
}

async function send(url: string, request: Request): Promise<unknown> {
  const { headers } = request;
  headers['accept-language'] = document.documentElement.lang;
  Object.assign(headers, presenceHeaders());
  if (request.method !== 'GET') headers['x-csrf-token'] = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? '';
  const init: RequestInit = { method: request.method, headers };
  if (request.signal) init.signal = request.signal;
  if (request.body instanceof FormData) init.body = request.body;
  else if (request.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(request.body);
  }
  for (let attempt = 0; ; attempt += 1) {
    const result = await attemptOnce(url, init);
    if (!(result instanceof Error)) return result.value;
    const pause = pausesBeforeRetry[attempt];
    if (!result.isUnreachable || pause === undefined || !navigator.onLine) {
      if (result.status === 401 || result.isStepUp) authenticate(result);
      throw result;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
    request.signal?.throwIfAborted();
  }
}

async function attemptOnce(url: string, init: RequestInit): Promise<{ value: unknown } | ProblemError> {
  let response: Response;
  try {
    response = await ((init.method === 'GET' && takeEarlyResponse(url)) || fetch(url, init));
  } catch (error) {
    if (init.signal?.aborted) throw error;
    return unreachable(error);
  }
  if (!response.ok) return readProblem(response);
  if (response.status === 204) return { value: undefined };
  try {
    return { value: await response.json() };
  } catch (error) {
    if (init.signal?.aborted) throw error;
    return unreachable(error);
  }
}
