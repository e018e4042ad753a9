import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildProgram, Workbench } from './testing/digione.ts';
import { NARROW_TRAY, TRAY } from './testing/schools.ts';

const bench = new Workbench();
const { folder } = bench;
const digione = (...args: string[]) => bench.digione(...args);
const write = (name: string, tray: object): string => bench.write(name, JSON.stringify(tray, undefined, 1));

// A starved machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000 });

beforeAll(buildProgram, 300_000);
afterAll(() => bench.remove());

test('a tray is solved: choices met, the bound, a file that can be checked', async () => {
  const out = join(folder, 'solved.json');
  const { code, out: said, error } = await digione('solve', write('tray.json', TRAY), '--iterations', '200', '--out', out);
  expect({ code, error }).toEqual({ code: 0, error: '' });
  expect(said).toMatch(/^lukio: 2 sections, 2 bars, 2 learners with 4 choices, of which at most 4 can be met; 200 moves per thread, seed 1\n/);
  expect(said).toMatch(/\n +\d+\.\d s {2}4 of 4 choices met \(100\.00 %\)\nfinal: 4 of 4 choices met \(100\.00 %\) \(feasible after .*\nwritten to .*solved\.json\n$/);
  const checked = await digione('check', 'timetable', out);
  expect(checked).toEqual({ code: 0, out: 'solved.json: lukio, 2 learners with 4 choices (at most 4 can be met), 2 sections, 2 bars\ninfeasibility 0, objective 0; 4 choices met\n', error: '' });
});

test('as JSON', async () => {
  const { code, out } = await digione('solve', write('tray.json', NARROW_TRAY), '--format', 'tray', '--iterations', '50', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ format: 'tray', instance: 'lukio', infeasibility: 0, objective: 2, choices: 4, met: 2, bound: 2, threads: 1, curve: [{ objective: 2 }], wasCancelled: false });
});

test('Ctrl-C writes the best so far, from which the next search goes on', async () => {
  const [input, out, again] = [write('narrow.json', NARROW_TRAY), join(folder, 'early.json'), join(folder, 'again.json')];
  const { code, out: said } = await bench.digioneIn({ until: (lines) => lines.length >= 2 }, 'solve', input, '--seconds', '600', '--out', out);
  expect({ code, said }).toMatchObject({ code: 0, said: expect.stringContaining('ended early: 2 of 4 choices met (50.00 %)') });
  expect((await digione('check', 'timetable', out)).code).toBe(0);
  const resumed = await digione('solve', input, '--from', out, '--iterations', '1', '--out', again);
  expect(resumed.out).toContain(`begins from ${out}; 0 events not as there`);
  const timetableOf = (path: string): unknown => (JSON.parse(readFileSync(path, 'utf8')) as { timetable: unknown }).timetable;
  expect(timetableOf(again)).toEqual(timetableOf(out));
});

test('a wrong timetable in the file is told', async () => {
  const timetable = { sections: [{ section: 'MAA2.1', bar: '1A' }, { section: 'FY1.1', bar: '1A' }], seats: [{ learner: 'L1', sections: ['MAA2.1', 'FY1.1'] }] };
  const path = write('wrong.json', { ...TRAY, timetable });
  const { code, out } = await digione('check', 'timetable', path, '--language', 'fi');
  expect(code).toBe(1);
  expect(out).toContain('pakollinen  nobody is at two places: L1: 2 oppituntia yhtä aikaa, 1A: MAA2.1, FY1.1: 1 × paino 1 = 1');
  expect(out).toContain('toive  learners get what they chose: L2: paikka puuttuu 2/2 valinnasta: 2 × paino 1 = 2');
});

test('a fault is told with line and place, in the language asked for', async () => {
  const path = join(folder, 'fault.json');
  writeFileSync(path, '{\n "format": "digione-tray",\n "version": 1, "id": "x",\n "periods": [{"id": "1", "bars": ["A"]}],\n "courses": [{"id": "M", "sections": []}],\n "learners": [{"id": "L", "choices": ["N"]}]\n}');
  const fault = 'learners[0].choices[0]: ';
  expect(await digione('solve', path)).toEqual({ code: 1, out: '', error: `${path}: line 6, ${fault}there is no course “N”\n` });
  expect((await digione('solve', path, '--language', 'fi')).error).toBe(`${path}: rivi 6, ${fault}kurssia ”N” ei ole\n`);
  expect((await digione('check', 'timetable', path, '--language', 'sv')).error).toBe(`${path}: rad 6, ${fault}det finns ingen kurs ”N”\n`);
});

test.each([
  [['--threads', '2'], 2, 'A tray is solved by one thread.'],
  [['--instance', 'x'], 2, '--instance and --start are for XHSTT files.'],
  [['--format', 'fet'], 1, 'this is not XML'],
  [['--from', 'tray.json'], 1, 'There is no timetable in tray.json to go on from.'],
])('%j is answered in a sentence', async (args, code, sentence) => {
  const ended = await digione('solve', write('tray.json', TRAY), '--iterations', '1', ...args);
  expect(ended).toMatchObject({ code, out: '' });
  expect(ended.error).toContain(sentence);
});
