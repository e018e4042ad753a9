import * as basicMarks from './basic-marks.ts';
import * as basicRecords from './basic-records.ts';
import * as curriculum from './curriculum.ts';
import * as dates from './dates.ts';
import * as document from './document.ts';
import * as extendedEducation from './extended-education.ts';
import * as freeEducation from './free-education.ts';
import * as upperSecondaryMarks from './upper-secondary-marks.ts';
import * as upperSecondaryModules from './upper-secondary-modules.ts';
import * as upperSecondaryRecords from './upper-secondary-records.ts';
import * as organisations from './organisations.ts';
import * as preparatory from './preparatory.ts';
import * as reducedSyllabus from './reduced-syllabus.ts';
import type { Rule } from './rule.ts';
import * as source from './source.ts';
import * as states from './states.ts';
import * as storing from './storing.ts';
import * as support from './support.ts';

export type NamedRule = Rule & { readonly name: string };

const isRule = (value: unknown): value is Rule => typeof value === 'object' && value !== null && 'over' in value && 'breaks' in value;

const FILES = { document, source, organisations, curriculum, dates, states, basicRecords, basicMarks, support, reducedSyllabus, extendedEducation, preparatory, freeEducation, upperSecondaryRecords, upperSecondaryMarks, upperSecondaryModules, storing };

// What a module exports has no order of its own that every tool keeps.
const inOrder = (file: object): ReadonlyArray<readonly [string, unknown]> => Object.entries(file).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Every rule, theme by theme, by name. */
export const RULES: readonly NamedRule[] = Object.values(FILES).flatMap((file) => inOrder(file).flatMap(([name, rule]) => (isRule(rule) ? [{ ...rule, name }] : [])));
