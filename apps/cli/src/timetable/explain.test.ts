import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildProgram, Workbench } from './testing/digione.ts';
import { away, END, fetSchool, NARROW_TRAY, SCHOOL, SOLUTIONS, withRule } from './testing/schools.ts';

const bench = new Workbench();
const explain = (path: string, ...args: string[]) => bench.digione('check', 'timetable', path, '--explain', ...args);

// A starved machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000 });

beforeAll(buildProgram, 300_000);
afterAll(() => bench.remove());

test('what cannot be is told by counting, and as a small set of rules', async () => {
  const { code, out, error } = await explain(bench.write('away.xml', withRule(away('Mo2', true)) + END));
  expect({ code, error }).toEqual({ code: 1, error: '' });
  expect(out.split('\n')).toEqual([
    'away.xml: two, 2 times, 2 events, 1 resources, 3 rules',
    'There is no timetable in the file.',
    '',
    'two:',
    'This cannot be, by counting alone:',
    '  7A has 2 lessons and only 1 free time',
    'These rules and lessons contradict each other; without any one of them the proof fails:',
    '  maths is to have a time',
    '  PE is to have a time',
    '  No clashes: 7A',
    '  Away: 7A',
    '',
  ]);
});

test('what can be is said to be, beside the timetables’ costs', async () => {
  const { code, out } = await explain(bench.write('fine.xml', SCHOOL + SOLUTIONS + END));
  expect(code).toBe(0);
  expect(out).toContain('first: infeasibility 5, objective 0');
  expect(out).toContain('\ntwo:\nNo contradiction among the required rules that are looked at.\n');
});

test('as JSON, in Finnish, with the ids of the rules', async () => {
  const { code, out } = await explain(bench.write('away.xml', withRule(away('Mo2', true)) + END), '--json', '--language', 'fi', '--seconds', '30');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    format: 'xhstt',
    explained: [
      {
        instance: 'two',
        impossible: [{ key: 'too-many-lessons', text: '7A: 2 oppituntia, mutta vapaita aikoja vain 1' }],
        unmeetable: [],
        conflict: { outcome: 'contradiction', isMinimal: true, members: [{ text: 'maths tarvitsee ajan', constraint: null }, { constraint: null }, { constraint: 'clashes' }, { constraint: 'away Mo2' }] },
      },
    ],
  });
});

test('a FET school too', async () => {
  const notAvailable = '<ConstraintTeacherNotAvailableTimes><Weight_Percentage>100</Weight_Percentage><Teacher>A</Teacher><Number_of_Not_Available_Times>1</Number_of_Not_Available_Times><Not_Available_Time><Day>Mo</Day><Hour>1</Hour></Not_Available_Time><Active>true</Active></ConstraintTeacherNotAvailableTimes>';
  const { code, out } = await explain(bench.write('away.fet', fetSchool(notAvailable)), '--language', 'sv');
  expect(code).toBe(1);
  expect(out).toContain('  A har 2 lektioner men bara 1 ledig tid');
});

test('a tray: choices that none can meet', async () => {
  const { code, out } = await explain(bench.write('narrow.json', JSON.stringify(NARROW_TRAY)));
  // Open choices are wishes: the tray itself can be.
  expect(code).toBe(0);
  expect(out).toContain('Choices that no tray can meet, by counting alone:\n  L1 has chosen 2 courses (MAA2, FY1) that are in 1 bar only: 1A\n  L2 has chosen');
});
