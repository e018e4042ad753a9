import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';

let world: World;
let koivula: Builders;
let base: string;
let mainUser: Client;
let operator: Client;
let teacher: Client;

beforeAll(async () => {
  world = await createWorld({ runsJobs: true });
  koivula = await world.provider('koivula');
  await koivula.pool.query(`update core_data.education_provider set oid = '1.2.246.562.10.99000000001' where education_provider_id = $1`, [koivula.educationProviderId]);
  base = `/api/providers/${koivula.educationProviderId}`;
  const people = [await koivula.person(), await koivula.person(), await koivula.person()] as const;
  await koivula.role(people[0], 'main-user');
  await koivula.role(people[1], 'main-user');
  await koivula.role(people[1], 'platform-operator');
  await koivula.position(people[2], 'teacher', await koivula.school());
  const signIn = (personId: string) => world.signIn({ of: koivula, personId });
  [mainUser, operator, teacher] = [await signIn(people[0]), await signIn(people[1]), await signIn(people[2])];
});
afterAll(() => world.close());

const organisations = JSON.stringify({
  numHits: 2,
  organisaatiot: [
    {
      oid: '1.2.246.562.10.99000000001',
      nimi: { fi: 'Koivulan kaupunki' },
      organisaatiotyypit: ['organisaatiotyyppi_01'],
      status: 'AKTIIVINEN',
      alkuPvm: 0,
      kotipaikkaUri: 'kunta_091',
      kieletUris: [],
      children: [
        { oid: '1.2.246.562.10.99000000002', nimi: { fi: 'Metsäkoulu' }, organisaatiotyypit: ['organisaatiotyyppi_02'], oppilaitosKoodi: '91234', oppilaitostyyppi: 'oppilaitostyyppi_11#1', status: 'AKTIIVINEN', alkuPvm: 0, kotipaikkaUri: 'kunta_091', kieletUris: ['oppilaitoksenopetuskieli_1#1'], children: [] },
      ],
    },
  ],
});

async function upload(client: Client, content: string, fileName = 'organisations.json') {
  const boundary = 'x-digione-test';
  const body = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/json\r\n\r\n${content}\r\n--${boundary}--\r\n`;
  const response = await world.server.app.inject({
    method: 'POST',
    url: `${base}/import-files`,
    headers: { authorization: `Bearer ${client.token}`, 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: body,
  });
  return { status: response.statusCode, body: response.json() };
}

async function waitForEnd(importRunId: string) {
  for (let attempt = 0; attempt < 200; attempt++) {
    const { body } = await mainUser.get(`${base}/imports/${importRunId}`, { 'accept-language': 'fi' });
    if (body.finishedAt !== null) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The import did not end.');
}

test('a main user uploads, sees what would happen, applies it, and a second time nothing changes', async () => {
  const uploaded = await upload(mainUser, organisations);
  expect(uploaded).toMatchObject({ status: 201, body: { fileName: 'organisations.json' } });
  const start = { kind: 'organisations', fileKey: uploaded.body.fileKey, fileName: uploaded.body.fileName };
  const dry = await mainUser.post(`${base}/imports`, { ...start, dryRun: true });
  expect(dry.status).toBe(202);
  const shown = await waitForEnd(dry.body.importRunId);
  expect(shown).toMatchObject({ state: 'succeeded', isDryRun: true, can: { apply: true } });
  expect(shown.summary.byEntity.find((one: { entity: string }) => one.entity === 'school')?.counts.created).toBe(1);
  const before = await mainUser.get(`${base}/schools`);
  expect(before.body.schools).toHaveLength(1);

  const applied = await mainUser.post(`${base}/imports/${dry.body.importRunId}/apply`, undefined, { 'idempotency-key': 'apply-once-only' });
  expect(applied.status).toBe(202);
  expect((await waitForEnd(applied.body.importRunId)).state).toBe('succeeded');
  expect((await mainUser.get(`${base}/schools`)).body.schools.map((one: { name: { fi: string } }) => one.name.fi)).toContain('Metsäkoulu');

  const again = await mainUser.post(`${base}/imports/${dry.body.importRunId}/apply`);
  expect(again.status).toBe(409);
  const repeated = await mainUser.post(`${base}/imports`, { ...start, dryRun: false });
  const unchanged = await waitForEnd(repeated.body.importRunId);
  expect(unchanged.summary.counts).toMatchObject({ created: 0, changed: 0 });
  expect((await mainUser.get(`${base}/imports?limit=2`)).body).toMatchObject({ items: [{ importRunId: repeated.body.importRunId }, {}], nextCursor: expect.any(String) });
});

test('a half-cut file is refused with a row in the reader’s language, and nothing is there', async () => {
  const uploaded = await upload(mainUser, organisations.slice(0, 400));
  const run = await mainUser.post(`${base}/imports`, { kind: 'organisations', fileKey: uploaded.body.fileKey, fileName: 'cut.json', dryRun: false });
  const ended = await waitForEnd(run.body.importRunId);
  expect(ended).toMatchObject({ state: 'refused', can: { apply: false } });
  const rows = await mainUser.get(`${base}/imports/${run.body.importRunId}/rows`);
  expect(rows.body.items.length).toBeGreaterThan(0);
  expect(rows.body.items[0].severity).toBe('error');
});

test('others may neither upload nor import; code sets are the operator’s', async () => {
  expect((await upload(teacher, organisations)).status).toBe(403);
  expect((await teacher.get(`${base}/imports`)).status).toBe(403);
  const uploaded = await upload(mainUser, '[]', 'kunta.json');
  const codes = { kind: 'codes', fileKey: uploaded.body.fileKey, fileName: 'kunta.json', dryRun: true };
  expect((await mainUser.post(`${base}/imports`, codes)).status).toBe(403);
  expect((await operator.post(`${base}/imports`, codes)).status).toBe(202);
});

test('a made-up file key starts nothing', async () => {
  const answer = await mainUser.post(`${base}/imports`, { kind: 'people', fileKey: '../../etc/passwd', fileName: 'x.csv', dryRun: true }, { 'accept-language': 'sv' });
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toEqual([{ path: 'fileKey', message: 'Filen saknas.' }]);
});

test('the people template comes in the reader’s language, to those who may import', async () => {
  const answer = await world.server.app.inject({ url: `${base}/import-template.xlsx`, headers: { authorization: `Bearer ${mainUser.token}` } });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-disposition']).toContain('henkilopohja.xlsx');
  expect(answer.rawPayload.subarray(0, 2).toString()).toBe('PK');
  expect((await world.anonymous().get(`${base}/import-template.xlsx`)).status).toBe(401);
});
