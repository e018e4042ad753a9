import { finding, type Finding } from './finding.ts';
import type { Roster } from './open-roster.ts';
import { RECORD_KINDS, type RecordKind, type RosterRecord } from './records.ts';

type Reference = readonly [kind: RecordKind, field: string, id: string | null];

const many = (kind: RecordKind, field: string, ids: readonly string[]): Reference[] => ids.map((id) => [kind, field, id] as const);

/** Everything a record refers to. */
// eslint-disable-next-line typescript/consistent-return -- the switch is exhaustive; the compiler checks it
export function listReferences(record: RosterRecord): readonly Reference[] {
  switch (record.kind) {
    case 'academicSessions':
      return [['academicSessions', 'parentSourcedId', record.parentSourcedId]];
    case 'orgs':
      return [['orgs', 'parentSourcedId', record.parentSourcedId]];
    case 'courses':
      return [
        ['academicSessions', 'schoolYearSourcedId', record.schoolYearSourcedId],
        ['orgs', 'orgSourcedId', record.orgSourcedId],
      ];
    case 'classes':
      return [
        ['courses', 'courseSourcedId', record.courseSourcedId],
        ['orgs', 'schoolSourcedId', record.schoolSourcedId],
        ...many('academicSessions', 'termSourcedIds', record.termSourcedIds),
      ];
    case 'users':
      return [
        ['orgs', 'primaryOrgSourcedId', record.primaryOrgSourcedId],
        ...many('orgs', 'orgSourcedIds', record.orgSourcedIds),
        ...many('users', 'agentSourcedIds', record.agentSourcedIds),
      ];
    case 'userProfiles':
      return [['users', 'userSourcedId', record.userSourcedId]];
    case 'roles':
      return [
        ['users', 'userSourcedId', record.userSourcedId],
        ['orgs', 'orgSourcedId', record.orgSourcedId],
        ['academicSessions', 'termSourcedId', record.termSourcedId],
        ['userProfiles', 'userProfileSourcedId', record.userProfileSourcedId],
      ];
    case 'demographics':
      return [['users', 'sourcedId', record.sourcedId]];
    case 'enrollments':
      return [
        ['classes', 'classSourcedId', record.classSourcedId],
        ['users', 'userSourcedId', record.userSourcedId],
        ['orgs', 'schoolSourcedId', record.schoolSourcedId],
      ];
    case 'relationships':
      return [
        ['users', 'userSourcedId', record.userSourcedId],
        ['users', 'relationshipUserSourcedId', record.relationshipUserSourcedId],
      ];
  }
}

/** Without these the record means nothing; the others only lose a detail. */
const ESSENTIAL = new Set([
  ...['roles userSourcedId', 'roles orgSourcedId', 'enrollments classSourcedId', 'enrollments userSourcedId', 'demographics sourcedId'],
  ...['relationships userSourcedId', 'relationships relationshipUserSourcedId', 'classes schoolSourcedId', 'users orgSourcedIds'],
]);

export interface ReferenceOptions {
  /** For deltas: is the id known where the data goes? Asked only for ids that are not in the files. */
  readonly isKnown?: (kind: RecordKind, sourcedId: string) => boolean;
}

/** The ids of one reading or writing, by kind. */
export class IdBook {
  readonly #ids = new Map<RecordKind, Set<string>>(RECORD_KINDS.map((kind) => [kind, new Set()]));

  /** False when the id was there already. */
  add(kind: RecordKind, id: string): boolean {
    const ids = this.#ids.get(kind);
    if (!ids || ids.has(id)) return false;
    ids.add(id);
    return true;
  }

  has(kind: RecordKind, id: string): boolean {
    return this.#ids.get(kind)?.has(id) ?? false;
  }
}

/**
 * Reads all rows once and reports duplicate ids and references to nothing, as they are found. Holds the ids in memory, not the records
 * (about 100 bytes each). In a delta file a reference that leads outside is a warning unless `isKnown` denies it. A kind of which there
 * is no readable file at all is not checked against; references to it are reported once per field, as a warning.
 */
export async function* checkReferences(roster: Roster, options: ReferenceOptions = {}): AsyncGenerator<Finding> {
  const book = new IdBook();
  // School Data Sync's section files hold courses and terms, so kinds are gathered file by file.
  const pending: Array<{ line: number; reference: Reference; file: string; from: RecordKind; isDelta: boolean }> = [];
  const seenKinds = new Set<RecordKind>();
  const toldAbsent = new Set<string>();
  const judge = function* ({ line, reference, file, from, isDelta }: (typeof pending)[number]): Generator<Finding> {
    const [kind, field, id] = reference;
    if (id === null || book.has(kind, id) || options.isKnown?.(kind, id) === true) return;
    const place = { file, line, field, value: id };
    const isWholeKindAbsent = !seenKinds.has(kind) && options.isKnown === undefined;
    if (isWholeKindAbsent) {
      if (toldAbsent.has(`${file} ${field}`)) return;
      toldAbsent.add(`${file} ${field}`);
    }
    const isSoft = isWholeKindAbsent || (isDelta && options.isKnown === undefined) || !ESSENTIAL.has(`${from} ${field}`);
    yield finding(isSoft ? 'warning' : 'error', 'unknown-reference', place);
  };
  for (const { name: file, mode } of roster.files) {
    for await (const { line, record } of roster.rows(file)) {
      if (!record) continue;
      seenKinds.add(record.kind);
      if (!book.add(record.kind, record.sourcedId)) yield finding('error', 'duplicate-id', { file, line, field: 'sourcedId', value: record.sourcedId });
      for (const reference of listReferences(record)) {
        const [kind, , id] = reference;
        if (id !== null && !book.has(kind, id)) pending.push({ line, reference, file, from: record.kind, isDelta: mode === 'delta' });
      }
    }
  }
  for (const each of pending) yield* judge(each);
}
