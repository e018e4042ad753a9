import type { FetConstraint, FetSchool } from '../file/school.ts';
import { TYPES, type Draft } from './draft.ts';
import { slotsIn, textIn } from './fields.ts';

/** A teacher, or students who are always in the same lessons and named by the same constraints. */
export interface Party {
  readonly resource: number;
  readonly name: string;
  readonly isTeacher: boolean;
  /** Indices of the subgroups of students these are; none of a teacher. */
  readonly subgroups: readonly number[];
  /** Slots at which a lesson can't be, breaks among them: they are no gaps. */
  readonly closed: ReadonlySet<number>;
}

export interface People {
  readonly teachers: ReadonlyMap<string, Party>;
  readonly students: readonly Party[];
  /** By the name of a year, group or subgroup. */
  readonly studentsOf: (name: string) => readonly Party[];
}

/** Adds teachers and students and puts them into their lessons. */
export function addPeople(draft: Draft, breaks: ReadonlySet<number>): People {
  const { school } = draft;
  const away = new Map<string, number[]>();
  const note = (key: string, constraint: FetConstraint): void => void away.set(key, [...(away.get(key) ?? []), ...slotsIn(school, constraint)]);
  for (const constraint of school.constraints) {
    if (constraint.kind === 'TeacherNotAvailableTimes') note(`t ${textIn(constraint, 'Teacher')}`, constraint);
    if (constraint.kind === 'StudentsSetNotAvailableTimes') for (const index of school.students.get(textIn(constraint, 'Students'))?.subgroups ?? []) note(`s ${index}`, constraint);
  }
  const closedFor = (key: string): ReadonlySet<number> => new Set([...breaks, ...(away.get(key) ?? [])]);
  const teachers = new Map([...school.teachers.keys()].map((name) => [name, { name, isTeacher: true, subgroups: [], resource: draft.addResource(TYPES.teacher, name), closed: closedFor(`t ${name}`) }]));
  const { parties, partyOf } = addStudents(draft, closedFor);
  const studentsOf = (name: string): Party[] => [...new Set((school.students.get(name)?.subgroups ?? []).flatMap((index) => partyOf[index] ?? []))];
  for (const { activities, resources } of draft.events) {
    const own = [...activities.flatMap((activity) => activity.teachers.flatMap((name) => teachers.get(name) ?? [])), ...activities.flatMap(({ students }) => students.flatMap(studentsOf))];
    const [teacherCount, seen] = [school.teachers.size, new Set<number>()];
    for (const { resource } of own) {
      if (seen.has(resource)) continue;
      seen.add(resource);
      resources.push({ type: resource < teacherCount ? TYPES.teacher : TYPES.students, resource });
    }
  }
  return { teachers, students: parties, studentsOf };
}

/** Subgroups that all lessons and constraints name together are one: years split by many choices have thousands of subgroups. */
function addStudents(draft: Draft, closedFor: (key: string) => ReadonlySet<number>): { parties: Party[]; partyOf: (Party | undefined)[] } {
  const { school } = draft;
  const named = new Set([...school.activities.flatMap(({ students }) => students), ...school.constraints.flatMap((constraint) => textIn(constraint, 'Students', 'Students_Name', 'Students_Set'))]);
  const signatures = school.subgroups.map((): number[] => []);
  for (const [index, name] of [...named].entries()) for (const subgroup of school.students.get(name)?.subgroups ?? []) signatures[subgroup]?.push(index);
  const bySignature = new Map<string, Party>();
  const partyOf = signatures.map((signature, index) => {
    const key = signature.join(' ');
    const known = bySignature.get(key);
    if (known !== undefined) return known;
    const size = sizeOf(school, index);
    const party = { name: school.subgroups[index] ?? '', isTeacher: false, subgroups: [index], resource: draft.addResource(TYPES.students, school.subgroups[index] ?? '', size === 0 ? {} : { size }), closed: closedFor(`s ${index}`) };
    bySignature.set(key, party);
    return party;
  });
  return { parties: [...bySignature.values()], partyOf };
}

const sizeOf = (school: FetSchool, subgroup: number): number => school.students.get(school.subgroups[subgroup] ?? '')?.size ?? 0;
