import { isPersonalIdentityCode, normalizeIdentityCode } from '@digione/identifiers';
import { z } from 'zod';
import { listJsonFiles } from '../pipeline/input-files.ts';
import { readJsonFile } from '../pipeline/json-file.ts';
import type { ImportContext } from '../pipeline/import-kind.ts';
import { ImportRefused } from '../pipeline/refusal.ts';

/** What the register tells of one person at one time. */
export interface Message {
  readonly file: string;
  readonly line: number;
  /** Identity code of the person; `null` in a list of bare data groups. */
  readonly code: string | null;
  /** The register's time of the change, an instant. */
  readonly changedAt: string | null;
  readonly groups: readonly unknown[];
}

const Envelope = z.object({ henkilotunnus: z.string().nullish(), tietoryhmat: z.array(z.unknown()), muutospv: z.string().nullish().catch(null) });
const Bare = z.object({ tietoryhma: z.string() });
const Batch = z.object({ muutokset: z.array(z.unknown()).optional(), perustiedot: z.array(z.unknown()).optional() });
const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const LISTS = new Set(['muutokset', 'perustiedot']);
/** Bare groups are one person's; more of them is no message. */
const MAX_BARE_GROUPS = 10_000;

interface Place {
  file: string;
  line: number;
}

/**
 * Gives the messages of a file: the change service's answers (`muutokset`), basic data of many (`perustiedot`), a list of such, one person's
 * envelope, or the bare data groups of one person.
 * @throws ImportRefused when it is none of these
 */
export async function* readMessages({ path, report }: ImportContext): AsyncGenerator<Message> {
  for (const file of await listJsonFiles(path)) {
    const bare: unknown[] = [];
    const own: { code?: unknown; changedAt?: unknown; line: number; groups?: unknown[] } = { line: 1 };
    let found = 0;
    for await (const { key, line, value } of readJsonFile(file.path, file.name)) {
      const place = { file: file.name, line };
      if (key === 'henkilotunnus') own.code = value;
      else if (key === 'muutospv') own.changedAt = value;
      else if (key === 'tietoryhmat') (own.groups ??= []).push(value);
      else if (key !== null && !LISTS.has(key)) continue;
      else if (Bare.safeParse(value).success) {
        if (bare.push(value) > MAX_BARE_GROUPS) throw new ImportRefused('too-many-groups', { file: file.name, line });
      } else {
        const messages = unpack(value, place);
        found += messages.length;
        if (messages.length === 0) {
          if (found === 0 && bare.length === 0) throw new ImportRefused('no-population', place);
          report.add('error', 'not-a-message', place);
        }
        yield* messages;
      }
    }
    if (own.groups !== undefined) bare.push(...own.groups);
    if (bare.length > 0) yield { file: file.name, line: 1, code: codeOf(own.code), changedAt: instantOf(own.changedAt), groups: bare };
    else if (found === 0) throw new ImportRefused('no-population', { file: file.name });
  }
}

function unpack(value: unknown, place: Place): Message[] {
  const envelope = Envelope.safeParse(value);
  if (envelope.success) {
    const { henkilotunnus, muutospv, tietoryhmat } = envelope.data;
    return [{ ...place, code: codeOf(henkilotunnus), changedAt: instantOf(muutospv), groups: tietoryhmat }];
  }
  const batch = Batch.safeParse(value);
  return batch.success ? [...(batch.data.muutokset ?? []), ...(batch.data.perustiedot ?? [])].flatMap((inner) => unpack(inner, place)) : [];
}

const codeOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? normalizeIdentityCode(value) : null);
const instantOf = (value: unknown): string | null => (typeof value === 'string' && INSTANT.test(value) ? value : null);
export const isCode = (code: string): boolean => isPersonalIdentityCode(code);
