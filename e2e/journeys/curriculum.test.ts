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

test('the main user writes a local curriculum on the national one, and it is read once the decision is recorded', { timeout: 180_000 }, async () => {
  const mikko = await day.visit('main-user');
  const { page } = mikko;
  await mikko.goTo('/curriculum/manage');
  await mikko.press('button', 'Laadi paikallinen');
  await page.getByLabel('Nimi suomeksi').fill('Koivulan opetussuunnitelma');
  await mikko.press('button', 'Aloita');
  await page.getByRole('heading', { level: 1, name: 'Koivulan opetussuunnitelma' }).waitFor();

  // Hours by keyboard alone: written, down to the next subject, taken back.
  const cell = (name: string) => page.getByRole('textbox', { name });
  await cell('Matematiikka, 8. luokka').fill('3,5');
  await page.keyboard.press('Enter');
  await expect.poll(() => cell('Ympäristöoppi, 8. luokka').evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByText('Matematiikka, vuosiluokat 7–9: 3,5, vähintään 11. Puuttuu 7,5.').waitFor();
  await mikko.expectAccessible();
  await cell('Matematiikka, 8. luokka').fill('12x');
  await page.keyboard.press('Tab');
  expect(await cell('Matematiikka, 8. luokka').getAttribute('aria-invalid')).toBe('true');
  await cell('Matematiikka, 8. luokka').fill('4');
  await page.keyboard.press('Tab');
  await page.getByText('Matematiikka, vuosiluokat 7–9: 4, vähintään 11. Puuttuu 7.').waitFor();

  // An objective of one's own beside a national one, and one that is left out in this grade.
  await mikko.press('tab', 'Tavoitteet ja sisällöt');
  await page.getByText('8. lk', { exact: true }).click();
  await page.getByRole('button', { name: 'Lisää oma kohdan T1 rinnalle' }).click();
  await page.getByLabel('Tavoite, suomeksi').fill('mitata koulun lähimetsää');
  await mikko.press('button', 'Tallenna');
  await page.getByText('mitata koulun lähimetsää').waitFor();
  await page.getByRole('button', { name: 'Poista: mitata koulun lähimetsää' }).click();
  await page.getByText('mitata koulun lähimetsää').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Kumoa' }).last().click();
  await page.getByText('mitata koulun lähimetsää').waitFor();

  // To a decision.
  await mikko.press('tab', 'Hyväksyminen');
  await page.getByText('Toinen henkilö kirjaa hyväksymisen').click();
  await page.getByRole('switch', { name: /Toinen henkilö/, checked: false }).waitFor();
  await mikko.press('button', 'Lähetä hyväksyttäväksi');
  await mikko.press('button', 'Kirjaa päätös');
  await page.getByLabel('Kuka päätti').fill('Sivistyslautakunta');
  await page.getByLabel('Pykälä').fill('§ 87');
  await mikko.expectAccessible();
  await page.getByRole('dialog').getByRole('button', { name: 'Hyväksy', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText(/^Sivistyslautakunta .* § 87$/).waitFor();
  await mikko.press('link', 'Lue');
  await page.getByText(/^Koivulan opetussuunnitelma · julkaistu .* · ei nyt voimassa$/).waitFor();
  await mikko.press('link', 'Matematiikka');
  await page.getByRole('heading', { level: 2, name: /^Matematiikka · / }).waitFor();
  // Hours were given for grade 8 alone.
  await page.getByText('Vuosiluokka 8', { exact: true }).first().click();
  await page.getByText('mitata koulun lähimetsää').waitFor();
  await page.getByText('4 vuosiviikkotuntia').waitFor();
});
