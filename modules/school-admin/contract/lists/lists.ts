import { z } from 'zod';
import { endpoint, PersonId } from '@digione/platform/contract';
import { FileAnswer } from '../certificates/certificates.ts';

/** What stands in a column; its heading is a message of the workspace. */
export const LIST_COLUMNS = ['name', 'firstNames', 'bornOn', 'homeroom', 'email', 'phone', 'guardians', 'groups', 'turns18On'] as const;
const ListColumn = z.enum(LIST_COLUMNS);
export type ListColumn = z.infer<typeof ListColumn>;

/** A list as it is looked at, and on wish the same as a file. */
export const PeopleList = z.strictObject({
  /** “5A”, “8A MA”, the school’s name. */
  of: z.string(),
  columns: z.array(ListColumn),
  rows: z.array(
    z.strictObject({
      learnerId: PersonId,
      /** Guardians named in the row. */
      guardianIds: z.array(PersonId),
      /** In the order of the columns; lines within a cell for one guardian or group each. */
      cells: z.array(z.string()),
    }),
  ),
  file: FileAnswer.nullable(),
});
export type PeopleList = z.infer<typeof PeopleList>;

const query = z.strictObject({ format: z.enum(['page', 'pdf', 'xlsx', 'csv']).default('page') });

export const getClassList = endpoint({
  id: 'school-admin.getClassList',
  method: 'GET',
  path: '/homerooms/:homeroomId/lists/:list',
  scope: 'provider',
  summary: "A class's learners: as a class list, or with the teaching groups that each has chosen or was placed in.",
  params: z.strictObject({ homeroomId: z.uuid(), list: z.enum(['class', 'choices']) }),
  query,
  response: PeopleList,
});

export const getContactList = endpoint({
  id: 'school-admin.getContactList',
  method: 'GET',
  path: '/homerooms/:homeroomId/contact-lists/:list',
  scope: 'provider',
  summary: "How to reach a class's homes: everything one needs in ordinary days, or whom to ring at once.",
  params: z.strictObject({ homeroomId: z.uuid(), list: z.enum(['contact', 'emergency']) }),
  query,
  response: PeopleList,
});

export const getGroupList = endpoint({
  id: 'school-admin.getGroupList',
  method: 'GET',
  path: '/teaching-groups/:groupId/list',
  scope: 'provider',
  summary: 'The learners of a teaching group with their classes.',
  params: z.strictObject({ groupId: z.uuid() }),
  query,
  response: PeopleList,
});

export const getAdulthoodList = endpoint({
  id: 'school-admin.getAdulthoodList',
  method: 'GET',
  path: '/schools/:schoolId/lists/turning-18',
  scope: 'provider',
  summary: "A school's learners who turn 18 within a year: from that day they speak for themselves.",
  params: z.strictObject({ schoolId: z.uuid() }),
  query,
  response: PeopleList,
});
