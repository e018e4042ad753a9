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
}, 120_000);

test('on a phone the periods of a study right can be edited, and left as they were', async () => {
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

test('the secretary sees what KOSKI refused in plain words, goes to where it is mended, and has it sent again', async () => {
  const { system } = day.city.server.kernel.database;
  await system.query(`insert into exchange.koski_connection (education_provider_id, koski_connection_id, is_on, source) select education_provider_id, gen_random_uuid(), true, 'test' from core_data.education_provider`);
  await system.query(
    `insert into exchange.koski_transfer (education_provider_id, study_right_id, learner_id, school_id, state, faults)
     select r.education_provider_id, r.study_right_id, r.learner_id, r.school_id, 'refused', $1 from core_data.study_right r
     join core_data.person p on p.education_provider_id = r.education_provider_id and p.person_id = r.learner_id where p.call_name = 'Eino' and p.last_name = 'Rantanen'`,
    [JSON.stringify([{ key: 'badRequest.validation.tila.vahvistusPuuttuu', message: '' }])],
  );
  const tarja = await day.visit('secretary');
  await tarja.goTo('/koski');
  await tarja.page.getByText('Opiskeluoikeus on valmistunut, mutta suoritukselta puuttuu vahvistus.').waitFor();
  await tarja.expectAccessible();
  await tarja.press('link', 'Korjaa tiedot: Eino Rantanen');
  await tarja.page.getByRole('heading', { level: 1, name: 'Opintotiedot: Eino Rantanen' }).waitFor();
  await tarja.page.goBack();
  await tarja.press('button', 'Lähetä uudelleen: Eino Rantanen');
  await tarja.page.getByText('Siirto odottaa vuoroaan').waitFor();
  const { rows } = await system.query<{ state: string }>('select state from exchange.koski_transfer');
  expect(rows).toEqual([{ state: 'waiting' }]);
});
