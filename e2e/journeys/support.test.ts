import { expect, test } from 'vitest';
import { schoolDay } from '../support/school-day.ts';

const day = schoolDay();

test('the special needs teacher prepares a measure, the principal decides, the follow-up is written; nobody else opens it', async () => {
  const leena = await day.visit('special-needs-teacher');
  await leena.goTo('/support');
  await leena.page.getByRole('table', { name: 'Oppimisen tuki' }).waitFor();
  await leena.expectAccessible();
  await leena.page.getByRole('table').getByRole('link').first().click();
  await leena.page.getByRole('heading', { level: 2, name: 'Tukitoimet' }).waitFor();
  const address = new URL(leena.page.url());
  await leena.expectAccessible();

  await leena.page.getByRole('button', { name: 'Valmistele tukitoimi' }).click();
  await leena.page.getByRole('textbox', { name: 'Suunnitelma' }).fill('Lukuharjoittelua pienryhmässä kaksi kertaa viikossa.');
  const review = leena.page.getByRole('group', { name: /Tarkistetaan/ }).getByRole('spinbutton');
  for (const [index, typed] of ['15', '3', '2027'].entries()) {
    await review.nth(index).click();
    await leena.page.keyboard.type(typed);
  }
  await leena.expectAccessible();
  await leena.press('button', 'Tallenna');
  await leena.page.getByText('Lukuharjoittelua pienryhmässä').waitFor();
  await leena.page.getByText('Valmistelussa').waitFor();

  const kristiina = await day.visit('principal', { device: 'phone' });
  await kristiina.goTo(address.pathname + address.search);
  await kristiina.press('button', 'Tee päätös');
  await kristiina.page.getByRole('textbox', { name: 'Perustelut' }).fill('Pedagoginen arvio on tehty huoltajan kanssa.');
  await kristiina.page.getByRole('dialog').getByRole('button', { name: 'Tee päätös' }).click();
  await kristiina.page.getByText('Pedagoginen arvio on tehty huoltajan kanssa.').first().waitFor();
  await kristiina.expectAccessible();

  await leena.page.reload();
  await leena.page.getByRole('button', { name: 'Kirjaa seuranta' }).first().click();
  await leena.page.getByRole('textbox', { name: 'Miten tuki on toiminut' }).fill('Alku on sujunut hyvin.');
  await leena.press('button', 'Tallenna');
  await leena.page.getByText('Alku on sujunut hyvin.').waitFor();

  const tarja = await day.visit('secretary');
  const api = `/api/providers/${address.searchParams.get('provider') ?? ''}${address.pathname}`;
  expect(await leena.status(api)).toBe(200);
  expect(await tarja.status(api)).toBe(403);
}, 240_000);
