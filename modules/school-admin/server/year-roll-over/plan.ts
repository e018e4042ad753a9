import type { RollOverAction } from '../../contract/index.ts';
import { LAST_GRADE, nextName } from './names.ts';

export interface PlannedClass {
  readonly homeroomId: string;
  readonly name: string;
  readonly gradeLevel: number | null;
  readonly toName: string | null;
  readonly toGrade: number | null;
  readonly action: RollOverAction;
}

/**
 * What becomes of each class. The last grade leaves; the school's highest grade goes on to the next school where one is named, else it waits for
 * a place; all others move up. A class not called after its grade (a small group, an upper-secondary group) goes on under its name.
 */
export function planClasses(classes: readonly { homeroomId: string; name: string; gradeLevel: number | null }[], hasNextSchool: boolean): PlannedClass[] {
  const highest = Math.max(...classes.map(({ gradeLevel }) => gradeLevel ?? -1));
  return classes.map((one) => {
    const { name, gradeLevel } = one;
    const away = (action: RollOverAction): PlannedClass => ({ ...one, toName: null, toGrade: null, action });
    if (gradeLevel !== null && (gradeLevel >= LAST_GRADE || gradeLevel === 0)) return away('leaves');
    if (gradeLevel !== null && gradeLevel === highest && (highest === 6 || hasNextSchool)) return away(hasNextSchool ? 'changes-school' : 'waits');
    return { ...one, toName: nextName(name, gradeLevel) ?? name, toGrade: gradeLevel === null ? null : gradeLevel + 1, action: 'moves-up' };
  });
}
