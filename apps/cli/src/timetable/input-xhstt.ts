import { OperatorError } from '@digione/platform/config';
import { readXhstt, transferSolution, writeXhstt, type Archive, type Instance, type Solution } from '@digione/timetable-solver';
import { UsageError } from '../command.ts';
import { readFormat } from './file.ts';
import type { SolveChoice, SolveInput, Source } from './input.ts';
import { sayBudget } from './search.ts';
import { sayIn, type Say } from './texts.ts';

export function readXhsttInput({ path, bytes }: Source, choice: SolveChoice): SolveInput {
  const { language } = choice;
  const say = sayIn(language);
  const archive = readFormat(path, language, () => readXhstt(bytes));
  const instance = chooseInstance(path, archive, choice, say);
  const begin = choice.from === undefined ? chooseOwn(archive, instance, choice, say) : takeOver(choice.from, instance, choice, say);
  return {
    format: 'xhstt',
    instance,
    ...(begin === undefined ? {} : { start: begin.solution }),
    ...sayPlainly(instance, say),
    notices: begin?.notices ?? [],
    write: (solution, remarks) => writeXhstt({ instances: [instance], solutions: [{ group: 'DigiOne', contributor: 'DigiOne timetable solver', remarks, instance: 0, solution }] }),
  };
}

/** What is told of a school's instance in any format. */
export const sayPlainly = ({ id, events, times, resources, constraints }: Instance, say: Say): Pick<SolveInput, 'sayTask' | 'sayCost'> => ({
  sayTask: (options) => say('task', { id, events: events.length, times: times.length, resources: resources.length, rules: constraints.length, budget: sayBudget(options, say), threads: options.threads, seed: options.seed }),
  sayCost: ({ infeasibility, objective }) => say('cost', { infeasibility, objective }),
});

function chooseInstance(path: string, { instances }: Archive, { instance: wanted }: SolveChoice, say: Say): Instance {
  const ids = instances.map(({ id }) => id).join(', ');
  if (instances.length === 0) throw new OperatorError(say('no-instance-in-file', { path }));
  if (wanted === undefined && instances.length > 1) throw new UsageError(say('several-instances', { ids }));
  const instance = wanted === undefined ? instances[0] : instances.find(({ id }) => id === wanted);
  if (instance === undefined) throw new UsageError(say('no-instance', { id: wanted ?? '', ids }));
  return instance;
}

interface Begin {
  readonly solution: Solution;
  readonly notices: readonly string[];
}

function chooseOwn(archive: Archive, instance: Instance, { start }: SolveChoice, say: Say): Begin | undefined {
  if (start === undefined) return undefined;
  const own = archive.solutions.find((one) => archive.instances[one.instance] === instance && one.group === start);
  if (own === undefined) throw new UsageError(say('no-start', { id: start, instance: instance.id }));
  return { solution: own.solution, notices: [] };
}

/** The timetable named, or the last one, of the same school in another file. */
function takeOver({ path, bytes }: Source, instance: Instance, { start, language }: SolveChoice, say: Say): Begin {
  const archive = readFormat(path, language, () => readXhstt(bytes));
  const own = archive.solutions.filter((one) => archive.instances[one.instance]?.id === instance.id);
  const found = start === undefined ? own.at(-1) : own.find(({ group }) => group === start);
  const before = found === undefined ? undefined : archive.instances[found.instance];
  if (found === undefined || before === undefined) throw start === undefined ? new OperatorError(say('no-timetable', { path })) : new UsageError(say('no-start', { id: start, instance: instance.id }));
  const { solution, changed } = transferSolution(before, found.solution, instance);
  return { solution, notices: [say('taken-over', { path, count: changed.length })] };
}
