import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';
import { startStandIn, type StandIn } from '@digione/koski/stand-in';
import { waitSeconds } from './backoff.ts';
import { koskiClient } from './client.ts';
import { listDeviations } from './compare.ts';
import { compareSent, sendWaiting } from './send.ts';

let world: World;
let koski: StandIn;
let town: Builders;
let school: string;
let secretary: Client;
let count = 0;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  koski = await startStandIn({ today: () => '2026-11-24', user: 'digione', password: 'salaisuus' });
  count += 1;
  town = await world.provider(`koski-${count}`);
  school = await town.school('Koivukoulu');
  await town.schoolYear();
  await town.pool.query(`update core_data.school set oid = $2 where school_id = $1`, [school, `1.2.246.562.10.9990${String(count).padStart(6, '0')}1`]);
  const office = await town.person({ callName: 'Tarja', bornOn: '1980-01-01' });
  await town.position(office, 'school-secretary', school);
  secretary = await world.signIn({ of: town, personId: office });
  await town.pool.query(`insert into exchange.koski_connection (education_provider_id, koski_connection_id, is_on, source) values ($1, gen_random_uuid(), true, 'test')`, [town.educationProviderId]);
});
afterEach(() => koski.close());

const sender = () => ({ database: world.server.kernel.database, educationProviderId: town.educationProviderId, client: koskiClient({ url: koski.url, user: 'digione', password: 'salaisuus', timeoutMs: 1_500 }) });
const base = () => `/api/providers/${town.educationProviderId}`;

/** A learner with a study right that was just changed, so that it waits to be told. */
async function changed(name: string): Promise<{ learner: string; right: string }> {
  const learner = await town.person({ callName: name, bornOn: '2014-05-05' });
  await town.pool.query(`update core_data.person set learner_number = $2 where person_id = $1`, [learner, `1.2.246.562.24.9${String(count).padStart(4, '0')}${String(++numbers).padStart(6, '0')}`]);
  const right = await town.studyRight(learner, school);
  await addGrade(learner, right, '4');
  await world.settle();
  return { learner, right };
}
let numbers = 0;
const addGrade = (learner: string, right: string, grade: string) =>
  secretary.post(`${base()}/learners/${learner}/study-rights/${right}/attainments`, { kind: 'perusopetuksenvuosiluokka', code: grade, codeSet: 'perusopetuksenluokkaaste', homeroom: `${grade}A`, startsOn: `${2020 + Number(grade)}-08-07`, parentAttainmentId: null });
const state = async (right: string) =>
  (await town.pool.query(`select t.state, t.asked_no, t.sent_no, t.failures, t.koski_version, t.faults, r.oid from exchange.koski_transfer t join core_data.study_right r using (education_provider_id, study_right_id) where t.study_right_id = $1`, [right])).rows[0];
/** The wait is over. */
const wait = () => town.pool.query(`update exchange.koski_transfer set next_attempt_at = '2026-11-01' where education_provider_id = $1`, [town.educationProviderId]);

