import { expect, test } from 'vitest';
import { schoolDay } from '../support/school-day.ts';

const day = schoolDay();

test('gives a role, which opens the services it is for at once; the undo closes them', async () => {
  const [mikko, elina] = [await day.visit('main-user'), await day.visit('teacher')];
  await mikko.goTo('/access/roles');
  await mikko.press('button', 'Anna rooli');
  await mikko.page.getByRole('dialog').getByRole('searchbox').fill('Elina Rautio');
  await mikko.press('button', 'Valitse Elina Rautio');
  await mikko.press('button', /Rooli.*Valitse|Valitse.*Rooli/);
  await mikko.press('option', /^Koulusihteeri/);
  await mikko.press('button', /Koulu.*Valitse|Valitse.*Koulu/);
  await mikko.press('option', /^Koivulan koulu/);
  await mikko.page.getByLabel('Miksi rooli annetaan?').fill('Sijaistaa koulusihteeriä.');
  await mikko.expectAccessible();
  await mikko.page.getByRole('dialog').getByRole('button', { name: 'Anna rooli' }).click();
  await mikko.page.getByText('Elina sai roolin: Koulusihteeri').waitFor();

  const roles = async () => JSON.stringify((await elina.ask('GET', '/api/me')).body);
  await expect.poll(roles, { timeout: 5_000 }).toContain('school-secretary');
  await mikko.press('button', 'Kumoa');
  await expect.poll(roles, { timeout: 5_000 }).not.toContain('school-secretary');
});

test('checks a file of the population register, reads what it would do, and imports it', async () => {
  const { rows } = await day.city.server.kernel.database.system.query<{ code: string }>(
    `select c.personal_identity_code as code from core_data.person_identity_code c join core_data.person p using (education_provider_id, person_id)
     where p.call_name = 'Eino' and p.last_name = 'Rantanen'`,
  );
  const change = {
    muutospv: '2026-11-24T03:00:00',
    henkilotunnus: rows[0]?.code,
    tietoryhmat: [{ tietoryhma: 'HENKILON_NIMI', muutosattribuutti: 'MUUTETTU', etunimi: 'Eino Petteri', sukunimi: 'Rantanen-Kivi', alkupv: { arvo: '2026-11-23', tarkkuus: 'PAIVA' } }],
  };
  const file = { viimeisinKirjausavain: 1, ajanTasalla: true, muutokset: [change] };
  const names = async () => (await day.city.server.kernel.database.system.query<{ lastName: string }>(`select last_name as "lastName" from core_data.person where call_name = 'Eino' and last_name like 'Rantanen%'`)).rows.map(({ lastName }) => lastName);

  const mikko = await day.visit('main-user');
  await mikko.goTo('/imports');
  await mikko.page.locator('label').filter({ hasText: 'Väestötietojen muutokset' }).click();
  await mikko.page.locator('input[type="file"]').setInputFiles({ name: 'muutokset.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await mikko.expectAccessible();
  await mikko.press('button', 'Tarkista tiedosto');
  await mikko.page.getByText('Tiedosto kelpaa').waitFor();
  await mikko.page.getByRole('table', { name: 'Mitä tuonti tekee' }).waitFor();
  await mikko.expectAccessible();
  expect(await names()).toEqual(['Rantanen']);
  await mikko.press('button', 'Tuo tiedot');
  await mikko.page.getByText('Tiedot on tuotu').waitFor();
  expect(await names()).toEqual(['Rantanen-Kivi']);

  // The same file once more has nothing new: there is nothing to carry out.
  await mikko.goTo('/imports?kind=population');
  await mikko.page.locator('input[type="file"]').setInputFiles({ name: 'muutokset.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  await mikko.press('button', 'Tarkista tiedosto');
  await mikko.page.getByText('Kaikki on jo ajan tasalla').waitFor();
  expect(await mikko.page.getByRole('button', { name: 'Tuo tiedot' }).count()).toBe(0);
});

test('a file that cannot be imported says where and why, and nothing of it is taken', async () => {
  const mikko = await day.visit('main-user');
  await mikko.goTo('/imports');
  await mikko.page.locator('label').filter({ hasText: 'Väestötietojen muutokset' }).click();
  await mikko.page.locator('input[type="file"]').setInputFiles({ name: 'puolikas.json', mimeType: 'application/json', buffer: Buffer.from('{"muutokset":[{"henkilotunnus":"') });
  await mikko.press('button', 'Tarkista tiedosto');
  await mikko.page.getByText('Tiedostoa ei voi tuoda vielä').waitFor();
  expect(await mikko.page.getByRole('button', { name: 'Tuo tiedot' }).count()).toBe(0);
});
