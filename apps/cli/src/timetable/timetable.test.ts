import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { buildProgram, ROOT, Workbench } from './testing/digione.ts';
import { away, END, fetSchool, SCHOOL, SOLUTIONS, withRule } from './testing/schools.ts';

const bench = new Workbench();
const { folder } = bench;
const write = (name: string, content: string): string => bench.write(name, content);
const digione = (...args: string[]) => bench.digione(...args);

// A starved machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000 });

beforeAll(buildProgram, 300_000);
afterAll(() => bench.remove());

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
    // With a wish that cannot be met the search has no end of its own; the second line is the first timetable.
    const args = ['solve', write('long.xml', withRule(away('Mo1', false)) + END), '--seconds', '600', '--threads', '1', '--out', out];
    const { code, out: said } = await bench.digioneIn({ until: (lines) => lines.length >= 2 }, ...args);
    expect(said).toContain('ended early: infeasibility 0, objective 3');
    expect(code).toBe(0);
    expect((await digione('check', 'timetable', out)).code).toBe(0);
  });

  test('goes on from a file it has written, also where the school has changed', async () => {
    const [input, before, after] = [write('term.xml', SCHOOL + END), join(folder, 'before.xml'), join(folder, 'after.xml')];
    await digione('solve', input, '--iterations', '500', '--threads', '1', '--out', before);
    const art = '<Event Id="art"><Duration>1</Duration></Event></Events>';
    const changed = write('changed.xml', SCHOOL.replace('</Events>', art) + END);
    const { code, out: said } = await digione('solve', changed, '--from', before, '--iterations', '1', '--threads', '1', '--out', after);
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining(`begins from ${before}; 1 event not as there`) });
    const placesOf = (path: string): string[] => [...readFileSync(path, 'utf8').matchAll(/<Event Reference="(maths|PE)">\s*<Duration>1<\/Duration>\s*<Time Reference="(\w+)"/g)].map(([, event, time]) => `${event} ${time}`);
    expect(placesOf(before)).toHaveLength(2);
    expect(placesOf(after)).toEqual(placesOf(before));
  });

  test('a FET school goes on from its own timetable', async () => {
    const [input, out, again] = [write('begin.fet', fetSchool()), join(folder, 'begun.fet'), join(folder, 'again.fet')];
    await digione('solve', input, '--iterations', '2000', '--threads', '1', '--out', out);
    const { code, out: said } = await digione('solve', input, '--from', out, '--iterations', '1', '--threads', '1', '--out', again);
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('0 events not as there') });
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(out, 'utf8'));
  });

  test('of a file with several schools one is chosen', async () => {
    const several = SCHOOL.replace('</Instance></Instances>', `</Instance>${SCHOOL.slice(SCHOOL.indexOf('<Instance '), SCHOOL.lastIndexOf('</Instances>')).replace('Id="two"', 'Id="three"')}</Instances>`);
    const input = write('several.xml', several + END);
    expect((await digione('solve', input)).error).toContain('The file has several instances; choose one with --instance: two, three.');
    const { code, out } = await digione('solve', input, '--instance', 'three', '--iterations', '500', '--threads', '1');
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/^three: 2 events/) });
  });

  test('what is said is said in Finnish and Swedish too: by an option or by the terminal', async () => {
    const input = write('kieli.xml', SCHOOL + END);
    const finnish = await digione('solve', input, '--iterations', '500', '--threads', '1', '--language', 'fi');
    expect(finnish.out).toContain('lopputulos: rikotut pakolliset 0, toiveiden kustannus 0');
    expect((await bench.digioneIn({ env: { LANG: 'sv_FI.UTF-8' } }, 'solve', 'borta.xml')).error).toContain('Filen borta.xml finns inte.');
    expect((await bench.digioneIn({ env: { LANG: 'sv_FI.UTF-8' } }, 'solve', 'poissa.xml', '--language', 'fi')).error).toContain('Tiedostoa poissa.xml ei ole.');
    expect((await digione('solve', input, '--language', 'de')).error).toContain('--language is one of fi, sv, en.');
  });

  test.each([
    [['--seconds', 'soon'], '--seconds is a number from 0.1 to 86400, not "soon".'],
    [['--threads', '1.5'], '--threads is a whole number.'],
    [['--seconds', '1', '--iterations', '1'], 'Give either --seconds or --iterations.'],
    [['--format', 'pdf'], '--format is auto, xhstt, fet or tray, not "pdf".'],
    [['--instance', 'three'], 'There is no instance "three" in the file, only: two.'],
    [['--from', 'nowhere.xml', '--seconds', '1.5', '--threads', '0'], '--threads is a number from 1 to 64'],
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
