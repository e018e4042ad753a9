import type { Constraint, ConstraintBase, CostFunction, Limits, NamedTimes, XhsttConstraint } from '../../model/index.ts';
import { faultAt, findChild, findText, getAttribute, getChild, getText, listChildren, readCount, shorten, type XmlElement } from '../xml/index.ts';
import { PointLimit } from './limits.ts';
import type { EventNames } from './read-events.ts';
import type { ResourceNames } from './read-resources.ts';
import type { TimeNames } from './read-times.ts';

export type ConstraintNames = TimeNames & ResourceNames & EventNames;

type Kind = XhsttConstraint['kind'];
type Base = Omit<ConstraintBase<Kind>, 'kind'>;
type Readers = { readonly [K in Kind]: (base: Base, element: XmlElement, names: ConstraintNames) => Extract<XhsttConstraint, { kind: K }> };

const READERS: Readers = {
  assignTime: (base, element, names) => ({ ...base, kind: 'assignTime', appliesTo: readEventPoints(element, names) }),
  assignResource: (base, element, names) => ({ ...base, kind: 'assignResource', appliesTo: readEventPoints(element, names), role: getText(element, 'Role') }),
  preferTimes: (base, element, names) => {
    const duration = findChild(element, 'Duration');
    return { ...base, kind: 'preferTimes', appliesTo: readEventPoints(element, names), preferred: readNamedTimes(element, names), ...(duration === undefined ? {} : { duration: readCount(duration) }) };
  },
  preferResources: (base, element, names) => ({
    ...base,
    kind: 'preferResources',
    appliesTo: readEventPoints(element, names),
    role: getText(element, 'Role'),
    resources: readReferences(element, 'Resource', names.resources),
    resourceGroups: readReferences(element, 'ResourceGroup', names.resourceGroups),
  }),
  splitEvents: (base, element, names) => ({
    ...base,
    kind: 'splitEvents',
    appliesTo: readEventPoints(element, names),
    durations: readLimits(element, 'MinimumDuration', 'MaximumDuration'),
    amounts: readLimits(element, 'MinimumAmount', 'MaximumAmount'),
  }),
  distributeSplitEvents: (base, element, names) => ({
    ...base,
    kind: 'distributeSplitEvents',
    appliesTo: readEventPoints(element, names),
    duration: readCount(getChild(element, 'Duration')),
    limits: readLimits(element),
  }),
  avoidSplitAssignments: (base, element, names) => ({ ...base, kind: 'avoidSplitAssignments', appliesTo: readEventGroupPoints(element, names), role: getText(element, 'Role') }),
  spreadEvents: (base, element, names) => ({
    ...base,
    kind: 'spreadEvents',
    appliesTo: readEventGroupPoints(element, names),
    timeGroups: listChildren(findChild(element, 'TimeGroups'), 'TimeGroup').map((group) => ({ timeGroup: names.timeGroups.refer(group), limits: readLimits(group) })),
  }),
  linkEvents: (base, element, names) => ({ ...base, kind: 'linkEvents', appliesTo: readEventGroupPoints(element, names) }),
  orderEvents: (base, element, names) => ({
    ...base,
    kind: 'orderEvents',
    pairs: listChildren(findChild(getChild(element, 'AppliesTo'), 'EventPairs'), 'EventPair').map((pair) => ({
      first: names.events.refer(getChild(pair, 'FirstEvent')),
      second: names.events.refer(getChild(pair, 'SecondEvent')),
      separation: {
        minimum: readOptionalCount(pair, 'MinSeparation') ?? 0,
        maximum: readOptionalCount(pair, 'MaxSeparation') ?? Number.POSITIVE_INFINITY,
      },
    })),
  }),
  avoidClashes: (base, element, names) => ({ ...base, kind: 'avoidClashes', appliesTo: readResourcePoints(element, names) }),
  avoidUnavailableTimes: (base, element, names) => ({ ...base, kind: 'avoidUnavailableTimes', appliesTo: readResourcePoints(element, names), unavailable: readNamedTimes(element, names) }),
  limitIdleTimes: (base, element, names) => ({ ...base, kind: 'limitIdleTimes', ...readDayLimits(element, names) }),
  clusterBusyTimes: (base, element, names) => ({ ...base, kind: 'clusterBusyTimes', ...readDayLimits(element, names) }),
  limitBusyTimes: (base, element, names) => ({ ...base, kind: 'limitBusyTimes', ...readDayLimits(element, names) }),
  limitWorkload: (base, element, names) => ({ ...base, kind: 'limitWorkload', appliesTo: readResourcePoints(element, names), limits: readLimits(element) }),
};

