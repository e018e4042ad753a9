import { expect, test } from 'vitest';
import { schoolDay } from '../support/school-day.ts';
import type { Visitor } from '../support/visitor.ts';

const day = schoolDay();

async function openRecord(tarja: Visitor): Promise<void> {
  await tarja.search('Eino Rantanen');
  await tarja.page.getByRole('option', { name: 'Eino Rantanen' }).first().click();
  await tarja.page.getByRole('heading', { level: 1, name: 'Eino Rantanen' }).waitFor();
  await tarja.press('button', 'Muut toiminnot');
  await tarja.press('menuitem', 'Opintotiedot');
  await tarja.page.getByRole('heading', { level: 1, name: 'Opintotiedot: Eino Rantanen' }).waitFor();
}

test('the secretary writes a mark into a study record, is told what KOSKI would refuse, and finds what was there before', async () => {
  const tarja = await day.visit('secretary');
  await openRecord(tarja);
  await tarja.page.getByText('KOSKI hyväksyisi tiedot').waitFor();
  await tarja.expectAccessible();

  await tarja.press('button', /^Muokkaa: 5\. vuosiluokka/);
  await tarja.press('menuitem', 'Lisää oppiaine');
  await tarja.page.getByRole('combobox', { name: 'Oppiaine' }).fill('Terveys');
  await tarja.press('option', /Terveystieto/);
  await tarja.press('button', /Arvosana/);
  await tarja.press('option', '9');
  await tarja.page.getByLabel(/^Laajuus/).fill('2');
  await tarja.expectAccessible();
  await tarja.press('button', 'Tallenna');
  const row = tarja.page.getByRole('row', { name: /Terveystieto/ });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/9/);

  await tarja.press('button', /^Muokkaa: Terveystieto/);
  await tarja.press('menuitem', 'Poista');
  await tarja.press('button', 'Poista');
  await row.waitFor({ state: 'detached' });
  await tarja.press('tab', 'Muutokset');
  await tarja.page.getByRole('list', { name: 'Muutokset' }).getByText(/Tarja Lehto/).first().waitFor();
  await tarja.expectAccessible();
});

test('on a phone, a study right that ends is told as ended, and taken back', async () => {
  const tarja = await day.visit('secretary', { device: 'phone' });
  await openRecord(tarja);
  await tarja.press('button', 'Muokkaa jaksoja');
  await tarja.expectAccessible();
  await tarja.press('button', 'Lisää jakso');
  expect(await tarja.page.getByRole('button', { name: 'Tallenna' }).isDisabled()).toBe(true);
  await tarja.press('button', 'Poista jakso 2');
  await tarja.press('button', 'Peruuta');
  await tarja.expectAccessible();
});
