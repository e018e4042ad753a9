import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { formatIdentityCode, formatOid } from '@digione/identifiers';
import { REFERENCE, skipsReference } from '../testing/import-world.ts';
import { RegisterFailure } from '../registers/ask.ts';
import { learnerNumberClient, type LearnerNumberClient } from './client.ts';
import { learnerNumberStandIn, type LearnerNumberStandIn } from './stand-in.ts';

const NUMBER = formatOid('person', '1000000001');
const OTHER = formatOid('person', '1000000002');
const AINO = { identityCode: formatIdentityCode('2015-08-02', 944), firstNames: 'Aino Maria', callName: 'Aino', lastName: 'Virtanen-Kivi' };
const NEW = { identityCode: formatIdentityCode('2016-01-02', 945), firstNames: 'Eero', callName: 'Eero', lastName: 'Uusi' };
const CONNECTION = { url: 'https://register.test/oppijanumerorekisteri-service', tokenUrl: 'https://register.test/oauth2/token', clientId: 'koivula', clientSecret: 'salainen' };

let standIn: LearnerNumberStandIn;
let client: LearnerNumberClient;
beforeEach(() => {
  standIn = learnerNumberStandIn({
    people: [{ ...AINO, oid: NUMBER }, { ...AINO, identityCode: formatIdentityCode('2015-08-02', 946), oid: OTHER }, NEW],
    clientId: 'koivula',
    clientSecret: 'salainen',
    startedAt: '2026-11-01T00:00:00.000Z',
  });
  client = learnerNumberClient(CONNECTION, standIn.fetch);
});

test('finds a number by identity code and name, and has one given where there is none: the same again the next time', async () => {
  expect(await client.findOrCreate(AINO)).toEqual({ outcome: 'found', learnerNumber: NUMBER });
  const created = await client.findOrCreate(NEW);
  expect(created).toMatchObject({ outcome: 'found' });
  expect(await client.findOrCreate(NEW)).toEqual(created);
});

test('an identity code that is nobody’s, another’s name, half a question', async () => {
  expect(await client.findOrCreate({ ...AINO, identityCode: formatIdentityCode('2017-01-02', 947) })).toEqual({ outcome: 'not-found' });
  expect(await client.findOrCreate({ ...AINO, lastName: 'Korhonen' })).toEqual({ outcome: 'conflict' });
  expect(await client.findOrCreate({ ...AINO, callName: '' })).toEqual({ outcome: 'refused' });
});

test('of two numbers that are one human the merged one leads to the one that goes on, and both are in the feed', async () => {
  expect(await client.listChanged('2026-11-20T00:00:00.000Z', 0, 10)).toEqual([]);
  standIn.merge(NUMBER, OTHER, '2026-11-23T05:00:00.000Z');
  expect(new Set(await client.listChanged('2026-11-20T00:00:00.000Z', 0, 10))).toEqual(new Set([NUMBER, OTHER]));
  expect(await client.listChanged('2026-11-20T00:00:00.000Z', 1, 10)).toHaveLength(1);
  expect(await client.check(OTHER)).toEqual({ oid: OTHER, oppijanumero: NUMBER, passivoitu: true, linked: [NUMBER] });
  expect(await client.check(NUMBER)).toEqual({ oid: NUMBER, oppijanumero: NUMBER, passivoitu: false, linked: [OTHER] });
  expect(await client.check(formatOid('person', '1000000009'))).toBeUndefined();
});

test('a batch gives each its number, and leaves out whom the register refuses', async () => {
  const id = await client.submitBatch([{ key: 'a', ...AINO }, { key: 'b', ...NEW }, { key: 'c', ...AINO, lastName: 'Korhonen' }]);
  const batch = await client.getBatch(id);
  expect(batch?.henkilot.map(({ tunniste }) => tunniste)).toEqual(['a', 'b']);
  expect(batch?.henkilot[0]?.henkilo.oppijanumero).toBe(NUMBER);
  expect(await client.getBatch(99)).toBeUndefined();
});

test('a token that ended is fetched anew, wrong secrets fail at once, a broken register is told apart from a refusal', async () => {
  let asked = 0;
  const forgetful = learnerNumberClient(CONNECTION, (request) => {
    asked += 1;
    return asked === 2 ? Promise.resolve(new Response('{}', { status: 401 })) : standIn.fetch(request);
  });
  expect(await forgetful.findOrCreate(AINO)).toMatchObject({ outcome: 'found' });
  expect(asked).toBe(4);
  await expect(learnerNumberClient({ ...CONNECTION, clientSecret: 'arvaus' }, standIn.fetch).findOrCreate(AINO)).rejects.toMatchObject({ status: 401, isPassing: false });
  const broken = learnerNumberClient(CONNECTION, () => Promise.reject(new TypeError('fetch failed')));
  const failure = await broken.findOrCreate(AINO).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(RegisterFailure);
  expect(failure).toMatchObject({ status: 0, isPassing: true });
  expect(String(failure)).not.toContain(AINO.identityCode);
});

describe.skipIf(skipsReference)('the register’s own examples', () => {
  const example = (name: string): unknown => JSON.parse(readFileSync(join(REFERENCE, 'learner-number', `${name}.json`), 'utf8'));
  const answering = (body: unknown) =>
    learnerNumberClient(CONNECTION, (request) => Promise.resolve(new Response(JSON.stringify(request.url.includes('oauth2') ? { access_token: 'x' } : request.url.includes('perustiedot') ? example('tuontiPerustiedot') : body))));

  test('answers are read', async () => {
    // Found, and not yet identified by the register.
    expect(await answering(example('haeOutput')).findOrCreate(AINO)).toEqual({ outcome: 'not-found' });
    expect((await answering(example('tuontiOppijatMaster')).getBatch(1))?.henkilot[0]?.henkilo).toEqual({ oid: 'tuonti1', oppijanumero: 'tuonti1', passivoitu: false, linked: ['tuonti2'] });
    expect((await answering(example('tuontiOppijatDuplicate')).getBatch(2))?.henkilot[0]?.henkilo).toMatchObject({ oid: 'tuonti2', oppijanumero: 'tuonti1' });
  });

  test('questions are answered as the register answers them', async () => {
    const person = { identityCode: '120963-969H', firstNames: 'tuonti1', lastName: 'tuonti1', oid: 'tuonti1' };
    const register = learnerNumberStandIn({ people: [person], clientId: 'a', clientSecret: 'b', startedAt: '2026-11-01T00:00:00Z' });
    const token = await (await register.fetch(new Request('https://r.test/oauth2/token', { method: 'POST', body: 'grant_type=client_credentials&client_id=a&client_secret=b' }))).json();
    const status = async (name: string) =>
      (await register.fetch(new Request('https://r.test/oppijanumerorekisteri-service/yleistunniste/hae', { method: 'POST', headers: { authorization: `Bearer ${String(token.access_token)}` }, body: JSON.stringify(example(name)) }))).status;
    expect([await status('haeInputFound'), await status('haeInputNotFound'), await status('haeInputConflict')]).toEqual([200, 404, 409]);
  });
});
