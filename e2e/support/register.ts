import { Register, TeachersDay, type Mark } from '@digione/teaching/contract';
import { z } from 'zod';
import type { Visitor } from './visitor.ts';

const Desk = z.object({ widgets: z.array(z.object({ id: z.string(), educationProviderId: z.string(), data: z.unknown() })) });

/** The register of the teacher's lesson that is running: where it is, and how the server knows it now. */
export async function readRunningRegister(teacher: Visitor): Promise<{ path: string; register: Register }> {
  const desk = Desk.parse((await teacher.ask('GET', '/api/desk')).body);
  const card = desk.widgets.find(({ id }) => id === 'teaching.now');
  const lesson = TeachersDay.parse(card?.data).lessons.find(({ startsAt }) => startsAt === '09:00');
  if (card === undefined || lesson === undefined) throw new Error('No lesson is running');
  const path = `/api/providers/${card.educationProviderId}/lessons/${lesson.weeklyLessonId}/${lesson.heldOn}/register`;
  return { path, register: Register.parse((await teacher.ask('GET', path)).body) };
}

export function learnerIn(register: Register, name: string): Register['learners'][number] {
  const learner = register.learners.find(({ callName, lastName }) => `${callName} ${lastName}` === name);
  if (learner === undefined) throw new Error(`${name} is not in the register`);
  return learner;
}

/** Marks learners of the running lesson where the story is not about the register's page. */
export async function markInRunningLesson(teacher: Visitor, marks: Readonly<Record<string, Mark>>): Promise<void> {
  const { path, register } = await readRunningRegister(teacher);
  const body = { marks: Object.entries(marks).map(([name, mark]) => ({ learnerId: learnerIn(register, name).personId, mark })) };
  const { status } = await teacher.ask('PUT', path, body, { 'if-match': `"${register.version}"` });
  if (status !== 200) throw new Error(`The register answered ${status}`);
}
