import { expect, test } from 'vitest';
import { proposeGroups, proposeHomeroom } from './propose.ts';

const room = (name: string, gradeLevel: number | null, learnerCount: number) => ({ homeroomId: name, name, gradeLevel, learnerCount });
const group = (teachingGroupId: string, homeroomId: string | null, subjectCode: string | null, learnerCount: number) => ({ teachingGroupId, name: teachingGroupId, homeroomId, subjectCode, subjectName: null, learnerCount });

test('the least full class of the grade is proposed, none of another grade', () => {
  const rooms = [room('5A', 5, 22), room('5B', 5, 19), room('6A', 6, 3), room('pienryhmä', null, 1)];
  expect(proposeHomeroom(rooms, 5)?.name).toBe('5B');
  expect(proposeHomeroom(rooms, 7)).toBeUndefined();
  expect(proposeHomeroom(rooms, null)).toBeUndefined();
});

test('the class’s own groups, of a split subject the smaller half, and nothing that many classes share', () => {
  const groups = [group('5B MA', '5B', 'MA', 19), group('5B KS 1', '5B', 'KS', 10), group('5B KS 2', '5B', 'KS', 9), group('5A MA', '5A', 'MA', 22), group('RAA2', null, 'A2', 12)];
  expect(proposeGroups(groups, '5B')).toEqual(['5B MA', '5B KS 2']);
});
