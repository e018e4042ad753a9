import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IMPORT_KINDS } from './index.ts';
import { createImportWorld, type ImportWorld } from './testing/import-world.ts';

let world: ImportWorld;
beforeAll(async () => {
  world = await createImportWorld();
  await world.provider('kunta');
});
afterAll(() => world.close());

const MIB = 2 ** 20;
/** A file of that many zeros that takes no room on the disk. */
function sparse(name: string, bytes: number): string {
  const path = world.file(name, '');
  truncateSync(path, bytes);
  return path;
}
async function refused(kind: (typeof IMPORT_KINDS)[number], path: string) {
  const started = performance.now();
  const before = process.memoryUsage.rss();
  const report = await world.import({ kind, path, ...(kind === 'codes' ? {} : { providerKey: 'kunta' }) });
  return { report, codes: Object.keys(report.byCode), seconds: (performance.now() - started) / 1000, grownBy: process.memoryUsage.rss() - before };
}

/** Curricula are read by a library with findings of its own. */
const withoutKind = (code = ''): string => code.replace(/^curriculum-/, '');

test.each(IMPORT_KINDS)('%s: a file of 200 MB is refused at once', async (kind) => {
  for (const name of ['aineisto.json', 'users.csv', 'paketti.zip']) {
    const { report, codes, seconds, grownBy } = await refused(kind, sparse(name, 200 * MIB));
    expect(report.isAccepted).toBe(false);
    expect(['too-large', 'not-an-archive']).toContain(withoutKind(codes[0]));
    expect(seconds).toBeLessThan(10);
    expect(grownBy).toBeLessThan(200 * MIB);
  }
});

describe('a zip', () => {
  const zip = (files: Record<string, Uint8Array>) => Buffer.from(zipSync(files, { level: 9 }));

  test('bomb is refused', async () => {
    const { report } = await refused('people', world.file('pommi.zip', zip({ 'users.csv': new Uint8Array(40 * MIB) })));
    expect(report).toMatchObject({ isAccepted: false, byCode: { 'zip-bomb': 1 } });
  });

  test('with a way out of its folder is refused', async () => {
    const { report } = await refused('people', world.file('ulos.zip', zip({ '../../users.csv': Buffer.from('a') })));
    expect(report).toMatchObject({ isAccepted: false, byCode: { 'zip-slip': 1 } });
  });

  test('is no JSON', async () => {
    const path = world.file('paketti.json', zip({ 'users.csv': Buffer.from('a') }));
    for (const kind of ['organisations', 'codes', 'population'] as const) expect((await refused(kind, path)).report).toMatchObject({ isAccepted: false, byCode: { 'not-json': 1 } });
  });
});

test.each(['organisations', 'codes', 'population'] as const)('%s: brackets without end are refused at once', async (kind) => {
  const { report, seconds } = await refused(kind, world.file('syva.json', '['.repeat(5_000_000)));
  expect(report).toMatchObject({ isAccepted: false, byCode: { 'too-deep': 1 } });
  expect(seconds).toBeLessThan(10);
});

test.each(IMPORT_KINDS)('%s: what is not there is told', async (kind) => {
  const { report, codes } = await refused(kind, join(world.home, 'ei-ole'));
  expect(report.isAccepted).toBe(false);
  expect(codes.map(withoutKind)).toEqual(['not-found']);
});

test('nothing of all this is left in the tables', async () => {
  mkdirSync(join(world.home, 'x'), { recursive: true });
  writeFileSync(join(world.home, 'x', 'users.csv'), 'sourcedId\n');
  await refused('people', join(world.home, 'x'));
  expect(await world.rows(`select (select count(*) from core_data.person)::int as people, (select count(*) from core_data.organisation)::int as organisations, (select count(*) from core_data.code)::int as codes`)).toEqual([{ people: 0, organisations: 0, codes: 0 }]);
  expect(await world.rows(`select distinct state from exchange.import_run`)).toEqual([{ state: 'refused' }]);
});
