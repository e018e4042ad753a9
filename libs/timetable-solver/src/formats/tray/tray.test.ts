import { describe, expect, test } from 'vitest';
import { evaluate } from '../../evaluate/index.ts';
import { listInstanceFaults, UNASSIGNED } from '../../model/index.ts';
import { solveTray } from '../../tray/index.ts';
import { JsonError, sayJsonError } from '../json/index.ts';
import { readTrayFile, writeTrayFile } from './index.ts';

/** Two periods of two bars; mathematics builds on itself, physics needs a laboratory, art is formed from its choices. */
const SCHOOL = {
  format: 'digione-tray',
  version: 1,
  id: 'small',
  name: 'Pieni lukio',
  periods: [
    { id: '1', bars: ['1A', '1B'] },
    { id: '2', bars: ['2A', '2B'] },
  ],
  rooms: [{ id: 'lab', count: 1 }],
  teachers: [{ id: 'AHO', name: 'Aho, Aino', away: ['1A'] }, { id: 'BER' }],
  courses: [
    { id: 'MAA2', sections: [{ id: 'MAA2.1', seats: 2, teachers: ['AHO'] }] },
    { id: 'MAA3', after: ['MAA2'], sections: [{ id: 'MAA3.1', seats: 2, teachers: ['AHO'], bars: ['2A', '2B'] }] },
    { id: 'FY1', sections: [{ id: 'FY1.1', seats: 2, teachers: ['BER'], rooms: ['lab'] }] },
    { id: 'KU1', seats: 1, teachers: ['BER'] },
  ],
  learners: [
    { id: 'L1', choices: ['MAA2', 'MAA3', 'KU1'] },
    { id: 'L2', name: 'Toinen', choices: ['MAA2', 'FY1', 'KU1'], away: ['2B'] },
  ],
};
const text = (change: object = {}): string => JSON.stringify({ ...SCHOOL, ...change }, undefined, 1);

describe('a tray’s file', () => {
  const { instance, tray } = readTrayFile(text());

  test('bars are times, sections events; a course without sections gets as many as its choices fill', () => {
    expect(listInstanceFaults(instance)).toEqual([]);
    expect(instance.times.map(({ id }) => id)).toEqual(['1A', '1B', '2A', '2B']);
    expect(instance.events.map(({ id }) => id)).toEqual(['MAA2.1', 'MAA3.1', 'FY1.1', 'KU1.1', 'KU1.2']);
    expect(instance.choices?.map(({ events }) => events)).toEqual([[0], [1], [3, 4], [0], [2], [3, 4]]);
    expect(tray.courses[3]?.sections).toEqual([1, 2].map((number) => ({ id: `KU1.${number}`, seats: 1, teachers: ['BER'], rooms: [], bars: [] })));
  });

  test('it can be solved: every choice is met, all that must hold holds', () => {
    const { solution, met, choices } = solveTray(instance, { moves: 2000 });
    expect([met, choices]).toEqual([6, 6]);
    expect(evaluate(instance, solution).infeasibility).toBe(0);
  });

  test('courses that build on each other lie in periods one after another', () => {
    const chain = ['A', 'B', 'C', 'D'];
    const school = {
      ...SCHOOL,
      periods: [1, 2, 3, 4].map((id) => ({ id: String(id), bars: ['A', 'B', 'C'].map((bar) => `${id}${bar}`) })),
      teachers: [],
      rooms: [],
      courses: [...chain.map((id, index) => ({ id, seats: 2, after: chain.slice(Math.max(0, index - 1), index) })), { id: 'E', seats: 2 }],
      learners: Array.from({ length: 6 }, (_, learner) => ({ id: `L${learner}`, choices: [...chain, 'E'] })),
    };
    for (const seed of [1, 2, 3]) {
      const { instance: longer } = readTrayFile(JSON.stringify(school));
      const { cost, met, choices } = solveTray(longer, { moves: 500, seed });
      expect([met, choices, cost.infeasibility, cost.objective]).toEqual([30, 30, 0, 0]);
    }
  });

  test('written and read it is the same, timetable and all', () => {
    const { solution } = solveTray(instance, { moves: 200 });
    const again = readTrayFile(writeTrayFile(tray, { instance, solution, about: 'seed 1' }));
    expect(again).toEqual({ tray, instance, solution });
    expect(readTrayFile(writeTrayFile(tray)).solution).toBeUndefined();
  });

  test('what a timetable leaves out is open', () => {
    const timetable = { sections: [{ section: 'FY1.1', bar: '1B' }], seats: [{ learner: 'L2', sections: ['FY1.1'] }] };
    const { solution } = readTrayFile(text({ timetable }));
    expect(solution?.events.map(([meet]) => meet?.time)).toEqual([UNASSIGNED, UNASSIGNED, 1, UNASSIGNED, UNASSIGNED]);
    expect(solution?.seats).toEqual([UNASSIGNED, UNASSIGNED, UNASSIGNED, UNASSIGNED, 2, UNASSIGNED]);
  });
});

