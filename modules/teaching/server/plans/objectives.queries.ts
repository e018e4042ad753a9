import { sql } from 'kysely';
import type { CurriculumText } from '@digione/curriculum/contract';
import type { Transaction } from '@digione/platform/db';

/** The provider's own curricula and the platform's. */
const OWNERS = sql`((select platform.current_provider()), '00000000-0000-0000-0000-000000000000'::uuid)`;

export interface ElementRow {
  key: string;
  kind: 'objective' | 'content-area';
  label: string | null;
  name: CurriculumText | null;
}

/** What stands in a unit of a curriculum: its objectives, those of its subject it refers to, its content areas; in its order. By element_unit and element_key. */
export async function listElements(tx: Transaction, editionId: string, unitKey: string): Promise<ElementRow[]> {
  const { rows } = await sql<ElementRow>`
    select e.key, e.kind, e.label, e.name from curriculum.element e
    where e.education_provider_id in ${OWNERS} and e.edition_id = ${editionId} and e.kind in ('objective', 'content-area')
      and (e.unit_key = ${unitKey} or (e.kind = 'objective' and e.key = any(string_to_array((select u.facts ->> 'subjectObjectives' from curriculum.element u
        where u.education_provider_id in ${OWNERS} and u.edition_id = ${editionId} and u.key = ${unitKey}), ' '))))
    order by e.position`.execute(tx.db);
  return rows;
}
