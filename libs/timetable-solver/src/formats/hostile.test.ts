import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../evaluate/index.ts';
import { listInstanceFaults, type Instance, type Solution } from '../model/index.ts';
import { SIXTEEN_RULES } from '../testing/sixteen-rules.ts';
import { GYM, MO, place, ROOM_101, threeLessons, TU } from '../testing/three-lessons.ts';
import { readFet, readFetSchool, readOwnTimetable } from './fet/index.ts';
import { constraint, writeSchool } from './fet/testing/school.ts';
import { JsonError } from './json/index.ts';
import { readTrayFile } from './tray/index.ts';
import { readUntis, UntisError } from './untis/index.ts';
import { XmlError } from './xml/index.ts';
import { readXhstt, writeXhstt } from './xhstt/index.ts';

/**
 * Files by somebody's mistake or ill will: every reader answers with its own error, which tells the place, or with an instance that
 * holds together; quickly, and in memory that does not depend on what the file asks for.
 */

interface Read {
  readonly instance: Instance;
  readonly solution?: Solution | undefined;
}

interface Reader {
  readonly name: string;
  /** A file of ours with something of everything. */
  readonly source: string;
  readonly read: (bytes: Uint8Array) => readonly Read[];
  readonly error: typeof XmlError | typeof JsonError | typeof UntisError;
  /** What damage may put in. */
  readonly scraps: readonly string[];
}

const xhstt = (): string => {
  const { resources, ...school } = threeLessons(...SIXTEEN_RULES);
  const instance = { ...school, sites: [], resources: resources.map(({ id, name, type }) => ({ id, name, type })) };
  return writeXhstt({ instances: [instance], solutions: [{ group: 'g', instance: 0, solution: { ...place({ maths: [[MO[0], 1, GYM], [TU[3]]], pe: [[MO[2], 2, ROOM_101]] }), about: {} } }] });
};

const fet = (): string =>
  writeSchool({
    lessons: [{}, { duration: 2, students: ['7B'], teachers: ['A', 'B'] }, { tags: ['lab'], size: 20 }],
    time:
      constraint('TeacherNotAvailableTimes', { Teacher: 'A', Not_Available_Time: ['Mo 1'] }) +
      constraint('MinDaysBetweenActivities', { Activity_Id: [1, 2], MinDays: 1 }) +
      constraint('TwoActivitiesOrdered', { First_Activity_Id: 1, Second_Activity_Id: 2 }) +
      constraint('ActivitiesSameStartingTime', { Activity_Id: [1, 3] }) +
      constraint('TeachersMaxGapsPerWeek', { Max_Gaps: 1 }, 80) +
      constraint('ActivityPreferredStartingTime', { Activity_Id: 1, Preferred_Day: 'Mo', Preferred_Hour: '2' }),
    space: constraint('ActivityPreferredRoom', { Activity_Id: 1, Room: 'R1' }) + constraint('RoomNotAvailableTimes', { Room: 'R2', Not_Available_Time: ['Tu 4'] }),
  });

const tray = JSON.stringify(
  {
    format: 'digione-tray',
    version: 1,
    id: 'lukio',
    periods: [{ id: '1', bars: ['1A', '1B'] }, { id: '2', bars: ['2A'] }],
    rooms: [{ id: 'lab', count: 1 }],
    teachers: [{ id: 'AHO', away: ['1A'] }],
    courses: [{ id: 'MAA2', sections: [{ id: 'MAA2.1', seats: 2, teachers: ['AHO'], rooms: ['lab'], bars: ['1B', '2A'] }] }, { id: 'MAA3', after: ['MAA2'], seats: 1 }],
    learners: [{ id: 'L1', choices: ['MAA2', 'MAA3'] }, { id: 'L2', name: 'Öhman', choices: ['MAA3'], away: ['2A'] }],
    timetable: { sections: [{ section: 'MAA2.1', bar: '1B' }], seats: [{ learner: 'L1', sections: ['MAA2.1'] }] },
  },
  undefined,
  1,
);

const lessons = ['1;3;3;3;"7A";"VIR";"MA";"101";;;;;;;;;;;;;;;;;;;;1;1', '2;2;;;"7A~7B";"KOR";"LI";"SALI"', '2;2;;;"7A~7B";"NIE";"LI";"ULKO"'].join('\r\n');
const placements = ['1;"7A";"VIR";"MA";"101";1;1', '1;"7A";"VIR";"MA";"101";1;2', '2;"7A";"KOR";"LI";"SALI";2;1'].join('\r\n');
const SPLIT = '\r\n====\r\n';

