import type pg from 'pg';
import type { City } from './city/insert-city.ts';
import type { IdSource } from './inputs.ts';

const camel = (name: string) => name.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/** Fields that are called after a part somebody plays, with the id they hold. */
const PERSON_FIELDS = /^(person|learner|guardian|teacher|about|subject|child|recipient)(Person)?Ids?$/;

/** Every id and code of a city, found by the name of the field that takes it. */
export async function harvestIds(pool: pg.Pool, city: City): Promise<IdSource & { readonly all: readonly string[] }> {
  const { rows: columns } = await pool.query<{ table: string; column: string }>(
    `select c.table_schema || '.' || c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.column_name = c.table_name || '_id' and c.data_type = 'uuid'
       and exists (select from information_schema.columns p where p.table_schema = c.table_schema and p.table_name = c.table_name and p.column_name = 'education_provider_id')`,
  );
  const byField = new Map<string, string[]>();
  for (const { table, column } of columns) {
    const { rows } = await pool.query<{ id: string }>(`select ${column} as id from ${table} where education_provider_id = $1`, [city.educationProviderId]);
    byField.set(camel(column), [...(byField.get(camel(column)) ?? []), ...rows.map(({ id }) => id)]);
  }
  const codes = await pool.query<{ code: string }>('select code from school_admin.absence_type where education_provider_id = $1', [city.educationProviderId]);
  const all = [...new Set([...byField.values()].flat())];
  const find = (field: string): readonly string[] => {
    if (field === 'educationProviderId') return [city.educationProviderId];
    if (field === 'absenceTypeCode') return codes.rows.map(({ code }) => code);
    if (PERSON_FIELDS.test(field)) return byField.get('personId') ?? [];
    if (/groupId$/i.test(field)) return byField.get('teachingGroupId') ?? [];
    const known = byField.get(field.replace(/Ids$/, 'Id'));
    if (known !== undefined) return known;
    return field.endsWith('Id') || field.endsWith('Ids') ? all : [];
  };
  return Object.assign(find, { all });
}
