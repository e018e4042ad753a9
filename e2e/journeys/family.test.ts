import { expect, test } from 'vitest';
import { schoolDay } from '../support/school-day.ts';
import type { Visitor } from '../support/visitor.ts';

const day = schoolDay();

/** Goes wherever the navigation and the bell lead, and looks for these words. */
async function goEverywhere(visitor: Visitor, words: readonly string[]): Promise<string> {
  const shown: string[] = [];
  for (const path of new Set(['/', '/notifications', ...(await visitor.navigation())])) {
    await visitor.goTo(path);
    await visitor.page.waitForLoadState('networkidle');
    shown.push(await visitor.text());
  }
  for (const word of words) {
    await visitor.search(word);
    shown.push(await visitor.page.getByRole('listbox').innerText());
    await visitor.page.keyboard.press('Escape');
  }
  return shown.join('\n');
}

/** What must not be told of a protected family, from the database itself. */
async function secretsOf(lastName: string): Promise<{ addresses: string[]; contacts: string[]; lumiId: string }> {
  const { system } = day.city.server.kernel.database;
  const { rows } = await system.query<{ id: string; callName: string; phone: string | null; email: string | null; street: string | null }>(
    `select p.person_id as id, p.call_name as "callName", p.phone, p.email, a.street_address as street
     from core_data.person p left join core_data.person_address a using (education_provider_id, person_id)
     where p.last_name = $1 and p.protected_address`,
    [lastName],
  );
  const told = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const lumiId = rows.find(({ callName }) => callName === 'Lumi')?.id;
  if (lumiId === undefined) throw new Error('Lumi is not in the city');
  return { addresses: told(rows.map(({ street }) => street)), contacts: told(rows.flatMap(({ phone, email }) => [phone, email])), lumiId };
}

/** Those words of the secret ones that were told after all. */
const leaked = (secrets: readonly string[], ...told: string[]): string[] => secrets.filter((secret) => told.some((text) => text.includes(secret)));

test('a mother of two in two cities has both on one desk, each with the own day', async () => {
  const laura = await day.visit('guardian-two-cities', { device: 'phone' });
  const children = laura.page.locator('.home-school-child');
  await expect.poll(() => children.count()).toBe(2);
  const desk = await laura.text();
  expect(desk).toMatch(/Leevi[\s\S]*Koivulan koulu/);
  expect(desk).toMatch(/Elli[\s\S]*Saarelan koulu/);
  expect(desk).toMatch(/Leevi oli poissa/);
  expect(desk).toMatch(/Elli oli poissa/);
  await laura.goTo('/children');
  await laura.page.getByRole('heading', { level: 2, name: 'Koivula' }).waitFor();
  await laura.page.getByRole('heading', { level: 2, name: 'Saarela' }).waitFor();
});

test('both children are reported sick in one go, though in two cities', async () => {
  const laura = await day.visit('guardian-two-cities', { device: 'phone' });
  laura.startCounting();
  await laura.press('button', 'Ilmoita poissaolosta');
  await laura.press('button', /^Ilmoita poissa: (Elli ja Leevi|Leevi ja Elli)/);
  await laura.page.getByText(/^Ilmoitettu poissa: /).first().waitFor();
  expect(laura.actions).toBe(2);
  await expect.poll(() => laura.page.getByText(/^Ilmoitettu poissa, tänään/).count()).toBe(2);
});

test('without custody and right: nothing of the child on any page, in any search, in anything the server sent', async () => {
  const { lumiId, addresses, contacts } = await secretsOf('Heino');
  const jarno = await day.visit('guardian-no-custody', { device: 'phone' });
  const shown = await goEverywhere(jarno, ['Lumi', 'Heino', 'Sanna']);
  expect(shown).toContain('Max');
  const sent = await jarno.received();
  expect(sent).toContain('Max');
  expect(leaked([lumiId, 'Lumi', 'Sanna', 'Koivulan koulu', ...addresses, ...contacts], shown, sent)).toEqual([]);
  for (const path of [`/children/${lumiId}`, `/people/${lumiId}`]) {
    jarno.expectFault(/40[34]/);
    await jarno.goTo(path);
    await jarno.page.waitForLoadState('networkidle');
    expect(await jarno.text()).not.toMatch(/Lumi|Sanna|Koivulan koulu/);
  }
});

test.each(['class-teacher', 'guardian', 'expert', 'secretary'])('a protected family’s address and contacts are told nowhere to: %s', async (persona) => {
  const { addresses, contacts } = await secretsOf('Heino');
  expect([addresses.length, contacts.length]).not.toContain(0);
  const visitor = await day.visit(persona);
  const shown = await goEverywhere(visitor, ['Heino', 'Lumi']);
  expect(leaked([...addresses, ...contacts], shown, await visitor.received())).toEqual([]);
});

test('the school office sees that the child is protected; the address only for a reason, which is kept', async () => {
  const { addresses, lumiId } = await secretsOf('Heino');
  const tarja = await day.visit('secretary');
  await tarja.search('Lumi Heino');
  await tarja.page.getByRole('option', { name: 'Lumi Heino' }).click();
  await tarja.page.getByText('Turvakielto', { exact: true }).first().waitFor();
  const before = await tarja.received();
  expect(leaked(addresses, before)).toEqual([]);
  await tarja.press('button', 'Muut toiminnot');
  await tarja.press('menuitem', 'Näytä suojatut yhteystiedot');
  await tarja.page.getByLabel('Miksi tarvitset tiedot?').fill('Kirje vanhemmalle on lähetettävä postitse.');
  await tarja.press('button', 'Näytä');
  await tarja.page.getByText(addresses[0] ?? '').first().waitFor();
  const { rowCount } = await day.city.server.kernel.database.system.query('select from audit.entry where $1 = any(person_ids) and endpoint = $2', [lumiId, 'core-data.revealProtectedContact']);
  expect(rowCount).toBe(1);
});
