import { faultAt, type XmlElement } from '../../xml/index.ts';
import type { FetConstraint, FetSchool } from '../file/school.ts';
import type { Draft } from './draft.ts';

export const textIn = ({ element }: FetConstraint, ...names: readonly string[]): string => element.children.find((child) => names.includes(child.name))?.text ?? '';

export const textsIn = ({ element }: FetConstraint, ...names: readonly string[]): string[] => element.children.filter((child) => names.includes(child.name)).map(({ text }) => text);

/** @throws XmlError where it is missing: a limit that is not there would let everything pass */
export function numberIn({ element }: FetConstraint, ...names: readonly string[]): number {
  const text = element.children.find((child) => names.includes(child.name))?.text ?? '';
  const value = text === '' ? Number.NaN : Number(text);
  if (Number.isNaN(value)) throw faultAt(element, `<${names.join('> or <')}> should be a number`);
  return value;
}

/** @returns the slots named by pairs of a day and an hour */
export function slotsIn({ days, hours }: FetSchool, { element }: FetConstraint): number[] {
  return element.children.flatMap(({ children: [day, hour] }) => slotAt(days, hours, day, hour));
}

function slotAt(days: readonly string[], hours: readonly string[], day: XmlElement | undefined, hour: XmlElement | undefined): number[] {
  const [dayIndex, hourIndex] = [days.indexOf(day?.text ?? ''), hours.indexOf(hour?.text ?? '')];
  return dayIndex < 0 || hourIndex < 0 ? [] : [dayIndex * hours.length + hourIndex];
}

/** Events of the activities a constraint names by id, ascending. */
export const eventsIn = (draft: Draft, constraint: FetConstraint): number[] => draft.eventsOf(textsIn(constraint, 'Activity_Id').map(Number));
