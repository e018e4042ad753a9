import { expect, test } from 'vitest';
import { schoolDay } from '../support/school-day.ts';
import type { Visitor } from '../support/visitor.ts';

const day = schoolDay();

/** What a spreadsheet's program does on Ctrl + V. */
async function paste({ page }: Visitor, text: string): Promise<void> {
  await page.evaluate((data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', data);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

const isSaved = ({ page }: Visitor) => page.locator('.teaching-book-state[data-state="idle"]').waitFor();
/** The texts of a column, from the top. */
const column = ({ page }: Visitor, index: number) => page.locator(`.teaching-grid td[data-column="${index}"]`).allInnerTexts();

test('a teacher adds a test with its objectives, types marks by keyboard, pastes a block and undoes it', async () => {
  const elina = await day.visit('teacher');
  await elina.goTo('/assessment');
  await elina.expectAccessible();
  await elina.press('link', /^8A MA|8A MA/);
  await elina.page.getByRole('button', { name: 'Lisää näyttö' }).first().click();
  await elina.page.getByRole('textbox', { name: 'Nimi' }).fill('Yhtälöt, koe');
  await elina.page.getByText('T2', { exact: false }).first().click();
  await elina.expectAccessible();
  await elina.press('button', 'Tallenna');
  const header = elina.page.getByRole('button', { name: /Yhtälöt, koe/ }).first();
  await header.waitFor();
  const index = (await elina.page.locator('.teaching-grid thead th').evaluateAll((heads) => heads.findIndex((head) => head.textContent.includes('Yhtälöt, koe')))) - 1;

  // Three learners by keyboard alone.
  await elina.page.locator(`.teaching-grid td[data-row="0"][data-column="${index}"]`).click();
  for (const typed of ['8+', '7,5', '9-']) {
    await elina.page.keyboard.type(typed);
    await elina.page.keyboard.press('Enter');
  }
  await isSaved(elina);
  expect((await column(elina, index)).slice(0, 4)).toEqual(['8+', '7½', '9-', '']);

  // A block of a spreadsheet, with two values that are no marks.
  await paste(elina, '6\n11\n6½\nhyvä\n10-\n');
  await elina.page.getByText('2 ruutua ei voitu tallentaa').waitFor();
  await isSaved(elina);
  expect((await column(elina, index)).slice(3, 8)).toEqual(['6', expect.stringContaining('11'), '6½', expect.stringContaining('hyvä'), '10-']);
  await elina.expectAccessible();

  // What is shown has been kept; what could not be saved has not.
  await elina.page.keyboard.press('Control+z');
  await isSaved(elina);
  expect((await column(elina, index)).slice(0, 8)).toEqual(['8+', '7½', '9-', '', '', '', '', '']);
  await elina.page.keyboard.press('Control+y');
  await isSaved(elina);
  await elina.page.reload();
  await elina.page.locator('.teaching-grid').waitFor();
  await expect.poll(async () => (await column(elina, index)).slice(0, 8)).toEqual(['8+', '7½', '9-', '6', '', '6½', '', '10-']);

  // Who wrote what is a press away.
  await elina.page.locator(`.teaching-grid td[data-row="1"][data-column="${index}"]`).click();
  await elina.press('button', 'Muutokset');
  await elina.page.getByRole('dialog').getByText('Elina Rautio').first().waitFor();
});

test('on a phone, and without a network for a while: the mark is kept and comes through', async () => {
  const elina = await day.visit('teacher', { device: 'phone' });
  await elina.goTo('/assessment');
  await elina.press('link', /8A MA/);
  const add = elina.page.getByRole('button', { name: 'Lisää näyttö' }).first();
  await add.click();
  await elina.page.getByRole('textbox', { name: 'Nimi' }).fill('Retken muistio');
  await elina.press('button', 'Tallenna');
  // The new column is the last one as soon as it is there.
  await elina.page.getByRole('columnheader', { name: /Retken muistio/ }).waitFor();
  const cell = elina.page.locator('.teaching-grid td[data-row="0"]').last();
  // A dialog gives the focus back when it has gone.
  await elina.page.getByRole('dialog').waitFor({ state: 'hidden' });
  await cell.click();
  await expect.poll(() => cell.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await elina.goOffline(true);
  elina.expectFault(/ERR_INTERNET_DISCONNECTED/);
  await elina.page.keyboard.type('9');
  await elina.page.keyboard.press('Enter');
  await elina.page.getByText('Ei yhteyttä').first().waitFor();
  await elina.expectAccessible();
  await elina.goOffline(false);
  await isSaved(elina);
  expect(await cell.innerText()).toBe('9');
});
