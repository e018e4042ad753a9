import { expect, test } from 'vitest';
import { callNameOf, findHindrance, gradeLevelByAge } from './newcomer.ts';

test.each([
  ['2019-12-31', 1],
  ['2020-01-01', 0],
  ['2014-06-01', 6],
  ['2011-01-01', 9],
  ['2010-12-31', null],
  ['2021-01-01', null],
])('born %s: grade %s in the school year 2026–2027', (bornOn, level) => {
  expect(gradeLevelByAge(bornOn, '2026-08-01')).toBe(level);
});

const right = (schoolId: string, from: string, until: string | null = null, educationForm = 'basic-education') => ({ schoolId, educationForm, from, until });
const hindrance = (held: ReturnType<typeof right>[], diedOn: string | null = null) => findHindrance(held, diedOn, 'hill', 'basic-education', '2026-11-24', '2026-12-01');

test('who is here, is coming, or is a pupil of another school of the city is not admitted twice', () => {
  expect(hindrance([right('hill', '2022-08-01')])).toBe('already-here');
  expect(hindrance([right('hill', '2027-08-01')])).toBe('coming-here');
  expect(hindrance([right('lake', '2022-08-01')])).toBe('at-another-school');
  expect(hindrance([right('lake', '2022-08-01', '2027-06-01')])).toBe('at-another-school');
});

test('who has left, even on the very day, or studies something else may come', () => {
  expect(hindrance([])).toBeNull();
  expect(hindrance([right('hill', '2022-08-01', '2025-06-01'), right('lake', '2025-08-01', '2026-12-01')])).toBeNull();
  expect(hindrance([right('lake', '2026-08-01', null, 'general-upper-secondary')])).toBeNull();
});

test('the dead are not admitted', () => {
  expect(hindrance([right('hill', '2022-08-01')], '2026-10-10')).toBe('died');
});

test('a call name is the first of the first names', () => {
  expect(callNameOf(' Aino-Kaisa  Maria ')).toBe('Aino-Kaisa');
});
