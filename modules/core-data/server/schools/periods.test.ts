import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Builders, type Client, type World } from '@digione/app-server/testing';

let world: World;
let koivula: Builders;
let teacher: Client;
let year: string;

beforeAll(async () => {
  world = await createWorld();
  koivula = await world.provider('koivula');
  year = await koivula.schoolYear();
  const personId = await koivula.person();
  await koivula.position(personId, 'teacher', await koivula.school());
  teacher = await world.signIn({ of: koivula, personId });
});
afterAll(() => world.close());

const add = (name: string, valid: string, names?: object) =>
  koivula.insert('core_data.teaching_period', { teaching_period_id: uuidv7(), school_year_id: year, name, valid, source: 'test', ...(names !== undefined && { names: JSON.stringify(names) }) });

test('a period is named in every language: as somebody said, as everybody says, or as it came', async () => {
  await add('Syyslukukausi', '[2026-08-01,2026-10-01)');
  await add('vårterminen', '[2026-10-01,2026-11-01)');
  await add('3. jakso', '[2026-11-01,2026-12-01)');
  await add('Period 4', '[2026-12-01,2027-01-01)');
  await add('Kokeiluviikot', '[2027-01-01,2027-02-01)');
  await add('5. jakso', '[2027-02-01,2027-03-01)', { fi: 'Loppujakso', sv: 'Slutperiod' });
  const { body } = await teacher.get(`/api/providers/${koivula.educationProviderId}/school-years/current`);
  expect(body.periods.map(({ name }: { name: object }) => name)).toEqual([
    { fi: 'Syyslukukausi', sv: 'Höstterminen', en: 'Autumn term' },
    { fi: 'Kevätlukukausi', sv: 'Vårterminen', en: 'Spring term' },
    { fi: '3. jakso', sv: 'Period 3', en: 'Period 3' },
    { fi: '4. jakso', sv: 'Period 4', en: 'Period 4' },
    { fi: 'Kokeiluviikot' },
    { fi: 'Loppujakso', sv: 'Slutperiod' },
  ]);
});
