import type { Curriculum, Subject } from '@digione/eperusteet';
import type { DraftNotice, DraftPart } from '../../contract/index.ts';
import { tellHours, type HoursCell } from './lesson-hours.ts';

const allSubjects = (subjects: readonly Subject[]): Subject[] => subjects.flatMap((subject) => [subject, ...allSubjects(subject.syllabi)]);

/** Objectives of a stage that are left out at every one of its grade levels. */
function nowhere(subjects: readonly Subject[], parts: readonly DraftPart[]): DraftNotice[] {
  const omitted = new Set(parts.filter(({ kind }) => kind === 'omission').map(({ unitKey, gradeLevel, basisKey }) => `${unitKey} ${String(gradeLevel)} ${basisKey}`));
  return subjects.flatMap((subject) =>
    subject.stages.flatMap(({ key, gradeLevels, objectives }) =>
      objectives
        .filter((objective) => gradeLevels.length > 0 && gradeLevels.every((level) => omitted.has(`${key} ${level} ${objective.key}`)))
        .map((objective) => ({ kind: 'objective-nowhere' as const, subject: subject.name, label: objective.label, text: objective.text, gradeLevels: [...gradeLevels] })),
    ),
  );
}

/** A study unit is as large as the modules it is made of, and every national module is offered in some. */
function ofStudyUnits(subjects: readonly Subject[], parts: readonly DraftPart[]): DraftNotice[] {
  const modules = subjects.flatMap((subject) => subject.modules);
  // A subject that nobody has begun to write is not half done.
  const begun = subjects.filter(({ key, modules: own }) => parts.some((part) => part.subjects.includes(key) || own.some(({ code }) => code !== null && part.modules.includes(code.uri))));
  const units = parts.filter(({ kind }) => kind === 'study-unit');
  if (units.length === 0) return [];
  const differing = units.flatMap((unit): DraftNotice[] => {
    const own = modules.filter(({ code }) => code !== null && unit.modules.includes(code.uri));
    const needs = own.reduce((sum, { credits }) => sum + (credits ?? 0), 0);
    return own.length === 0 || unit.credits === needs ? [] : [{ kind: 'credits-differ', studyUnit: unit.name, code: unit.code, has: unit.credits, needs }];
  });
  const offered = new Set(units.flatMap((unit) => unit.modules));
  return [...differing, ...begun.flatMap((subject) => subject.modules).filter(({ code }) => code !== null && !offered.has(code.uri)).map(({ code, name }) => ({ kind: 'module-nowhere' as const, label: code?.value ?? null, name }))];
}

/** Texts in one of the curriculum's languages alone. */
function missingLanguages({ languages }: Curriculum, parts: readonly DraftPart[]): DraftNotice[] {
  const written = parts.filter(({ kind }) => kind !== 'omission');
  return (['fi', 'sv'] as const).flatMap((language) => {
    const count = written.filter(({ name, body }) => !name[language] && Boolean(name.fi ?? name.sv ?? body.fi ?? body.sv)).length;
    // Whoever writes in one language alone does so on purpose.
    return !languages.includes(language) || count === 0 || count === written.length ? [] : [{ kind: 'missing-language' as const, language, count }];
  });
}

/** What the deciding body should look at; all of it may be meant so. */
export function listNotices(national: Curriculum, parts: readonly DraftPart[], hours: readonly HoursCell[]): DraftNotice[] {
  const subjects = allSubjects(national.subjects);
  const ofHours = hours.length === 0 ? [] : tellHours(hours).warnings.map((warning) => ({ kind: 'hours' as const, warning }));
  return [...ofHours, ...nowhere(subjects, parts), ...ofStudyUnits(subjects, parts), ...missingLanguages(national, parts)];
}
