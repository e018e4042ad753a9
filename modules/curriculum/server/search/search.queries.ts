import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { CurriculumText, Hit, UnitLine } from '../../contract/index.ts';
import type { ReadableEdition } from '../editions/editions.queries.ts';
import type { SearchLanguage } from './roots.ts';
import { searchQueryOf } from './search-index.ts';

const MOST_HITS = 50;

interface HitRow {
  key: string;
  kind: Hit['kind'];
  label: string | null;
  text: CurriculumText | null;
  unitKey: string;
  unitKind: UnitLine['kind'];
  unitLabel: string | null;
  unitName: CurriculumText | null;
  gradeLevels: number[];
  credits: number | null;
  subjectKey: string | null;
  subjectCode: string | null;
  subjectName: CurriculumText | null;
  total: number;
}

/** Objectives and contents with all of the words, the closest first. */
export async function searchElements(tx: Transaction, { ownerId, editionId }: ReadableEdition, typed: string, language: SearchLanguage): Promise<{ hits: Hit[]; total: number }> {
  const query = searchQueryOf(typed, language);
  if (query === null) return { hits: [], total: 0 };
  const column = sql.raw(`s.search_${language}`);
  const { rows } = await sql<HitRow>`
    with found as materialized (
      select s.key, s.kind, s.label, s.name, s.unit_key, s.position, ts_rank(${column}, q.query) as rank, count(*) over ()::int as total
      from (select ${query}::tsquery as query) q, curriculum.element s
      where s.education_provider_id = ${ownerId} and s.edition_id = ${editionId} and (s.search_fi is not null or s.search_sv is not null)
        and ${column} @@ q.query and s.unit_key is not null
      order by rank desc, s.position limit ${MOST_HITS})
    select f.key, f.kind, f.label, f.name as text, f.total, u.key as "unitKey", u.kind as "unitKind", u.label as "unitLabel", u.name as "unitName",
      u.grade_levels as "gradeLevels", (u.facts->>'credits')::float8 as credits, b.key as "subjectKey", b.label as "subjectCode", b.name as "subjectName"
    from found f
    join curriculum.element u on u.education_provider_id = ${ownerId} and u.edition_id = ${editionId} and u.key = f.unit_key
    left join curriculum.element b on b.education_provider_id = ${ownerId} and b.edition_id = ${editionId} and b.key = u.subject_keys[1]
    order by f.rank desc, f.position`.execute(tx.db);
  const hits = rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    label: row.label,
    text: row.text,
    unit: { key: row.unitKey, kind: row.unitKind, label: row.unitLabel, name: row.unitName, gradeLevels: row.gradeLevels, credits: row.credits },
    subject: row.subjectKey === null ? null : { key: row.subjectKey, code: row.subjectCode, name: row.subjectName },
  }));
  return { hits, total: rows[0]?.total ?? 0 };
}
