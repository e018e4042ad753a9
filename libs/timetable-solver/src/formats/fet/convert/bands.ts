import type { FetActivity, FetSchool } from '../file/school.ts';
import { numberIn, textsIn } from './fields.ts';

/** Constraints that look at their lessons as a set: two of a band among them are as good as one. */
const OF_SETS = /^Activities(SameStarting(Time|Day|Hour)|Occupy(Max|Min)TimeSlotsFromSelection|OccupyMaxTerms)$/;

/**
 * Lessons that must begin together and last as long are one event of all their people: a band (palkki) moves as a whole. They stay
 * apart where they share people, as nobody can be at two of them, or where a constraint counts them one by one.
 * @returns the activities of each event, in the file's order
 */
export function joinBands(school: FetSchool): FetActivity[][] {
  const isCountedByTag = school.constraints.some(({ kind }) => kind === 'ActivityTagsNotOverlapping');
  if (isCountedByTag) return school.activities.map((activity) => [activity]);
  const byId = new Map(school.activities.map((activity) => [activity.id, activity]));
  const bandOf = new Map(school.activities.map((activity) => [activity.id, [activity]]));
  for (const constraint of school.constraints) {
    if (constraint.kind !== 'ActivitiesSameStartingTime' || constraint.weight < 100) continue;
    const bands = new Set(textsIn(constraint, 'Activity_Id').flatMap((id) => (byId.has(Number(id)) ? [bandOf.get(Number(id)) ?? []] : [])));
    const joined = [...bands].flat();
    if (bands.size > 1 && canJoin(school, joined)) for (const { id } of joined) bandOf.set(id, joined);
  }
  for (const constraint of school.constraints) {
    if (OF_SETS.test(constraint.kind)) continue;
    const ids = [...textsIn(constraint, 'Activity_Id').map(Number), ...orderedIds(constraint)];
    const seen = new Set<FetActivity[]>();
    for (const band of ids.flatMap((id) => [bandOf.get(id) ?? []])) {
      if (seen.has(band)) for (const activity of band) bandOf.set(activity.id, [activity]);
      seen.add(band);
    }
  }
  return [...new Set(bandOf.values())];
}

const ORDERED = ['First_Activity_Id', 'Second_Activity_Id', 'Third_Activity_Id'];

const orderedIds = (constraint: FetSchool['constraints'][number]): number[] =>
  ORDERED.flatMap((name) => (textsIn(constraint, name).length > 0 ? [numberIn(constraint, name)] : []));

function canJoin(school: FetSchool, activities: readonly FetActivity[]): boolean {
  const teachers = activities.flatMap((activity) => [...new Set(activity.teachers)]);
  const students = activities.flatMap((activity) => [...new Set(activity.students.flatMap((name) => school.students.get(name)?.subgroups ?? []))]);
  const isOnce = (list: readonly unknown[]): boolean => new Set(list).size === list.length;
  return new Set(activities.map(({ duration }) => duration)).size === 1 && isOnce(teachers) && isOnce(students);
}
