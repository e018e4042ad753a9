import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../evaluate/index.ts';
import { UNASSIGNED, type Instance, type Solution } from '../../model/index.ts';
import { SIXTEEN_RULES } from '../../testing/sixteen-rules.ts';
import { GYM, MO, place, ROOM_101, threeLessons, TU } from '../../testing/three-lessons.ts';
import { XmlError } from '../xml/index.ts';
import { readXhstt, writeXhstt, type Archive } from './index.ts';

/** Without what XHSTT has no words for. */
const school = (): Instance => {
  const instance = threeLessons(...SIXTEEN_RULES);
  return { ...instance, sites: [], resources: instance.resources.map(({ id, name, type }) => ({ id, name, type })) };
};

const archiveOf = (...solutions: readonly Solution[]): Archive => ({
  instances: [school()],
  solutions: solutions.map((solution, index) => ({ group: `group ${index % 2}`, instance: 0, solution: { ...solution, about: {} } })),
});

test('all sixteen kinds of rules, times, groups, roles and meets come back as they were', () => {
  const archive = archiveOf(place({ maths: [[MO[0], 1, GYM], [TU[3]]], pe: [[MO[2], 2, ROOM_101]] }));
  const again = readXhstt(writeXhstt(archive));
  expect(again).toEqual(archive);
});

test('property: any timetable costs the same after writing and reading', () => {
  const time = fc.constantFrom(UNASSIGNED, ...MO, ...TU);
  const room = fc.constantFrom(UNASSIGNED, ROOM_101, GYM);
  const maths = fc.oneof(fc.tuple(fc.tuple(time, fc.constant(2), room)), fc.tuple(fc.tuple(time, fc.constant(1), room), fc.tuple(time, fc.constant(1), room)));
  fc.assert(
    fc.property(maths, time, time, room, (mathsMeets, finnish, pe, peRoom) => {
      const archive = archiveOf(place({ maths: mathsMeets, finnish: [[finnish]], pe: [[pe, 2, peRoom]] }));
      const again = readXhstt(writeXhstt(archive));
      expect(again).toEqual(archive);
      const [before, after] = [archive, again].map(({ instances, solutions }) => evaluate(instances[0]!, solutions[0]!.solution));
      expect([after?.infeasibility, after?.objective]).toEqual([before?.infeasibility, before?.objective]);
    }),
    { numRuns: 50 },
  );
});

/** A small file as a person would write it, with something put into it. */
const file = ({ event = '', solution = '', constraint = '' }: { event?: string; solution?: string; constraint?: string } = {}): string => `<?xml version="1.0"?>
<HighSchoolTimetableArchive>
<Instances><Instance Id="i">
<Times><TimeGroups><Day Id="Mo"><Name>Monday</Name></Day></TimeGroups>
<Time Id="t1"><Day Reference="Mo"/></Time><Time Id="t2"><Day Reference="Mo"/></Time><Time Id="t3"><Day Reference="Mo"/></Time></Times>
<Resources><ResourceTypes><ResourceType Id="Class"/><ResourceType Id="Room"/></ResourceTypes>
<ResourceGroups><ResourceGroup Id="grade"><ResourceType Reference="Class"/></ResourceGroup></ResourceGroups>
<Resource Id="7A"><ResourceType Reference="Class"/><ResourceGroups><ResourceGroup Reference="grade"/></ResourceGroups></Resource>
<Resource Id="7B"><ResourceType Reference="Class"/><ResourceGroups><ResourceGroup Reference="grade"/></ResourceGroups></Resource>
<Resource Id="gym"><ResourceType Reference="Room"/></Resource></Resources>
<Events><EventGroups><Course Id="c"/></EventGroups>
<Event Id="e"><Duration>2</Duration><Course Reference="c"/><Time Reference="t2"/>
<Resources><Resource><Role>room</Role><ResourceType Reference="Room"/></Resource></Resources>
<ResourceGroups><ResourceGroup Reference="grade"/></ResourceGroups></Event>${event}</Events>
<Constraints>${constraint}</Constraints>
</Instance></Instances>
<SolutionGroups><SolutionGroup Id="g"><Solution Reference="i"><Events>${solution}</Events></Solution></SolutionGroup></SolutionGroups>
</HighSchoolTimetableArchive>`;

const meetsOf = (solution: string) => readXhstt(file({ solution })).solutions[0]?.solution.events[0];

test('a resource group inside an event means all its members', () => {
  expect(readXhstt(file()).instances[0]?.events[0]?.resources).toEqual([
    { role: 'room', type: 1 },
    { type: 0, resource: 0 },
    { type: 0, resource: 1 },
  ]);
});