/** Reads `<Constraints>`. A kind that is not of the sixteen is refused: a rule left out unsaid would make costs wrong. */
export function readConstraints(element: XmlElement | undefined, names: ConstraintNames): Constraint[] {
  const ids = new Set<string>();
  const limit = new PointLimit(names);
  return listChildren(element).map((child) => {
    const id = getAttribute(child, 'Id');
    if (ids.has(id)) throw faultAt(child, `there are two constraints “${shorten(id)}”`);
    ids.add(id);
    const kind = child.name.replace(/Constraint$/, '').replace(/^./, (letter) => letter.toLowerCase());
    if (!child.name.endsWith('Constraint') || !isKind(kind)) throw faultAt(child, 'this kind of constraint is not known');
    const constraint = readConstraint(kind, child, names);
    limit.count(child, constraint);
    return constraint;
  });
}

const isKind = (word: string): word is Kind => Object.hasOwn(READERS, word);

function readConstraint(kind: Kind, element: XmlElement, names: ConstraintNames): Constraint {
  const base: Base = {
    id: getAttribute(element, 'Id'),
    name: findText(element, 'Name') ?? getAttribute(element, 'Id'),
    isRequired: readBoolean(getChild(element, 'Required')),
    weight: readCount(getChild(element, 'Weight')),
    costFunction: readCostFunction(getChild(element, 'CostFunction')),
  };
  return READERS[kind](base, element, names);
}

function readBoolean(element: XmlElement): boolean {
  if (element.text !== 'true' && element.text !== 'false') throw faultAt(element, `“${shorten(element.text)}” is neither true nor false`);
  return element.text === 'true';
}

function readCostFunction(element: XmlElement): CostFunction {
  switch (element.text) {
    case 'Linear':
      return 'linear';
    case 'Quadratic':
      return 'quadratic';
    case 'Step':
      return 'step';
    default:
      throw faultAt(element, `“${shorten(element.text)}” is not a cost function (Linear, Quadratic, Step)`);
  }
}

function readLimits(element: XmlElement, minimum = 'Minimum', maximum = 'Maximum'): Limits {
  return { minimum: readCount(getChild(element, minimum)), maximum: readCount(getChild(element, maximum)) };
}

function readOptionalCount(element: XmlElement, name: string): number | undefined {
  const child = findChild(element, name);
  return child === undefined ? undefined : readCount(child);
}

interface Referable {
  readonly refer: (element: XmlElement) => number;
}

/** Reads `<Things><Thing Reference="…"/>…</Things>`. */
const readReferences = (element: XmlElement, name: string, list: Referable): number[] =>
  listChildren(findChild(element, `${name}s`)).map((child) => list.refer(child));

const readEventPoints = (element: XmlElement, { events, eventGroups }: ConstraintNames): { events: number[]; eventGroups: number[] } => {
  const appliesTo = getChild(element, 'AppliesTo');
  return { events: readReferences(appliesTo, 'Event', events), eventGroups: readReferences(appliesTo, 'EventGroup', eventGroups) };
};

const readEventGroupPoints = (element: XmlElement, { eventGroups }: ConstraintNames): { eventGroups: number[] } => ({
  eventGroups: readReferences(getChild(element, 'AppliesTo'), 'EventGroup', eventGroups),
});

const readResourcePoints = (element: XmlElement, { resources, resourceGroups }: ConstraintNames): { resources: number[]; resourceGroups: number[] } => {
  const appliesTo = getChild(element, 'AppliesTo');
  return { resources: readReferences(appliesTo, 'Resource', resources), resourceGroups: readReferences(appliesTo, 'ResourceGroup', resourceGroups) };
};

const readNamedTimes = (element: XmlElement, { times, timeGroups }: ConstraintNames): NamedTimes => ({
  times: readReferences(element, 'Time', times),
  timeGroups: readReferences(element, 'TimeGroup', timeGroups),
});

const readDayLimits = (element: XmlElement, names: ConstraintNames) => ({
  appliesTo: readResourcePoints(element, names),
  timeGroups: readReferences(element, 'TimeGroup', names.timeGroups),
  limits: readLimits(element),
});
