import { redactIdentifiers } from '@digione/identifiers';
import { isObject, isText, type Json, type JsonObject } from '@digione/koski';

/** How a provider's service user reaches KOSKI: the operator's to know, never in the database. */
export interface KoskiAccess {
  /** `https://virkailija.opintopolku.fi/koski/api`, or that of a stand-in. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** How long an answer is waited for. */
  readonly timeoutMs?: number;
}

export interface KoskiFault {
  readonly key: string;
  readonly message: string;
}

export type KoskiAnswer =
  | { readonly outcome: 'done'; readonly status: number; readonly body: Json }
  /** KOSKI has said no; sent again unchanged it will say the same. */
  | { readonly outcome: 'refused'; readonly status: number; readonly faults: readonly KoskiFault[] }
  /** No answer, or one that may be another the next time. `isConnection`: nobody comes in; what else is waiting need not try. */
  | { readonly outcome: 'failed'; readonly status: number | null; readonly key: string; readonly isConnection: boolean };

/** National services want to know which system calls. */
const CALLER_ID = '1.2.246.562.10.00000000001.digione';
const TIMEOUT_MS = 60_000;

function faultsOf(body: Json): readonly KoskiFault[] {
  const list: readonly Json[] = Array.isArray(body) ? body.flat(3) : [body];
  return list.flatMap((one) => {
    if (!isObject(one) || !isText(one['key'])) return [];
    const { key, message } = one;
    // KOSKI repeats a wrong identity code in its message: it is not kept.
    return [{ key, message: redactIdentifiers(isText(message) ? message : JSON.stringify(message ?? '')) }];
  });
}

const PASSING = new Set(['conflict.samanaikainenPäivitys', 'conflict.versionumero']);

async function classify(response: Response): Promise<KoskiAnswer> {
  const { status } = response;
  const body: Json = await response.json().catch(() => null);
  if (status === 200) return { outcome: 'done', status, body };
  const faults = faultsOf(body);
  const key = faults[0]?.key ?? `http.${status}`;
  if (status === 401) return { outcome: 'failed', status, key, isConnection: true };
  if (status >= 500 || status === 429 || (status === 409 && PASSING.has(key))) return { outcome: 'failed', status, key, isConnection: status >= 500 };
  return { outcome: 'refused', status, faults: faults.length > 0 ? faults : [{ key, message: response.statusText }] };
}

export interface KoskiClient {
  /** Creates or updates; safe to repeat, since the document carries our source id. */
  put(document: JsonObject): Promise<KoskiAnswer>;
  /** A study right as KOSKI has it. */
  read(oid: string): Promise<KoskiAnswer>;
  cancel(oid: string): Promise<KoskiAnswer>;
}

/** KOSKI's transfer interface: JSON over HTTPS, HTTP Basic, a CSRF token of one's own choosing on whatever changes something. */
export function koskiClient({ url, user, password, timeoutMs = TIMEOUT_MS }: KoskiAccess): KoskiClient {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  async function ask(method: string, path: string, body?: JsonObject): Promise<KoskiAnswer> {
    const csrf = method === 'GET' ? {} : { csrf: 'digione', cookie: 'CSRF=digione' };
    try {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: { authorization, 'caller-id': CALLER_ID, accept: 'application/json', ...csrf, ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      });
      return await classify(response);
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      return { outcome: 'failed', status: null, key: isLate ? 'network.timeout' : 'network.unreachable', isConnection: true };
    }
  }
  return {
    put: (document) => ask('PUT', '/oppija', document),
    read: (oid) => ask('GET', `/opiskeluoikeus/${oid}`),
    cancel: (oid) => ask('DELETE', `/opiskeluoikeus/${oid}`),
  };
}