test('an event that a solution leaves out is one meet of its whole duration with the time given beforehand', () => {
  expect(meetsOf('')).toEqual([{ duration: 2, time: 1, resources: [UNASSIGNED, 0, 1] }]);
});

test('what a solution leaves out of an event’s duration is one more meet', () => {
  expect(meetsOf('<Event Reference="e"><Duration>1</Duration><Time Reference="t1"/><Resources><Resource Reference="gym"><Role>room</Role></Resource></Resources></Event>')).toEqual([
    { duration: 1, time: 0, resources: [2, 0, 1] },
    { duration: 1, time: 1, resources: [UNASSIGNED, 0, 1] },
  ]);
});

test.each([
  ['an event longer than its duration', { solution: '<Event Reference="e"><Duration>3</Duration></Event>' }, 'line 17, <Solution>: the event “e” lasts 3 times, its duration is 2'],
  ['a meet of an unknown event', { solution: '<Event Reference="x"/>' }, 'line 17, <Event>: there is no event “x”'],
  ['a meet at an unknown time', { solution: '<Event Reference="e"><Time Reference="t9"/></Event>' }, 'line 17, <Time>: there is no time “t9”'],
  ['a role that is not there', { solution: '<Event Reference="e"><Resources><Resource Reference="gym"><Role>x</Role></Resource></Resources></Event>' }, 'line 17, <Resource>: the event “e” has no open role “x”'],
  ['a class as room', { solution: '<Event Reference="e"><Resources><Resource Reference="7A"><Role>room</Role></Resource></Resources></Event>' }, 'line 17, <Resource>: the role “room” is of another resource type'],
  ['an id twice', { event: '<Event Id="e"><Duration>1</Duration></Event>' }, 'line 14, <Event>: there are two events “e”'],
  ['no duration', { event: '<Event Id="f"/>' }, 'line 14, <Event>: <Duration> is missing'],
  ['a duration in words', { event: '<Event Id="f"><Duration>two</Duration></Event>' }, 'line 14, <Duration>: “two” is not a whole number from 0 up'],
  ['an unknown rule', { constraint: '<BeNiceConstraint Id="n"/>' }, 'line 15, <BeNiceConstraint>: this kind of constraint is not known'],
  ['a rule without weight', { constraint: '<AssignTimeConstraint Id="n"><Required>true</Required></AssignTimeConstraint>' }, 'line 15, <AssignTimeConstraint>: <Weight> is missing'],
])('%s is refused with line and element', (_name, parts, message) => {
  expect(() => readXhstt(file(parts))).toThrow(message);
});

test('a file of another kind is refused', () => {
  expect(() => readXhstt('<fet version="6"/>')).toThrow('this is not an XHSTT file');
});

test('a table too large for memory is refused before it is made', () => {
  const many = (tag: string, count: number, content: string): string => Array.from({ length: count }, (_, index) => `<${tag} Id="${tag}${index}">${content}</${tag}>`).join('');
  const source = file()
    .replace('</Times>', `${many('Time', 8000, '')}</Times>`)
    .replace('</Resources>', `${many('Resource', 8000, '<ResourceType Reference="Class"/>')}</Resources>`);
  expect(() => readXhstt(source)).toThrow('8003 times for 8003 resources are too many');
});

test('property: damage never does worse than an XmlError', () => {
  const source = writeXhstt(archiveOf(place({ maths: [[MO[0], 2, GYM]] })));
  const tags = [...source.matchAll(/<[^>]+>/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const attempt = (damaged: string): void => {
    try {
      readXhstt(damaged);
    } catch (error) {
      expect(error).toBeInstanceOf(XmlError);
    }
  };
  const put = fc.constantFrom('', '<Time Reference="Mo1"/>', '<Duration>0</Duration>', '999999999', '-1', '&x;', '<Event Id="__proto__"/>', 'Reference="constructor"');
  fc.assert(
    fc.property(fc.nat(source.length), fc.nat(30), put, (at, cut, text) => attempt(source.slice(0, at) + text + source.slice(at + cut))),
    { numRuns: 150 },
  );
  fc.assert(
    // Whole elements changed for others leave the file well-formed: the reader's own checks are met.
    fc.property(fc.nat(tags.length - 1), fc.nat(tags.length - 1), (one, other) => {
      const [from, to] = [tags[one]!, tags[other]!];
      attempt(source.slice(0, from.start) + source.slice(to.start, to.end) + source.slice(from.end));
    }),
    { numRuns: 150 },
  );
}, 30_000);
