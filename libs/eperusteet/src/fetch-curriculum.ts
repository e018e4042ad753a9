import type { CachedAnswer, CurriculumCache } from './curriculum-cache.ts';
import type { Curriculum } from './curriculum.ts';
import { makeFinding, type Finding } from './finding.ts';
import { DEFAULT_LIMITS, type ReadLimits } from './json.ts';
import { readCurriculum } from './read-curriculum.ts';
import { request, type RequestOptions } from './request.ts';

export type FetchKind = Curriculum['kind'] | 'basis-of-local';

export interface FetchOptions extends Partial<Omit<RequestOptions, 'callerId' | 'maxBytes'>> {
  /** Who asks, for example `1.2.246.562.10.00000000001.digione`; the national education services ask every caller to tell. */
  readonly callerId: string;
  /**
   * `national` (the default) and `local` curricula are published by two services. `basis-of-local`: the national core curriculum of a local one,
   * in the version that was in use when the local one was published; the id is the local one's, and so is the service.
   */
  readonly kind?: FetchKind;
  /** Mark of the version the caller has; what has not changed since is not sent again. */
  readonly etag?: string | null;
  /** Keeps the last answer: for its mark, and for days when the service is down. */
  readonly cache?: CurriculumCache;
  readonly limits?: Partial<ReadLimits>;
}

export interface FetchResult {
  /** `unchanged`: the version the caller (or the cache) has is the newest. `failed`: see the findings. */
  readonly status: 'changed' | 'unchanged' | 'failed';
  /** Of a failed fetch the copy in the cache, if there is one; of an unchanged one as well; else null. */
  readonly curriculum: Curriculum | null;
  /** What `curriculum` was read from, as the service sent it. */
  readonly body: string | null;
  readonly findings: readonly Finding[];
  /** Give it back with the next fetch. */
  readonly etag: string | null;
  /** A failure that may be gone later. */
  readonly isTemporary: boolean;
}

const PATHS: Readonly<Record<FetchKind, (id: string) => string>> = {
  national: (id) => `/api/external/peruste/${id}`,
  local: (id) => `/api/external/opetussuunnitelma/${id}`,
  'basis-of-local': (id) => `/api/external/opetussuunnitelma/${id}/peruste`,
};
const DEFAULTS = { timeoutMs: 60_000, totalMs: 300_000, attempts: 4, pauseMs: 1000 };

function findAddress(baseUrl: string, id: string, kind: FetchKind): string | undefined {
  if (!/^\d{1,15}$/.test(id) || !URL.canParse(baseUrl)) return undefined;
  const url = new URL(baseUrl);
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}${PATHS[kind](id)}`;
}

const failure = (findings: readonly Finding[], isTemporary = false): FetchResult => ({ status: 'failed', curriculum: null, body: null, findings, etag: null, isTemporary });

/**
 * Fetches a published curriculum. Never throws: what went wrong is told in the findings.
 * @param baseUrl of the service, for example `https://eperusteet.opintopolku.fi/eperusteet-service`
 * @param id number of the curriculum, for example `419550`
 */
export async function fetchCurriculum(baseUrl: string, id: string | number, options: FetchOptions): Promise<FetchResult> {
  const { kind = 'national', cache, limits = {}, etag = null, ...given } = options;
  const address = findAddress(baseUrl, String(id), kind);
  if (address === undefined) return failure([makeFinding('error', 'bad-address', '', `${baseUrl} ${id}`)]);
  if (!/^[\w.:-]{1,200}$/.test(options.callerId)) return failure([makeFinding('error', 'bad-address', '', `Caller-Id ${options.callerId}`)]);
  const asked: RequestOptions = { ...DEFAULTS, ...given, maxBytes: limits.bytes ?? DEFAULT_LIMITS.bytes };
  const troubles: Finding[] = [];
  const cached = await readCache(cache, address, troubles);
  const copy = cached ? { ...readCurriculum(cached.body, limits), etag: cached.etag } : null;
  // A copy that cannot be read any more is fetched anew.
  const mark = etag ?? (copy?.curriculum ? copy.etag : null);
  const answer = await request(address, String(id), mark, asked);
  if (answer.kind === 'unchanged') {
    const same = copy?.etag === mark ? copy : null;
    return { status: 'unchanged', curriculum: same?.curriculum ?? null, body: same?.curriculum ? (cached?.body ?? null) : null, findings: [...(same?.findings ?? []), ...troubles], etag: mark, isTemporary: false };
  }
  const kept = copy?.curriculum ? { curriculum: copy.curriculum, body: cached?.body ?? null } : {};
  if (answer.kind === 'failed') return { ...failure([answer.finding, ...troubles], answer.isTemporary), ...kept };
  const body = Buffer.from(answer.body).toString('utf8');
  // A service without marks sends the same again.
  const isSame = copy?.curriculum !== undefined && copy.curriculum !== null && cached?.body === body;
  const { curriculum, findings } = isSame ? copy : readCurriculum(answer.body, limits);
  // A half-sent or strange answer is the service's trouble of today: the copy stays.
  if (!curriculum) return { ...failure([...findings, ...troubles], true), ...kept };
  if (!isSame || cached?.etag !== answer.etag) await writeCache(cache, address, { etag: answer.etag, body }, troubles);
  return { status: isSame ? 'unchanged' : 'changed', curriculum, body, findings: [...findings, ...troubles], etag: answer.etag, isTemporary: false };
}

const cacheTrouble = (fault: unknown): Finding => makeFinding('warning', 'cache-failed', '', fault instanceof Error ? fault.message : '');

async function readCache(cache: CurriculumCache | undefined, address: string, troubles: Finding[]): Promise<CachedAnswer | undefined> {
  try {
    return await cache?.read(address);
  } catch (fault) {
    troubles.push(cacheTrouble(fault));
    return undefined;
  }
}

async function writeCache(cache: CurriculumCache | undefined, address: string, answer: CachedAnswer, troubles: Finding[]): Promise<void> {
  try {
    await cache?.write(address, answer);
  } catch (fault) {
    troubles.push(cacheTrouble(fault));
  }
}
