import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, TEST_AUDIT_KEY, type Builders, type Client, type World } from '@digione/app-server/testing';
import { formatIdentityCode, formatOid } from '@digione/identifiers';
import { registersOf } from '@digione/school-admin/testing/registers';
import { exportRoster } from '../export/export-roster.ts';
import { followLearnerNumbers } from '../learner-number/follow.ts';
import { followPopulation } from '../population/follow.ts';
import { openRegisters } from './open-registers.ts';

const CHILD = formatIdentityCode('2015-08-02', 904);
const MOTHER = formatIdentityCode('1985-05-05', 902);
const day = (arvo: string) => ({ arvo, tarkkuus: 'PAIVA' });

let world: World;
let town: Builders;
let standIns: ReturnType<typeof registersOf>;
let count = 0;
let ids: { school: string; child: string; mother: string };
let secretary: Client;
let mother: Client;
let classmatesParent: Client;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  count += 1;
  town = await world.provider(`kaupunki-${count}`);
  standIns = registersOf([{ code: CHILD, firstNames: 'Oona', lastName: 'Aalto', bornOn: '2015-08-02' }, { code: MOTHER, firstNames: 'Kaisa', lastName: 'Aalto', bornOn: '1985-05-05' }]);
  const [school, year] = [await town.school('Mäkikoulu'), await town.schoolYear()];
  const child = await town.person({ callName: 'Oona', lastName: 'Aalto', bornOn: '2015-08-02', identityCode: CHILD, address: 'Näkyvä katu 4', phone: '+358 40 1112223' });
  const mate = await town.person({ callName: 'Mikko', lastName: 'Aalto', bornOn: '2015-01-02' });
  for (const learner of [child, mate]) await town.studyRight(learner, school);
  await town.homeroom(school, year, '5A', [child, mate]);
  const kaisa = await town.person({ callName: 'Kaisa', lastName: 'Aalto', bornOn: '1985-05-05', identityCode: MOTHER });
  await town.guardianship(kaisa, child, { valid: '[2015-08-02,)' });
  const other = await town.person({ callName: 'Muu', bornOn: '1985-05-05' });
  await town.guardianship(other, mate);
  const office = await town.person({ callName: 'Tarja', bornOn: '1970-01-01' });
  await town.position(office, 'school-secretary', school);
  ids = { school, child, mother: kaisa };
  const as = (personId: string) => world.signIn({ of: town, personId });
  [secretary, mother, classmatesParent] = [await as(office), await as(kaisa), await as(other)];
});

const database = () => world.server.kernel.database;
const registers = () => openRegisters(() => standIns.connections, world.clock);
async function follow() {
  const client = await registers().population('');
  if (client === undefined) throw new Error('not connected');
  return followPopulation(database(), client, { educationProviderId: town.educationProviderId, key: `kaupunki-${count}` });
}
const number = async () => {
  const client = await registers().learnerNumber('');
  if (client === undefined) throw new Error('not connected');
  return followLearnerNumbers(database(), client, town.educationProviderId);
};
const base = () => `/api/providers/${town.educationProviderId}`;
const row = async <T>(query: string): Promise<T> => (await town.pool.query(query, [town.educationProviderId])).rows as T;

/** All that a partner would get, as text. */
async function roster(): Promise<string> {
  const zip = await exportRoster({ databaseUrl: world.databaseUrl, auditKey: TEST_AUDIT_KEY, providerKey: `kaupunki-${count}`, now: world.clock.iso() });
  return Object.values(unzipSync(zip)).map((file) => strFromU8(file)).join('\n');
}

