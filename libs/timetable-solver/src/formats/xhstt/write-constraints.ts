import type { AppliesToEvents, AppliesToResources, Constraint, ConstraintBase, CostFunction, Instance, Limits, NamedTimes, XhsttConstraint } from '../../model/index.ts';
import { node, type XmlNode } from '../xml/index.ts';

const COST_FUNCTIONS: Readonly<Record<CostFunction, string>> = { linear: 'Linear', quadratic: 'Quadratic', step: 'Step' };

/** An element per reference, in a list: `<Things><Thing Reference="…"/></Things>`; nothing where there is none. */
export function writeReferences(name: string, indices: readonly number[], items: readonly { readonly id: string }[]): XmlNode | undefined {
  if (indices.length === 0) return undefined;
  return node(`${name}s`, indices.map((index) => writeReference(name, index, items)));
}

/** @throws RangeError where the index names nothing */
export function writeReference(name: string, index: number, items: readonly { readonly id: string }[], content: string | readonly XmlNode[] = []): XmlNode {
  const item = items[index];
  if (item === undefined) throw new RangeError(`there is no ${name} ${index}`);
  return node(name, content, { Reference: item.id });
}

/**
 * Writes one of the sixteen constraints.
 * @throws RangeError for a kind of constraint XHSTT has no words for
 */
export function writeConstraint(constraint: Constraint, instance: Instance): XmlNode {
  const { kind, id }: ConstraintBase<string> = constraint;
  if (!isXhstt(constraint)) throw new RangeError(`XHSTT has no constraint “${kind}” (${id})`);
  const name = `${constraint.kind.charAt(0).toUpperCase()}${constraint.kind.slice(1)}Constraint`;
  const [appliesTo, ...rest] = writeParts(constraint, instance);
  return node(
    name,
    [
      node('Name', constraint.name),
      node('Required', String(constraint.isRequired)),
      node('Weight', String(constraint.weight)),
      node('CostFunction', COST_FUNCTIONS[constraint.costFunction]),
      node('AppliesTo', appliesTo),
      ...rest.flat(),
    ],
    { Id: constraint.id },
  );
}

const isXhstt = (constraint: Constraint): constraint is XhsttConstraint => XHSTT_KINDS.has(constraint.kind);

const XHSTT_KINDS: ReadonlySet<Constraint['kind']> = new Set<XhsttConstraint['kind']>([
  'assignTime',
  'assignResource',
  'preferTimes',
  'preferResources',
  'splitEvents',
  'distributeSplitEvents',
  'avoidSplitAssignments',
  'spreadEvents',
  'linkEvents',
  'orderEvents',
  'avoidClashes',
  'avoidUnavailableTimes',
  'limitIdleTimes',
  'clusterBusyTimes',
  'limitBusyTimes',
  'limitWorkload',
]);

type Nodes = readonly (XmlNode | undefined)[];

/** What stands in AppliesTo, then what comes after it. */
function writeParts(constraint: XhsttConstraint, instance: Instance): readonly [Nodes, ...Nodes[]] {
  switch (constraint.kind) {
    case 'assignTime':
      return [writeEventPoints(constraint.appliesTo, instance)];
    case 'assignResource':
      return [writeEventPoints(constraint.appliesTo, instance), [node('Role', constraint.role)]];
    case 'preferTimes':
      return [
        writeEventPoints(constraint.appliesTo, instance),
        writeNamedTimes(constraint.preferred, instance),
        constraint.duration === undefined ? [] : [node('Duration', String(constraint.duration))],
      ];
    case 'preferResources':
      return [writeEventPoints(constraint.appliesTo, instance), writeNamedResources(constraint, instance), [node('Role', constraint.role)]];
    case 'splitEvents':
      return [
        writeEventPoints(constraint.appliesTo, instance),
        writeLimits(constraint.durations, 'MinimumDuration', 'MaximumDuration'),
        writeLimits(constraint.amounts, 'MinimumAmount', 'MaximumAmount'),
      ];
    case 'distributeSplitEvents':
      return [writeEventPoints(constraint.appliesTo, instance), [node('Duration', String(constraint.duration))], writeLimits(constraint.limits)];
    case 'avoidSplitAssignments':
      return [writeEventGroups(constraint.appliesTo, instance), [node('Role', constraint.role)]];
    case 'spreadEvents':
      return [
        writeEventGroups(constraint.appliesTo, instance),
        [
          node(
            'TimeGroups',
            constraint.timeGroups.map(({ timeGroup, limits }) => writeReference('TimeGroup', timeGroup, instance.timeGroups, writeLimits(limits))),
          ),
        ],
      ];
    case 'linkEvents':
      return [writeEventGroups(constraint.appliesTo, instance)];
    case 'orderEvents':
      return [[node('EventPairs', constraint.pairs.map((pair) => writePair(pair, instance)))]];
    case 'avoidClashes':
      return [writeNamedResources(constraint.appliesTo, instance)];
    case 'avoidUnavailableTimes':
      return [writeNamedResources(constraint.appliesTo, instance), writeNamedTimes(constraint.unavailable, instance)];
    case 'limitIdleTimes':
    case 'clusterBusyTimes':
    case 'limitBusyTimes':
      return [
        writeNamedResources(constraint.appliesTo, instance),
        [writeReferences('TimeGroup', constraint.timeGroups, instance.timeGroups)],
        writeLimits(constraint.limits),
      ];
    case 'limitWorkload':
      return [writeNamedResources(constraint.appliesTo, instance), writeLimits(constraint.limits)];
  }
}

const writeEventPoints = ({ events, eventGroups }: AppliesToEvents, instance: Instance): Nodes => [
  writeReferences('EventGroup', eventGroups, instance.eventGroups),
  writeReferences('Event', events, instance.events),
];

const writeEventGroups = ({ eventGroups }: Pick<AppliesToEvents, 'eventGroups'>, instance: Instance): Nodes => [
  writeReferences('EventGroup', eventGroups, instance.eventGroups),
];

const writeNamedResources = ({ resources, resourceGroups }: AppliesToResources, instance: Instance): Nodes => [
  writeReferences('ResourceGroup', resourceGroups, instance.resourceGroups),
  writeReferences('Resource', resources, instance.resources),
];

const writeNamedTimes = ({ times, timeGroups }: NamedTimes, instance: Instance): Nodes => [
  writeReferences('TimeGroup', timeGroups, instance.timeGroups),
  writeReferences('Time', times, instance.times),
];

const writeLimits = ({ minimum, maximum }: Limits, minimumName = 'Minimum', maximumName = 'Maximum'): XmlNode[] => [
  node(minimumName, String(minimum)),
  node(maximumName, String(maximum)),
];

function writePair({ first, second, separation }: Extract<XhsttConstraint, { kind: 'orderEvents' }>['pairs'][number], instance: Instance): XmlNode {
  return node('EventPair', [
    writeReference('FirstEvent', first, instance.events),
    writeReference('SecondEvent', second, instance.events),
    node('MinSeparation', String(separation.minimum)),
    separation.maximum === Number.POSITIVE_INFINITY ? undefined : node('MaxSeparation', String(separation.maximum)),
  ]);
}
