import type { z } from 'zod';
import { emptyShape } from './shapes.ts';

/**
 * Who a request is made as.
 * - `public`: nobody needs to be signed in (the list of such endpoints is asserted by a test).
 * - `account`: the signed-in account; the server composes one scoped transaction per identity.
 * - `provider`: the account's identity in one education provider, named in the path.
 */
export type Scope = 'public' | 'account' | 'provider';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

type Shape = z.ZodObject;

/** One HTTP endpoint as data: the server validates and documents by it, the web calls by it. */
export interface Endpoint<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  /** `module.verbObject`; the operationId in OpenAPI and the key of the web's query cache. */
  readonly id: string;
  readonly method: Method;
  /** Full path with `:name` parameters, the provider prefix included. */
  readonly path: string;
  readonly scope: Scope;
  /** One English sentence for the API reference. */
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body | undefined;
  readonly response: Response;
  readonly status: 200 | 201 | 202 | 204;
  /** Live topics after which an open page must ask again, e.g. `absence`. */
  readonly refreshOn: readonly string[];
  /** The request must carry `If-Match` with the `version` it was based on. */
  readonly ifMatch: boolean;
  /** The act needs a sign-in that is fresh (step-up), not only valid. */
  readonly stepUp: boolean;
  /** The answer is remembered for repeats of the request. Not where it is too secret to lie there: a repeat then reads it anew. */
  readonly keepsAnswer: boolean;
}

interface Declaration<P, Q, B, R> {
  id: string;
  method: Method;
  /** Path below `/api`, for `provider` scope below `/api/providers/:educationProviderId`. */
  path: string;
  scope: Scope;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  status?: 200 | 201 | 202 | 204;
  refreshOn?: readonly string[];
  ifMatch?: boolean;
  stepUp?: boolean;
  keepsAnswer?: boolean;
}

export type NoShape = z.ZodObject<Record<never, never>, z.core.$strict>;

/** Where every provider-scoped path begins. */
export const PROVIDER_PREFIX = '/api/providers/:educationProviderId';

/** Declares an endpoint; pure data, safe to import from server and web alike. */
export function endpoint<
  R extends z.ZodType,
  P extends Shape = NoShape,
  Q extends Shape = NoShape,
  B extends z.ZodType = z.ZodUndefined,
>(declared: Declaration<P, Q, B, R>): Endpoint<P, Q, B, R> {
  const prefix = declared.scope === 'provider' ? PROVIDER_PREFIX : '/api';
  return {
    id: declared.id,
    method: declared.method,
    path: prefix + declared.path,
    scope: declared.scope,
    summary: declared.summary,
    params: declared.params ?? (emptyShape as unknown as P),
    query: declared.query ?? (emptyShape as unknown as Q),
    body: declared.body,
    response: declared.response,
    status: declared.status ?? 200,
    refreshOn: declared.refreshOn ?? [],
    ifMatch: declared.ifMatch ?? false,
    stepUp: declared.stepUp ?? false,
    keepsAnswer: declared.keepsAnswer ?? true,
  };
}


export type ParamsOf<E> = E extends Endpoint<infer P, Shape, z.ZodType, z.ZodType> ? z.output<P> : never;
export type QueryOf<E> = E extends Endpoint<Shape, infer Q, z.ZodType, z.ZodType> ? z.output<Q> : never;
export type QueryInputOf<E> = E extends Endpoint<Shape, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
export type BodyOf<E> = E extends Endpoint<Shape, Shape, infer B, z.ZodType> ? z.output<B> : never;
export type BodyInputOf<E> = E extends Endpoint<Shape, Shape, infer B, z.ZodType> ? z.input<B> : never;
export type ResponseOf<E> = E extends Endpoint<Shape, Shape, z.ZodType, infer R> ? z.output<R> : never;
