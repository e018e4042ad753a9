import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFinding, fetchCurriculum, folderCache, type FetchKind } from '@digione/eperusteet';

/** Names of the two services below the address they share. */
const SERVICES: Readonly<Record<'national' | 'local', string>> = { national: 'eperusteet-service', local: 'eperusteet-ylops-service' };

export interface CurriculumOrder {
  /** Address of the service, without the name of a service. */
  readonly baseUrl: string;
  /** Number of the curriculum there. */
  readonly id: string;
  readonly kind: Extract<FetchKind, 'national' | 'local'>;
  readonly callerId: string;
  /** Where copies are kept from one time to the next. */
  readonly cacheFolder: string;
  /** Where the file is written. */
  readonly folder: string;
  /** Pause before a second attempt, in milliseconds. */
  readonly pauseMs?: number;
}

export interface FetchedFile {
  /** Null when there is nothing to import. */
  readonly path: string | null;
  /** What there is to say of the fetch, in plain words: that it failed and why, that a copy of earlier days is used. */
  readonly notes: readonly string[];
  /** `fresh`: new or changed since the copy; `same`: as the copy; `copy`: the service failed, this is what it last sent. */
  readonly from: 'fresh' | 'same' | 'copy' | 'nowhere';
}

/** Fetches a published curriculum and writes it to a file as the service sent it, for the import to read. Never throws for what the service does. */
export async function fetchCurriculumFile({ baseUrl, id, kind, callerId, cacheFolder, folder, pauseMs }: CurriculumOrder): Promise<FetchedFile> {
  const address = `${baseUrl.replace(/\/+$/, '')}/${SERVICES[kind]}`;
  const options = { kind, callerId, cache: folderCache(cacheFolder), ...(pauseMs === undefined ? {} : { pauseMs }) };
  const { status, body, findings, isTemporary } = await fetchCurriculum(address, id, options);
  // What the file itself says is told by the import; here only why there is no file.
  const faults = findings.filter(({ severity, code }) => severity === 'error' || code === 'cache-failed').map((finding) => {
    const { what, advice } = describeFinding(finding, 'en');
    return `${what} ${advice}`;
  });
  // What the service no longer publishes is not imported from a copy.
  const isUsable = status !== 'failed' || isTemporary;
  if (body === null || !isUsable) return { path: null, notes: faults, from: 'nowhere' };
  const path = join(folder, `eperusteet-${kind}-${id}.json`);
  await writeFile(path, body);
  if (status !== 'failed') return { path, notes: faults, from: status === 'changed' ? 'fresh' : 'same' };
  return { path, notes: [...faults, 'The copy that was fetched last is used.'], from: 'copy' };
}