describe('transfer', () => {
  test('a change is told once; number and version are kept; the next change is the next version', async () => {
    const { learner, right } = await changed('Aada');
    expect(await state(right)).toMatchObject({ state: 'waiting', asked_no: 1, oid: null });
    expect(await sendWaiting(sender())).toBe(1);
    expect(await state(right)).toMatchObject({ state: 'sent', sent_no: 1, koski_version: 1, oid: expect.stringMatching(/^1\.2\.246\.562\.15\./) });
    expect(await sendWaiting(sender())).toBe(0);
    await secretary.put(`${base()}/learners/${learner}/study-rights/${right}/periods`, { periods: [{ startsOn: '2022-08-01', state: 'lasna', funding: null }, { startsOn: '2026-11-20', state: 'eronnut', funding: null }], expectedEndOn: null }, { 'if-match': '"v2"' });
    await world.settle();
    await sendWaiting(sender());
    expect(await state(right)).toMatchObject({ state: 'sent', asked_no: 2, sent_no: 2, koski_version: 2 });
    expect(koski.count()).toMatchObject({ studyRights: 1, versions: 2 });
  });

  test('several changes before the sending are told as one', async () => {
    const { learner, right } = await changed('Eino');
    await secretary.put(`${base()}/learners/${learner}/study-rights/${right}/additional-information`, { information: [{ kind: 'support-decision', startsOn: '2025-09-01', endsOn: null }] }, { 'if-match': '"v2"' });
    await world.settle();
    expect(await state(right)).toMatchObject({ asked_no: 2 });
    expect(await sendWaiting(sender())).toBe(1);
    expect(koski.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(await state(right)).toMatchObject({ state: 'sent', sent_no: 2 });
  });

  test.each([['503', '503'], ['500', '500'], ['409', '409']] as const)('KOSKI answers %s: it is tried again later, longer each time, and told once', async (_, kind) => {
    const { right } = await changed('Iida');
    koski.fail(kind, 2);
    await sendWaiting(sender());
    expect(await state(right)).toMatchObject({ state: 'waiting', failures: 1, sent_no: 0 });
    expect(await sendWaiting(sender())).toBe(0);
    await wait();
    await sendWaiting(sender());
    expect(await state(right)).toMatchObject({ failures: 2 });
    await wait();
    await sendWaiting(sender());
    expect(await state(right)).toMatchObject({ state: 'sent', failures: 0, sent_no: 1, koski_version: 1 });
    expect(koski.count().studyRights).toBe(1);
  });

  test('no answer, or one that is lost after KOSKI had kept the document: told again, and kept once', async () => {
    const { right } = await changed('Onni');
    koski.fail('timeout', 1);
    await sendWaiting(sender());
    expect(await state(right)).toMatchObject({ state: 'waiting', faults: [{ key: 'network.timeout' }] });
    koski.fail('lost', 1);
    await wait();
    await sendWaiting(sender());
    expect(koski.count().studyRights).toBe(1);
    expect(await state(right)).toMatchObject({ state: 'waiting', oid: null });
    await wait();
    await sendWaiting(sender());
    expect(await state(right)).toMatchObject({ state: 'sent', koski_version: 1 });
    expect(koski.count()).toMatchObject({ studyRights: 1, versions: 1 });
  });

  test('while KOSKI is away nobody else is tried', async () => {
    await changed('Yksi');
    await changed('Kaksi');
    koski.fail('503');
    expect(await sendWaiting(sender())).toBe(1);
    expect(koski.requests).toHaveLength(1);
  });

  test('a process that was killed while sending loses its study right to another after a while', async () => {
    const { right } = await changed('Lotta');
    await town.pool.query(`update exchange.koski_transfer set state = 'sending', leased_until = '2026-11-24T07:22:00Z' where study_right_id = $1`, [right]);
    expect(await sendWaiting(sender())).toBe(0);
    await town.pool.query(`update exchange.koski_transfer set leased_until = '2026-11-24T07:19:00Z' where study_right_id = $1`, [right]);
    expect(await sendWaiting(sender())).toBe(1);
    expect(await state(right)).toMatchObject({ state: 'sent' });
  });

  test('two senders at once tell a study right once', async () => {
    const { right } = await changed('Helmi');
    await Promise.all([sendWaiting(sender()), sendWaiting(sender()), sendWaiting(sender())]);
    expect(koski.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(await state(right)).toMatchObject({ state: 'sent' });
  });

  test('what our rules find is not sent but told; what KOSKI refuses is kept with its key; mended it goes', async () => {
    const { learner, right } = await changed('Venla');
    await addGrade(learner, right, '3');
    await world.settle();
    await town.pool.query(`update school_admin.attainment set starts_on = '2024-08-07' where study_record_id = $1 and kind = 'perusopetuksenvuosiluokka'`, [right]);
    await sendWaiting(sender());
    expect(await state(right)).toMatchObject({ state: 'refused', faults: [{ key: 'badRequest.validation.rakenne.epäsopiviaSuorituksia', rule: expect.any(String) }] });
    expect(koski.requests).toEqual([]);
    await town.pool.query(`update school_admin.attainment set starts_on = '2023-08-07' where study_record_id = $1 and code = '3'`, [right]);
    await addGrade(learner, right, '5');
    await world.settle();
    await sendWaiting(sender());
    expect(await state(right)).toMatchObject({ state: 'sent', faults: [] });
  });

  test('a cancelled study right is cancelled in KOSKI; one that was never told is forgotten', async () => {
    const told = await changed('Sulo');
    await sendWaiting(sender());
    const untold = await changed('Oiva');
    for (const { learner, right } of [told, untold]) {
      await secretary.put(`${base()}/learners/${learner}/study-rights/${right}/periods`, { periods: [{ startsOn: '2022-08-01', state: 'lasna', funding: null }, { startsOn: '2026-11-24', state: 'mitatoity', funding: null }], expectedEndOn: null }, { 'if-match': '"v2"' });
    }
    await world.settle();
    await sendWaiting(sender());
    expect([(await state(told.right)).state, (await state(untold.right)).state]).toEqual(['cancelled', 'cancelled']);
    expect(koski.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
    expect(await sendWaiting(sender())).toBe(0);
  });

  test('nothing is asked for while the transfer is off', async () => {
    await town.pool.query(`update exchange.koski_connection set is_on = false where education_provider_id = $1`, [town.educationProviderId]);
    const { right } = await changed('Kaino');
    expect(await state(right)).toBeUndefined();
  });
});

describe('the nightly comparison', () => {
  test('finds what KOSKI has no more or has otherwise, and nothing else', async () => {
    const [same, other, gone] = [await changed('Sama'), await changed('Muu'), await changed('Poissa')];
    await sendWaiting(sender());
    await town.pool.query(`update school_admin.attainment set homeroom = '4B' where study_record_id = $1 and code = '4'`, [other.right]);
    await koskiClient({ url: koski.url, user: 'digione', password: 'salaisuus' }).cancel((await state(gone.right)).oid);
    expect(await compareSent(sender())).toBe(3);
    expect(await state(same.right)).toMatchObject({ state: 'sent', faults: [] });
    expect(await state(other.right)).toMatchObject({ state: 'differs', faults: [{ key: 'digione.differs', path: expect.stringContaining('/luokka') }] });
    expect(await state(gone.right)).toMatchObject({ state: 'differs', faults: [{ key: 'digione.notInKoski' }] });
    expect(await compareSent(sender())).toBe(0);
  });

  test('what the register adds is no difference', () => {
    expect(listDeviations({ tila: { koodiarvo: 'lasna' }, a: [1] }, { tila: { koodiarvo: 'lasna', nimi: { fi: 'Läsnä' } }, a: [1], oid: 'x' })).toEqual([]);
    expect(listDeviations({ a: [1], b: { c: 1 } }, { a: [1, 2], b: { c: 2 } })).toEqual(['/a', '/b/c']);
  });
});

test('each wait is twice the one before, and never over six hours', () => {
  expect([1, 2, 3, 20].map(waitSeconds)).toEqual([30, 60, 120, 21_600]);
});
