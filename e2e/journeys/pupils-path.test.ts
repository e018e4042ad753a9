import { expect, test } from 'vitest';
import { schoolDay } from '../support/school-day.ts';

const day = schoolDay();

test('the secretary records that a pupil moves away, with where to, and takes it back', async () => {
  const tarja = await day.visit('secretary');
  await tarja.goTo('/learner-changes');
  await tarja.page.getByRole('searchbox', { name: /Kirjoita nimi/ }).fill('Eino Rantanen');
  await tarja.press('button', 'Valitse Eino Rantanen');
  await tarja.page.getByText(/^Luokka 5A, oppilas/).waitFor();
  await tarja.expectAccessible();
  await tarja.press('button', 'Mitä tapahtuu?');
  await tarja.page.getByRole('dialog').getByLabel(/Minne hän menee/).fill('Turku, Puolalan koulu');
  await tarja.expectAccessible();
  await tarja.press('button', 'Kirjaa muutos');
  await tarja.page.getByText('Kirjattu: Eino Rantanen').waitFor();
  await tarja.page.getByText(/Lähti koulusta: muuttaa toisaalle/).waitFor();
  await tarja.page.getByText(/Turku, Puolalan koulu/).waitFor();
  await tarja.page.getByRole('button', { name: 'Kumoa: Eino Rantanen' }).click();
  await tarja.page.getByText('Kumottu', { exact: true }).waitFor();
  const standing = tarja.page.getByText(/^Luokka 5A, oppilas/);
  await standing.waitFor();
  expect(await standing.count()).toBe(1);
});

test('the secretary rolls the school year over: looks at the difference, lets one repeat, carries it out, and takes it back', async () => {
  const tarja = await day.visit('secretary');
  await tarja.goTo('/roll-over');
  await tarja.press('button', 'Suunnittele vaihto');
  await tarja.page.getByText('Suunnitelma, mitään ei ole vielä muutettu').waitFor();
  const table = tarja.page.getByRole('table', { name: 'Luokat' });
  expect(await table.innerText()).toMatch(/5A\s+6A/);
  await tarja.expectAccessible();
  await tarja.press('button', 'Oppilaat: 5A');
  await tarja.page.getByRole('button', { name: /Rantanen Eino/ }).click();
  await tarja.press('option', 'Jää luokalle');
  await tarja.page.getByRole('button', { name: /Jää luokalle.*Rantanen Eino|Rantanen Eino.*Jää luokalle/ }).waitFor();
  await tarja.expectAccessible();
  await tarja.page.keyboard.press('Escape');
  await tarja.page.getByText('1 jää luokalle').first().waitFor();
  await tarja.press('button', 'Vaihda lukuvuosi');
  await tarja.page.getByRole('alertdialog').or(tarja.page.getByRole('dialog')).getByRole('button', { name: 'Vaihda lukuvuosi' }).click();
  await tarja.page.getByText('Vaihdettu', { exact: true }).waitFor({ timeout: 60_000 });
  const { rows } = await day.city.server.kernel.database.system.query(
    `select h.name from core_data.homeroom_member m join core_data.homeroom h using (education_provider_id, homeroom_id)
     join core_data.person p on p.education_provider_id = m.education_provider_id and p.person_id = m.learner_id
     where p.call_name = 'Eino' and p.last_name = 'Rantanen' and m.valid @> '2027-09-01'::date`,
  );
  expect(rows).toEqual([{ name: '5A' }]);
  await tarja.press('button', 'Peru lukuvuoden vaihto');
  await tarja.page.getByRole('alertdialog').or(tarja.page.getByRole('dialog')).getByRole('button', { name: 'Peru lukuvuoden vaihto' }).click();
  await tarja.page.getByText('Peruttu', { exact: true }).waitFor({ timeout: 60_000 });
  await tarja.expectAccessible();
});
