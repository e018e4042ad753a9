import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'digione timetable-'));

/** A class, two times, two lessons that clash in the first timetable and not in the second, whose claim is wrong. */
const SCHOOL = `<HighSchoolTimetableArchive><Instances><Instance Id="two"><MetaData><Name>Two lessons</Name></MetaData>
<Times><TimeGroups><Day Id="Mo"><Name>Monday</Name></Day></TimeGroups>
<Time Id="Mo1"><Day Reference="Mo"/></Time><Time Id="Mo2"><Day Reference="Mo"/></Time></Times>
<Resources><ResourceTypes><ResourceType Id="Class"/></ResourceTypes><Resource Id="7A"><ResourceType Reference="Class"/></Resource></Resources>
<Events><Event Id="maths"><Duration>1</Duration><Resources><Resource Reference="7A"/></Resources></Event>
<Event Id="PE"><Duration>1</Duration><Resources><Resource Reference="7A"/></Resources></Event></Events>
<Constraints>
<AssignTimeConstraint Id="placed"><Required>true</Required><Weight>1</Weight><CostFunction>Linear</CostFunction>
<AppliesTo><Events><Event Reference="maths"/><Event Reference="PE"/></Events></AppliesTo></AssignTimeConstraint>
<AvoidClashesConstraint Id="clashes"><Name>No clashes</Name><Required>true</Required><Weight>5</Weight><CostFunction>Linear</CostFunction>
<AppliesTo><Resources><Resource Reference="7A"/></Resources></AppliesTo></AvoidClashesConstraint></Constraints></Instance></Instances>`;

const SOLUTIONS = `<SolutionGroups>
<SolutionGroup Id="first"><Solution Reference="two"><Events><Event Reference="maths"><Time Reference="Mo1"/></Event><Event Reference="PE"><Time Reference="Mo1"/></Event></Events></Solution></SolutionGroup>
<SolutionGroup Id="second"><Solution Reference="two"><Events><Event Reference="maths"><Time Reference="Mo1"/></Event><Event Reference="PE"><Time Reference="Mo2"/></Event></Events>
<Report><InfeasibilityValue>0</InfeasibilityValue><ObjectiveValue>7</ObjectiveValue></Report></Solution></SolutionGroup></SolutionGroups>`;

const END = '</HighSchoolTimetableArchive>';

/** A teacher, two hours, two lessons; `starts` are what else the file wants. */
const fetSchool = (starts = ''): string => `<fet version="6.8.5"><Mode>Official</Mode><Days_List><Day><Name>Mo</Name></Day></Days_List>
<Hours_List><Hour><Name>1</Name></Hour><Hour><Name>2</Name></Hour></Hours_List><Subjects_List><Subject><Name>Maths</Name></Subject></Subjects_List>
<Teachers_List><Teacher><Name>A</Name></Teacher></Teachers_List><Students_List></Students_List>
<Activities_List>${[1, 2].map((id) => `<Activity><Teacher>A</Teacher><Subject>Maths</Subject><Duration>1</Duration><Total_Duration>1</Total_Duration><Id>${id}</Id><Activity_Group_Id>0</Activity_Group_Id><Active>true</Active></Activity>`).join('')}</Activities_List>
<Time_Constraints_List><ConstraintBasicCompulsoryTime><Weight_Percentage>100</Weight_Percentage><Active>true</Active></ConstraintBasicCompulsoryTime>${starts}</Time_Constraints_List>
<Space_Constraints_List></Space_Constraints_List></fet>`;

const write = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(() => {
  // The program people run is the bundle.
  execFileSync(process.execPath, [join(ROOT, 'bin', 'digione.mjs'), '--version'], { stdio: 'pipe' });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  out: string;
  error: string;
}

/** Neither a database nor a folder for one is given: these commands need none. */
function digione(...args: string[]): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(ROOT, 'dist', 'digione.mjs'), ...args], { cwd: folder, env: { PATH: process.env['PATH'] }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, error] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, error }));
  });
}

