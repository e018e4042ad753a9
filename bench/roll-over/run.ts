/**
 * `npx tsx bench/roll-over/run.ts [--learners 20000]`: the school year changes in a city's comprehensive schools: planned, carried out by a process
 * that is killed without warning (SIGKILL) at each third of the way and started again, checked, and taken back.
 */
import { spawn } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { createWorld } from '@digione/app-server/testing';
import pg from 'pg';
import { fillCity } from './city.ts';

const { values } = parseArgs({ options: { learners: { type: 'string', default: '20000' } } });
const LEARNERS_PER_SCHOOL = 450;
const schools = Math.ceil(Number(values.learners) / LEARNERS_PER_SCHOOL);

const say = (line: string) => process.stdout.write(`${line}\n`);
const world = await createWorld();
const client = new pg.Client({ connectionString: world.databaseUrl });
await client.connect();
const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const began = performance.now();
  const result = await work();
  say(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  return result;
};
const count = async (text: string): Promise<number> => Number((await client.query<{ n: string }>(`select count(*) as n from ${text}`)).rows[0]?.n);

/** Works until done; killed each time another share of the classes is behind. @returns how often it was killed, and after how many classes */
async function workThrough(provider: string, runs: readonly string[], kills: number, isUndo: boolean): Promise<number[]> {
  const total = await count('school_admin.roll_over_class');
  const behind = () => count(`school_admin.roll_over_class where is_done = ${!isUndo}`);
  const killed: number[] = [];
  for (;;) {
    const child = spawn(process.execPath, ['--import', 'tsx', new URL('worker.ts', import.meta.url).pathname, world.databaseUrl, provider, ...runs], { stdio: 'inherit' });
    let isOver = false;
    const ended = new Promise<number | null>((done, fail) => {
      child.on('error', fail);
      child.on('close', (code) => {
        isOver = true;
        done(code);
      });
    });
    while (!isOver && killed.length < kills) {
      if ((await behind()) >= ((killed.length + 1) * total) / (kills + 1)) {
        child.kill('SIGKILL');
        killed.push(await behind());
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const code = await ended;
    if (code === 0) return killed;
    if (code !== null) throw new Error(`The worker ended with ${code}.`);
  }
}

try {
  say(`conditions: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)} before`);
  const town = await world.provider('bench');
  const provider = town.educationProviderId;
  await timed('city filled', () => fillCity(client, provider, { schools, learnersPerSchool: LEARNERS_PER_SCHOOL }));
  const learners = await count('core_data.study_right');
  const before = { groups: await count('core_data.teaching_group_member'), rooms: await count('core_data.homeroom_member') };
  say(`${schools} schools, ${learners.toLocaleString('en-GB')} learners, ${before.groups.toLocaleString('en-GB')} places in groups`);
  const personId = await town.person({ callName: 'Rauno', bornOn: '1970-01-01' });
  await town.position(personId, 'principal', null);
  const rauno = await world.signIn({ of: town, personId });
  const { rows } = await client.query<{ id: string }>('select school_id as id from core_data.school where education_provider_id = $1', [provider]);
  const at = (school: string) => `/api/providers/${provider}/schools/${school}/roll-overs`;
  const runs = await timed(`${schools} dry runs shown`, async () => {
    const planned = [];
    for (const { id } of rows) planned.push({ school: id, rollOverId: String((await rauno.post(at(id))).body.rollOverId) });
    return planned;
  });
  const ids = runs.map(({ rollOverId }) => rollOverId);
  for (const { school, rollOverId } of runs) await rauno.post(`${at(school)}/${rollOverId}/apply`);
  const killed = await timed('carried out', () => workThrough(provider, ids, 2, false));
  const rooms = (await count('core_data.homeroom_member')) - before.rooms;
  const groups = (await count('core_data.teaching_group_member')) - before.groups;
  const doubled = await count(`(select learner_id from core_data.homeroom_member where valid @> '2027-09-01'::date group by learner_id having count(*) > 1) x`);
  say(`killed after ${killed.join(' and ')} classes; in classes of the new year ${rooms.toLocaleString('en-GB')}, in groups ${groups.toLocaleString('en-GB')}, graduated ${(await count(`core_data.study_right where state = 'graduated'`)).toLocaleString('en-GB')}, in two classes at once ${doubled}`);
  for (const { school, rollOverId } of runs) await rauno.post(`${at(school)}/${rollOverId}/undo`);
  const undoKilled = await timed('taken back', () => workThrough(provider, ids, 1, true));
  say(`killed after ${undoKilled.join(' and ')} classes; left in classes ${(await count('core_data.homeroom_member')) - before.rooms}, in groups ${(await count('core_data.teaching_group_member')) - before.groups}, graduated ${await count(`core_data.study_right where state = 'graduated'`)}, homerooms of the new year ${await count(`core_data.homeroom where lower(valid) = '2027-08-01'`)}`);
  say(`load ${loadavg()[0]?.toFixed(1)} after`);
} finally {
  await client.end();
  await world.close();
}
