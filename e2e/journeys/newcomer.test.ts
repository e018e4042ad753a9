import { expect, test } from 'vitest';
import { registeredNewcomers } from '@digione/demo';
import { schoolDay } from '../support/school-day.ts';
import type { Visitor } from '../support/visitor.ts';

const day = schoolDay();

const codeOf = (name: string): string => registeredNewcomers.find(({ firstNames, lastName }) => `${firstNames} ${lastName}`.includes(name))?.identityCode ?? '';

async function find(tarja: Visitor, code: string): Promise<void> {
  await tarja.goTo('/newcomers');
  await tarja.page.getByLabel('Henkilötunnus', { exact: true }).and(tarja.page.getByRole('textbox')).fill(code);
  await tarja.page.getByRole('button', { name: 'Hae tiedot' }).click();
}

test('the secretary admits a pupil who moved from another city mid-year: one code, everything else is proposed', async () => {
  const tarja = await day.visit('secretary');
  await tarja.press('link', 'Uusi oppilas');
  tarja.startCounting();
  await tarja.page.getByRole('textbox', { name: 'Henkilötunnus' }).fill(codeOf('Oiva'));
  await tarja.press('button', 'Hae tiedot');
  await tarja.page.getByRole('heading', { level: 2, name: 'Oiva Lahtinen' }).waitFor();
  await tarja.page.getByRole('button', { name: 'Ota oppilaaksi' }).waitFor();
  const text = await tarja.text();
  expect(text).toMatch(/Puistokatu 14, 99920 KOIVULA/);
  expect(text).toMatch(/Noora Lahtinen[\s\S]*äiti[\s\S]*Samir Lahtinen[\s\S]*isä/);
  expect(text).toMatch(/5[A-Z], \d+ oppilasta/);
  await tarja.expectAccessible();
  await tarja.press('button', 'Ota oppilaaksi');
  await tarja.page.getByText(/^Oiva Lahtinen on nyt oppilas, luokka 5[A-Z]$/).waitFor();
  expect(tarja.actions).toBe(2);
  await tarja.page.getByText(/Tuli kouluun/).waitFor();
  await tarja.expectAccessible();

  // In the class at once, with the guardians and the learner number.
  await tarja.search('Oiva Lahtinen');
  await tarja.page.keyboard.press('Enter');
  await tarja.page.getByRole('heading', { level: 1, name: 'Oiva Lahtinen' }).waitFor();
  await tarja.page.getByText('Noora Lahtinen').waitFor();
  expect(await tarja.text()).toMatch(/1\.2\.246\.562\.24\.\d+/);
});

test('a sibling’s guardians are known already; admitting twice is refused, and an admission can be taken back', async () => {
  const tarja = await day.visit('secretary');
  await find(tarja, codeOf('Oiva'));
  await tarja.press('button', 'Ota oppilaaksi');
  await tarja.page.getByText(/^Oiva Lahtinen on nyt oppilas/).waitFor();
  await find(tarja, codeOf('Siiri'));
  await tarja.page.getByRole('heading', { level: 2, name: 'Siiri Lahtinen' }).waitFor();
  expect(await tarja.page.getByText('Tuttu ennestään').count()).toBe(2);
  await find(tarja, codeOf('Oiva'));
  await tarja.page.getByText('Hän on jo koulun oppilas.').waitFor();
  expect(await tarja.page.getByRole('button', { name: 'Ota oppilaaksi' }).count()).toBe(0);
  await tarja.expectAccessible();
  await tarja.press('button', 'Kumoa: Oiva Lahtinen');
  await tarja.page.getByText('Kumottu', { exact: true }).waitFor();
});

test('of a child under non-disclosure the page shows that, and no address; a wrong code is told at the field', async () => {
  const tarja = await day.visit('secretary');
  tarja.expectFault(/400/);
  await find(tarja, '010115A123X');
  await tarja.page.getByText('Henkilötunnus ei ole oikein.', { exact: false }).waitFor();
  await find(tarja, codeOf('Toivo'));
  await tarja.page.getByRole('heading', { level: 2, name: 'Toivo Vuori' }).waitFor();
  await tarja.page.getByText('Turvakielto').first().waitFor();
  expect(await tarja.page.locator('dt', { hasText: 'Osoite' }).count()).toBe(0);
  await tarja.expectAccessible();
});
