import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';

let world: World;
let koivula: Builders;
let mainUser: Client;

beforeAll(async () => {
  world = await createWorld();
  koivula = await world.provider('koivula');
  mainUser = await signIn('main-user');
});
afterAll(() => world.close());

async function signIn(role: string, schoolId: string | null = null): Promise<Client> {
  const personId = await koivula.person();
  await koivula.role(personId, role, schoolId);
  return world.signIn({ of: koivula, personId });
}
const card = async (client: Client, id: string) => (await client.get('/api/desk')).body.widgets.find((widget: { id: string }) => widget.id === id)?.data;
const checked = () => card(mainUser, 'exchange.checkedImports');

async function run(fileName: string, options: { changed?: number; isDryRun?: boolean; state?: string; basedOn?: string; at?: string } = {}): Promise<string> {
  const { changed = 1, isDryRun = true, state = 'succeeded', basedOn = null, at = world.clock.iso() } = options;
  const id = uuidv7();
  const counts = { created: 0, changed, unchanged: 5, ended: 0, refused: 0, ignored: 0, skipped: 0 };
  await koivula.insert('exchange.import_run', {
    import_run_id: id, kind: 'people', file_name: fileName, is_dry_run: isDryRun, state, created_at: at, finished_at: at, file_key: 'key', based_on: basedOn,
    report: JSON.stringify({ read: 6, counts, byEntity: {}, problems: { error: 0, warning: 0, notice: 0 } }),
  });
  return id;
}

test('a check that would change something waits on the main user’s desk until it is carried out', async () => {
  expect(await checked()).toBeUndefined();
  await run('ajantasalla.zip', { changed: 0 });
  await run('kelvoton.zip', { state: 'refused' });
  await run('vanha.zip', { at: '2026-11-01T08:00:00.000Z' });
  expect(await checked()).toBeUndefined();
  await run('syksy.zip', { changed: 2 });
  const again = await run('syksy.zip', { changed: 3 });
  expect(await checked()).toMatchObject({ total: 1, runs: [{ importRunId: again, kind: 'people', fileName: 'syksy.zip', changes: 3 }] });
  await run('syksy.zip', { isDryRun: false, basedOn: again });
  expect(await checked()).toBeUndefined();
});

test('three are shown, the rest told as a number; nobody but the main user is told', async () => {
  for (const name of ['a', 'b', 'c', 'd']) await run(`${name}.zip`);
  expect(await checked()).toMatchObject({ total: 4, runs: [{ fileName: 'd.zip' }, { fileName: 'c.zip' }, { fileName: 'b.zip' }] });
  for (const role of ['expert', 'vendor', 'data-protection-officer']) expect(await card(await signIn(role), 'exchange.checkedImports')).toBeUndefined();
});

test('a vendor sees the right they have and what was done with it, and no count of people', async () => {
  const vendor = await signIn('vendor');
  const first = await card(vendor, 'exchange.connection');
  expect(first).toMatchObject({ startsOn: '2020-01-01', endsOn: null, reason: null });
  await vendor.get(`/api/providers/${koivula.educationProviderId}/schools`);
  const then = await card(vendor, 'exchange.connection');
  expect(then.acts).toBeGreaterThan(first.acts);
  expect(then.lastActAt).toBe(world.clock.iso());
  expect(await card(vendor, 'core-data.overview')).toBeUndefined();
});