describe('the population register’s feed', () => {
  test('is followed from the day one begins; the same again brings nothing', async () => {
    standIns.population.change(CHILD, [{ tietoryhma: 'SUKUPUOLI', sukupuoli: 'NAINEN' }], '2026-11-20T00:00:00Z');
    expect(await follow()).toEqual({ changes: 0, refused: 0 });
    standIns.population.change(CHILD, [{ tietoryhma: 'HENKILON_NIMI', muutosattribuutti: 'LISATTY', etunimi: 'Oona Maria', sukunimi: 'Aalto-Kivi', alkupv: day('2026-11-23') }], '2026-11-24T00:00:00Z');
    expect(await follow()).toEqual({ changes: 1, refused: 0 });
    expect((await secretary.get(`${base()}/people/${ids.child}`)).body).toMatchObject({ lastName: 'Aalto-Kivi' });
    expect(await follow()).toEqual({ changes: 0, refused: 0 });
    expect(await row('select kind, state from exchange.import_run where education_provider_id = $1')).toEqual([{ kind: 'population', state: 'succeeded' }]);
  });

  test('a person protected by it is hidden at once: from the office’s page, lists, search and the roster', async () => {
    await follow();
    expect((await secretary.get(`${base()}/people/${ids.child}`)).text).toContain('Näkyvä katu');
    expect(await roster()).toContain('1112223');
    standIns.population.change(CHILD, [{ tietoryhma: 'TURVAKIELTO', turvakieltoAktiivinen: true, muutosattribuutti: 'LISATTY' }], '2026-11-24T06:00:00Z');
    await follow();
    const person = await secretary.get(`${base()}/people/${ids.child}`);
    expect(person.body).toMatchObject({ isProtected: true, contact: null });
    expect(person.text).not.toContain('Näkyvä katu');
    for (const client of [secretary, mother, classmatesParent]) {
      for (const path of [`${base()}/learners`, `/api/search?q=Oona`, `${base()}/people/${ids.child}/history`]) expect((await client.get(path)).text).not.toMatch(/Näkyvä katu|1112223/);
    }
    expect(await roster()).not.toContain('1112223');
    expect((await classmatesParent.get(`/api/search?q=Oona`)).text).not.toContain(ids.child);
  });

  test('a guardian removed by it has no access from that moment', async () => {
    await follow();
    expect((await mother.get(`${base()}/people/${ids.child}`)).status).toBe(200);
    const custody = {
      tietoryhma: 'HUOLTAJA',
      muutosattribuutti: 'POISTETTU',
      huoltaja: { henkilotunnus: MOTHER, etunimet: 'Kaisa', sukunimi: 'Aalto', syntymapv: day('1985-05-05') },
      huoltajanLaji: 'LAKISAATEINEN_HUOLTAJA',
      huoltajanRooli: 'AITI',
      huoltosuhteenAlkupv: day('2015-08-02'),
    };
    standIns.population.change(CHILD, [custody], '2026-11-24T06:00:00Z');
    expect(await follow()).toEqual({ changes: 1, refused: 0 });
    expect((await mother.get(`${base()}/people/${ids.child}`)).status).toBe(403);
    expect((await mother.get('/api/children')).text).not.toContain(ids.child);
  });

  test('one message that can’t be taken keeps no other out, and is a refused run to look at', async () => {
    await follow();
    standIns.population.change(CHILD, [{ tietoryhma: 'KUOLINPAIVA', kuollut: true, kuolinpv: day('2026-02-30') }], '2026-11-24T05:00:00Z');
    standIns.population.change(MOTHER, [{ tietoryhma: 'TURVAKIELTO', turvakieltoAktiivinen: true }], '2026-11-24T06:00:00Z');
    expect(await follow()).toEqual({ changes: 2, refused: 1 });
    expect(await row('select protected_address from core_data.person where education_provider_id = $1 and call_name = \'Kaisa\'')).toEqual([{ protected_address: true }]);
    expect(await row(`select state from exchange.import_run where education_provider_id = $1 order by import_run_id`)).toEqual([{ state: 'refused' }, { state: 'refused' }, { state: 'succeeded' }]);
    expect(await follow()).toEqual({ changes: 0, refused: 0 });
  });

  test('when it doesn’t answer, that is kept, and the next look goes on from where it was', async () => {
    await follow();
    standIns.population.change(MOTHER, [{ tietoryhma: 'TURVAKIELTO', turvakieltoAktiivinen: true }], '2026-11-24T06:00:00Z');
    standIns.breakDown(true);
    expect(await follow()).toBeUndefined();
    expect(await follow()).toBeUndefined();
    expect(await row('select last_failure, failures from exchange.register_feed where education_provider_id = $1')).toEqual([{ last_failure: 'population register answered 503', failures: 2 }]);
    standIns.breakDown(false);
    expect(await follow()).toEqual({ changes: 1, refused: 0 });
    expect(await row('select last_failure, failures from exchange.register_feed where education_provider_id = $1')).toEqual([{ last_failure: null, failures: 0 }]);
  });
});