describe('check timetable', () => {
  test('every timetable’s cost is told, with reasons, and a wrong claim', async () => {
    const { code, out, error } = await digione('check', 'timetable', write('two.xml', SCHOOL + SOLUTIONS + END));
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out.split('\n')).toEqual([
      'two.xml: two, 2 times, 2 events, 1 resources, 2 rules',
      '',
      'first: infeasibility 5, objective 0',
      '  must  No clashes: 7A has 2 lessons at Mo1: maths, PE: 1 × weight 5 = 5',
      '',
      'second: infeasibility 0, objective 0 (the file claims 0, 7)',
      '',
    ]);
  });

  test('as JSON it is the same with ids', async () => {
    const { code, out } = await digione('check', 'timetable', write('two.xml', SCHOOL + SOLUTIONS + END), '--json');
    expect(code).toBe(0);
    const { solutions } = JSON.parse(out) as { solutions: unknown[] };
    expect(solutions).toMatchObject([
      {
        group: 'first',
        instance: 'two',
        infeasibility: 5,
        objective: 0,
        claimed: null,
        violations: [{ constraint: { id: 'clashes', kind: 'avoidClashes', isRequired: true, weight: 5 }, point: { resource: '7A' }, deviation: 1, cost: 5, reasons: [{ key: 'clash', values: { count: 2 } }] }],
      },
      { group: 'second', infeasibility: 0, objective: 0, claimed: { infeasibility: 0, objective: 7 }, violations: [] },
    ]);
  });

  test('a file without a timetable has nothing to check', async () => {
    const { code, out } = await digione('check', 'timetable', write('empty.xml', SCHOOL + END));
    expect(code).toBe(1);
    expect(out).toContain('There is no timetable in the file.');
  });

  test('a FET file is judged in FET’s own terms: wrong where a rule of 100 % is broken', async () => {
    const start = (id: number, hour: number): string =>
      `<ConstraintActivityPreferredStartingTime><Weight_Percentage>100</Weight_Percentage><Activity_Id>${id}</Activity_Id><Preferred_Day>Mo</Preferred_Day><Preferred_Hour>${hour}</Preferred_Hour><Active>true</Active></ConstraintActivityPreferredStartingTime>`;
    const right = await digione('check', 'timetable', write('right.fet', fetSchool(start(1, 1) + start(2, 2))));
    expect(right).toEqual({ code: 0, out: 'right.fet: 2 of 2 activities placed, 0 rules of 100 % broken, 0 soft conflicts\n', error: '' });
    const wrong = await digione('check', 'timetable', write('wrong.fet', fetSchool(start(1, 1) + start(2, 1))), '--json');
    expect(wrong.code).toBe(1);
    expect(JSON.parse(wrong.out)).toMatchObject({ format: 'fet', activities: 2, placed: 2, broken: [{ kind: 'BasicCompulsoryTime', weight: 100 }] });
    expect((await digione('check', 'timetable', write('bare.fet', fetSchool()))).out).toContain('There is no timetable in the file.');
  });

  test.each([
    ['no file', ['nowhere.xml'], 1, 'There is no file nowhere.xml.'],
    ['a folder', ['.'], 1, '. is a folder; give a file.'],
    ['no name', [], 2, 'Give one file: "check timetable FILE".'],
    ['something else', [join(ROOT, 'tsconfig.json')], 1, 'is neither an XHSTT file'],
  ])('%s is answered in a sentence', async (_name, files, code, sentence) => {
    const ended = await digione('check', 'timetable', ...files);
    expect(ended).toMatchObject({ code, out: '' });
    expect(ended.error).toContain(sentence);
  });

  test('a fault in the file is told with its line and element', async () => {
    const broken = (SCHOOL + SOLUTIONS + END).replace('<Time Reference="Mo2"/>', '<Time Reference="Su9"/>');
    const path = write('broken.xml', broken);
    expect(await digione('check', 'timetable', path)).toEqual({ code: 1, out: '', error: `${path}: line 13, <Time>: there is no time “Su9”\n` });
  });
});

