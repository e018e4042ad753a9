import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { CurriculumText, UnitLine } from '../../contract/index.ts';
import type { ReadableEdition } from '../editions/editions.queries.ts';

/** A part as it is read. */
export interface ElementRow {
  key: string;
  parentKey: string | null;
  kind: string;
  label: string | null;
  name: CurriculumText | null;
  texts: { field: string; text: CurriculumText }[];
  facts: Record<string, string>;
  subjectKeys: string[];
  gradeLevels: number[];
}

const COLUMNS = sql`s.key, s.parent_key as "parentKey", s.kind, s.label, s.name, s.texts, s.facts, s.subject_keys as "subjectKeys", s.grade_levels as "gradeLevels"`;

const isOf = ({ ownerId, editionId }: ReadableEdition) => sql<boolean>`s.education_provider_id = ${ownerId} and s.edition_id = ${editionId}`;

export interface UnitRow {
  key: string;
  kind: UnitLine['kind'];
  label: string | null;
  name: CurriculumText | null;
  credits: number | null;
  subjectKeys: string[];
  parentKey: string | null;
  gradeLevels: number[];
  code: string | null;
  isCompulsory: boolean | null;
  modules: string[];
  /** There is something to read besides its name. */
  hasContent: boolean;
}

/** All that can be opened, in the curriculum's order. */
export async function listUnits(tx: Transaction, edition: ReadableEdition): Promise<UnitRow[]> {
  const { rows } = await sql<UnitRow>`
    select s.key, s.kind, s.label, s.name, (s.facts->>'credits')::float8 as credits, s.subject_keys as "subjectKeys", s.parent_key as "parentKey", s.grade_levels as "gradeLevels",
      case s.kind when 'module' then s.code end as code, (s.facts->>'isCompulsory')::boolean as "isCompulsory", coalesce(string_to_array(s.facts->>'modules', ' '), '{}') as modules,
      s.kind = 'study-unit' or s.texts <> '[]' or s.facts ? 'subjectObjectives' or s.facts ? 'modules' or exists (select from curriculum.element c where c.education_provider_id = s.education_provider_id
        and c.edition_id = s.edition_id and c.unit_key = s.key and c.position > s.position) as "hasContent"
    from curriculum.element s where ${isOf(edition)} and s.kind in ('subject', 'subject-stage', 'module', 'study-unit')
    order by s.position`.execute(tx.db);
  return rows;
}

/** A unit with all that stands in it, in order; empty when there is none of that key. */
export async function listUnitElements(tx: Transaction, edition: ReadableEdition, key: string): Promise<ElementRow[]> {
  const { rows } = await sql<ElementRow>`select ${COLUMNS} from curriculum.element s where ${isOf(edition)} and s.unit_key = ${key} order by s.position`.execute(tx.db);
  return rows;
}

/** What a unit refers to: transversal competences, its subjects, its modules, objectives of the subject with their criteria. */
export async function listReferred(tx: Transaction, edition: ReadableEdition, wanted: { keys: readonly string[]; codes: readonly string[] }): Promise<ElementRow[]> {
  const { rows } = await sql<ElementRow>`
    select ${COLUMNS} from curriculum.element s
    where ${isOf(edition)} and (s.kind = 'competence' or s.key = any(${[...wanted.keys]}::text[]) or (s.kind = 'module' and s.code = any(${[...wanted.codes]}::text[]))
      or (s.kind = 'criterion' and s.parent_key = any(${[...wanted.keys]}::text[])))
    order by s.position`.execute(tx.db);
  return rows;
}

/** Which of these there are: keys of subjects, codes of modules. */
export async function listKnownKeys(tx: Transaction, edition: ReadableEdition, names: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select case s.kind when 'module' then s.code else s.key end as name from curriculum.element s
    where ${isOf(edition)} and ((s.kind = 'subject' and s.key = any(${[...names]}::text[])) or (s.kind = 'module' and s.code = any(${[...names]}::text[])))`.execute(tx.db);
  return rows.map(({ name }) => name);
}
