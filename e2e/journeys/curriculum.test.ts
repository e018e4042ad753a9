import { expect, test } from 'vitest';
import { schoolDay } from '../support/school-day.ts';

const day = schoolDay();

test('from a lesson’s register one press leads to the objectives of that group, with criteria', async () => {
  const elina = await day.visit('teacher', { device: 'phone' });
  await elina.press('link', 'Merkitse läsnäolot');
  await elina.press('link', 'Tavoitteet');
  await elina.page.getByRole('heading', { level: 2, name: 'Fysiikka · Vuosiluokat 7–9' }).waitFor();
  const experiment = elina.page.getByRole('listitem').filter({ hasText: 'suunnittelemaan koe ja mittaamaan luotettavasti' });
  await experiment.getByText('Arviointikriteerit').click();
  await expect.poll(() => experiment.innerText()).toContain('Oppilas suunnittelee kokeen yksinkertaiseen kysymykseen ja esittää tulokset kuvaajana.');
  await elina.expectAccessible();
});

test('a word in another form finds the objective and opens on it', async () => {
  const antti = await day.visit('class-teacher');
  await antti.goTo('/curriculum');
  await antti.page.getByRole('searchbox', { name: 'Hae tavoitteista ja sisällöistä' }).fill('havainnoida');
  await antti.page.keyboard.press('Enter');
  await antti.page.getByRole('heading', { name: /osuma/ }).waitFor();
  await antti.expectAccessible();
  await antti.press('link', 'ohjata oppilasta havainnoimaan luontoa eri aistein ja kirjaamaan havaintonsa');
  await antti.page.getByRole('heading', { level: 2, name: 'Ympäristöoppi · Vuosiluokat 3–6' }).waitFor();
  await expect.poll(() => antti.page.locator('.curriculum-objective[data-sought]').innerText()).toContain('T1');
});

test('it is read in Swedish by who reads Swedish', async () => {
  const johan = await day.visit('swedish-teacher', { language: 'sv' });
  await johan.goTo('/curriculum');
  await johan.press('link', 'Matematik');
  await johan.page.getByRole('heading', { level: 2, name: 'Matematik · Årskurserna 3–6' }).waitFor();
  await expect.poll(() => johan.page.locator('.curriculum-objective').first().innerText()).toContain('handleda eleven att resonera och berätta hur lösningen kom till');
  await johan.expectAccessible();
});

test('the main user sees what is in force and what the school’s subjects mean in it', async () => {
  const mikko = await day.visit('main-user');
  await mikko.goTo('/curriculum/manage');
  await mikko.page.getByRole('heading', { name: 'Oppiaineiden vastaavuudet · Esimerkkiopetussuunnitelma: perusopetus' }).waitFor();
  await expect.poll(() => mikko.page.getByRole('row', { name: /^Matematiikka MA MA Matematiikka/ }).count()).toBe(1);
  await mikko.expectAccessible();
});