describe('solve', () => {
  test('an XHSTT school gets a timetable, whose cost is told and which is written', async () => {
    const [input, out] = [write('school.xml', SCHOOL + END), join(folder, 'solved.xml')];
    const { code, out: said, error } = await digione('solve', input, '--iterations', '2000', '--threads', '1', '--out', out);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(said).toMatch(/^two: 2 events, 2 times, 1 resources, 2 rules; 2000 moves per thread, 1 threads, seed 1\n/);
    expect(said).toMatch(/\nfinal: infeasibility 0, objective 0 \(feasible after .* s CPU\)\nwritten to .*solved\.xml\n$/);
    expect((await digione('check', 'timetable', out)).out).toContain('DigiOne: infeasibility 0, objective 0');
  });

  test('as JSON it tells the effort too, and can begin from a timetable in the file', async () => {
    const { code, out } = await digione('solve', write('start.xml', SCHOOL + SOLUTIONS + END), '--seconds', '0.2', '--threads', '2', '--seed', '7', '--start', 'second', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ instance: 'two', infeasibility: 0, objective: 0, secondsToFeasible: expect.any(Number), seed: 7, threads: 2, wasCancelled: false, fet: null, out: null });
  });

  test('a FET school gets a timetable that FET would call right, in a file FET can open', async () => {
    const out = join(folder, 'solved.fet');
    const solved = await digione('solve', write('school.fet', fetSchool()), '--iterations', '2000', '--threads', '1', '--out', out);
    expect(solved.out).toContain('2 of 2 activities placed, 0 rules of 100 % broken');
    expect(solved).toMatchObject({ code: 0, error: '' });
    expect(await digione('check', 'timetable', out)).toMatchObject({ code: 0, out: expect.stringContaining('2 of 2 activities placed, 0 rules of 100 % broken') });
  });

  test('Ctrl-C ends the search early with the best timetable so far', async () => {
    const out = join(folder, 'early.xml');
    // With a wish that cannot be met the search has no end of its own.
    const wish = '<AvoidUnavailableTimesConstraint Id="wish"><Required>false</Required><Weight>3</Weight><CostFunction>Linear</CostFunction><AppliesTo><Resources><Resource Reference="7A"/></Resources></AppliesTo><Times><Time Reference="Mo1"/></Times></AvoidUnavailableTimesConstraint>';
    const school = SCHOOL.replace('</Constraints>', `${wish}</Constraints>`);
    const args = ['solve', write('long.xml', school + END), '--seconds', '600', '--threads', '1', '--out', out];
    const child = spawn(process.execPath, [join(ROOT, 'dist', 'digione.mjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      // The second line is the first timetable.
      if (said.split('\n').length < 3 && (said + chunk.toString()).split('\n').length >= 3) child.kill('SIGINT');
      said += chunk.toString();
    });
    const code = await new Promise((done) => child.on('close', done));
    expect(said).toContain('ended early: infeasibility 0, objective 3');
    expect(code).toBe(0);
    expect((await digione('check', 'timetable', out)).code).toBe(0);
  });

  test.each([
    [['--seconds', 'soon'], '--seconds is a number from 0.1 to 86400, not "soon".'],
    [['--threads', '1.5'], '--threads is a whole number.'],
    [['--seconds', '1', '--iterations', '1'], 'Give either --seconds or --iterations.'],
    [['--format', 'pdf'], '--format is auto, xhstt or fet, not "pdf".'],
    [['--instance', 'three'], 'There is no instance "three" in the file, only: two.'],
    [['--start', 'third'], 'There is no timetable "third" of two in the file.'],
  ])('%j is answered with the usage and exit code 2', async (args, sentence) => {
    const ended = await digione('solve', write('usage.xml', SCHOOL + SOLUTIONS + END), ...args);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.error).toContain(sentence);
  });

  test('a place that cannot be written to is told in a sentence', async () => {
    const ended = await digione('solve', write('place.xml', SCHOOL + END), '--iterations', '100', '--threads', '1', '--out', join(folder, 'no', 'where.xml'));
    expect(ended.code).toBe(1);
    expect(ended.error).toContain('The timetable could not be written to');
  });
});
