import { expect, test } from 'vitest';
import { schoolDay } from '../support/school-day.ts';
import type { Visitor } from '../support/visitor.ts';

const day = schoolDay();

/** From the desk: the running lesson, then its notes. */
async function openLessonNotes(elina: Visitor): Promise<void> {
  await elina.press('link', 'Merkitse läsnäolot');
  await elina.press('tab', 'Tuntimerkinnät');
  await elina.page.getByRole('heading', { name: 'Kotitehtävät', exact: true }).waitFor();
}

const chooseHelmi = (maria: Visitor) => maria.act(() => maria.page.locator('.ui-segment', { hasText: 'Helmi' }).click());

test('homework for the next lesson: four presses from the desk; the learner and the home see it at once', async () => {
  const [elina, helmi, maria] = [await day.visit('teacher', { device: 'phone' }), await day.visit('learner', { device: 'phone' }), await day.visit('guardian', { device: 'phone' })];
  elina.startCounting();
  await openLessonNotes(elina);
  await elina.act(() => elina.page.getByRole('textbox', { name: 'Kotitehtävä', exact: true }).fill('s. 62, tehtävät 3–7'));
  await elina.press('button', 'Anna kotitehtävä');
  await elina.page.getByRole('listitem').filter({ hasText: 's. 62, tehtävät 3–7' }).getByText(/^Valmiina /).waitFor();
  expect(elina.actions).toBe(4);
  await elina.expectAccessible();

  for (const home of [helmi, maria]) {
    await home.goTo('/schoolwork');
    if (home === maria) await chooseHelmi(home);
    await home.page.getByText('s. 62, tehtävät 3–7').waitFor();
    await home.expectAccessible();
  }
});

test('praise for two learners: chosen, said by one press, seen at home, taken back', async () => {
  const elina = await day.visit('teacher', { device: 'phone' });
  await openLessonNotes(elina);
  elina.startCounting();
  await elina.press('button', 'Helmi Rantanen');
  await elina.act(() => elina.page.locator('.teaching-pick').first().click());
  await elina.press('button', 'Aktiivista tuntityöskentelyä');
  await expect.poll(() => elina.page.getByRole('button', { name: /^Poista palaute: / }).count()).toBe(2);
  expect(elina.actions).toBe(3);

  const maria = await day.visit('guardian');
  await maria.goTo('/schoolwork');
  await chooseHelmi(maria);
  await maria.page.getByText('Aktiivista tuntityöskentelyä').waitFor();
  await elina.press('button', /^Poista palaute: Helmi Rantanen/);
  await maria.page.getByText('Aktiivista tuntityöskentelyä').waitFor({ state: 'detached' });
  await elina.press('button', 'Korjaukset');
  await elina.page.getByRole('dialog').getByText(/^Poisti Elina Rautio/).waitFor();
  await elina.expectAccessible();
});

test('an exam is set with the week’s load in sight', async () => {
  const elina = await day.visit('teacher');
  await openLessonNotes(elina);
  await elina.press('button', 'Lisää koe');
  const dialog = elina.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Kokeen nimi' }).fill('Yhtälöt');
  await dialog.getByText(/^Viikolla \d+ ryhmän oppilailla ei ole muita kokeita|koetta\.|on samana päivänä/).first().waitFor();
  await elina.expectAccessible();
  await elina.press('button', 'Tallenna');
  const mend = elina.page.getByRole('button', { name: 'Korjaa: Yhtälöt' });
  await mend.waitFor();
  expect(await mend.count()).toBe(1);
});

test('without connection what is written waits in the open page and is sent once when it returns', async () => {
  const elina = await day.visit('teacher', { device: 'phone' });
  elina.expectFault(/ERR_INTERNET_DISCONNECTED/);
  await openLessonNotes(elina);
  await elina.goOffline(true);
  await elina.page.getByRole('textbox', { name: 'Kotitehtävä', exact: true }).fill('lue s. 70');
  await elina.press('button', 'Anna kotitehtävä');
  await elina.page.getByText(/^Ei yhteyttä\. Merkintä lähtee/).waitFor();
  await elina.goOffline(false);
  await elina.page.getByRole('listitem').filter({ hasText: 'lue s. 70' }).getByText(/^Valmiina /).waitFor();
  expect(await elina.page.getByRole('button', { name: 'Poista: lue s. 70' }).count()).toBe(1);
});
