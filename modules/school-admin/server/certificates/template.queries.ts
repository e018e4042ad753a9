import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@digione/platform/db';
import type { CertificateTemplate } from '../../contract/certificates/index.ts';

const provider = sql`(select platform.current_provider())`;

export interface SavedTemplate {
  readonly certificateTemplateId: string | null;
  readonly number: number;
  readonly template: CertificateTemplate;
  readonly logo: Buffer | null;
  readonly savedAt: string | null;
}

/** What certificates look like until a provider says otherwise: complete, and nobody's. */
export const FIRST_TEMPLATE: CertificateTemplate = {
  place: {},
  curriculum: {},
  footer: {},
  permitOn: null,
  signatories: 'principal',
  identityCode: 'all',
  marksInWords: true,
  logoText: {},
};

type Row = Omit<SavedTemplate, 'template'> & { content: CertificateTemplate };
const COLUMNS = sql`certificate_template_id as "certificateTemplateId", number, content, logo, created_at as "savedAt"`;
const FIRST: SavedTemplate = { certificateTemplateId: null, number: 0, template: FIRST_TEMPLATE, logo: null, savedAt: null };
const savedOf = (row: Row | undefined): SavedTemplate => {
  if (row === undefined) return FIRST;
  const { content, ...rest } = row;
  return { ...rest, template: { ...FIRST_TEMPLATE, ...content } };
};

/** The version in force: the newest, or what the product brings. */
export async function getTemplate(tx: Transaction): Promise<SavedTemplate> {
  const { rows } = await sql<Row>`select ${COLUMNS} from school_admin.certificate_template where education_provider_id = ${provider} order by number desc limit 1`.execute(tx.db);
  return savedOf(rows[0]);
}

/** Versions by which certificates were given; null stands for what the product brings. */
export async function listTemplates(tx: Transaction, ids: readonly (string | null)[]): Promise<(id: string | null) => SavedTemplate> {
  const wanted = ids.filter((id) => id !== null);
  const { rows } =
    wanted.length === 0 ? { rows: [] } : await sql<Row>`select ${COLUMNS} from school_admin.certificate_template where education_provider_id = ${provider} and certificate_template_id = any(${wanted}::uuid[])`.execute(tx.db);
  const found = new Map(rows.map((row) => [row.certificateTemplateId, savedOf(row)]));
  return (id) => found.get(id) ?? FIRST;
}

/** @returns the new version's number; undefined when somebody has saved another since `basedOn` */
export async function insertTemplate(tx: Transaction, { basedOn, template, logo, savedBy }: { basedOn: number; template: CertificateTemplate; logo: Buffer | null; savedBy: string }): Promise<number | undefined> {
  const { rows } = await sql<{ number: number }>`
    insert into school_admin.certificate_template (education_provider_id, certificate_template_id, number, content, logo, created_by, source)
    select ${provider}, ${uuidv7()}, ${basedOn + 1}, ${JSON.stringify(template)}::jsonb, ${logo}, ${savedBy}, 'manual'
    where ${basedOn} = (select coalesce(max(number), 0) from school_admin.certificate_template where education_provider_id = ${provider})
    on conflict (education_provider_id, number) do nothing
    returning number`.execute(tx.db);
  return rows[0]?.number;
}
