import { basename } from 'node:path';
import { evaluate, readXhstt, type Archive, type ArchiveSolution, type Cost, type Language } from '@digione/timetable-solver';
import { faultToJson, sayFaults } from './faults.ts';
import { readFormat, type CheckOptions } from './file.ts';
import type { Source } from './input.ts';
import type { CheckReport } from './report.ts';
import { sayIn, type Say } from './texts.ts';

/** Tells what every timetable in an XHSTT file costs, and why; a file without one has nothing that could be right. */
export function checkXhstt({ path, bytes }: Source, { wantsAll, language }: CheckOptions): CheckReport {
  const archive = readFormat(path, language, () => readXhstt(bytes));
  return { lines: listLines(path, archive, wantsAll, language), json: toJson(path, archive, language), listInstances: () => archive.instances, isRight: archive.solutions.length > 0 };
}

function judge({ instances }: Archive, { instance: index, solution }: ArchiveSolution) {
  const instance = instances[index];
  if (instance === undefined) throw new RangeError(`there is no instance ${index}`);
  return { instance, evaluation: evaluate(instance, solution) };
}

function* listLines(path: string, archive: Archive, wantsAll: boolean, language: Language): Generator<string> {
  const say = sayIn(language);
  for (const { id, times, events, resources, constraints } of archive.instances) {
    yield say('school-size', { name: basename(path), id, times: times.length, events: events.length, resources: resources.length, rules: constraints.length });
  }
  if (archive.solutions.length === 0) yield say('none-in-file');
  for (const one of archive.solutions) {
    const { instance, evaluation } = judge(archive, one);
    const { infeasibility, objective } = evaluation;
    yield '';
    yield `${one.group}: ${say('cost', { infeasibility, objective })}${sayClaim(one, { infeasibility, objective }, say)}`;
    yield* sayFaults(evaluation, instance, wantsAll, language);
  }
}

function sayClaim({ claimed }: ArchiveSolution, { infeasibility, objective }: Cost, say: Say): string {
  if (claimed === undefined || (claimed.infeasibility === infeasibility && claimed.objective === objective)) return '';
  return ` ${say('claims', { infeasibility: claimed.infeasibility, objective: claimed.objective })}`;
}

function toJson(path: string, archive: Archive, language: Language): object {
  return {
    file: path,
    format: 'xhstt',
    instances: archive.instances.map(({ id, name, times, events, resources, constraints }) => ({
      id,
      name,
      times: times.length,
      events: events.length,
      resources: resources.length,
      constraints: constraints.length,
    })),
    solutions: archive.solutions.map((one) => {
      const { instance, evaluation } = judge(archive, one);
      const { infeasibility, objective, violations } = evaluation;
      return { group: one.group, instance: instance.id, infeasibility, objective, claimed: one.claimed ?? null, violations: violations.map((violation) => faultToJson(violation, instance, language)) };
    }),
  };
}
