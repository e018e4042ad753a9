import { expect, test } from 'vitest';
import { readTrayFile } from '../formats/tray/index.ts';
import { findImpossible, findUnmeetable, sayExplanation } from './index.ts';

const school = (change: object = {}) =>
  readTrayFile(
    JSON.stringify({
      format: 'digione-tray',
      version: 1,
      id: 's',
      periods: [{ id: '1', bars: ['A', 'B', 'C'] }],
      rooms: [{ id: 'lab', count: 1 }],
      teachers: [{ id: 'AHO' }],
      courses: ['X', 'Y', 'Z'].map((id) => ({ id, sections: [{ id: `${id}.1`, seats: 2 }] })),
      learners: [{ id: 'L1', choices: ['X', 'Y', 'Z'] }],
      ...change,
    }),
  ).instance;

const say = (change?: object): string[] => findUnmeetable(school(change)).map((one) => sayExplanation(one));

test('a tray that has room for every choice has nothing said of it', () => {
  expect(say()).toEqual([]);
  expect(findImpossible(school())).toEqual([]);
});

test('a course more have chosen than its sections hold', () => {
  expect(say({ learners: [1, 2, 3].map((id) => ({ id: `L${id}`, choices: ['X'] })) })).toEqual(['3 learners chose X; its sections (1) have room for 2']);
});

test('a learner with more courses than bars', () => {
  expect(say({ learners: [{ id: 'L1', choices: ['X', 'Y', 'Z'], away: ['C'] }] })).toEqual(['L1 has chosen 3 courses and has 2 free bars']);
});

test('courses that are in the same bar', () => {
  const courses = ['X', 'Y', 'Z'].map((id) => ({ id, sections: [{ id: `${id}.1`, seats: 2, bars: id === 'Z' ? ['C'] : ['A'] }] }));
  expect(say({ courses })).toEqual(['L1 has chosen 2 courses (X, Y) that are in 1 bar only: A']);
});

test('more sections for a kind of room than its bars hold, more for a teacher than there are bars', () => {
  const courses = [1, 2, 3, 4].map((id) => ({ id: `X${id}`, sections: [{ id: `X${id}.1`, seats: 2, rooms: ['lab'], teachers: ['AHO'] }] }));
  expect(findImpossible(school({ courses, learners: [] })).map((one) => sayExplanation(one))).toEqual([
    'AHO has 4 lessons and only 3 free times',
    'lab × 1: 4 needed, and there is room for 3 in all the times together',
  ]);
});
