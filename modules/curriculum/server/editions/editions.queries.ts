import { sql } from 'kysely';
import type { Transaction } from '@digione/platform/db';
import type { Adoption, Edition } from '../../contract/index.ts';

/** The platform's own scope: what stands there is public to all providers. */
const SHARED = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/** Reading an edition's parts names its owner, so that the indexes (provider first) are used. */
export type ReadableEdition = Edition & { readonly ownerId: string };

const COLUMNS = sql`e.edition_id as "editionId", e.curriculum_key as "curriculumKey", e.kind, e.structure, e.education_form as "educationForm", e.name,
  e.registry_number as "registryNumber", e.languages, e.published_at as "publishedAt", e.valid_from as "validFrom", e.valid_until as "validUntil",
  e.education_provider_id = ${SHARED} as "isShared", e.imported_at as "importedAt", e.education_provider_id as "ownerId"`;

const isReadable = sql<boolean>`e.education_provider_id in ((select platform.current_provider()), ${SHARED})`;

export async function findEdition(tx: Transaction, editionId: string): Promise<ReadableEdition | undefined> {
  const { rows } = await sql<ReadableEdition>`select ${COLUMNS} from curriculum.edition e where ${isReadable} and e.edition_id = ${editionId}`.execute(tx.db);
  return rows[0];
}

export async function listEditions(tx: Transaction): Promise<Edition[]> {
  const { rows } = await sql<ReadableEdition>`
    select ${COLUMNS} from curriculum.edition e where ${isReadable}
    order by e.education_form nulls last, e.kind desc, e.curriculum_key, e.published_at desc nulls last, e.imported_at desc`.execute(tx.db);
  return rows.map(withoutOwner);
}

export const withoutOwner = ({ ownerId: _ownerId, ...edition }: ReadableEdition): Edition => edition;

/** @param when `today`: in force; `ever`: also what was and will be, newest first */
export async function listAdoptions(tx: Transaction, when: 'today' | 'ever'): Promise<Adoption[]> {
  type Row = ReadableEdition & { adoptionId: string; adoptedForm: Adoption['educationForm']; adoptedKind: Adoption['kind']; startsOn: string; endsOn: string | null };
  const { rows } = await sql<Row>`
    select a.adoption_id as "adoptionId", a.education_form as "adoptedForm", a.kind as "adoptedKind", lower(a.valid)::text as "startsOn", (upper(a.valid) - 1)::text as "endsOn", ${COLUMNS}
    from curriculum.adoption a join curriculum.edition e on e.edition_id = a.edition_id and ${isReadable}
    where a.education_provider_id = (select platform.current_provider()) and ${when === 'ever' ? sql`true` : sql`a.valid @> (select platform.today())`}
    order by a.education_form, a.kind desc, lower(a.valid) desc`.execute(tx.db);
  return rows.map(({ adoptionId, adoptedForm, adoptedKind, startsOn, endsOn, ...edition }) => ({
    adoptionId,
    educationForm: adoptedForm,
    kind: adoptedKind,
    startsOn,
    endsOn,
    edition: withoutOwner(edition),
  }));
}
