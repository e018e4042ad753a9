import { Readable } from 'node:stream';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readCsvRows } from './csv-rows.ts';
import { RosterRefusedError, type FindingCode } from './finding.ts';
import { openRoster } from './open-roster.ts';
import { brief, readAll, SMALL, zipOf, type TestFiles } from './testing/rosters.ts';

const users = (text: string | Uint8Array): TestFiles => ({ ...SMALL, 'users.csv': text });
const HEADER = 'sourcedId,givenName,familyName\n';

async function refusal(input: string | Buffer, limits = {}): Promise<FindingCode | undefined> {
  try {
    await (await openRoster(input, limits)).close();
    return undefined;
  } catch (error) {
    if (error instanceof RosterRefusedError) return error.findings[0]?.code;
    throw error;
  }
}

describe('hostile archives are refused whole', () => {
  it('a bomb of 1:1000', async () => {
    const bomb = Buffer.from(zipSync({ 'users.csv': new Uint8Array(40 * 2 ** 20) }, { level: 9 }));
    expect(bomb.length).toBeLessThan(45_000);
    expect(await refusal(bomb)).toBe('zip-bomb');
  });

  it('a bomb that lies about its size', async () => {
    const bomb = Buffer.from(zipSync({ 'users.csv': new Uint8Array(8 * 2 ** 20) }, { level: 9 }));
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(1000);
    const central = bomb.indexOf('PK\u0001\u0002', 0, 'latin1');
    lie.copy(bomb, central + 24);
    lie.copy(bomb, 22);
    expect(await refusal(bomb)).toBe('not-an-archive');
  });

  it('paths that lead outside', async () => {
    expect(await refusal(zipOf({ '../users.csv': HEADER }))).toBe('zip-slip');
    expect(await refusal(zipOf({ 'a/../../users.csv': HEADER }))).toBe('zip-slip');
    expect(await refusal(zipOf({ '/etc/users.csv': HEADER }))).toBe('zip-slip');
    expect(await refusal(zipOf({ 'C:\\users.csv': HEADER }))).toBe('zip-slip');
    expect(await refusal(zipOf({ '..\\users.csv': HEADER }))).toBe('zip-slip');
  });

  it('archives within, by name and in disguise', async () => {
    expect(await refusal(zipOf({ ...SMALL, 'more.zip': zipOf(SMALL) }))).toBe('nested-archive');
    expect(await refusal(zipOf({ 'users.csv': zipOf(SMALL) }))).toBe('nested-archive');
  });

  it('encrypted ones', async () => {
    const archive = zipOf({ 'users.csv': HEADER });
    const central = archive.indexOf('PK\u0001\u0002', 0, 'latin1');
    archive.writeUInt16LE(1, central + 8);
    archive.writeUInt16LE(1, 6);
    expect(await refusal(archive)).toBe('encrypted');
  });

  it('too many files, too large ones, too much together', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`f${index}.csv`, 'a\n']));
    expect(await refusal(zipOf(many))).toBe('too-many-files');
    expect(await refusal(zipOf(SMALL), { fileBytes: 100 })).toBe('too-large');
    expect(await refusal(zipOf(SMALL), { totalBytes: 500 })).toBe('too-large');
    expect(await refusal(zipOf(SMALL), { totalBytes: 50_000 })).toBeUndefined();
  });

  it('what is no archive, is cut, or has changed', async () => {
    const archive = zipOf(SMALL);
    expect(await refusal(Buffer.from('hello'))).toBe('not-an-archive');
    expect(await refusal(Buffer.alloc(0))).toBe('not-an-archive');
    expect(await refusal(archive.subarray(0, archive.length / 2))).toBe('not-an-archive');
    const changed = Buffer.from(archive);
    changed.fill(0xff, 60, 120);
    expect(await refusal(changed)).toBe('not-an-archive');
    expect(await refusal('/nowhere/roster.zip')).toBe('not-found');
  });

  it('two files that claim to be the same, and none at all', async () => {
    expect(await refusal(zipOf({ 'a/users.csv': HEADER, 'b/Users.CSV': HEADER }))).toBe('duplicate-file');
    expect(await refusal(zipOf({ 'readme.txt': 'hello' }))).toBe('no-roster-file');
  });

  it('while the litter of file managers is overlooked', async () => {
    const { findings } = await readAll({ ...SMALL, '__MACOSX/._users.csv': strToU8('x'), '.DS_Store': strToU8('x'), 'notes.txt': 'x' });
    expect(brief(findings)).toEqual(['notes.txt:0  ignored-file']);
  });
});

