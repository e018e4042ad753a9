import { z } from 'zod';
import { EducationProviderId, endpoint, LocalDate, LocalizedText, LocalTime, PersonId } from '@digione/platform/contract';
import { Absence, AbsenceNotice, AbsenceType, OpenDay } from '@digione/school-admin/contract';

const LessonOfDay = z.strictObject({
  weeklyLessonId: z.uuid(),
  startsAt: LocalTime,
  endsAt: LocalTime,
  subjectName: LocalizedText.nullable(),
  subjectCode: z.string().nullable(),
  groupName: z.string().nullable(),
  roomName: z.string().nullable(),
});
export type LessonOfDay = z.infer<typeof LessonOfDay>;

/** Why the reader sees the learner: own child with custody, child one has a right to know of, oneself. */
const Relation = z.enum(['custody', 'information', 'self']);

/** A learner's day as the home sees it. Nothing here says "present": that nobody marked an absence proves nothing. */
export const ChildToday = z.strictObject({
  learnerId: PersonId,
  callName: z.string(),
  lastName: z.string(),
  relation: Relation,
  /** Null where the learner has no school today, or the reader is not to know it: which of the two is not told. */
  place: z.strictObject({ schoolName: LocalizedText, homeroomName: z.string().nullable(), gradeLevel: z.number().int().nullable() }).nullable(),
  lessons: z.array(LessonOfDay),
  absences: z.array(Absence),
  /** That cover today or a day to come. */
  notices: z.array(AbsenceNotice),
  can: z.strictObject({ explain: z.boolean(), report: z.boolean() }),
});
export type ChildToday = z.infer<typeof ChildToday>;

export const Child = ChildToday.extend({
  educationProviderId: EducationProviderId,
  openDays: z.array(OpenDay),
});
export type Child = z.infer<typeof Child>;

export const listChildren = endpoint({
  id: 'home-school.listChildren',
  method: 'GET',
  path: '/children',
  scope: 'account',
  summary: "All of one's children (and oneself as a learner) over all schools and municipalities: today, and what waits for an explanation.",
  response: z.strictObject({
    today: LocalDate,
    children: z.array(Child),
    providers: z.array(z.strictObject({ educationProviderId: EducationProviderId, providerName: LocalizedText, types: z.array(AbsenceType) })),
  }),
  refreshOn: ['absence', 'person', 'timetable'],
});

/** Desk cards: the day of the children (or one's own), and what waits for an explanation. */
export const DayCard = z.strictObject({ today: LocalDate, children: z.array(ChildToday) });
export type DayCard = z.infer<typeof DayCard>;

export const OpenDaysCard = z.strictObject({ days: z.array(OpenDay), types: z.array(AbsenceType) });
export type OpenDaysCard = z.infer<typeof OpenDaysCard>;
