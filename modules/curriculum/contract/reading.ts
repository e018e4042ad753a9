import { z } from 'zod';
import { endpoint } from '@digione/platform/contract';
import { Edition } from './editions.ts';
import { CurriculumText, EducationForm, PartKey } from './text.ts';

export const UnitKind = z.enum(['subject', 'subject-stage', 'module', 'study-unit']);

/** What can be opened as one page: the grade levels of a subject, a module, a study unit. */
export const UnitLine = z.strictObject({
  key: PartKey,
  kind: UnitKind,
  label: z.string().nullable(),
  name: CurriculumText.nullable(),
  gradeLevels: z.array(z.number().int()),
  credits: z.number().nullable(),
});
export type UnitLine = z.infer<typeof UnitLine>;

/** A unit in the list of its subject: also what it is made of. */
export const UnitOfSubject = UnitLine.extend({
  /** Of a module: the URI of its code. */
  code: z.string().nullable(),
  isCompulsory: z.boolean().nullable(),
  /** Of a study unit: the URIs of its modules. */
  modules: z.array(z.string()),
});
export type UnitOfSubject = z.infer<typeof UnitOfSubject>;

export const SubjectLine = z.strictObject({
  key: PartKey,
  /** Of a syllabus: the subject it is one of. */
  parentKey: PartKey.nullable(),
  code: z.string().nullable(),
  name: CurriculumText.nullable(),
  units: z.array(UnitOfSubject),
});
export type SubjectLine = z.infer<typeof SubjectLine>;

export const listSubjects = endpoint({
  id: 'curriculum.listSubjects',
  method: 'GET',
  path: '/curriculum/editions/:editionId/subjects',
  scope: 'provider',
  summary: "An edition's subjects in its own order, each with its grade levels, modules and study units.",
  params: z.strictObject({ editionId: z.uuid() }),
  response: z.strictObject({ edition: Edition, subjects: z.array(SubjectLine) }),
});

/** A titled text. */
export const TextPart = z.strictObject({
  /** As the curriculum calls it: `tehtava`, `ohjaus` … */
  kind: z.string(),
  title: CurriculumText.nullable(),
  /** Safe HTML. */
  text: CurriculumText,
});
export type TextPart = z.infer<typeof TextPart>;

const Reference = z.strictObject({ key: PartKey, label: z.string().nullable(), name: CurriculumText.nullable() });

export const Objective = z.strictObject({
  key: PartKey,
  label: z.string().nullable(),
  /** Written by the provider beside what is national. */
  isLocal: z.boolean(),
  /** Plain text. */
  text: CurriculumText.nullable(),
  contentAreas: z.array(Reference),
  competences: z.array(Reference),
  sections: z.array(TextPart),
  criteria: z.array(
    z.strictObject({ key: PartKey, mark: z.number().nullable(), target: CurriculumText.nullable(), text: CurriculumText.nullable() }),
  ),
});
export type Objective = z.infer<typeof Objective>;

export const ContentArea = z.strictObject({
  key: PartKey,
  label: z.string().nullable(),
  isLocal: z.boolean(),
  name: CurriculumText.nullable(),
  /** Safe HTML. */
  description: CurriculumText.nullable(),
  items: z.array(z.strictObject({ key: PartKey, text: CurriculumText.nullable() })),
});
export type ContentArea = z.infer<typeof ContentArea>;

export const Unit = z.strictObject({
  line: UnitLine,
  subjects: z.array(z.strictObject({ key: PartKey, code: z.string().nullable(), name: CurriculumText.nullable() })),
  sections: z.array(TextPart),
  /** Objectives under their headings; those under none stand first. */
  objectiveGroups: z.array(z.strictObject({ key: PartKey.nullable(), name: CurriculumText.nullable(), lead: CurriculumText.nullable(), objectives: z.array(Objective) })),
  contentAreas: z.array(ContentArea),
  /** What is said here of a transversal competence; safe HTML. */
  competenceNotes: z.array(z.strictObject({ key: PartKey, label: z.string().nullable(), name: CurriculumText.nullable(), text: CurriculumText })),
  /** Of a study unit: the modules it is made of. */
  modules: z.array(UnitLine),
});
export type Unit = z.infer<typeof Unit>;

export const getUnit = endpoint({
  id: 'curriculum.getUnit',
  method: 'GET',
  path: '/curriculum/editions/:editionId/unit',
  scope: 'provider',
  summary: 'The objectives, criteria and contents of a subject at its grade levels, of a module or of a study unit.',
  params: z.strictObject({ editionId: z.uuid() }),
  query: z.strictObject({ key: PartKey }),
  response: Unit,
});

const UnitPlace = z.strictObject({ editionId: z.uuid(), unit: UnitOfSubject });
export type UnitPlace = z.infer<typeof UnitPlace>;

export const getSubjectOutline = endpoint({
  id: 'curriculum.getSubjectOutline',
  method: 'GET',
  path: '/curriculum/editions/:editionId/outline',
  scope: 'provider',
  summary: 'The modules of a subject, each with the study units that are made of it here, and the study units of the school alone.',
  params: z.strictObject({ editionId: z.uuid() }),
  query: z.strictObject({ key: PartKey }),
  response: z.strictObject({
    modules: z.array(UnitPlace.extend({ studyUnits: z.array(UnitPlace) })),
    studyUnits: z.array(UnitPlace),
  }),
  refreshOn: ['curriculum'],
});
export type SubjectOutline = z.infer<typeof getSubjectOutline.response>;

export const Hit = z.strictObject({
  key: PartKey,
  kind: z.enum(['objective', 'content-area', 'content-item', 'module', 'study-unit']),
  label: z.string().nullable(),
  text: CurriculumText.nullable(),
  unit: UnitLine,
  subject: z.strictObject({ key: PartKey, code: z.string().nullable(), name: CurriculumText.nullable() }).nullable(),
});
export type Hit = z.infer<typeof Hit>;

export const searchCurriculum = endpoint({
  id: 'curriculum.search',
  method: 'GET',
  path: '/curriculum/editions/:editionId/search',
  scope: 'provider',
  summary: 'Objectives and contents that hold the words in any of their forms, in Finnish or Swedish.',
  params: z.strictObject({ editionId: z.uuid() }),
  query: z.strictObject({ q: z.string().trim().min(2).max(100), language: z.enum(['fi', 'sv']) }),
  response: z.strictObject({ hits: z.array(Hit), total: z.number().int() }),
});

export const findGroupCurriculum = endpoint({
  id: 'curriculum.findGroupCurriculum',
  method: 'GET',
  path: '/curriculum/groups/:groupId',
  scope: 'provider',
  summary: "Where the curriculum tells of a teaching group's subject at the group's grade level.",
  params: z.strictObject({ groupId: z.uuid() }),
  response: z.strictObject({
    groupName: z.string(),
    educationForm: EducationForm.nullable(),
    editionId: z.uuid().nullable(),
    subjectKey: PartKey.nullable(),
    unitKey: PartKey.nullable(),
    gradeLevel: z.number().int().nullable(),
  }),
  refreshOn: ['curriculum'],
});
