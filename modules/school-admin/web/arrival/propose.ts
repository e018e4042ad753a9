import type { PlaceGroup } from '@digione/school-admin/contract';

export interface HomeroomChoice {
  readonly homeroomId: string;
  readonly name: string;
  readonly gradeLevel: number | null;
  readonly learnerCount: number;
}

/** The least full class of the grade; none where the school has no such grade. */
export function proposeHomeroom(homerooms: readonly HomeroomChoice[], gradeLevel: number | null): HomeroomChoice | undefined {
  const [least] = homerooms.filter((one) => gradeLevel !== null && one.gradeLevel === gradeLevel).toSorted((a, b) => a.learnerCount - b.learnerCount);
  return least;
}

/** The class's own groups; where a subject is split in two, the smaller half. */
export function proposeGroups(groups: readonly PlaceGroup[], homeroomId: string): string[] {
  const bySubject = new Map<string, PlaceGroup>();
  for (const group of groups.filter((one) => one.homeroomId === homeroomId)) {
    const key = group.subjectCode ?? group.teachingGroupId;
    const chosen = bySubject.get(key);
    if (chosen === undefined || group.learnerCount < chosen.learnerCount) bySubject.set(key, group);
  }
  return [...bySubject.values()].map(({ teachingGroupId }) => teachingGroupId);
}
