import { setTimeout as wait } from 'node:timers/promises';
import { makeFinding, type Finding, type FindingCode } from './finding.ts';
import { megabytes } from './json.ts';

export interface RequestOptions {
  /** Identification of the caller, as the national education services ask for it: OID of the organisation, a dot, name of the system. */
  readonly callerId: string;
  /** One attempt, in milliseconds. */
  readonly timeoutMs: number;
  /** All attempts and pauses together. */
  readonly totalMs: number;
  readonly attempts: number;
  /** Pause before the second attempt; doubles from then on. */
  readonly pauseMs: number;
  /** Largest answer, unpacked, in bytes. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

export type Answer =
  | { readonly kind: 'body'; readonly body: Uint8Array; readonly etag: string | null }
  | { readonly kind: 'unchanged' }
  /** `isTemporary`: worth another try, later. */
  | { readonly kind: 'failed'; readonly finding: Finding; readonly isTemporary: boolean; readonly pauseMs?: number };

const MAX_REDIRECTS = 3;
const MAX_PAUSE = 60_000;

const failed = (code: FindingCode, value: string, isTemporary = false): Extract<Answer, { kind: 'failed' }> => ({
  kind: 'failed',
  finding: makeFinding('error', code, '', value),
  isTemporary,
});

/** The wish of the service, in milliseconds: seconds, or a date that is compared with the service's own clock. */
function readRetryAfter(headers: Headers): number | undefined {
  const wish = headers.get('retry-after');
  if (wish === null) return undefined;
  if (/^\d+$/.test(wish)) return Number(wish) * 1000;
  const ms = Date.parse(wish) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

async function readBody(response: Response, maxBytes: number): Promise<Uint8Array | 'too-large'> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (!response.body) return new Uint8Array();
  for await (const chunk of response.body) {
    bytes += chunk.length;
    // Leaving the loop closes the connection.
    if (bytes > maxBytes) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function judgeStatus(response: Response, id: string): Answer | undefined {
  const { status } = response;
  if (status === 200) return undefined;
  if (status === 304) return { kind: 'unchanged' };
  if (status === 404 || status === 410) return failed('service-unknown-id', id);
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    const pauseMs = readRetryAfter(response.headers);
    return { ...failed('service-down', `HTTP ${status}`, true), ...(pauseMs === undefined ? {} : { pauseMs }) };
  }
  return failed('service-refused', `HTTP ${status}`);
}

/** Follows redirects within the same host alone: the address is a setting, the service may not change it. */
async function fetchWithin(address: string, init: RequestInit): Promise<Response | Answer> {
  let url = new URL(address);
  for (let count = 0; count <= MAX_REDIRECTS; count++) {
    const response = await fetch(url, { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || response.status === 304 || location === null) return response;
    await response.body?.cancel();
    const next = new URL(location, url);
    if (next.host !== url.host || (url.protocol === 'https:' && next.protocol !== 'https:')) return failed('service-refused', `HTTP ${response.status} → ${next.host}`);
    url = next;
  }
  return failed('service-refused', `> ${MAX_REDIRECTS} redirects`);
}

const nameFault = (fault: unknown): string => {
  if (!(fault instanceof Error)) return 'unknown';
  const code = fault.cause instanceof Error && 'code' in fault.cause ? fault.cause.code : undefined;
  return typeof code === 'string' ? code : fault.name;
};

async function attempt(address: string, id: string, etag: string | null, options: RequestOptions, whole: AbortSignal): Promise<Answer> {
  const headers: Record<string, string> = { accept: 'application/json', 'caller-id': options.callerId };
  if (etag !== null) headers['if-none-match'] = etag;
  try {
    const response = await fetchWithin(address, { headers, signal: AbortSignal.any([whole, AbortSignal.timeout(options.timeoutMs)]) });
    if (!(response instanceof Response)) return response;
    const judged = judgeStatus(response, id);
    if (judged) {
      await response.body?.cancel();
      return judged;
    }
    const announced = Number(response.headers.get('content-length') ?? 0);
    const body = announced > options.maxBytes ? 'too-large' : await readBody(response, options.maxBytes);
    if (body === 'too-large') {
      await response.body?.cancel().catch(() => undefined);
      return failed('too-large', `> ${megabytes(options.maxBytes)}`);
    }
    return { kind: 'body', body, etag: response.headers.get('etag') };
  } catch (fault) {
    // Unreachable, interrupted, too slow.
    return failed('service-down', nameFault(fault), true);
  }
}

/**
 * Asks the service; temporary failures are tried again, each time after a longer pause of random length, or as the service wishes.
 * Never throws.
 */
export async function request(address: string, id: string, etag: string | null, options: RequestOptions): Promise<Answer> {
  const whole = AbortSignal.any([AbortSignal.timeout(options.totalMs), ...(options.signal ? [options.signal] : [])]);
  for (let count = 1; ; count++) {
    const answer = await attempt(address, id, etag, options, whole);
    if (answer.kind !== 'failed' || !answer.isTemporary || count >= options.attempts || whole.aborted) return answer;
    const grown = options.pauseMs * 2 ** (count - 1) * (0.5 + Math.random() / 2);
    const pause = Math.max(answer.pauseMs ?? 0, grown);
    // Whoever is asked to come back later than this comes back by the caller's own schedule.
    if (pause > MAX_PAUSE) return answer;
    const isRested = await wait(pause, true, { signal: whole }).catch(() => false);
    if (!isRested) return answer;
  }
}
