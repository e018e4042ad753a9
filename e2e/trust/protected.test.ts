import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TEST_AUDIT_KEY } from '@digione/app-server/testing';
import { exportRoster } from '@digione/exchange/server';
import { namesSomebody, PROTECTED_CONTACT, SECRET_PLACE } from './city/canaries.ts';
import { TODAY } from './city/facts.ts';
import { createTrustWorld, type TrustWorld } from './fixture.ts';
import { harvestIds } from './ids.ts';
import { captureLog } from './log.ts';
import { listCells } from './matrix.ts';
import { Judge } from './oracle/index.ts';
import { inParallel } from './pool.ts';
import { installProbe } from './probe.ts';

let world: TrustWorld;
beforeAll(async () => {
  world = await createTrustWorld({ config: { logLevel: 'trace' } });
});
afterAll(() => world.close());

const pool = () => world.server.kernel.database.system;
const holdsContact = (text: string) => PROTECTED_CONTACT.some((canary) => text.includes(canary));
const reveal = async () => {
  const principal = await world.client({ city: world.north, person: 'principal@hidden' });
  return principal.post(`${world.north.base}/people/${world.north.idOf('person', 'protected')}/reveal-contact`, { reason: 'Kirjeen lähettäminen kotiin' }, { 'idempotency-key': randomUUID() });
};

test('the reveal shows what it is for, so that the canaries below are known to be there', async () => {
  const { status, text } = await reveal();
  expect(status).toBe(200);
  expect(PROTECTED_CONTACT.every((canary) => text.includes(canary))).toBe(true);
});

describe('the log', () => {
  test('of every endpoint, allowed, refused, missing, invalid and failed, names nobody and no secret', async () => {
    const { app } = world.server;
    const log = captureLog(app);
    const probe = installProbe(app.endpoints);
    const tokens: string[] = [];
    try {
      const cells = listCells(world, new Judge(world.north.facts), await harvestIds(pool(), world.north));
      const some = new Map(cells.map((cell) => [`${cell.route.endpoint.id} ${cell.isAllowed} ${cell.isMissing}`, cell]));
      const asked = [...some.values()].filter(({ route }) => !route.endpoint.id.startsWith('access.signOut'));
      await inParallel(asked, 6, async ({ who, request }) => {
        const { token } = await world.client(who);
        tokens.push(token);
        await world.send(token, request);
        await world.send(token, { ...request, payload: request.payload === undefined ? undefined : { notes: `${PROTECTED_CONTACT[0]}katu 5` } });
        await world.send(undefined, request);
      });
      await reveal();
      // A fault whose message holds a row's values.
      await pool().query(`create function core_data.fail() returns trigger language plpgsql as $$ begin raise exception 'row (%)', new.email; end $$; create trigger fail before update on core_data.person for each row execute function core_data.fail()`);
      const secretary = await world.client({ city: world.north, person: 'school-secretary@hill' });
      expect((await secretary.patch(`${world.north.base}/people/${world.north.idOf('person', 'child')}`, { preferredLanguage: 'sv' }, { 'if-match': '"v1"' })).status).toBe(500);
      await pool().query('drop trigger fail on core_data.person; drop function core_data.fail()');
    } finally {
      probe.restore();
      log.release();
    }
    const text = log.lines.join('');
    expect(log.lines.length).toBeGreaterThan(200);
    expect(text).toContain('"status":500');
    expect(text).toContain('/people/:personId');
    const ids = await harvestIds(pool(), world.north);
    expect(log.lines.filter((line) => namesSomebody(line) || line.includes('Pohjalainen') || line.includes('@example.org') || holdsContact(line)).slice(0, 3)).toEqual([]);
    expect(ids('personId').filter((id) => text.includes(id))).toEqual([]);
    expect(tokens.filter((token) => text.includes(token))).toEqual([]);
  }, 60_000);
});

describe('what the server makes of a protected learner’s day', () => {
  beforeAll(async () => {
    const teacher = await world.client({ city: world.north, person: 'teaches-4h' });
    const { north } = world;
    // Of a day and a child one is told once: the fixture's word would stand for it.
    await pool().query('delete from home_school.notification where about_person_id = $1', [north.idOf('person', 'protected')]);
    const marks = [{ learnerId: north.idOf('person', 'protected'), mark: 'absent' }];
    const saved = await teacher.put(`${north.base}/lessons/${north.idOf('lesson', 'running math4h')}/${TODAY}/register`, { marks }, { 'if-match': '"v0"' });
    expect(saved.status, saved.text).toBe(200);
    await reveal();
    await world.settle();
  });

  test.each([
    ['events', `select payload::text || coalesce(live::text, '') as text from events.outbox`],
    ['notifications', 'select content::text || link as text from home_school.notification'],
    ['answers kept for repeats', `select coalesce(response::text, '') as text from platform.idempotency_key`],
    ['the audit log', 'select to_jsonb(e)::text as text from audit.entry e'],
    ['import reports', `select coalesce(report::text, '') || coalesce(reason, '') as text from exchange.import_run`],
  ])('%s hold no contact data', async (_what, query) => {
    const { rows } = await pool().query<{ text: string }>(query);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ text }) => holdsContact(text))).toEqual([]);
  });

  test('nobody is told who may not know, and no telling says where the child is', async () => {
    const { rows } = await pool().query<{ personId: string; text: string }>('select person_id as "personId", content::text || link as text from home_school.notification where about_person_id = $1 and created_at > $2', [
      world.north.idOf('person', 'protected'),
      `${TODAY}T07:19:00Z`,
    ]);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map(({ personId }) => personId)).not.toContain(world.north.idOf('person', 'protected-outcast'));
    expect(rows.filter(({ text }) => text.includes(SECRET_PLACE))).toEqual([]);
  });
});

test('a search for the hidden address, phone or e-mail finds nobody, whoever asks', async () => {
  const wrong: string[] = [];
  for (const person of ['principal@hidden', 'principal@all', 'school-secretary@all', 'main-user', 'data-protection-officer', 'protected-informed-father']) {
    const client = await world.client({ city: world.north, person });
    for (const term of [...PROTECTED_CONTACT, `${PROTECTED_CONTACT[0]}Kotikatu`, `040${PROTECTED_CONTACT[1]}`]) {
      for (const path of [`/api/search?q=${term}`, `${world.north.base}/learners?q=${term}`, `${world.north.base}/role-candidates?q=${term}`, `${world.north.base}/role-assignments?q=${term}`]) {
        const { text } = await client.get(path);
        if (namesSomebody(text) || text.includes(world.north.idOf('person', 'protected'))) wrong.push(`${person} ${path}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('the roster that is exported holds no contact data of theirs', async () => {
  const zip = await exportRoster({ databaseUrl: world.databaseUrl, auditKey: TEST_AUDIT_KEY, providerKey: 'north', now: world.clock.iso() });
  const files = Object.entries(unzipSync(zip)).map(([name, bytes]) => ({ name, text: Buffer.from(bytes).toString() }));
  expect(files.find(({ name }) => name === 'users.csv')?.text).toContain(world.north.idOf('person', 'protected'));
  expect(files.filter(({ text }) => holdsContact(text)).map(({ name }) => name)).toEqual([]);
});
