import modules from '../generated/lops2021.json' with { type: 'json' };
import { curriculumOf, extentOf, KIND, sum } from './facts.ts';
import type { AttainmentView, RightView } from './view.ts';

export const YOUTH = 'nuortenops';
export const ADULTS = 'aikuistenops';
export const LOPS2021_OF: Readonly<Record<string, string>> = { [YOUTH]: 'OPH-2263-2019', [ADULTS]: 'OPH-2267-2019' };

const CURRICULA: readonly string[] = Object.values(LOPS2021_OF);
const RECORDS: readonly string[] = [KIND.upperSecondarySyllabus, KIND.subjectStudies];

/** Is the attainment, or the record it belongs to, of the curriculum of 2021? */
export const isLops2021 = ({ top }: AttainmentView): boolean => RECORDS.includes(top.kind) && CURRICULA.includes(curriculumOf(top) ?? '');
export const isLops2015 = ({ top }: AttainmentView): boolean => (top.kind === KIND.upperSecondarySyllabus && !isLops2021(top)) || top.kind === KIND.subjectSyllabus2015;

export const syllabusOf = ({ top }: AttainmentView): string | undefined => top.attainment.syllabus?.value;
export const isSubject = (view: AttainmentView): boolean => view.kind === KIND.upperSecondarySubject && view.parent !== undefined && isLops2021(view);
export const isModule = (view: AttainmentView): boolean => view.kind === KIND.module && isLops2021(view);
export const isCourse = (view: AttainmentView): boolean => view.kind === KIND.localCourse && isLops2021(view);
/** Other studies, diplomas and thematic studies: groups of courses that belong to no subject. */
export const isOtherGroup = (view: AttainmentView | undefined): boolean => view?.kind === KIND.otherStudies && isLops2021(view);

/** A subject taken as a special examination, alone or with the whole syllabus. */
export const isSpecialExamination = (view: AttainmentView): boolean => view.attainment.isSpecialExamination === true || view.top.attainment.isSpecialExamination === true;

export const extentOfParts = ({ parts }: AttainmentView): number => sum(parts.map((part) => extentOf(part) ?? 0));

/** KOSKI counts the extent of a subject from its modules and courses, except in special examinations. */
export const countedExtent = (view: AttainmentView): number => (isSpecialExamination(view) ? (extentOf(view) ?? 0) : extentOfParts(view));

/** KOSKI marks the syllabus as completed once its record is confirmed. */
export const isCompleted = (view: AttainmentView): boolean => view.attainment.confirmation !== undefined || isMarkedCompleted(view.right);
export const isMarkedCompleted = ({ right }: RightView): boolean => right.isSyllabusCompleted === true;

/** Institutions whose learners may complete the syllabus whatever their credits (granted one by one). */
const EXCUSED = new Set(['1.2.246.562.10.73692574509', '1.2.246.562.10.43886782945', '1.2.246.562.10.81017043621']);
export const isExcused = ({ right }: RightView): boolean => EXCUSED.has(right.school?.oid ?? '');

const setOf = (text: string | undefined): ReadonlySet<string> => new Set((text ?? '').split(' '));

export const DIPLOMAS = setOf(modules.LD);
export const MODULES: ReadonlyMap<string, ReadonlySet<string>> = new Map(Object.entries(modules).map(([subject, text]) => [subject, setOf(text)]));
const known = new Set(Object.values(modules).flatMap((text) => text.split(' ')));
export const isInCurriculum = (module: string): boolean => known.has(module);
