import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { readRunningRegister } from '../support/register.ts';
import { schoolDay } from '../support/school-day.ts';
import type { Visitor } from '../support/visitor.ts';

const day = schoolDay();

const rows = ({ page }: Visitor): Locator => page.getByRole('radiogroup');
const state = ({ page }: Visitor): Locator => page.locator('.teaching-bar-state');

/** One action: from the desk to the register of the lesson that is running. */
async function openRunningLesson(elina: Visitor): Promise<void> {
  await elina.press('link', 'Merkitse läsnäolot');
  await expect.poll(() => rows(elina).count()).toBe(24);
}

const markAbsent = (elina: Visitor, index: number) => elina.act(() => rows(elina).nth(index).getByRole('radio', { name: 'Poissa' }).click());

const saved = (elina: Visitor, text: RegExp) => state(elina).getByText(text).waitFor();

async function marksOf(elina: Visitor): Promise<Record<string, number>> {
  const { register } = await readRunningRegister(elina);
  const counts: Record<string, number> = { [register.state]: 1 };
  for (const { mark } of register.learners) counts[mark ?? 'unknown'] = (counts[mark ?? 'unknown'] ?? 0) + 1;
  return counts;
}

test('everybody is present: two presses from the desk', async () => {
  const elina = await day.visit('teacher', { device: 'phone' });
  elina.startCounting();
  await openRunningLesson(elina);
  expect(await marksOf(elina)).toEqual({ untaken: 1, unknown: 24 });
  await state(elina).getByText('Läsnäoloja ei ole vielä merkitty').waitFor();
  await elina.expectAccessible();
  await elina.press('button', 'Kaikki paikalla');
  await saved(elina, /^Tallennettu\. Elina Rautio, tänään klo 9\.2/);
  expect(elina.actions).toBe(2);
  expect(await marksOf(elina)).toEqual({ taken: 1, present: 24 });
  await elina.expectAccessible();
});

test.each(['phone', 'wide'] as const)('who goes down the list by keyboard is never led behind the bar (%s)', async (device) => {
  const elina = await day.visit('teacher', { device });
  await openRunningLesson(elina);
  await elina.page.getByRole('radio').first().focus();
  const gaps: number[] = [];
  for (let row = 1; row < 24; row += 1) {
    await elina.page.keyboard.press('ArrowDown');
    gaps.push(
      await elina.page.evaluate(() => {
        const [focused, bar] = [document.activeElement, document.querySelector('.teaching-bar')];
        return focused === null || bar === null ? Number.NaN : bar.getBoundingClientRect().top - focused.getBoundingClientRect().bottom;
      }),
    );
  }
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
});

test('two of 24 are absent: four presses, saved as one goes, the same after a reload', async () => {
  const elina = await day.visit('teacher', { device: 'phone' });
  elina.startCounting();
  await openRunningLesson(elina);
  await markAbsent(elina, 3);
  await saved(elina, /^Tallennettu, kesken\./);
  // Who is not marked is not known, which is never the same as present.
  expect(await marksOf(elina)).toEqual({ partial: 1, absent: 1, unknown: 23 });
  await markAbsent(elina, 7);
  await elina.press('button', 'Muut 22 paikalla');
  await saved(elina, /^Tallennettu\. Elina Rautio/);
  expect(elina.actions).toBe(4);
  expect(await marksOf(elina)).toEqual({ taken: 1, absent: 2, present: 22 });

  await elina.page.reload();
  await expect.poll(() => rows(elina).count()).toBe(24);
  const checked = await rows(elina).evaluateAll((groups) => groups.map((group) => group.querySelector('[aria-checked="true"]')?.textContent ?? null));
  expect(checked.flatMap((mark, index) => (mark === 'Poissa' ? [index] : []))).toEqual([3, 7]);
  await saved(elina, /^Tallennettu\. Elina Rautio/);
});

test('by keyboard alone: from the desk to a taken register', async () => {
  const elina = await day.visit('teacher');
  const { keyboard } = elina.page;
  const focused = () => elina.page.evaluate(() => document.activeElement?.textContent ?? '');
  for (let presses = 0; presses < 40 && (await focused()) !== 'Merkitse läsnäolot'; presses += 1) await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect.poll(() => rows(elina).count()).toBe(24);
  await elina.page.locator('h1').waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowDown');
  // A letter marks and goes on to the next learner.
  await keyboard.press('p');
  await keyboard.press('p');
  await keyboard.press('m');
  await keyboard.press('Control+Enter');
  await saved(elina, /^Tallennettu\. Elina Rautio/);
  expect(await marksOf(elina)).toEqual({ taken: 1, absent: 2, late: 1, present: 21 });
  const { register } = await readRunningRegister(elina);
  expect(register.learners.slice(0, 4).map(({ mark }) => mark)).toEqual(['present', 'absent', 'absent', 'late']);
});

test('what was pressed by mistake is undone', async () => {
  const elina = await day.visit('teacher');
  await openRunningLesson(elina);
  await markAbsent(elina, 0);
  await saved(elina, /^Tallennettu, kesken\./);
  await elina.press('button', 'Kumoa');
  await expect.poll(async () => (await marksOf(elina))['absent'] ?? 0).toBe(0);
  expect((await marksOf(elina))['present'] ?? 0).toBe(0);
});

test('without connection the marks wait in the open page and are saved when it returns', async () => {
  const elina = await day.visit('teacher', { device: 'phone' });
  elina.expectFault(/ERR_INTERNET_DISCONNECTED/);
  await openRunningLesson(elina);
  await elina.goOffline(true);
  await markAbsent(elina, 5);
  await saved(elina, /^Ei yhteyttä\./);
  await elina.goOffline(false);
  await saved(elina, /^Tallennettu, kesken\./);
  expect(await marksOf(elina)).toMatchObject({ partial: 1, absent: 1 });
});

test('the desk tells how far the register is: untaken, begun, taken', async () => {
  const elina = await day.visit('teacher');
  await openRunningLesson(elina);
  await markAbsent(elina, 0);
  await saved(elina, /^Tallennettu, kesken\./);
  await elina.goTo('/');
  await elina.press('link', 'Jatka merkitsemistä');
  await elina.press('button', 'Muut 23 paikalla');
  await saved(elina, /^Tallennettu\. /);
  await elina.goTo('/');
  await elina.page.getByRole('link', { name: 'Avaa läsnäolot' }).waitFor();
  expect(await elina.page.getByRole('link', { name: 'Merkitse läsnäolot' }).count()).toBe(0);
});
