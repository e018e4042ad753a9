import { expect, test } from 'vitest';
import { learnerIn, markInRunningLesson, readRunningRegister } from '../support/register.ts';
import { schoolDay } from '../support/school-day.ts';

const ILLNESS = 'Terveydellisiin syihin liittyvä poissaolo';

const day = schoolDay();

test('an absence appears on the open desk by itself, and is explained there in two presses', async () => {
  const [maria, elina] = [await day.visit('guardian', { device: 'phone' }), await day.visit('teacher')];
  const told = maria.page.getByText('Helmi oli poissa tänään');
  expect(await told.count()).toBe(0);
  await maria.page.evaluate(() => Reflect.set(globalThis, 'isSamePage', true));

  await markInRunningLesson(elina, { 'Helmi Rantanen': 'absent' });
  await told.waitFor({ timeout: 5_000 });
  expect(await maria.page.evaluate(() => Reflect.get(globalThis, 'isSamePage'))).toBe(true);
  await maria.expectAccessible();

  const card = maria.page.locator('.ui-card', { has: told });
  maria.startCounting();
  await maria.act(() => card.getByText(ILLNESS).click());
  await maria.act(() => card.getByRole('button', { name: 'Lähetä selvitys' }).click());
  await maria.page.getByText('Poissaolo on selvitetty: Helmi').waitFor();
  expect(maria.actions).toBe(2);
  await told.waitFor({ state: 'detached' });
  const { register } = await readRunningRegister(elina);
  expect(learnerIn(register, 'Helmi Rantanen')).toMatchObject({ mark: 'absent', absenceTypeName: { fi: ILLNESS } });
});

test('what was sent by mistake is taken back', async () => {
  const maria = await day.visit('guardian', { device: 'phone' });
  const told = maria.page.getByText(/^Eino oli poissa/);
  const card = maria.page.locator('.ui-card', { has: told });
  await card.getByText(ILLNESS).click();
  await card.getByRole('button', { name: 'Lähetä selvitys' }).click();
  await told.waitFor({ state: 'detached' });
  await maria.press('button', 'Kumoa');
  await told.waitFor();
  expect(await card.getByRole('button', { name: 'Lähetä selvitys' }).isDisabled()).toBe(true);
});

test('siblings are reported sick for several days in three presses; the register has it filled in', async () => {
  const [maria, elina] = [await day.visit('guardian', { device: 'phone' }), await day.visit('teacher')];
  maria.startCounting();
  await maria.press('button', 'Ilmoita poissaolosta');
  const dialog = maria.page.getByRole('dialog');
  await maria.act(() => dialog.getByText(/asti$/).nth(1).click());
  await maria.expectAccessible();
  await maria.press('button', /^Ilmoita poissa: /);
  await maria.page.getByText(/^Ilmoitettu poissa: Aino, Eino ja Helmi/).waitFor();
  expect(maria.actions).toBe(3);
  await maria.page.getByText(/^Ilmoitettu poissa, /).nth(2).waitFor();

  const { register } = await readRunningRegister(elina);
  expect(learnerIn(register, 'Helmi Rantanen')).toMatchObject({ notice: { typeName: { fi: ILLNESS } } });
  // What the home has told is not yet a mark: the register is untaken until the teacher has said something.
  expect(register).toMatchObject({ state: 'untaken', version: 0 });
});