const learners = (choices: readonly unknown[]): object => ({ learners: [{ id: 'L1', choices }] });
const timetable = (seats: readonly unknown[], sections: readonly unknown[] = []): object => ({ timetable: { sections, seats } });

test.each<[string, object, string]>([
  ['another format', { format: 'xls' }, 'line 1: this is not a file of the format “digione-tray”'],
  ['a later version', { version: 2 }, 'line 3, version: version 2 is not known, only 1'],
  ['a field by another name', { lerners: [] }, 'there is no field “lerners” here, only: format, version, id, periods, courses, learners, name, rooms, teachers, timetable, about'],
  ['no courses', { courses: [] }, 'courses: at least one is wanted'],
  ['courses that are no list', { courses: {} }, 'courses: a list [ … ] is wanted'],
  ['a course chosen that is not there', learners(['MAA2', 'XX1']), 'learners[0].choices[1]: there is no course “XX1”'],
  ['a course chosen twice', learners(['MAA2', 'MAA2']), 'learners[0].choices[1]: “MAA2” is there twice'],
  ['a learner twice', { learners: [SCHOOL.learners[0], SCHOOL.learners[0]] }, 'learners[1].id: “L1” is there twice'],
  ['no name', { id: '' }, 'id: a text of 1 to 200 characters is wanted'],
  ['half a room', { rooms: [{ id: 'lab', count: 0.5 }] }, 'rooms[0].count: a whole number from 0 to 10000 is wanted'],
  ['a course before itself', { courses: [{ ...SCHOOL.courses[0], after: ['MAA2'] }], learners: [] }, 'courses[0].after[0]: the course “MAA2” comes before itself'],
  ['a course without seats or sections', { courses: [{ id: 'MAA2' }], learners: [] }, 'courses[0]: “seats” is missing'],
  ['a seat in a course not chosen', timetable([{ learner: 'L1', sections: ['FY1.1'] }]), 'timetable.seats[0].sections[0]: the learner has not chosen the course of “FY1.1”'],
  ['two seats for a choice', timetable([{ learner: 'L1', sections: ['KU1.1', 'KU1.2'] }]), 'timetable.seats[0].sections[1]: “KU1.2” is there twice'],
  ['a section in two bars', timetable([], [1, 2].map((bar) => ({ section: 'FY1.1', bar: `${bar}A` }))), 'timetable.sections[1].section: “FY1.1” is there twice'],
])('%s is refused with line and place', (_name, change, sentence) => {
  expect(() => readTrayFile(text(change))).toThrow(JsonError);
  expect(() => readTrayFile(text(change))).toThrow(sentence);
  expect(() => readTrayFile(text(change))).toThrow(/^line \d+/);
});

test('the fault is said in three languages', () => {
  try {
    readTrayFile(text(learners(['XX1'])));
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    expect((['fi', 'sv'] as const).map((language) => sayJsonError(error, language).replace(/\d+/, '7'))).toEqual(['rivi 7, learners[0].choices[0]: kurssia ”XX1” ei ole', 'rad 7, learners[0].choices[0]: det finns ingen kurs ”XX1”']);
  }
});

test('a table too large for memory is refused before it is made', () => {
  const many = { periods: [{ id: '1', bars: Array.from({ length: 6000 }, (_, bar) => `b${bar}`) }], teachers: [], rooms: [], courses: [{ id: 'A', seats: 1 }], learners: Array.from({ length: 4000 }, (_, id) => ({ id: `L${id}`, choices: ['A'] })) };
  expect(() => readTrayFile(text(many))).toThrow('there are more than 20000000 values');
});
