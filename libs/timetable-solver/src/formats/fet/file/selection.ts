import type { XmlElement } from '../../xml/index.ts';
import type { FetActivity, FetSchool } from './school.ts';

const textOf = (element: XmlElement, ...names: readonly string[]): string => element.children.find((child) => names.includes(child.name))?.text ?? '';

/** @returns whether two sets of students have a subgroup in common */
export function shareStudents({ students }: FetSchool, one: string, other: string): boolean {
  const subgroups = students.get(other)?.subgroups ?? [];
  return one === other || (students.get(one)?.subgroups ?? []).some((index) => subgroups.includes(index));
}

/** @returns the lessons a constraint chooses by teacher, students, subject, tag, length and part; what is left empty chooses all */
export function selectActivities(school: FetSchool, element: XmlElement): FetActivity[] {
  const teacher = textOf(element, 'Teacher_Name', 'Teacher');
  const students = textOf(element, 'Students_Name', 'Students');
  const subject = textOf(element, 'Subject_Name', 'Subject');
  const tag = textOf(element, 'Activity_Tag_Name', 'Activity_Tag');
  const duration = textOf(element, 'Duration');
  const component = Number(textOf(element, 'Component_Number') || Number.NaN);
  return school.activities.filter(
    (activity) =>
      (teacher === '' || activity.teachers.includes(teacher)) &&
      (students === '' || activity.students.some((name) => shareStudents(school, name, students))) &&
      (subject === '' || activity.subject === subject) &&
      (tag === '' || activity.tags.includes(tag)) &&
      (duration === '' || activity.duration === Number(duration)) &&
      (Number.isNaN(component) || isComponent(activity, component)),
  );
}

/** Parts of a split course are numbered by their ids. */
function isComponent({ id, group }: FetActivity, component: number): boolean {
  return group === 0 ? component === 1 : id === group + component - 1;
}