const READERS: readonly Reader[] = [
  {
    name: 'XHSTT',
    source: xhstt(),
    read: (bytes) => {
      const { instances, solutions } = readXhstt(bytes);
      return [...instances.map((instance) => ({ instance })), ...solutions.flatMap(({ instance, solution }) => (instances[instance] === undefined ? [] : [{ instance: instances[instance], solution }]))];
    },
    error: XmlError,
    scraps: ['<Time Reference="Mo1"/>', '<Duration>0</Duration>', '<Duration>999999999</Duration>', '<Event Id="__proto__"/>', 'Reference="constructor"', '<ResourceGroup Reference="teachers"/>', '&x;', '<!DOCTYPE a [<!ENTITY x "y">]>'],
  },
  {
    name: 'FET',
    source: fet(),
    read: (bytes) => {
      const { school, instance, toSolution } = readFet(bytes);
      return [{ instance, solution: toSolution(readOwnTimetable(school)) }];
    },
    error: XmlError,
    scraps: ['<Duration>999999</Duration>', '<Duration>-1</Duration>', '<Teacher>nobody</Teacher>', '<Activity_Id>99</Activity_Id>', '<Weight_Percentage>1e9</Weight_Percentage>', '<Students>7</Students>', '&x;', '<Name> </Name>'],
  },
  { name: 'tray', source: tray, read: (bytes) => [readTrayFile(bytes)], error: JsonError, scraps: ['"MAA2"', '-1', '1e308', '[[[[', '{"__proto__":1}', 'null', '""', '\\u0000', ','] },
  {
    name: 'Untis',
    source: lessons + SPLIT + placements,
    read: (bytes) => {
      const [first = '', second = ''] = Buffer.from(bytes).toString('latin1').split(SPLIT);
      return [readUntis({ lessons: Buffer.from(first, 'latin1'), timetable: Buffer.from(second, 'latin1') })];
    },
    error: UntisError,
    scraps: [';999999;', ';-1;', '"', '\r\n', ';;;;', '~', '2.000', '|', '\t'],
  },
];

/** The reader's own error with a place, or what was read holds together. */
function attempt({ read, error }: Reader, bytes: Uint8Array): 'read' | 'refused' {
  let found: readonly Read[];
  try {
    found = read(bytes);
  } catch (fault) {
    expect(fault).toBeInstanceOf(error);
    expect((fault as Error).message).toMatch(/^(line \d+|GPU\d{3}\.TXT, line \d+|the (file|encoding) )/);
    expect((fault as Error).message.length).toBeLessThan(1000);
    return 'refused';
  }
  for (const { instance, solution } of found) {
    expect(listInstanceFaults(instance)).toEqual([]);
    if (solution !== undefined) expect(evaluate(instance, solution).infeasibility).toBeGreaterThanOrEqual(0);
  }
  return 'read';
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each(READERS.map((reader) => ({ ...reader })))('$name', (reader) => {
  const { source, scraps } = reader;

  test('as it is it is read, with the mark of UTF-8 too', () => {
    expect(attempt(reader, utf8(source))).toBe('read');
    if (reader.error !== UntisError) expect(attempt(reader, utf8(`\ufeff${source}`))).toBe('read');
  });

  test('property: cut, doubled, exchanged, with scraps and single bytes put in', { timeout: 60_000 }, () => {
    const seen = new Set<string>();
    const at = fc.nat(source.length);
    const damage = fc.oneof(
      fc.tuple(at, fc.nat(60), fc.constantFrom('', ...scraps)).map(([from, cut, put]) => source.slice(0, from) + put + source.slice(from + cut)),
      fc.tuple(at, at).map(([one, other]) => source.slice(0, Math.max(one, other)) + source.slice(Math.min(one, other))),
      // A word changed for another keeps the file well-formed: the reader's own checks are met.
      fc.tuple(fc.nat(500), fc.nat(500)).map(([one, other]) => {
        const words = [...source.matchAll(/[\w.]+/g)];
        const [from, to] = [words[one % words.length]!, words[other % words.length]!];
        return source.slice(0, from.index) + to[0] + source.slice(from.index + from[0].length);
      }),
      fc.tuple(at, fc.constantFrom('\0', '\u001b', '\ud800', '\ufeff', 'é', '𝄞', '\u202e')).map(([from, put]) => source.slice(0, from) + put + source.slice(from)),
    );
    fc.assert(
      fc.property(damage, (text) => {
        seen.add(attempt(reader, utf8(text)));
      }),
      { numRuns: 150, seed: 3 },
    );
    expect([...seen].sort()).toEqual(['read', 'refused']);
  });

  test('property: single bytes changed, any bytes at all, UTF-16', { timeout: 60_000 }, () => {
    const bytes = utf8(source);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
        expect(['read', 'refused']).toContain(attempt(reader, bytes.with(at, value)));
      }),
      { numRuns: 100, seed: 4 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (any) => {
        attempt(reader, any);
      }),
      { numRuns: 100, seed: 5 },
    );
    for (const mark of ['\ufeff', '']) attempt(reader, Buffer.from(mark + source, 'utf16le'));
  });
});

const seconds = (work: () => void): number => {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
};

/** The refusal's message, its processor time bounded: a bomb that goes off takes minutes. */
function refusal(read: () => unknown): string {
  let message = 'was read';
  const took = seconds(() => {
    try {
      read();
    } catch (error) {
      message = error instanceof Error ? error.message : String(error);
    }
  });
  expect(took).toBeLessThan(10);
  return message;
}

