import type { HoursWarning, LessonHourCode } from '@digione/curriculum/contract';
import type { CurriculumTexts } from '../messages.ts';
import { gradeRange } from '../text/said.ts';

const namesOf = (codes: readonly LessonHourCode[], t: CurriculumTexts): string => codes.map((code) => t(`curriculum.hours.subject.${code}`)).join(' + ');

/** A warning as a sentence: what is short, by how much. */
export function warningText(warning: HoursWarning, t: CurriculumTexts, number: (value: number) => string): string {
  switch (warning.kind) {
    case 'below-minimum': {
      const { codes, gradeLevels, has, needs } = warning.minimum;
      return t('curriculum.hours.warning.below', { subject: namesOf(codes, t), grades: gradeRange(gradeLevels), has: number(has), needs: number(needs), missing: number(needs - has) });
    }
    case 'short-week':
      return t('curriculum.hours.warning.shortWeek', { grade: warning.gradeLevel, has: number(warning.has), needs: number(warning.needs) });
    case 'long-week':
      return t('curriculum.hours.warning.longWeek', { grade: warning.gradeLevel, has: number(warning.has), most: number(warning.most) });
    case 'short-total':
      return t('curriculum.hours.warning.shortTotal', { has: number(warning.has), needs: number(warning.needs), missing: number(warning.needs - warning.has) });
  }
}
