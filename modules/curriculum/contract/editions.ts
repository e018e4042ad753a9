import { z } from 'zod';
import { endpoint, Instant, LocalDate } from '@digione/platform/contract';
import { CurriculumText, EducationForm, PartKey } from './text.ts';

/** One published version of a curriculum. */
export const Edition = z.strictObject({
  editionId: z.uuid(),
  curriculumKey: z.string(),
  kind: z.enum(['national', 'local']),
  structure: z.enum(['basic-education', 'adult-basic-education', 'upper-secondary', 'upper-secondary-2015', 'text']),
  /** Null for what is no form of education here: early childhood, vocational … */
  educationForm: EducationForm.nullable(),
  name: CurriculumText,
  registryNumber: z.string().nullable(),
  /** Languages it is published in: `fi`, `sv` … */
  languages: z.array(z.string()),
  publishedAt: Instant.nullable(),
  validFrom: LocalDate.nullable(),
  /** Last day. */
  validUntil: LocalDate.nullable(),
  /** Brought in by the platform for all providers; else the provider's own. */
  isShared: z.boolean(),
  importedAt: Instant,
});
export type Edition = z.infer<typeof Edition>;

export const Adoption = z.strictObject({
  adoptionId: z.uuid(),
  educationForm: EducationForm,
  kind: z.enum(['national', 'local']),
  startsOn: LocalDate,
  /** Last day; null while open. */
  endsOn: LocalDate.nullable(),
  edition: Edition,
});
export type Adoption = z.infer<typeof Adoption>;

export const listEditionsInForce = endpoint({
  id: 'curriculum.listEditionsInForce',
  method: 'GET',
  path: '/curriculum/in-force',
  scope: 'provider',
  summary: 'The curricula the provider follows today, by form of education.',
  response: z.strictObject({ adoptions: z.array(Adoption) }),
  refreshOn: ['curriculum'],
});

export const listEditions = endpoint({
  id: 'curriculum.listEditions',
  method: 'GET',
  path: '/curriculum/editions',
  scope: 'provider',
  summary: 'Every edition the provider can put in force, newest first, and what is, was and will be in force.',
  response: z.strictObject({ editions: z.array(Edition), adoptions: z.array(Adoption) }),
  refreshOn: ['curriculum', 'import'],
});

export const adoptEdition = endpoint({
  id: 'curriculum.adoptEdition',
  method: 'POST',
  path: '/curriculum/adoptions',
  scope: 'provider',
  summary: 'Puts an edition in force in a form of education from a date; what was in force ends the day before.',
  body: z.strictObject({ educationForm: EducationForm, editionId: z.uuid(), startsOn: LocalDate }),
  response: Adoption,
});

const ChangeKind = z.enum(['added', 'removed', 'changed', 'rekeyed']);

export const compareEditions = endpoint({
  id: 'curriculum.compareEditions',
  method: 'GET',
  path: '/curriculum/difference',
  scope: 'provider',
  summary: 'What changed from one edition of a curriculum to another, part by part.',
  query: z.strictObject({ before: z.uuid(), after: z.uuid(), offset: z.coerce.number().int().min(0).max(100_000).default(0) }),
  response: z.strictObject({
    before: Edition,
    after: Edition,
    counts: z.record(ChangeKind, z.number().int()),
    changes: z.array(
      z.strictObject({
        change: ChangeKind,
        kind: z.string(),
        key: PartKey,
        label: z.string().nullable(),
        name: CurriculumText.nullable(),
        /** What it belongs to, from the outside in. */
        trail: z.array(z.strictObject({ label: z.string().nullable(), name: CurriculumText.nullable() })),
        /** Plain text; null where there was or is nothing. */
        fields: z.array(z.strictObject({ field: z.string(), language: z.string().nullable(), before: z.string().nullable(), after: z.string().nullable() })),
      }),
    ),
    nextOffset: z.number().int().nullable(),
  }),
});
export type Change = z.infer<typeof compareEditions.response>['changes'][number];

export const SubjectMeaning = z.strictObject({
  subjectId: z.uuid(),
  code: z.string(),
  name: CurriculumText,
  /** The curriculum's subject it means; null: none. */
  elementKey: PartKey.nullable(),
  /** Said by the provider, not found by the national code. */
  isChosen: z.boolean(),
});
export type SubjectMeaning = z.infer<typeof SubjectMeaning>;

export const listSubjectMeanings = endpoint({
  id: 'curriculum.listSubjectMeanings',
  method: 'GET',
  path: '/curriculum/editions/:editionId/subject-meanings',
  scope: 'provider',
  summary: "Which of an edition's subjects each of the provider's subjects means.",
  params: z.strictObject({ editionId: z.uuid() }),
  response: z.strictObject({ meanings: z.array(SubjectMeaning) }),
  refreshOn: ['curriculum'],
});

export const setSubjectMeaning = endpoint({
  id: 'curriculum.setSubjectMeaning',
  method: 'PUT',
  path: '/curriculum/editions/:editionId/subject-meanings',
  scope: 'provider',
  summary: 'Says which subject of the curriculum a subject of the provider means; null leaves it to the national code again.',
  params: z.strictObject({ editionId: z.uuid() }),
  body: z.strictObject({ subjectId: z.uuid(), elementKey: PartKey.nullable() }),
  response: z.strictObject({ meanings: z.array(SubjectMeaning) }),
});
