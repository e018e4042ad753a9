import { expect, test } from 'vitest';
import { readRunningRegister } from '../support/register.ts';
import { schoolDay } from '../support/school-day.ts';

const day = schoolDay();

test('sees the own day on the desk and the week behind it', async () => {
  const helmi = await day.visit('learner', { device: 'phone' });
  await helmi.page.getByText(/^Nyt: /).waitFor();
  await helmi.goTo('/timetable');
  await helmi.page.getByText(/Viikko 48/i).first().waitFor();
  expect(await helmi.text()).toMatch(/Matematiikka|Fysiikka/);
  await helmi.expectAccessible();
});

test('who is of age explains and reports for themself, and no text speaks of a guardian', async () => {
  await day.city.server.kernel.database.system.query(`update core_data.person set born_on = '2008-11-24' where call_name = 'Samuel' and last_name = 'Koskinen'`);
  const samuel = await day.visit('upper-secondary-learner', { device: 'phone' });
  await samuel.goTo('/attendance');
  await samuel.page.getByText('Ilmoitat ja selvität poissaolosi itse').waitFor();
  await samuel.page.getByText('Olit poissa eilen').waitFor();
  await samuel.press('button', 'Ilmoita poissaolosta');
  await samuel.page.getByText('Ilmoituksen näkevät koulun opettajat ja kanslia.', { exact: true }).waitFor();
  expect(await samuel.text()).not.toMatch(/huoltaj/i);
});

test('who has seen my data: the time, the organisation, the purpose', async () => {
  const elina = await day.visit('teacher');
  await readRunningRegister(elina);
  const helmi = await day.visit('learner', { device: 'phone' });
  await helmi.goTo('/own-log');
  const entry = helmi.page.getByRole('listitem').filter({ hasText: /Opettaja · Koivula/ }).first();
  await entry.waitFor();
  expect(await entry.innerText()).toMatch(/Katsoi tietoja: .+ · tänään klo 9\.2\d/);
  await helmi.expectAccessible();
});

test('a guardian looks at the own child’s log; the child’s friend’s is nobody’s to see', async () => {
  const elina = await day.visit('teacher');
  const { register } = await readRunningRegister(elina);
  const maria = await day.visit('guardian', { device: 'phone' });
  await maria.goTo('/own-log');
  await maria.page.getByText('Helmi', { exact: true }).click();
  await maria.page.getByRole('listitem').filter({ hasText: /Opettaja/ }).first().waitFor();
  const friend = register.learners.find(({ lastName }) => lastName !== 'Rantanen');
  maria.expectFault(/40[34]/);
  expect((await maria.ask('GET', `/api/own-log?personId=${friend?.personId}`)).status).toBeGreaterThanOrEqual(403);
});
