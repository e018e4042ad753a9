import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';

let world: World;
let town: Builders;
let main: Client;
let office: Client;
let base: string;
let [here, there] = ['', ''];

async function learnerAt(school: string, name: string): Promise<{ learner: string; right: string }> {
  const learner = await town.person({ callName: name, lastName: 'Koivu' });
  return { learner, right: await town.studyRight(learner, school) };
}
const refuse = (right: string, faults: object[]) =>
  town.pool.query(`update exchange.koski_transfer set state = 'refused', faults = $2 where study_right_id = $1`, [right, JSON.stringify(faults)]);

beforeAll(async () => {
  world = await createWorld({ config: { findKoskiAccess: (key) => (key === 'koivula' ? { url: 'https://koski.example/koski/api', user: 'digione-koivula', password: 'erittäinSalainen' } : undefined) } });
  town = await world.provider('koivula');
  [here, there] = [await town.school('Koivukoulu'), await town.school('Rantakoulu')];
  const [head, secretary] = [await town.person({ bornOn: '1970-01-01' }), await town.person({ bornOn: '1980-01-01' })];
  await town.role(head, 'main-user');
  await town.position(secretary, 'school-secretary', here);
  [main, office] = [await world.signIn({ of: town, personId: head }), await world.signIn({ of: town, personId: secretary })];
  base = `/api/providers/${town.educationProviderId}`;
});
afterAll(() => world.close());

test('turned on, every study right is told; the password is told to nobody', async () => {
  await learnerAt(here, 'Aada');
  await learnerAt(there, 'Eino');
  const before = await main.get(`${base}/koski/connection`);
  expect(before.body).toEqual({ version: 0, isOn: false, address: 'https://koski.example/koski/api', user: 'digione-koivula' });
  const on = await main.put(`${base}/koski/connection`, { isOn: true }, { 'if-match': '"v0"' });
  expect(on.body).toMatchObject({ version: 1, isOn: true });
  expect(on.text).not.toContain('erittäinSalainen');
  expect((await main.put(`${base}/koski/connection`, { isOn: false }, { 'if-match': '"v0"' })).status).toBe(412);
  expect((await main.get(`${base}/koski/transfers`)).body.counts).toMatchObject({ waiting: 2, refused: 0 });
});

test('an office sees the work of its own school, in plain words of its language', async () => {
  const { right } = await learnerAt(here, 'Iida');
  const other = await learnerAt(there, 'Onni');
  await office.post(`${base}/learners/${(await learnerAt(here, 'Muu')).learner}/study-rights/${right}/koski-resend`).then(({ status }) => expect(status).toBe(404));
  const { rows } = await town.pool.query<{ learner_id: string }>('select learner_id from core_data.study_right where study_right_id = $1', [right]);
  expect((await office.post(`${base}/learners/${rows[0]?.learner_id}/study-rights/${right}/koski-resend`)).status).toBe(202);
  expect((await office.post(`${base}/learners/${other.learner}/study-rights/${other.right}/koski-resend`)).status).toBe(403);
  await refuse(right, [
    { key: 'badRequest.validation.tila.vahvistusPuuttuu', message: 'KOSKIn oma lause', rule: 'graduatedUnconfirmed?' },
    { key: 'digione.learnerUnknown', message: '' },
    { key: 'badRequest.jotain.uutta', message: 'KOSKIn oma lause' },
  ]);
  const { body } = await office.get(`${base}/koski/transfers?state=refused`, { 'accept-language': 'en' });
  expect(body.items).toMatchObject([{ learner: { callName: 'Iida' }, state: 'refused', faults: [{ message: 'The study right is graduated, yet a record is not confirmed.' }, { message: expect.stringContaining('learner number') }, { message: 'KOSKIn oma lause' }] }]);
  const all = await office.get(`${base}/koski/transfers?limit=1`);
  expect(all.body.items).toHaveLength(1);
  const rest = await office.get(`${base}/koski/transfers?limit=50&cursor=${all.body.nextCursor}`);
  expect([...all.body.items, ...rest.body.items].map((one: { schoolName: { fi: string } }) => one.schoolName.fi)).not.toContain('Rantakoulu');
  expect((await office.get(`${base}/koski/transfers?cursor=väärä`)).status).toBe(400);
});

test('without the transfer there is nothing to send again', async () => {
  const { learner, right } = await learnerAt(here, 'Sulo');
  const { body } = await main.get(`${base}/koski/connection`);
  await main.put(`${base}/koski/connection`, { isOn: false }, { 'if-match': `"v${body.version}"` });
  const answer = await office.post(`${base}/learners/${learner}/study-rights/${right}/koski-resend`, undefined, { 'accept-language': 'en' });
  expect([answer.status, answer.body.detail]).toEqual([409, 'The transfer to KOSKI is off. The main user can turn it on.']);
});

test('the connection and its requests are the main user’s alone', async () => {
  expect((await office.get(`${base}/koski/connection`)).status).toBe(403);
  expect((await office.get(`${base}/koski/attempts`)).status).toBe(403);
  expect((await main.get(`${base}/koski/attempts`)).body).toEqual({ items: [] });
});
