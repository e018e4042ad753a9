import { z } from 'zod';
import { endpoint, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';

export const School = z.strictObject({
  schoolId: z.uuid(),
  name: LocalizedText,
  teachingLanguage: z.string(),
  educationForms: z.array(z.string()),
  institutionNumber: z.string().nullable(),
  learnerCount: z.number().int(),
});

export const listSchools = endpoint({
  id: 'core-data.listSchools',
  method: 'GET',
  path: '/schools',
  scope: 'provider',
  summary: "The provider's schools in force today.",
  response: z.strictObject({ schools: z.array(School) }),
  refreshOn: ['school'],
});

export const listHomerooms = endpoint({
  id: 'core-data.listHomerooms',
  method: 'GET',
  path: '/schools/:schoolId/homerooms',
  scope: 'provider',
  summary: "A school's homerooms today with their teachers and sizes.",
  params: z.strictObject({ schoolId: z.uuid() }),
  response: z.strictObject({
    homerooms: z.array(
      z.strictObject({
        homeroomId: z.uuid(),
        name: z.string(),
        gradeLevel: z.number().int().nullable(),
        learnerCount: z.number().int(),
        teachers: z.array(z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() })),
      }),
    ),
  }),
  refreshOn: ['homeroom'],
});

export const getHomeroom = endpoint({
  id: 'core-data.getHomeroom',
  method: 'GET',
  path: '/homerooms/:homeroomId',
  scope: 'provider',
  summary: "A homeroom: its name, school, teachers and size. Its learners are listed by those whose learners they are.",
  params: z.strictObject({ homeroomId: z.uuid() }),
  response: z.strictObject({
    homeroomId: z.uuid(),
    name: z.string(),
    schoolId: z.uuid(),
    schoolName: LocalizedText,
    learnerCount: z.number().int(),
    teachers: z.array(z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() })),
  }),
  refreshOn: ['homeroom'],
});

export const listTeachingGroups = endpoint({
  id: 'core-data.listTeachingGroups',
  method: 'GET',
  path: '/schools/:schoolId/teaching-groups',
  scope: 'provider',
  summary: "A school's teaching groups today.",
  params: z.strictObject({ schoolId: z.uuid() }),
  response: z.strictObject({
    groups: z.array(
      z.strictObject({ teachingGroupId: z.uuid(), name: z.string(), subjectCode: z.string().nullable(), subjectName: LocalizedText.nullable(), learnerCount: z.number().int() }),
    ),
  }),
  refreshOn: ['group'],
});

export const getSchoolYear = endpoint({
  id: 'core-data.getSchoolYear',
  method: 'GET',
  path: '/school-years/current',
  scope: 'provider',
  summary: 'The school year of today with its periods and breaks.',
  response: z.strictObject({
    schoolYearId: z.uuid(),
    name: z.string(),
    startsOn: LocalDate,
    endsOn: LocalDate,
    periods: z.array(z.strictObject({ name: LocalizedText, schoolId: z.uuid().nullable(), startsOn: LocalDate, endsOn: LocalDate })),
    breaks: z.array(z.strictObject({ name: LocalizedText, schoolId: z.uuid().nullable(), startsOn: LocalDate, endsOn: LocalDate })),
  }),
});
