import { addDays, weekday } from '@digione/local-date';
import { expect, test } from 'vitest';
import { schoolDay } from '../support/school-day.ts';
import type { Visitor } from '../support/visitor.ts';

const day = schoolDay();
const TODAY = '2026-11-24';

async function open(tarja: Visitor, name: string): Promise<void> {
  await tarja.search(name);
  await tarja.page.getByRole('option', { name }).first().click();
  await tarja.page.getByRole('heading', { level: 1, name }).waitFor();
  await tarja.page.getByRole('tab', { name: 'Tiedot' }).waitFor();
}

test('finds a learner in two actions, with school and class, and opens them by Enter', async () => {
  const tarja = await day.visit('secretary');
  tarja.startCounting();
  await tarja.search('Eino Rantanen');
  expect(tarja.actions).toBe(2);
  expect(await tarja.page.getByRole('option', { name: 'Eino Rantanen' }).innerText()).toMatch(/5A.*Koivulan koulu/s);
  await tarja.expectAccessible();
  await tarja.page.keyboard.press('Enter');
  await tarja.page.getByRole('heading', { level: 1, name: 'Eino Rantanen' }).waitFor();
});

test('corrects a phone number: the page shows it, the history what it was, the undo brings it back', async () => {
  const tarja = await day.visit('secretary');
  await open(tarja, 'Eino Rantanen');
  const phone = () => tarja.page.locator('dt', { hasText: 'Puhelin' }).locator('xpath=following-sibling::dd[1]').innerText();
  const before = await phone();
  await tarja.press('button', 'Korjaa tietoja');
  await tarja.page.getByLabel('Puhelin').fill('+358 40 5550 123');
  await tarja.expectAccessible();
  await tarja.press('button', 'Tallenna korjaus');
  await tarja.page.getByText('Tiedot korjattu').waitFor();
  await expect.poll(phone).toBe('+358 40 5550 123');

  await tarja.press('tab', 'Muutokset');
  const history = tarja.page.getByRole('list', { name: 'Muutokset' });
  await history.getByText(/Tarja Lehto/).first().waitFor();
  if (before !== '–') expect(await history.innerText()).toContain(before);
  await tarja.press('button', 'Kumoa');
  await tarja.page.getByText('Korjaus peruttu').waitFor();
  await tarja.press('tab', 'Tiedot');
  await expect.poll(phone).toBe(before);
});

test('two who correct the same person: the later one is told, and nothing is lost', async () => {
  const [tarja, kristiina] = [await day.visit('secretary'), await day.visit('principal')];
  kristiina.expectFault(/412/);
  await open(kristiina, 'Eino Rantanen');
  await open(tarja, 'Eino Rantanen');
  await kristiina.press('button', 'Korjaa tietoja');
  await kristiina.page.getByLabel('Puhelin').fill('+358 40 5550 111');
  await tarja.press('button', 'Korjaa tietoja');
  await tarja.page.getByLabel('Puhelin').fill('+358 40 5550 222');
  await tarja.press('button', 'Tallenna korjaus');
  await tarja.page.getByText('Tiedot korjattu').waitFor();
  // The newer data has come to the page under the open form, which neither loses what was written nor overwrites what it was not based on.
  await kristiina.page.getByText('+358 40 5550 222').waitFor({ state: 'attached' });
  expect(await kristiina.page.getByLabel('Puhelin').inputValue()).toBe('+358 40 5550 111');
  await kristiina.press('button', 'Tallenna korjaus');
  await kristiina.page.getByRole('alert').first().waitFor();
  await expect.poll(() => tarja.page.getByRole('link', { name: '+358 40 5550 222' }).count()).toBe(1);
});

test('moves a learner to another class from today, and takes it back', async () => {
  const tarja = await day.visit('secretary');
  await open(tarja, 'Eino Rantanen');
  const place = tarja.page.getByText(/^5[AB] · Koivulan koulu$/);
  expect(await place.innerText()).toMatch(/^5A/);
  await tarja.press('button', 'Muut toiminnot');
  await tarja.press('menuitem', 'Siirrä toiselle luokalle');
  await tarja.press('button', /Uusi luokka/);
  await tarja.press('option', /^5B/);
  await tarja.expectAccessible();
  await tarja.press('button', 'Siirrä');
  await tarja.page.getByText(/^Eino siirtyy luokalle 5B tänään alkaen/).waitFor();
  await expect.poll(() => place.innerText()).toMatch(/^5B/);
  await tarja.press('button', 'Kumoa');
  await tarja.page.getByText('Siirto peruttu').waitFor();
  await expect.poll(() => place.innerText()).toMatch(/^5A/);
});

test('moves a learner from a day to come: today nothing changes', async () => {
  const tarja = await day.visit('secretary');
  await open(tarja, 'Eino Rantanen');
  const monday = addDays(TODAY, 8 - weekday(TODAY));
  await tarja.press('button', 'Muut toiminnot');
  await tarja.press('menuitem', 'Siirrä toiselle luokalle');
  await tarja.press('button', /Uusi luokka/);
  await tarja.press('option', /^5B/);
  await tarja.page.getByRole('spinbutton').first().click();
  await tarja.page.keyboard.type('30');
  await tarja.press('button', 'Siirrä');
  await tarja.page.getByText(/^Eino siirtyy luokalle 5B ma 30\.11\. alkaen/).waitFor();
  expect(await tarja.page.getByText('5A · Koivulan koulu').count()).toBe(1);
  const { rows } = await day.city.server.kernel.database.system.query(
    `select h.name, lower(m.valid)::text as "from" from core_data.homeroom_member m
     join core_data.homeroom h using (education_provider_id, homeroom_id)
     join core_data.person p on p.education_provider_id = m.education_provider_id and p.person_id = m.learner_id
     where p.call_name = 'Eino' and p.last_name = 'Rantanen' order by m.valid`,
  );
  expect(rows.at(-2)).toMatchObject({ name: '5A' });
  expect(rows.at(-1)).toEqual({ name: '5B', from: monday });
});
