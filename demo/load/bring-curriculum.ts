import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { demoCurriculum } from '../curriculum/document.ts';
import type { ImportFile } from './by-import.ts';

/**
 * A city's curriculum comes in through the platform's import, and its main user puts it in force from the beginning of the school year. A city
 * that has one keeps it.
 * @returns whether it was brought in now
 */
export async function bringCurriculum(client: pg.ClientBase, providerKey: string, now: string, importFile: ImportFile): Promise<boolean> {
  const { rows } = await client.query<{ has: boolean }>(
    `select exists (select from curriculum.edition e join core_data.education_provider p using (education_provider_id) where p.key = $1) as has`,
    [providerKey],
  );
  if (rows[0]?.has === true) return false;
  const folder = await mkdtemp(join(tmpdir(), 'digione-demo-'));
  try {
    const path = join(folder, 'esimerkkiopetussuunnitelma.json');
    await writeFile(path, JSON.stringify(demoCurriculum()));
    const { isAccepted, reason } = await importFile({ kind: 'curriculum', path, providerKey, now, givenIds: [] });
    if (!isAccepted) throw new Error(`The import of ${providerKey}'s curriculum was refused: ${reason ?? 'see the list of imports'}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await client.query(
    `insert into curriculum.adoption (education_provider_id, adoption_id, education_form, kind, edition_id, valid, source)
     select e.education_provider_id, gen_random_uuid(), e.education_form, e.kind, e.edition_id, daterange(min(lower(y.valid)), null), 'demo'
     from curriculum.edition e join core_data.education_provider p using (education_provider_id) join core_data.school_year y using (education_provider_id)
     where p.key = $1 and e.education_form is not null and y.valid @> $2::date group by e.education_provider_id, e.edition_id on conflict do nothing`,
    [providerKey, now.slice(0, 10)],
  );
  return true;
}
