import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json, JsonObject } from '../json.ts';
import { documentOf, pupil } from '../testing/documents.ts';
import { startStandIn, type StandIn } from './server.ts';

let koski: StandIn;
beforeAll(async () => {
  koski = await startStandIn({ today: () => '2026-11-24', user: 'digione', password: 'salaisuus', language: 'en' });
  // The first document compiles the schema.
  await ask('PUT', '/oppija', documentWith(99, 'z'));
}, 60_000);
afterAll(() => koski.close());

const AUTHORIZATION = `Basic ${Buffer.from('digione:salaisuus').toString('base64')}`;
async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${koski.url}${path}`, {
    method,
    headers: { authorization: AUTHORIZATION, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  // oxlint-disable-next-line typescript/no-explicit-any -- answers of many shapes; each test checks what it reads
  return { status: response.status, body: (await response.json()) as any };
}

const source = (id: string) => ({ lähdejärjestelmänId: { id, lähdejärjestelmä: { koodiarvo: 'DigiOne', koodistoUri: 'lahdejarjestelma' } } });
const documentWith = (learner: number, id: string, change: object = {}): Json => ({ ...(documentOf({ ...pupil(), ...source(id), ...change } as JsonObject) as object), henkilö: { oid: `1.2.246.562.24.${String(learner).padStart(11, '0')}` } });
const state = (alku: string, koodiarvo: string) => ({ alku, tila: { koodiarvo, koodistoUri: 'koskiopiskeluoikeudentila' } });
const AWAY = { opiskeluoikeusjaksot: [state('2024-08-08', 'lasna'), state('2026-11-20', 'valiaikaisestikeskeytynyt')] };
const keys = (answer: { body: { key: string }[] }) => answer.body.map(({ key }) => key);

test('a document is kept: an identifier and version 1; the same again changes nothing; a change is version 2', async () => {
  const first = await ask('PUT', '/oppija', documentWith(1, 'a'));
  expect(first).toMatchObject({ status: 200, body: { henkilö: { oid: '1.2.246.562.24.00000000001' }, opiskeluoikeudet: [{ versionumero: 1, ...source('a') }] } });
  const { oid } = first.body.opiskeluoikeudet[0];
  expect((await ask('PUT', '/oppija', documentWith(1, 'a'))).body.opiskeluoikeudet[0]).toMatchObject({ oid, versionumero: 1 });
  expect((await ask('PUT', '/oppija', documentWith(1, 'a', { oid, tila: AWAY }))).body.opiskeluoikeudet[0]).toMatchObject({ oid, versionumero: 2 });
  expect(await ask('GET', `/opiskeluoikeus/${oid}`)).toMatchObject({ status: 200, body: { oid, versionumero: 2, tila: AWAY } });
  expect(await ask('GET', `/opiskeluoikeus/historia/${oid}/1`)).toMatchObject({ status: 200, body: { versionumero: 1 } });
  expect(keys(await ask('GET', `/opiskeluoikeus/historia/${oid}/3`))).toEqual(['notFound.versiotaEiLöydy']);
  expect((await ask('GET', '/oppija/1.2.246.562.24.00000000001')).body.opiskeluoikeudet).toHaveLength(1);
});

test('another study right of the same kind at the same time is one too many', async () => {
  await ask('PUT', '/oppija', documentWith(2, 'b'));
  const second = await ask('PUT', '/oppija', documentWith(2, 'c'));
  expect([second.status, keys(second)]).toEqual([409, ['conflict.exists']]);
});

test('a wrong version is a conflict', async () => {
  const { body } = await ask('PUT', '/oppija', documentWith(3, 'd'));
  const [{ oid }] = body.opiskeluoikeudet;
  const stale = await ask('PUT', '/oppija', documentWith(3, 'd', { oid, versionumero: 7 }));
  expect([stale.status, keys(stale)]).toEqual([409, ['conflict.versionumero']]);
});

test('what KOSKI refuses is refused with its status and key', async () => {
  expect((await fetch(`${koski.url}/oppija`, { method: 'PUT', body: '{}' })).status).toBe(401);
  expect(keys(await ask('PUT', '/oppija', {}, { authorization: 'Basic eDp5' }))).toEqual(['unauthorized.loginFail']);
  expect(await ask('PUT', '/oppija', {}, { 'content-type': 'text/plain' })).toMatchObject({ status: 415, body: [{ key: 'unsupportedMediaType.jsonOnly' }] });
  expect(keys(await ask('PUT', '/oppija', '{'))).toEqual(['badRequest.format.json']);
  expect(await ask('PUT', '/oppija', documentWith(4, 'e', { muuta: 1 }))).toMatchObject({ status: 400, body: [{ key: 'badRequest.validation.jsonSchema', message: [{ path: '/opiskeluoikeudet/0/muuta' }] }] });
  const nameless: Json = { ...(documentOf(pupil()) as object), henkilö: { oid: '1.2.246.562.24.00000000005' } };
  expect(await ask('PUT', '/oppija', nameless)).toMatchObject({ status: 403, body: [{ key: 'forbidden.lähdejärjestelmäIdPuuttuu' }] });
  expect(await ask('GET', '/opiskeluoikeus/1.2.246.562.15.99999999999')).toMatchObject({ status: 404 });
});

test('a cancelled study right is there no more', async () => {
  const { body } = await ask('PUT', '/oppija', documentWith(6, 'f'));
  const [{ oid }] = body.opiskeluoikeudet;
  expect(await ask('DELETE', `/opiskeluoikeus/${oid}`)).toMatchObject({ status: 200, body: { versionumero: 2 } });
  expect(await ask('DELETE', `/opiskeluoikeus/${oid}`)).toMatchObject({ status: 404 });
  expect(await ask('GET', `/opiskeluoikeus/${oid}`)).toMatchObject({ status: 404 });
});

test('fails as told: with a status, without an answer, or with an answer that is lost after the document was kept', async () => {
  koski.fail('503', 1);
  expect(await ask('PUT', '/oppija', documentWith(7, 'g'))).toMatchObject({ status: 503, body: [{ key: 'unavailable' }] });
  koski.fail('409', 1);
  expect(keys(await ask('PUT', '/oppija', documentWith(7, 'g')))).toEqual(['conflict.samanaikainenPäivitys']);
  koski.fail('timeout', 1);
  await expect(fetch(`${koski.url}/oppija`, { method: 'PUT', body: '{}', signal: AbortSignal.timeout(200) })).rejects.toThrow(/abort|timeout/i);
  const before = koski.count().studyRights;
  koski.fail('lost', 1);
  await expect(ask('PUT', '/oppija', documentWith(7, 'g'))).rejects.toThrow(/fetch failed/);
  expect(koski.count().studyRights).toBe(before + 1);
  expect((await ask('PUT', '/oppija', documentWith(7, 'g'))).body.opiskeluoikeudet[0]).toMatchObject({ versionumero: 1 });
  const steering = koski.url.replace('/koski/api', '/stand-in/failure');
  await fetch(steering, { method: 'PUT', body: JSON.stringify({ kind: '500' }) });
  expect((await ask('PUT', '/oppija', documentWith(7, 'g'))).status).toBe(500);
  await fetch(steering, { method: 'DELETE' });
  expect((await ask('PUT', '/oppija', documentWith(7, 'g'))).status).toBe(200);
});

test('several documents at once: the status is the worst of them', async () => {
  const answer = await ask('PUT', '/oppija/batch', [documentWith(8, 'h'), documentWith(9, 'i', { muuta: 1 })]);
  expect(answer.status).toBe(400);
  expect(answer.body[0].opiskeluoikeudet).toHaveLength(1);
});
