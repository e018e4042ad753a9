import { sayReason, sayViolation, type Evaluation, type Instance, type Language, type Violation } from '@digione/timetable-solver';
import { SHOWN } from './file.ts';
import { sayIn } from './texts.ts';

/** What a timetable's cost is made of, the dearest first, required rules before wishes. */
export function* sayFaults({ violations }: Evaluation, instance: Instance, wantsAll: boolean, language: Language): Generator<string> {
  const dearest = violations.toSorted((a, b) => Number(isRequired(b, instance)) - Number(isRequired(a, instance)) || b.cost - a.cost);
  for (const violation of wantsAll ? dearest : dearest.slice(0, SHOWN)) yield `  ${sayFault(violation, instance, language)}`;
  if (!wantsAll && dearest.length > SHOWN) yield `  ${sayIn(language)('more', { count: dearest.length - SHOWN })}`;
}

const isRequired = ({ constraint }: Violation, { constraints }: Instance): boolean => constraints[constraint]?.isRequired === true;

function sayFault(violation: Violation, instance: Instance, language: Language): string {
  const rule = instance.constraints[violation.constraint];
  return rule === undefined ? '' : `${sayIn(language)(rule.isRequired ? 'must' : 'wish')}  ${rule.name}: ${sayViolation(violation, rule, language)}`;
}

export function faultToJson({ constraint, point, deviation, cost, why }: Violation, instance: Instance, language: Language): object {
  const rule = instance.constraints[constraint];
  return {
    constraint: { id: rule?.id, name: rule?.name, kind: rule?.kind, isRequired: rule?.isRequired, weight: rule?.weight, costFunction: rule?.costFunction },
    point: namePoint(point, instance),
    deviation,
    cost,
    reasons: why().map(({ key, values }) => ({ key, values, text: sayReason({ key, values }, language) })),
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
