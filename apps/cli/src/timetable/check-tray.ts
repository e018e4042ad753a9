import { basename } from 'node:path';
import { boundChoices, evaluate, readTrayFile } from '@digione/timetable-solver';
import { faultToJson, sayFaults } from './faults.ts';
import { readFormat, type CheckOptions } from './file.ts';
import type { Source } from './input.ts';
import type { CheckReport } from './report.ts';
import { sayIn } from './texts.ts';

/** Tells how many choices the timetable in a tray's file meets, and what is wrong with it; wrong is what breaks a required rule. */
export function checkTray({ path, bytes }: Source, { wantsAll, language }: CheckOptions): CheckReport {
  const { tray, instance, solution } = readFormat(path, language, () => readTrayFile(bytes));
  const choices = instance.choices?.length ?? 0;
  const size = { learners: tray.learners.length, courses: tray.courses.length, sections: instance.events.length, bars: instance.times.length, choices, bound: boundChoices(instance) };
  const say = sayIn(language);
  const head = say('tray-size', { name: basename(path), id: tray.id, ...size });
  if (solution === undefined) return { lines: [head, say('none-in-file')], json: { file: path, format: 'tray', ...size, timetable: null }, listInstances: () => [instance], isRight: false };
  const evaluation = evaluate(instance, solution);
  const met = (solution.seats ?? []).filter((section) => section >= 0).length;
  const { infeasibility, objective } = evaluation;
  return {
    lines: [head, `${say('cost', { infeasibility, objective })}; ${say('choices-met', { count: met })}`, ...sayFaults(evaluation, instance, wantsAll, language)],
    json: { file: path, format: 'tray', ...size, timetable: { infeasibility, objective, met, violations: evaluation.violations.map((violation) => faultToJson(violation, instance, language)) } },
    listInstances: () => [instance],
    isRight: infeasibility === 0,
  };
}
