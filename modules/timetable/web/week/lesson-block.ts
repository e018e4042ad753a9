import type { WeekLesson } from '@digione/platform/ui';
import type { LocalizedText } from '@digione/platform/contract';
import type { Lesson } from '../../contract/index.ts';

/** For whom the lesson is told: a teacher asks which group, a learner who teaches, a class both. Where comes always. */
export type Reader = 'teacher' | 'learner' | 'class';

export interface BlockTexts {
  readonly name: (text: LocalizedText) => string;
  /** “Sijainen: Virtanen”. */
  readonly substitute: (name: string) => string;
}

/** A lesson as a block of the week. */
export function lessonBlock(lesson: Lesson, reader: Reader, texts: BlockTexts, href?: string): WeekLesson {
  const teachers = lesson.teachers.filter(({ role }) => role === 'main' || role === 'co').map(({ lastName }) => lastName);
  const substitutes = lesson.teachers.filter(({ role }) => role === 'substitute').map(({ lastName }) => lastName);
  const parts = { teacher: [lesson.groupName, lesson.roomName], learner: [lesson.roomName, ...teachers], class: [lesson.roomName, ...teachers, lesson.groupName] }[reader];
  return {
    id: `${lesson.weeklyLessonId}-${lesson.heldOn}`,
    date: lesson.heldOn,
    from: lesson.startsAt,
    to: lesson.endsAt,
    title: lesson.subject === null ? lesson.groupName : texts.name(lesson.subject.name),
    subjectCode: lesson.subject?.code ?? lesson.groupName,
    detail: parts.filter(Boolean).join(' · '),
    ...(substitutes.length > 0 && { note: texts.substitute(substitutes.join(', ')) }),
    ...(href !== undefined && { href }),
  };
}
