import { expect, test } from 'vitest';
import { markInRunningLesson } from '../support/register.ts';
import { schoolDay } from '../support/school-day.ts';

const day = schoolDay();

test('who signed in at one server is signed in at the other', async () => {
  const another = await day.city.startAnother();
  const maria = await day.visit('guardian');
  const there = await maria.openWindow(another.url);
  await there.page.getByRole('heading', { level: 1, name: /Maria/ }).waitFor();
  expect((await there.ask('GET', '/api/me')).status).toBe(200);
  expect(there.faults).toEqual([]);
});

test('a mark made at one server refreshes the page that is open at the other', async () => {
  const another = await day.city.startAnother();
  const elina = await day.visit('teacher');
  const maria = await day.visit('guardian', { at: another.url });
  const told = maria.page.getByText('Helmi oli poissa tänään');
  expect(await told.count()).toBe(0);
  await markInRunningLesson(elina, { 'Helmi Rantanen': 'absent' });
  await told.waitFor({ timeout: 5_000 });
});

test('signing out everywhere at one server ends the session at the other within a second', async () => {
  const another = await day.city.startAnother();
  const [laptop, phone] = [await day.visit('guardian'), await day.visit('guardian', { at: another.url, device: 'phone' })];
  phone.expectFault(/401/);
  laptop.expectFault(/401/);
  expect(await phone.status('/api/me')).toBe(200);
  await laptop.press('button', /^Oma valikko/);
  await laptop.press('button', 'Kirjaudu ulos kaikilta laitteilta');
  await laptop.page.waitForURL(/\/sign-in/);
  await expect.poll(() => phone.status('/api/me'), { timeout: 1_000, interval: 50 }).toBe(401);
  await phone.page.waitForURL(/\/sign-in/, { timeout: 5_000 });
});
