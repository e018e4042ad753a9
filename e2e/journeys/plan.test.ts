import { expect, test } from 'vitest';
import { schoolDay } from '../support/school-day.ts';
import type { Visitor } from '../support/visitor.ts';

const day = schoolDay();

const grip = ({ page }: Visitor, name: string) => page.getByRole('button', { name: new RegExp(`^Siirrä jaksoa ${name}, `) });

/** From the list of own groups to one group's plan. */
async function openPlan(visitor: Visitor, group: RegExp): Promise<void> {
  await visitor.goTo('/plans');
  await visitor.act(() => visitor.page.getByRole('link', { name: group }).first().click());
  await visitor.page.getByRole('heading', { name: 'Jaksot viikoittain' }).or(visitor.page.getByRole('button', { name: 'Aloita suunnitelma' })).first().waitFor();
}

test('a plan is begun, a unit put on a week and moved by the keyboard: its lessons follow', async () => {
  const antti = await day.visit('class-teacher');
  await openPlan(antti, /Ei vielä suunnitelmaa/);
  await antti.expectAccessible();
  await antti.press('button', 'Aloita suunnitelma');
  await antti.page.getByRole('button', { name: 'Lisää jakso', exact: true }).first().click();
  const dialog = antti.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Jakson nimi' }).fill('Syksyn projekti');
  await antti.expectAccessible();
  await antti.press('button', 'Tallenna');
  await dialog.waitFor({ state: 'detached' });
  await grip(antti, 'Syksyn projekti').waitFor();
  const label = async () => (await grip(antti, 'Syksyn projekti').getAttribute('aria-label')) ?? '';
  const before = await label();
  await grip(antti, 'Syksyn projekti').focus();
  await antti.page.keyboard.press('ArrowDown');
  await expect.poll(label).not.toBe(before);
  const after = await label();
  await antti.page.reload();
  await grip(antti, 'Syksyn projekti').waitFor();
  expect(await label()).toBe(after);
  await antti.expectAccessible();
});

test('what the year asks of the group, and how much of it is taught and planned, is beside the weeks', async () => {
  const elina = await day.visit('teacher');
  await openPlan(elina, /8A FY/);
  await elina.page.getByRole('heading', { name: 'Lukuvuoden tavoitteet' }).waitFor();
  const chips = elina.page.locator('.teaching-plan-coverage .ui-chip');
  expect(await chips.filter({ hasText: 'Opetettu' }).count()).toBeGreaterThan(0);
  await elina.expectAccessible();
  const missing = await chips.filter({ hasText: 'Ei vielä' }).count();
  // A unit without objectives leaves more of them open.
  await elina.page.locator('.teaching-board-name').first().click();
  const dialog = elina.page.getByRole('dialog');
  for (const box of await dialog.getByRole('group', { name: 'Tavoitteet' }).locator('label:has(input:not(:checked))').all()) await box.click();
  await elina.press('button', 'Tallenna');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => chips.filter({ hasText: 'Ei vielä' }).count()).toBe(0);
  expect(missing).toBeGreaterThanOrEqual(0);
});

test('two write of one unit at once: nothing is lost, and who changed the same chooses', async () => {
  const elina = await day.visit('teacher');
  elina.expectFault(/412/);
  await openPlan(elina, /8A FY/);
  const other = await elina.openWindow(elina.page.url());
  const write = async ({ page }: Visitor, notes: string) => {
    await page.locator('.teaching-board-name').nth(1).click();
    await page.getByRole('dialog').getByRole('textbox', { name: /^Omat muistiinpanot/ }).fill(notes);
  };
  await write(elina, 'Pöydät ryhmiin');
  await write(other, 'Varaa laboratorio');
  await other.press('button', 'Tallenna');
  await other.page.getByRole('dialog').waitFor({ state: 'detached' });
  await elina.press('button', 'Tallenna');
  const clash = elina.page.getByRole('dialog').filter({ hasText: /muutti samaa jaksoa/ });
  await clash.getByText('Varaa laboratorio').waitFor();
  await clash.getByText('Pöydät ryhmiin').waitFor();
  await elina.expectAccessible();
  await clash.locator('label', { hasText: 'Sinun' }).click();
  await elina.press('button', 'Tallenna valinnat');
  await clash.waitFor({ state: 'detached' });
  await elina.page.reload();
  await elina.page.locator('.teaching-board-name').nth(1).click();
  expect(await elina.page.getByRole('dialog').getByRole('textbox', { name: /^Omat muistiinpanot/ }).inputValue()).toBe('Pöydät ryhmiin');
});
