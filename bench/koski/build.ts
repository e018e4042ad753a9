/**
 * `npx tsx bench/koski/build.ts [-- LEARNERS]`: KOSKI documents built from study records in PostgreSQL and judged, per second, as the
 * transfer does it: one transaction a study right. A database of its own is made and dropped.
 */
import { cpus, loadavg } from 'node:os';
import { importKoskiDocuments } from '@digione/exchange/server';
import { validateDocument, type JsonObject } from '@digione/koski';
import { asSystem, Database, type Transaction } from '@digione/platform/db';
import { createTestDatabase } from '@digione/platform/testing';
import { systemClock } from '@digione/platform/time';
import { listStudyRights, ofStudyRight, recordOf, writeStudyRight } from '@digione/school-admin/server';
import { makeDocuments } from './documents.ts';

const LEARNERS = Number(process.argv.slice(2).find((arg) => arg !== '--') ?? 400);
const SECONDS = 8;
const AUDIT_KEY = Buffer.alloc(32, 7);
const PROVIDER = '01900000-0000-7000-8000-0000000000be';
const learnerOid = (index: number): string => `1.2.246.562.24.${String(90_000_000_000 + index)}`;

/** Learners of their own with the invented documents' study rights. */
function makeLearners(): readonly JsonObject[] {
  const documents = makeDocuments();
  return Array.from({ length: LEARNERS }, (_, index) => ({
    ...(documents[index % documents.length] as JsonObject),
    henkilö: { oid: learnerOid(index), etunimet: 'Testi', kutsumanimi: 'Testi', sukunimi: `Mittaus ${index}` },
  }));
}

/** A document as the transfer builds and judges it. @returns whether KOSKI would take it */
async function build(tx: Transaction, studyRightId: string): Promise<boolean> {
  const [row] = await listStudyRights(tx, ofStudyRight(studyRightId));
  if (row === undefined) throw new Error('The study right is not there.');
  const document = { henkilö: { oid: learnerOid(1) }, opiskeluoikeudet: [writeStudyRight(recordOf(row), 'sent', studyRightId)] };
  return validateDocument(document, { today: '2026-11-23', caller: { kind: 'service' } }).length === 0;
}

const scratch = await createTestDatabase();
const database = new Database({ url: scratch.url, clock: systemClock, auditKey: AUDIT_KEY, maxConnections: 4 });
try {
  await database.system.query(`insert into core_data.education_provider (education_provider_id, key, name, source) values ($1, 'bench', '{"fi": "Mittaus"}', 'bench')`, [PROVIDER]);
  await importKoskiDocuments({ databaseUrl: scratch.url, auditKey: AUDIT_KEY, documents: makeLearners(), dryRun: false });
  await database.system.query('analyze');
  const { rows } = await database.system.query<{ id: string }>('select study_right_id as id from core_data.study_right order by study_right_id');
  for (const streams of [1, 2]) {
    let [done, refused, next] = [0, 0, 0];
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    const stream = async (): Promise<void> => {
      while (performance.now() - began < SECONDS * 1000) {
        const { id } = rows[next++ % rows.length] ?? { id: '' };
        const isAccepted = await asSystem('a benchmark', database, { educationProviderId: PROVIDER, source: 'bench' }, (tx) => build(tx, id));
        done += 1;
        if (!isAccepted) refused += 1;
      }
    };
    await Promise.all(Array.from({ length: streams }, stream));
    const seconds = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    console.log(`${streams} at once: ${Math.round(done / seconds)} documents/s built and validated, ${Math.round(done / ((user + system) / 1e6))} per second of this process's CPU; refused ${refused} of ${done}`);
  }
  console.log(`conditions: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, PostgreSQL on the same machine, load ${loadavg()[0]?.toFixed(1)}, ${rows.length} study rights`);
} finally {
  await database.close();
  await scratch.drop();
}