describe('damaged files cost themselves, with a reason', () => {
  const read = async (content: string | Uint8Array, limits = {}) => {
    const { records, findings } = await readAll(users(content), limits);
    return { ids: records.filter(({ kind }) => kind === 'users').map(({ sourcedId }) => sourcedId), errors: brief(findings, 'error') };
  };

  it('binary data', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256);
    expect(await read(noise)).toEqual({ ids: [], errors: ['users.csv:0  not-text'] });
    expect(await read(Buffer.from('%PDF-1.7\u0000\u0001'))).toEqual({ ids: [], errors: ['users.csv:0  not-text'] });
    // A byte that Windows-1252 does not have.
    expect(await read(Buffer.from(`${HEADER}1,A\u0081\u00e4,B\n`, 'latin1'))).toEqual({ ids: [], errors: ['users.csv:0  not-text'] });
  });

  it('a quotation mark that never closes', async () => {
    expect(await read(`${HEADER}1,A,B\n2,"C,D\n3,E,F\n`)).toEqual({ ids: ['1'], errors: ['users.csv:3  unclosed-quote'] });
    const swallowed = '9,Someone,Else\n'.repeat(50_000);
    expect(await read(`${HEADER}1,A,B\n2,"C,D\n${swallowed}`)).toEqual({ ids: ['1'], errors: ['users.csv:3  unclosed-quote'] });
  });

  it('a line of 10 MB', async () => {
    // Random letters, so that the archive does not look like a bomb.
    const long = Buffer.from(Array.from({ length: 10 * 2 ** 20 }, (_, index) => 97 + ((index * index * 31 + (index >> 3)) % 25))).toString();
    expect(await read(`${HEADER}1,A,B\n2,${long},D\n3,E,F\n`, { ratio: 2000 })).toEqual({ ids: ['1'], errors: ['users.csv:3  too-large'] });
    expect(await read(`${HEADER}1,A,B\n2,${'x'.repeat(5000)},D\n3,E,F\n`)).toEqual({ ids: ['1', '3'], errors: ['users.csv:3 givenName too-large', 'users.csv:3 givenName missing-value'] });
  });

  it('a file cut in the middle of a row, or of a letter', async () => {
    expect(await read(`${HEADER}1,A,B\n2,C`)).toEqual({ ids: ['1'], errors: ['users.csv:3  truncated'] });
    expect(await read(`${HEADER}1,A,B\n2`)).toEqual({ ids: ['1'], errors: ['users.csv:3  truncated'] });
    const cut = Buffer.from(`${HEADER}1,A,B\n2,C,Ö`).subarray(0, -1);
    expect((await read(cut)).errors).toEqual(['users.csv:0  truncated']);
    expect(await read(`${HEADER}1,A,B\n2,C,D`)).toEqual({ ids: ['1', '2'], errors: [] });
  });

  it('an empty file and one with a header alone are no error', async () => {
    expect(await read('')).toEqual({ ids: [], errors: [] });
    expect(await read(HEADER)).toEqual({ ids: [], errors: [] });
  });

  it('names that would poison objects', async () => {
    const { records } = await readAll(users('sourcedId,givenName,familyName,metadata.__proto__,__proto__\n__proto__,constructor,toString,x,y\n'));
    expect(records.find(({ kind }) => kind === 'users')).toMatchObject({ sourcedId: '__proto__', givenName: 'constructor' });
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  it('reads no further than it is asked', async () => {
    let chunks = 0;
    const endless = async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from(HEADER);
      for (; chunks < 10_000; chunks++) yield await Promise.resolve(Buffer.from('1,Aino,Virtanen\n'.repeat(4000)));
    };
    const source = { name: 'users.csv', bytes: 0, open: () => Promise.resolve(Readable.from(endless())) };
    const header = { delimiter: ',', names: HEADER.trim().split(','), line: 1 } as const;
    let rows = 0;
    for await (const row of readCsvRows(source, 'utf-8', header, 1000)) {
      if ('cells' in row && ++rows === 20_000) break;
    }
    expect(rows).toBe(20_000);
    // Five chunks hold these rows; the rest of what was read lies in the streams' buffers.
    expect(chunks).toBeLessThan(100);
  });
});
