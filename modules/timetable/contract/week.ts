import { z } from 'zod';
import { EducationProviderId, endpoint, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';
import { Lesson } from './lesson.ts';

export const getWeek = endpoint({
  id: 'timetable.getWeek',
  method: 'GET',
  path: '/timetable/week',
  scope: 'provider',
  summary: "One week's lessons of a person, a homeroom or a teaching group: exactly one of the three is named.",
  query: z.strictObject({
    personId: z.uuid().optional(),
    homeroomId: z.uuid().optional(),
    groupId: z.uuid().optional(),
    /** Any day of the week; without it this week. */
    weekOf: LocalDate.optional(),
  }),
  response: z.strictObject({
    owner: z.strictObject({ kind: z.enum(['person', 'homeroom', 'group']), id: z.uuid(), personId: PersonId.nullable(), name: z.string() }),
    monday: LocalDate,
    /** ISO 8601 week, as printed in Finnish calendars. */
    week: z.number().int(),
    days: z.array(z.strictObject({ date: LocalDate, breakName: LocalizedText.nullable() })),
    lessons: z.array(Lesson),
  }),
  refreshOn: ['timetable', 'group'],
});

/** Whose timetables concern me: my own and my children's, over all providers. */
export const listOwnTimetables = endpoint({
  id: 'timetable.listOwn',
  method: 'GET',
  path: '/timetable/owners',
  scope: 'account',
  summary: 'The people whose timetable is mine to follow: myself, when I study or teach, and my children.',
  response: z.strictObject({
    owners: z.array(
      z.strictObject({
        educationProviderId: EducationProviderId,
        personId: PersonId,
        kind: z.enum(['self', 'child']),
        callName: z.string(),
        lastName: z.string(),
      }),
    ),
  }),
  refreshOn: ['guardianship'],
});
