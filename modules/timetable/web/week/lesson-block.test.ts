import { expect, test } from 'vitest';
import type { Lesson, LessonTeacher } from '../../contract/index.ts';
import { lessonBlock } from './lesson-block.ts';

const teacher = (lastName: string, role: LessonTeacher['role']): LessonTeacher => ({ personId: lastName, callName: 'X', lastName, role });
const lesson: Lesson = {
  weeklyLessonId: 'w',
  heldOn: '2026-11-24',
  startsAt: '09:00',
  endsAt: '09:45',
  teachingGroupId: 'g',
  groupName: '8A MA',
  subject: { code: 'MA', name: { fi: 'Matematiikka' } },
  roomName: 'Luokka 105',
  teachers: [teacher('Rautio', 'main'), teacher('Mäki', 'co'), teacher('Apu', 'assistant')],
};
const texts = { name: (text: { fi?: string | undefined }) => text.fi ?? '', substitute: (name: string) => `Sijainen: ${name}` };

test.each([
  ['teacher', '8A MA · Luokka 105'],
  ['learner', 'Luokka 105 · Rautio · Mäki'],
  ['class', 'Luokka 105 · Rautio · Mäki · 8A MA'],
] as const)('a %s reads %s', (reader, detail) => {
  expect(lessonBlock(lesson, reader, texts)).toMatchObject({ title: 'Matematiikka', subjectCode: 'MA', from: '09:00', to: '09:45', detail });
});

test('a substitute is noted; no subject shows the group; no place, nothing of it', () => {
  expect(lessonBlock({ ...lesson, teachers: [teacher('Vara', 'substitute')] }, 'learner', texts)).toMatchObject({ note: 'Sijainen: Vara', detail: 'Luokka 105' });
  const bare = lessonBlock({ ...lesson, subject: null, roomName: null, teachers: [] }, 'learner', texts, '/there');
  expect(bare).toMatchObject({ title: '8A MA', subjectCode: '8A MA', detail: '', href: '/there' });
  expect(bare).not.toHaveProperty('note');
});
