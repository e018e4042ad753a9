import { basename } from 'node:path';
import { evaluate, readXhstt, sayReason, sayViolation, type Archive, type ArchiveSolution, type Instance, type Violation } from '@digione/timetable-solver';
import { readFormat, SHOWN, type CheckOptions } from './file.ts';



/** Tells what every timetable in an XHSTT file costs, and why. */
export function checkXhstt(path: string, bytes: Uint8Array, { wantsJson, wantsAll }: CheckOptions): number {
  const archive = readFormat(path, () => readXhstt(bytes));
  if (wantsJson) process.stdout.write(`${JSON.stringify(toJson(path, archive))}\n`);
  else for (const line of say(path, archive, wantsAll)) process.stdout.write(`${line}\n`);
  // A file without a timetable has nothing that could be checked.
  return archive.solutions.length === 0 ? 1 : 0;
}

function judge({ instances }: Archive, { instance: index, solution }: ArchiveSolution) {
  const instance = instances[index];
  if (instance === undefined) throw new RangeError(`there is no instance ${index}`);
  return { instance, evaluation: evaluate(instance, solution) };
}

function* say(path: string, archive: Archive, wantsAll: boolean): Generator<string> {
  for (const { id, times, events, resources, constraints } of archive.instances) {
    yield `${basename(path)}: ${id}, ${times.length} times, ${events.length} events, ${resources.length} resources, ${constraints.length} rules`;
  }
  if (archive.solutions.length === 0) yield 'There is no timetable in the file.';
  for (const one of archive.solutions) {
    const { instance, evaluation } = judge(archive, one);
    const { infeasibility, objective, violations } = evaluation;
    yield '';
    yield `${one.group}: infeasibility ${infeasibility}, objective ${objective}${sayClaim(one, infeasibility, objective)}`;
    const dearest = violations.toSorted((a, b) => Number(isRequired(b, instance)) - Number(isRequired(a, instance)) || b.cost - a.cost);
    for (const violation of wantsAll ? dearest : dearest.slice(0, SHOWN)) yield `  ${sayFault(violation, instance)}`;
    if (!wantsAll && dearest.length > SHOWN) yield `  and ${dearest.length - SHOWN} more (--all shows them)`;
  }
}

const isRequired = ({ constraint }: Violation, { constraints }: Instance): boolean => constraints[constraint]?.isRequired === true;

function sayFault(violation: Violation, instance: Instance): string {
  const rule = instance.constraints[violation.constraint];
  return rule === undefined ? '' : `${rule.isRequired ? 'must' : 'wish'}  ${rule.name}: ${sayViolation(violation, rule)}`;
}

function sayClaim({ claimed }: ArchiveSolution, infeasibility: number, objective: number): string {
  if (claimed === undefined || (claimed.infeasibility === infeasibility && claimed.objective === objective)) return '';
  return ` (the file claims ${claimed.infeasibility}, ${claimed.objective})`;
}

function toJson(path: string, archive: Archive): object {
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
      return { group: one.group, instance: instance.id, infeasibility, objective, claimed: one.claimed ?? null, violations: violations.map((violation) => faultToJson(violation, instance)) };
    }),
  };
}

function faultToJson({ constraint, point, deviation, cost, why }: Violation, instance: Instance): object {
  const rule = instance.constraints[constraint];
  const reasons = why();
  return {
    constraint: { id: rule?.id, name: rule?.name, kind: rule?.kind, isRequired: rule?.isRequired, weight: rule?.weight, costFunction: rule?.costFunction },
    point: namePoint(point, instance),
    deviation,
    cost,
    reasons: reasons.map(({ key, values }) => ({ key, values, text: sayReason({ key, values }) })),
  };
}

/** The point by the ids of the file. */
function namePoint(point: Violation['point'], { events, eventGroups, resources }: Instance): object {
  switch (point.kind) {
    case 'event':
      return { event: events[point.event]?.id };
    case 'eventResource':
      return { event: events[point.event]?.id, role: events[point.event]?.resources[point.place]?.role };
    case 'eventGroup':
      return { eventGroup: eventGroups[point.eventGroup]?.id };
    case 'eventPair':
      return { first: events[point.first]?.id, second: events[point.second]?.id };
    case 'resource':
      return { resource: resources[point.resource]?.id };
    case 'instance':
      return {};
  }
}