describe('learner numbers', () => {
  const numbers = () => row<{ n: string | null }[]>(`select learner_number as n from core_data.person where education_provider_id = $1 and call_name = 'Oona'`);

  test('each learner without one gets one, once', async () => {
    expect(await number()).toEqual({ given: 1, merged: 0, troubles: 0 });
    const [given] = await numbers();
    expect(given?.n).toMatch(/^1\.2\.246\.562\.24\./);
    expect(await number()).toEqual({ given: 0, merged: 0, troubles: 0 });
    expect(await numbers()).toEqual([given]);
  });

  test('whom the register knows by another name is told as trouble, and not asked again and again', async () => {
    await town.pool.query(`update core_data.person set last_name = 'Toinen' where person_id = $1`, [ids.child]);
    expect(await number()).toEqual({ given: 0, merged: 0, troubles: 1 });
    expect(await number()).toEqual({ given: 0, merged: 0, troubles: 0 });
    expect(await row('select kind, person_id from exchange.register_trouble where education_provider_id = $1')).toEqual([{ kind: 'conflict', person_id: ids.child }]);
  });

  test('a number that was merged into another follows it; when that one is somebody here, a human looks at the two', async () => {
    await number();
    const [given] = await numbers();
    const master = formatOid('person', '1000000077');
    standIns.learnerNumber.add({ identityCode: formatIdentityCode('2015-08-02', 908), firstNames: 'Oona', lastName: 'Aalto', oid: master });
    standIns.learnerNumber.merge(master, given?.n ?? '', '2026-11-24T08:00:00.000Z');
    expect(await number()).toEqual({ given: 0, merged: 1, troubles: 0 });
    expect(await numbers()).toEqual([{ n: master }]);

    const another = formatOid('person', '1000000088');
    standIns.learnerNumber.add({ identityCode: formatIdentityCode('2015-08-02', 910), firstNames: 'Oona', lastName: 'Aalto', oid: another });
    const twin = await town.person({ callName: 'Kaksonen', bornOn: '2015-08-02' });
    await town.pool.query('update core_data.person set learner_number = $2 where person_id = $1', [twin, another]);
    standIns.learnerNumber.merge(another, master, '2026-11-24T09:00:00.000Z');
    expect(await number()).toMatchObject({ merged: 0, troubles: 1 });
    expect(await numbers()).toEqual([{ n: master }]);
    expect(await row('select kind, person_id, other_person_id from exchange.register_trouble where education_provider_id = $1')).toEqual([{ kind: 'two-people', person_id: ids.child, other_person_id: twin }]);
  });

  test('a register that is down changes nothing and is tried again', async () => {
    standIns.breakDown(true);
    expect(await number()).toBeUndefined();
    expect(await numbers()).toEqual([{ n: null }]);
    standIns.breakDown(false);
    expect(await number()).toMatchObject({ given: 1 });
  });
});

describe('the main user', () => {
  const asMainUser = async () => {
    const person = await town.person({ bornOn: '1970-01-01' });
    await town.role(person, 'main-user');
    return world.signIn({ of: town, personId: person });
  };

  test('sees how it goes and whom to look at; what is mended is asked again', async () => {
    await town.pool.query(`update core_data.person set last_name = 'Toinen' where person_id = $1`, [ids.child]);
    await number();
    const client = await asMainUser();
    const { body } = await client.get(`${base()}/register-feeds`);
    expect(body.feeds).toMatchObject([
      { register: 'population', isConnected: false, lastRunAt: null },
      { register: 'learner-number', isConnected: false, lastSuccessAt: expect.any(String), failures: 0 },
    ]);
    expect(body.troubles).toMatchObject([{ kind: 'conflict', person: { personId: ids.child, lastName: 'Toinen' }, other: null }]);
    await town.pool.query(`update core_data.person set last_name = 'Aalto' where person_id = $1`, [ids.child]);
    expect((await client.post(`${base()}/register-troubles/${body.troubles[0].registerTroubleId}/solve`)).status).toBe(200);
    expect(await number()).toMatchObject({ given: 1 });
    expect((await client.get(`${base()}/register-feeds`)).body.troubles).toEqual([]);
  });

  test('of a register that is not connected hears that; a secretary hears nothing', async () => {
    const client = await asMainUser();
    const refused = await client.post(`${base()}/register-feeds/population/run`, {}, { 'accept-language': 'fi' });
    expect([refused.status, refused.body.detail]).toEqual([409, expect.stringMatching(/ei ole kytketty/)]);
    expect((await secretary.get(`${base()}/register-feeds`)).status).toBe(403);
  });
});
