/**
 * How fast a grade book of 30 learners × 40 items opens and takes a pasted block, among 200 000 other cells: `npx tsx bench/http/grade-book.ts`.
 * Whole requests: session, action, validation, audit and commit; without the network.
 */
import { performance } from 'node:perf_hooks';
import { createWorld } from '@digione/app-server/testing';
import { percentile } from './load.ts';

const LEARNERS = 30;
const ITEMS = 40;
const ROUNDS = 60;

const world = await createWorld();
try {
  const koivula = await world.provider('koivula');
  const [school, year] = [await koivula.school(), await koivula.schoolYear()];
  const teacher = await koivula.person({ bornOn: '1980-01-01' });
  await koivula.position(teacher, 'teacher', school);
  const learners: string[] = [];
  for (let index = 0; index < LEARNERS; index++) learners.push(await koivula.person({ lastName: `Oppilas ${index}` }));
  const subject = await koivula.subject('MA', 'Matematiikka');
  const group = await koivula.teachingGroup(school, year, '7A MA', learners, teacher, { subjectId: subject });
  const { pool, educationProviderId } = koivula;
  const fill = async (groupId: string, items: number, who: readonly string[]) => {
    await pool.query(
      `with item as (insert into teaching.evidence_item (education_provider_id, evidence_item_id, teaching_group_id, name, kind, held_on, scale, source)
         select $1, gen_random_uuid(), $2, 'Koe ' || n, 'test', date '2026-08-20' + n, 'mark', 'bench' from generate_series(1, $3::int) n returning evidence_item_id)
       insert into teaching.evidence_value (education_provider_id, evidence_value_id, evidence_item_id, learner_id, scale, value, recorded_by, recorded_at, source)
       select $1, gen_random_uuid(), item.evidence_item_id, learner, 'mark', '8-', $4, now(), 'bench' from item, unnest($5::uuid[]) learner`,
      [educationProviderId, groupId, items, teacher, who],
    );
  };
  await fill(group, ITEMS, learners);
  for (let other = 0; other < 170; other++) await fill(await koivula.teachingGroup(school, year, `muu ${other}`, []), ITEMS, learners);
  await pool.query('analyze');
  const client = await world.signIn({ of: koivula, personId: teacher });
  const book = `/api/providers/${educationProviderId}/groups/${group}/gradebook`;

  const measure = async (name: string, work: (round: number) => Promise<{ status: number }>) => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS + 5; round++) {
      const began = performance.now();
      const { status } = await work(round);
      if (status !== 200) throw new Error(`${name} answered ${status}`);
      // The first ones compile and plan.
      if (round >= 5) times.push(performance.now() - began);
    }
    const sorted = Float64Array.from(times).sort();
    console.log(`${name.padEnd(28)} p50 ${percentile(sorted, 0.5).toFixed(1)} ms  p95 ${percentile(sorted, 0.95).toFixed(1)} ms  worst ${percentile(sorted, 1).toFixed(1)} ms`);
  };

  await measure(`open ${LEARNERS} × ${ITEMS}`, () => client.get(book));
  const { body } = await client.get(book);
  const [first] = body.items;
  await measure('save one cell', (round) =>
    client.put(`${book}/values`, { changes: [{ evidenceItemId: first.evidenceItemId, learnerId: learners[0], value: round % 2 === 0 ? '7' : '8', version: round + 1 }] }),
  );
  const versions = new Map<string, number>(learners.map((learnerId, index) => [learnerId, index === 0 ? ROUNDS + 6 : 1]));
  await measure('save a column of 30', (round) =>
    client.put(`${book}/values`, { changes: learners.map((learnerId) => ({ evidenceItemId: first.evidenceItemId, learnerId, value: round % 2 === 0 ? '9' : '10-', version: (versions.get(learnerId) ?? 1) + round })) }),
  );
} finally {
  await world.close();
}
