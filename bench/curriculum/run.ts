/**
 * `npx tsx bench/curriculum/run.ts [FOLDER]`: imports every curriculum of a folder of ePerusteet's JSON files, opens subjects, modules and outlines
 * and searches over HTTP, and tells how long each took.
 */
import { readdirSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { createWorld } from '@digione/app-server/testing';
import { runImport } from '@digione/exchange/server';

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../../shared/reference/eperusteet'));
const files = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.includes('openapi'));
const WORDS = [['oppilas', 'fi'], ['opiskelija', 'fi'], ['kieli ja kulttuuri', 'fi'], ['yhtälö', 'fi'], ['ilmastonmuutos', 'fi'], ['havainnoida', 'fi'], ['språk', 'sv'], ['elev', 'sv'], ['samhälle', 'sv'], ['kvanttigravitaatio', 'fi']] as const;
const quantile = (times: readonly number[], share: number): number => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const told = (times: readonly number[]): string => `${times.length} × median ${quantile(times, 0.5).toFixed(1)} ms, 95 % ${quantile(times, 0.95).toFixed(1)} ms, slowest ${Math.max(...times).toFixed(1)} ms`;

const world = await createWorld();
try {
  const city = await world.provider('bench');
  const person = await city.person();
  await city.role(person, 'main-user');
  const client = await world.signIn({ of: city, personId: person });
  const base = `/api/providers/${city.educationProviderId}/curriculum`;
  console.log(`conditions: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, server and database in one process tree; load ${loadavg()[0]?.toFixed(1)} before`);
  for (const name of files) {
    const began = performance.now();
    const cpu = process.cpuUsage();
    const report = await runImport({ databaseUrl: world.databaseUrl, auditKey: Buffer.alloc(32, 1), kind: 'curriculum', path: join(folder, name), dryRun: false, now: '2026-11-24T07:20:00.000Z' });
    const { user, system } = process.cpuUsage(cpu);
    const { created = 0 } = report.byEntity['objective'] ?? {};
    console.log(`import ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor here; ${report.isAccepted ? `${created} objectives` : `refused: ${report.rows[0]?.message ?? ''}`}`);
  }
  await city.pool.query('analyze curriculum.element');
  const ask = async (path: string): Promise<{ ms: number; body: Record<string, unknown> }> => {
    const began = performance.now();
    const { status, body } = await client.get(`${base}${path}`);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    return { ms: performance.now() - began, body };
  };
  const { editions } = (await client.get(`${base}/editions`)).body as { editions: { editionId: string; curriculumKey: string; structure: string; educationForm: string | null; kind: string }[] };
  for (const { editionId, educationForm } of editions) if (educationForm !== null) await client.post(`${base}/adoptions`, { educationForm, editionId, startsOn: '2026-08-01' });
  for (const { editionId, curriculumKey, structure } of editions) {
    const list: number[] = [];
    for (let round = 0; round < 5; round += 1) list.push((await ask(`/editions/${editionId}/subjects`)).ms);
    const { subjects } = (await ask(`/editions/${editionId}/subjects`)).body as { subjects: { key: string; units: { key: string }[] }[] };
    const units = subjects.flatMap((subject) => subject.units.map(({ key }) => key));
    const opened: number[] = [];
    for (const key of new Set(units)) opened.push((await ask(`/editions/${editionId}/unit?key=${encodeURIComponent(key)}`)).ms);
    const outlines: number[] = [];
    if (structure === 'upper-secondary') for (const { key } of subjects) outlines.push((await ask(`/editions/${editionId}/outline?key=${encodeURIComponent(key)}`)).ms);
    const searches: number[] = [];
    for (const [word, language] of WORDS) searches.push((await ask(`/editions/${editionId}/search?q=${encodeURIComponent(word)}&language=${language}`)).ms);
    console.log(`${curriculumKey} (${structure}): list of subjects ${told(list)}`);
    if (opened.length > 0) console.log(`  a subject, module or study unit opened: ${told(opened)}`);
    if (outlines.length > 0) console.log(`  a subject's outline: ${told(outlines)}`);
    console.log(`  a search: ${told(searches)}`);
  }
  const { rows } = await city.pool.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, costs off) select key from curriculum.element s where s.education_provider_id = '00000000-0000-0000-0000-000000000000' and s.edition_id = $1 and (s.search_fi is not null or s.search_sv is not null) and s.search_fi @@ '''opiskel'''::tsquery`,
    [editions.find(({ curriculumKey }) => curriculumKey === 'national:6828810')?.editionId ?? editions[0]?.editionId],
  );
  console.log(`plan of a search:\n${rows.map((row) => `  ${row['QUERY PLAN']}`).join('\n')}`);
} finally {
  await world.close();
}