describe('what is written small and would be large', () => {
  const BOMB = `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(1000)}">${'abcdefgh'.split('').map((name, index, all) => (index === 0 ? '' : `<!ENTITY ${name} "${`&${all[index - 1]};`.repeat(10)}">`)).join('')}]>`;

  test.each([
    ['XHSTT', (text: string) => readXhstt(text)],
    ['FET', (text: string) => readFetSchool(text)],
  ])('%s: entities that grow, elements nested deep, attributes and texts without end', (_name, read) => {
    expect(refusal(() => read(`${BOMB}<fet>&h;</fet>`))).toContain('a document type (DOCTYPE, entities) is not accepted');
    expect(refusal(() => read('<a>'.repeat(200_000)))).toContain('nested deeper than 32');
    expect(refusal(() => read(`<fet ${Array.from({ length: 10_000 }, (_, index) => `a${index}="1"`).join(' ')}/>`))).toContain('more than 32 attributes');
    // Twenty million characters in one name or value are held once, refused or passed over, and not quoted.
    expect(refusal(() => read(`<fet version="${'9'.repeat(20_000_000)}"/>`)).length).toBeLessThan(300);
    expect(refusal(() => read(`<${'f'.repeat(2_000_000)}/>`)).length).toBeLessThan(300);
  }, 60_000);

  test('XHSTT: large groups named many times', { timeout: 60_000 }, () => {
    const many = (count: number, write: (index: number) => string): string => Array.from({ length: count }, (_, index) => write(index)).join('');
    const file = (events: string, constraints: string): string => `<HighSchoolTimetableArchive><Instances><Instance Id="i">
<Times><Time Id="t"/></Times><Resources><ResourceTypes><ResourceType Id="T"/></ResourceTypes><ResourceGroups><ResourceGroup Id="g"><ResourceType Reference="T"/></ResourceGroup></ResourceGroups>
${many(5000, (index) => `<Resource Id="r${index}"><ResourceType Reference="T"/><ResourceGroups><ResourceGroup Reference="g"/></ResourceGroups></Resource>`)}</Resources>
<Events>${events}</Events><Constraints>${constraints}</Constraints></Instance></Instances></HighSchoolTimetableArchive>`;
    const group = '<ResourceGroups><ResourceGroup Reference="g"/></ResourceGroups>';
    expect(refusal(() => readXhstt(file(many(5000, (index) => `<Event Id="e${index}"><Duration>1</Duration>${group}</Event>`), '')))).toContain('the events have more than 2000000 people and rooms');
    expect(refusal(() => readXhstt(file(many(2000, (index) => `<Event Id="e${index}"><Duration>100000</Duration></Event>`), '')))).toContain('events that last 200000000 times in all are too many');
    const rule = (id: number): string => `<AvoidClashesConstraint Id="${id}"><Required>true</Required><Weight>1</Weight><CostFunction>Linear</CostFunction><AppliesTo><ResourceGroups>${many(500, () => '<ResourceGroup Reference="g"/>')}</ResourceGroups></AppliesTo></AvoidClashesConstraint>`;
    expect(refusal(() => readXhstt(file('', many(5, rule))))).toContain('the constraints apply at more than 5000000 points');
  });

  test('XHSTT: a resource in a group of another type', () => {
    const source = xhstt().replace(/<ResourceGroup Id="teachers">\s*<Name>teachers<\/Name>\s*<ResourceType Reference="Teacher"/, (text) => text.replace('"Teacher"', '"Room"'));
    expect(refusal(() => readXhstt(source))).toContain('the group “teachers” is of another resource type');
  });

  test('tray: nested deep, one text of many megabytes', { timeout: 60_000 }, () => {
    expect(refusal(() => readTrayFile('{"a":'.repeat(300_000)))).toContain('nested deeper than 16');
    expect(refusal(() => readTrayFile(`{"format": "${'x'.repeat(20_000_000)}"}`))).toBe('line 1: this is not a file of the format “digione-tray”');
    expect(refusal(() => readTrayFile(`[${'0,'.repeat(600_000)}0]`))).toContain('there are more than 500000 values');
  });

  test('Untis: days and periods of a year, lessons without end', { timeout: 60_000 }, () => {
    const row = (day: number, period: number): Uint8Array => utf8(`1;A;B;C;D;${day};${period}`);
    const read = (timetable: Uint8Array, own = '1;1') => refusal(() => readUntis({ lessons: utf8(own), timetable }));
    expect(read(row(999_999, 1))).toBe('GPU001.TXT, line 1: field 6 (day) should be from 1 to 31, not 999999');
    expect(read(row(1, 0))).toBe('GPU001.TXT, line 1: field 7 (period) should be from 1 to 60, not 0');
    expect(read(row(1, 1), '1;999999')).toBe('GPU002.TXT, line 1: field 2 (periods per week) should be from 0 to 500, not 999999');
    expect(read(utf8(''), '1;1\n'.repeat(110_000))).toContain('there are more than 100000 rows');
    expect(read(utf8(''), `1;1;"${'x'.repeat(200_000)}"`)).toMatch(/^GPU002\.TXT, line 1: /);
  });
});
