import { expect, test } from 'vitest';
import { markInRunningLesson } from '../support/register.ts';
import { schoolDay } from '../support/school-day.ts';

const day = schoolDay();

test('sees at once who is missing without explanation, and which registers are untaken', async () => {
  const [kristiina, elina] = [await day.visit('principal', { device: 'phone' }), await day.visit('teacher')];
  await kristiina.page.getByRole('link', { name: 'Avaa koulun päivä' }).first().click();
  await kristiina.page.getByRole('heading', { level: 2, name: /^Kirjaamatta: / }).waitFor();
  const missing = kristiina.page.getByRole('listitem').filter({ hasText: 'Helmi Rantanen' });
  expect(await missing.count()).toBe(0);
  await kristiina.expectAccessible();

  await markInRunningLesson(elina, { 'Helmi Rantanen': 'absent' });
  await missing.first().waitFor({ timeout: 5_000 });
  expect(await missing.first().innerText()).toMatch(/8A/);
});

test('every untaken register is named with its time, place and teacher', async () => {
  const kristiina = await day.visit('principal');
  await kristiina.goTo('/today');
  const heading = kristiina.page.getByRole('heading', { name: /^Kirjaamatta: / });
  const lessons = kristiina.page.locator('section', { has: heading }).getByRole('listitem');
  await lessons.first().waitFor();
  const told = await lessons.allInnerTexts();
  expect(await heading.innerText()).toMatch(new RegExp(`^Kirjaamatta: ${told.length} `));
  for (const lesson of told) expect(lesson).toMatch(/\d\.\d\d–\d+\.\d\d · .+ · \p{Lu}\p{Ll}+ \p{Lu}/u);
  await kristiina.expectAccessible();
});
