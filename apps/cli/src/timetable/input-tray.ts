import { OperatorError } from '@digione/platform/config';
import { boundChoices, readTrayFile, transferSolution, writeTrayFile, type Instance, type Solution } from '@digione/timetable-solver';
import { UsageError } from '../command.ts';
import { readFormat } from './file.ts';
import type { SolveChoice, SolveInput, Source } from './input.ts';
import { sayBudget } from './search.ts';
import { sayIn, type Say } from './texts.ts';

export function readTrayInput({ path, bytes }: Source, { instance: id, start, from, language }: SolveChoice): SolveInput {
  const say = sayIn(language);
  if (id !== undefined || start !== undefined) throw new UsageError(say('xhstt-only'));
  const { tray, instance } = readFormat(path, language, () => readTrayFile(bytes));
  const [choices, bound] = [instance.choices?.length ?? 0, boundChoices(instance)];
  const begin = from === undefined ? undefined : takeOver(from, instance, language, say);
  return {
    format: 'tray',
    instance,
    ...(begin === undefined ? {} : { start: begin.solution }),
    notices: begin?.notices ?? [],
    sayTask: (options) => say('tray-task', { id: tray.id, events: instance.events.length, times: instance.times.length, learners: tray.learners.length, choices, bound, budget: sayBudget(options, say), seed: options.seed }),
    sayCost: ({ infeasibility, objective }) => `${infeasibility === 0 ? '' : `${say('cost', { infeasibility, objective })}; `}${say('met', { met: choices - objective, choices, share: percent(choices - objective, choices) })}`,
    write: (solution, remarks) => writeTrayFile(tray, { instance, solution, about: `DigiOne timetable solver, ${remarks}` }),
    toJson: ({ objective }) => ({ choices, met: choices - objective, bound }),
  };
}

/** Rounded down: 100 is all of them. */
const percent = (met: number, choices: number): string => (Math.floor((choices === 0 ? 1 : met / choices) * 10_000) / 100).toFixed(2);

function takeOver({ path, bytes }: Source, instance: Instance, language: SolveChoice['language'], say: Say): { solution: Solution; notices: string[] } {
  const before = readFormat(path, language, () => readTrayFile(bytes));
  if (before.solution === undefined) throw new OperatorError(say('no-timetable', { path }));
  const { solution, changed } = transferSolution(before.instance, before.solution, instance);
  return { solution, notices: [say('taken-over', { path, count: changed.length })] };
}
