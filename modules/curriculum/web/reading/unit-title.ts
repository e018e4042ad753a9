import type { UnitLine } from '@digione/curriculum/contract';
import type { CurriculumTexts } from '../messages.ts';
import { gradeRange, said, type TextLanguage } from '../text/said.ts';

/** What a unit is called: “Vuosiluokat 7–9”, “BI1 Elämä ja evoluutio”. */
export function unitTitle(line: UnitLine, language: TextLanguage, t: CurriculumTexts): string {
  const name = said(line.name, language).text;
  if (line.kind === 'subject') return t('curriculum.unit.general');
  if (line.kind === 'subject-stage') return name !== '' ? name : t('curriculum.unit.grades', { grades: gradeRange(line.gradeLevels), count: line.gradeLevels.length });
  return [line.label, name].filter(Boolean).join(' ');
}
