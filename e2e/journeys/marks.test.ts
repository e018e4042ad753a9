import { expect, test } from 'vitest';
import { schoolDay } from '../support/school-day.ts';

const day = schoolDay();

test('the principal begins a round, the teacher gives marks and locks, the principal publishes; the home reads them only then', async () => {
  const kristiina = await day.visit('principal');
  await kristiina.goTo('/mark-rounds');
  await kristiina.page.getByRole('button', { name: 'Aloita kierros' }).click();
  await kristiina.page.getByRole('textbox', { name: 'Nimi' }).fill('Joulutodistus');
  await kristiina.page.getByRole('dialog').getByText('8.', { exact: true }).click();
  await kristiina.expectAccessible();
  await kristiina.page.getByRole('dialog').getByRole('button', { name: 'Aloita kierros' }).click();
  await kristiina.page.getByRole('heading', { level: 1, name: 'Joulutodistus' }).waitFor();
  await kristiina.page.getByRole('link', { name: '8A MA · Matematiikka' }).waitFor();
  await kristiina.expectAccessible();

  const elina = await day.visit('teacher');
  await elina.goTo('/assessment');
  await elina.page.getByRole('link', { name: /8A MA · Matematiikka/ }).click();
  const helmi = elina.page.getByRole('textbox', { name: 'Arvosana: Helmi Rantanen' });
  await helmi.fill('8+');
  await elina.page.keyboard.press('Enter');
  await elina.page.getByText('Tähän käy: 4–10').waitFor();
  // Half under the top bar a field is a small target.
  await elina.page.evaluate(() => window.scrollTo(0, 0));
  await elina.expectAccessible();
  await helmi.fill('9');
  await elina.page.keyboard.press('Enter');
  await elina.page.getByText('1/24 annettu').waitFor();
  await elina.press('button', 'Arvosanat ovat valmiit');
  await elina.page.getByText('23 oppilaalta puuttuu arvosana').waitFor();
  await elina.page.getByRole('dialog').getByRole('button', { name: 'Arvosanat ovat valmiit' }).click();
  await elina.page.getByText('odottavat rehtorin hyväksyntää').waitFor();

  const maria = await day.visit('guardian', { device: 'phone' });
  await maria.goTo('/learning');
  await maria.page.getByText('Helmi').first().click();
  await maria.page.getByRole('heading', { name: 'Syksyn väliarviointi' }).waitFor();
  expect(await maria.received()).not.toContain('Joulutodistus');

  await kristiina.page.getByRole('button', { name: 'Hyväksy ja julkaise' }).click();
  await kristiina.page.getByText('Heti').click();
  await kristiina.page.getByRole('dialog').getByText(/Jätä \d+ lukitsematonta ryhmää julkaisematta/).click();
  await kristiina.expectAccessible();
  await kristiina.page.getByRole('dialog').getByRole('button', { name: 'Hyväksy ja julkaise' }).click();
  await kristiina.page.getByText(/Julkaistu/).first().waitFor();

  await maria.page.reload();
  await maria.page.getByText('Helmi').first().click();
  await maria.page.getByRole('heading', { name: 'Joulutodistus' }).waitFor();
  await expect.poll(() => maria.page.locator('.teaching-report-marks').first().innerText()).toMatch(/Matematiikka\s+9/);
  await maria.expectAccessible();
  expect(await maria.received()).toContain('Joulutodistus');
}, 240_000);
