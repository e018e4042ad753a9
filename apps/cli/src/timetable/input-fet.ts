import { basename } from 'node:path';
import { OperatorError } from '@digione/platform/config';
import { checkFetTimetable, readFet, readFetSchool, readOwnTimetable, UNASSIGNED, writeFetTimetable, type FetConversion, type Solution } from '@digione/timetable-solver';
import { UsageError } from '../command.ts';
import { sayFetReport } from './check-fet.ts';
import { readFormat } from './file.ts';
import type { SolveChoice, SolveInput, Source } from './input.ts';
import { sayPlainly } from './input-xhstt.ts';
import { sayIn, type Say } from './texts.ts';

export function readFetInput({ path, bytes }: Source, { instance: id, start, from, out, language }: SolveChoice): SolveInput {
  const say = sayIn(language);
  if (id !== undefined || start !== undefined) throw new UsageError(say('xhstt-only'));
  if (out !== undefined && !out.endsWith('.fet')) throw new UsageError(say('fet-out'));
  const conversion = readFormat(path, language, () => readFet(bytes));
  const { school, instance, untold, toFetTimetable } = conversion;
  const source = new TextDecoder().decode(bytes);
  const begin = from === undefined ? undefined : takeOver(from, conversion, language, say);
  return {
    format: 'fet',
    instance,
    ...(begin === undefined ? {} : { start: begin.solution }),
    ...sayPlainly(instance, say),
    notices: [...untold.map(({ kind, count, isRequired, why }) => say(isRequired ? 'not-held-required' : 'not-held', { kind, count, why })), ...(begin?.notices ?? [])],
    write: (solution) => writeFetTimetable(source, school, toFetTimetable(solution)),
    prove: (solution) => {
      const report = checkFetTimetable(school, toFetTimetable(solution));
      return { broken: report.broken.length, softConflicts: report.softConflicts, lines: [...sayFetReport(say('fet-terms', { name: basename(path) }), report, false, say)] };
    },
  };
}

/** The timetable inside another .fet file of the school; days and hours are the same where they have the same names. */
function takeOver({ path, bytes }: Source, { school, instance, toSolution }: FetConversion, language: SolveChoice['language'], say: Say): { solution: Solution; notices: string[] } {
  const before = readFormat(path, language, () => readFetSchool(bytes));
  const places = [...readOwnTimetable(before)].flatMap(([id, place]) => {
    const [day, hour] = [school.days.indexOf(before.days[place.day] ?? ''), school.hours.indexOf(before.hours[place.hour] ?? '')];
    return day < 0 || hour < 0 ? [] : [[id, { ...place, day, hour }] as const];
  });
  if (places.length === 0) throw new OperatorError(say('no-timetable', { path }));
  const solution = toSolution(new Map(places));
  const open = instance.events.filter((_, event) => solution.events[event]?.[0]?.time === UNASSIGNED).length;
  return { solution, notices: [say('taken-over', { path, count: open })] };
}
