import type { Endpoint } from '@digione/platform/contract';
import { sampleOf, type IdSource } from './inputs.ts';

export interface Request {
  readonly method: Endpoint['method'];
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: object | undefined;
}

type Values = Readonly<Record<string, unknown>>;

/** A request to an endpoint out of its inputs. */
export function requestTo(endpoint: Endpoint, input: { educationProviderId: string; params: Values; query: Values; body: unknown; headers?: Readonly<Record<string, string>> }): Request {
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_match, name: string) => encodeURIComponent(String(name === 'educationProviderId' ? input.educationProviderId : input.params[name])));
  const search = new URLSearchParams(Object.entries(input.query).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]])));
  return {
    method: endpoint.method,
    url: search.size === 0 ? path : `${path}?${search.toString()}`,
    headers: { ...(endpoint.ifMatch ? { 'if-match': '"v1"' } : {}), ...input.headers },
    payload: endpoint.body === undefined ? undefined : ((input.body ?? {}) as object),
  };
}

/** The least request that fits the contract, with what is given put in. */
export function sampleRequest(
  endpoint: Endpoint,
  ids: IdSource,
  given: { educationProviderId: string; params?: object; query?: object; body?: object; headers?: Readonly<Record<string, string>> },
): Request {
  const sampled = (schema: Endpoint['params']) => sampleOf(schema, ids) as Values;
  return requestTo(endpoint, {
    educationProviderId: given.educationProviderId,
    params: { ...sampled(endpoint.params), ...given.params },
    query: given.query === undefined ? sampled(endpoint.query) : { ...given.query },
    body: endpoint.body === undefined ? undefined : (given.body ?? sampleOf(endpoint.body, ids)),
    ...(given.headers === undefined ? {} : { headers: given.headers }),
  });
}
