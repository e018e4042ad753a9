import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRoster } from './open-roster.ts';
import { isGuardianRole } from './records.ts';
import { brief, openFiles, readAll, SMALL, zipOf, type TestFiles } from './testing/rosters.ts';

const users = (text: string | Uint8Array): TestFiles => ({ ...SMALL, 'users.csv': text });
const kinds = async (files: TestFiles): Promise<string[]> => (await readAll(files)).findings.map(({ code }) => code);

describe('a clean roster', () => {
  it('is read without a finding', async () => {
    const { roster, records, findings } = await readAll(SMALL);
    expect(findings).toEqual([]);
    expect(roster.version).toBe('1.2');
    expect(roster.files.map(({ name }) => name)).toEqual([
      ...['academicSessions.csv', 'orgs.csv', 'courses.csv', 'classes.csv', 'users.csv', 'roles.csv', 'demographics.csv', 'enrollments.csv'],
    ]);
    expect(records.length).toBe(19);
    expect(records.find(({ sourcedId }) => sourcedId === 'l1')).toMatchObject({
      kind: 'users',
      givenName: 'Aino',
      agentSourcedIds: ['g1'],
      userIds: [
        { type: 'LDAP', identifier: '12' },
        { type: 'LTI', identifier: '15' },
      ],
      role: null,
    });
    expect(records.find(({ kind }) => kind === 'classes')).toMatchObject({ classType: 'homeroom', termSourcedIds: ['y27', 'a26'] });
    expect(records.filter((each) => each.kind === 'roles' && isGuardianRole(each.role)).length).toBe(1);
  });

  it('reads the same from a folder, an archive on disk, in memory and with a folder inside', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'roster-'));
    try {
      for (const [name, text] of Object.entries(SMALL)) await writeFile(path.join(folder, name), text);
      const archive = path.join(folder, 'roster.zip');
      await writeFile(archive, zipOf(SMALL));
      const inner = Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [`export/${name}`, text]));
      const memory = await readAll(SMALL);
      expect((await readAll(await openRoster(folder))).records).toEqual(memory.records);
      expect((await readAll(await openRoster(archive))).records).toEqual(memory.records);
      expect((await readAll(inner)).records).toEqual(memory.records);
      const single = await readAll(await openRoster(path.join(folder, 'users.csv')));
      expect(single.records).toEqual(memory.records.filter(({ kind }) => kind === 'users'));
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('can be read twice, and given up early', async () => {
    const roster = await openFiles(SMALL);
    for await (const row of roster.rows('users.csv')) {
      expect(row.line).toBe(2);
      break;
    }
    const lines: number[] = [];
    for await (const { line } of roster.rows('users.csv')) lines.push(line);
    expect(lines).toEqual([2, 3, 4, 5]);
    expect(() => roster.rows('people.csv')).toThrow(RangeError);
    await roster.close();
  });
});

describe('how files are written', () => {
  const text = 'sourcedId,givenName,familyName\r\n1,Päivi,Öhman\r\n2,Åke,Žižek\r\n';
  const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');

  it.each<[string, string | Uint8Array, string, string[]]>([
    ['UTF-8', text, 'utf-8', []],
    ['UTF-8 with a mark', `\uFEFF${text}`, 'utf-8', []],
    ['UTF-16, little end first', wide, 'utf-16le', ['encoding']],
    ['UTF-16, big end first', Buffer.from(wide).swap16(), 'utf-16be', ['encoding']],
    ['Windows-1252', Buffer.from(text.replaceAll('Ž', '\u008e').replaceAll('ž', '\u009e'), 'latin1'), 'windows-1252', ['encoding']],
    ['Unix lines', text.replaceAll('\r', ''), 'utf-8', []],
    ['old Mac lines', text.replaceAll('\n', ''), 'utf-8', []],
    ['mixed lines', text.replace('\r\n', '\n'), 'utf-8', []],
    ['semicolons', text.replaceAll(',', ';'), 'utf-8', []],
    ['tabs', text.replaceAll(',', '\t'), 'utf-8', []],
    ['no last line break', text.trimEnd(), 'utf-8', []],
    ['blank lines and blank rows', `${text}\r\n,,\r\n  ,,\r\n`, 'utf-8', []],
    ['everything in quotation marks', text.replaceAll(/[^,\r\n]+/g, '"$&"'), 'utf-8', []],
    ['other capitals and signs in the header', text.replace('sourcedId,givenName', ' SOURCED_ID ,Given Name'), 'utf-8', []],
    ['Excel’s line about the separator', `sep=;\r\n${text.replaceAll(',', ';')}`, 'utf-8', []],
    ['decomposed letters', text.normalize('NFD'), 'utf-8', []],
  ])('%s', async (_, content, encoding, codes) => {
    const { roster, records, findings } = await readAll({ 'users.csv': content, 'manifest.csv': SMALL['manifest.csv'] ?? '' });
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(roster.files[0]?.encoding).toBe(encoding);
    expect(records.map((each) => each.kind === 'users' && `${each.sourcedId} ${each.givenName} ${each.familyName}`)).toEqual([
      '1 Päivi Öhman',
      '2 Åke Žižek',
    ]);
  });

  it('says on which line UTF-8 ends', async () => {
    const { findings } = await readAll(users(Buffer.from('sourcedId,givenName,familyName\n1,A,B\n2,P\u00e4ivi,C\n', 'latin1')));
    expect(brief(findings)).toContain('users.csv:3  encoding');
  });

  it('counts physical lines, also where cells have several', async () => {
    const roster = await openFiles(users('sourcedId,givenName,familyName\r\n1,"A\r\nB",C\r\n\r\n2,D,E\r\n3,"F\n\nG",H\r\n4,I,J'));
    const lines: number[] = [];
    for await (const { line } of roster.rows('users.csv')) lines.push(line);
    expect(lines).toEqual([2, 5, 6, 9]);
  });
});

describe('columns', () => {
  it('of older versions are understood, and named', async () => {
    const { records, findings } = await readAll({
      'users.csv': 'sourcedId,enabledUser,orgSourcedIds,role,givenName,familyName,agents,grade,metadata.note,ext_x\n1,TRUE,"s1,s2",Student,A,B,9,7,hello,\n',
    });
    expect(records[0]).toMatchObject({
      role: 'student',
      orgSourcedIds: ['s1', 's2'],
      agentSourcedIds: ['9'],
      grades: ['7'],
      extensions: { 'metadata.note': 'hello' },
    });
    expect(brief(findings)).toEqual([
      'users.csv:1 agentSourcedIds renamed-column',
      'users.csv:1 grades renamed-column',
      ':0  missing-manifest',
    ]);
  });

  it('that are missing are an error where nothing can be read without', async () => {
    const { roster, records, findings } = await readAll({ ...SMALL, 'enrollments.csv': 'sourcedId,classSourcedId,role\ne1,7a,student\n' });
    expect(brief(findings, 'error')).toEqual(['enrollments.csv:1 userSourcedId missing-column']);
    expect(records.some(({ kind }) => kind === 'enrollments')).toBe(false);
    expect(roster.files.find(({ name }) => name === 'enrollments.csv')?.isReadable).toBe(false);
  });

  it('that are unknown or doubled are named', async () => {
    const { records, findings } = await readAll(users('sourcedId,givenName,givenName,familyName,shoeSize\n1,A,X,B,44\n'));
    expect(brief(findings)).toEqual(['users.csv:1 givenName duplicate-column', 'users.csv:1 shoeSize unknown-column']);
    expect(records.find(({ kind }) => kind === 'users')).toMatchObject({ givenName: 'A' });
  });

  it('a file without a header row is not read as data', async () => {
    expect(await kinds(users('1,Aino,Virtanen\n2,Eino,Korhonen\n'))).toEqual(['misplaced-header']);
  });
});

describe('cells', () => {
  const demographics = (birthDate: string): TestFiles => ({ 'demographics.csv': `sourcedId,birthDate\n1,${birthDate}\n` });

  it.each([
    ['2013-02-28', '2013-02-28', []],
    ['28.2.2013', '2013-02-28', ['nonstandard-date']],
    ['20130228', '2013-02-28', ['nonstandard-date']],
    ['2013-02-28T00:00:00Z', '2013-02-28', ['nonstandard-date']],
    ['2/28/2013', '2013-02-28', ['nonstandard-date']],
    ['28/2/2013', '2013-02-28', ['nonstandard-date']],
    ['3/3/2013', '2013-03-03', ['nonstandard-date']],
    ['3/4/2013', undefined, ['ambiguous-date']],
    ['2013-02-30', undefined, ['bad-date']],
    ['30.2.2013', undefined, ['bad-date']],
    ['yesterday', undefined, ['bad-date']],
    ['', null, []],
  ])('date %j is read as %j', async (text, expected, codes) => {
    const { records, findings } = await readAll(demographics(text));
    const [record] = records;
    expect(record?.kind === 'demographics' ? record.birthDate : undefined).toBe(expected);
    expect(findings.map(({ code }) => code).filter((code) => code !== 'missing-manifest')).toEqual(codes);
  });

  it('dates with slashes follow the evidence of their file', async () => {
    const { records } = await readAll({ 'demographics.csv': 'sourcedId,birthDate\n1,3/4/2013\n2,4/25/2013\n' });
    expect(records.map((each) => each.kind === 'demographics' && each.birthDate)).toEqual(['2013-03-04', '2013-04-25']);
    const mixed = await readAll({ 'demographics.csv': 'sourcedId,birthDate\n1,3/4/2013\n2,4/25/2013\n3,25/4/2013\n' });
    expect(brief(mixed.findings, 'error')).toEqual([
      'demographics.csv:2 birthDate ambiguous-date',
      'demographics.csv:3 birthDate ambiguous-date',
      'demographics.csv:4 birthDate ambiguous-date',
    ]);
  });

  it('an error costs its row, and no other', async () => {
    const { records, findings } = await readAll({
      ...SMALL,
      'enrollments.csv': 'sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,beginDate,endDate\ne1,7a,s1,t1,teacher,,\ne2,7a,s1,l1,wizard,,\ne3,7a,s1,,student,,\ne4,7a,s1,l2,student,2026-08-01,2026-07-01\ne5,7a,s1,l2,student,2026-02-30,\n',
    });
    expect(brief(findings)).toEqual([
      'enrollments.csv:3 role bad-value',
      'enrollments.csv:4 userSourcedId missing-value',
      'enrollments.csv:5 endDate dates-reversed',
      'enrollments.csv:6 beginDate bad-date',
    ]);
    expect(records.filter(({ kind }) => kind === 'enrollments').map(({ sourcedId }) => sourcedId)).toEqual(['e1']);
  });

  it('a row that has slipped to the right is refused, one that is short is read', async () => {
    const { records, findings } = await readAll(users('sourcedId,givenName,familyName,email\n1,A,B,c,d\n2,A,B\n3,A,B,c,,,\n'));
    expect(brief(findings)).toEqual(['users.csv:2  column-count', 'users.csv:3  column-count']);
    expect(records.filter(({ kind }) => kind === 'users').map(({ sourcedId }) => sourcedId)).toEqual(['2', '3']);
  });

  it('text that was garbled earlier, and control characters, are told', async () => {
    const { records, findings } = await readAll(users('sourcedId,givenName,familyName\n1,PÃ¤ivi,B\u0007\n2,\uFFFDke,C\n'));
    expect(brief(findings)).toEqual([
      'users.csv:2 givenName garbled-text',
      'users.csv:2 familyName control-character',
      'users.csv:3 givenName garbled-text',
    ]);
    expect(records.find(({ sourcedId }) => sourcedId === '1')).toMatchObject({ familyName: 'B' });
  });

  it('passwords and ethnicity never come out', async () => {
    const { records, findings } = await readAll({
      ...SMALL,
      'users.csv': 'sourcedId,givenName,familyName,password\n1,A,B,hunter2\n2,C,D,hunter2\n',
      'demographics.csv': 'sourcedId,sex,asian,white\n1,female,true,hunter2\n',
    });
    expect(JSON.stringify([records, findings])).not.toContain('hunter2');
    expect(brief(findings)).toEqual(['users.csv:2 password password-present']);
  });

  it('Finnish and Swedish words for roles are understood', async () => {
    const { records } = await readAll({ 'users.csv': 'sourcedId,role,givenName,familyName\n1,Oppilas,A,B\n2,vårdnadshavare,A,B\n3,Rehtori,A,B\n4,aunt,A,B\n' });
    expect(records.map((each) => each.kind === 'users' && each.role)).toEqual(['student', 'guardian', 'principal', 'relative']);
  });
});

describe('manifest and deltas', () => {
  const delta = SMALL['manifest.csv'] + 'file.orgs,delta\r\nfile.enrollments,bulk\r\nfile.courses,absent\r\nfile.userProfiles,bulk\r\n';

  it('tells complete files from changes, and what is promised or denied', async () => {
    const { roster, findings } = await readAll({
      ...SMALL,
      'manifest.csv': delta,
      'orgs.csv': 'sourcedId,status,dateLastModified,name,type\ns1,tobedeleted,2026-11-01T10:00:00Z,Koulu,school\n',
      'enrollments.csv': 'sourcedId,status,classSourcedId,userSourcedId,role\ne1,inactive,7a,t1,teacher\n',
    });
    expect(roster.files.find(({ kind }) => kind === 'orgs')?.mode).toBe('delta');
    expect(brief(findings)).toEqual([
      'courses.csv:0  unlisted-file',
      'userProfiles.csv:0  missing-file',
      'enrollments.csv:2 status deprecated-value',
      'enrollments.csv:2 status status-in-bulk',
    ]);
  });

  it('deletions come out as such', async () => {
    const { records } = await readAll({ 'orgs.csv': 'sourcedId,status,dateLastModified,name,type\ns1,ToBeDeleted,2026-11-01T10:00:00Z,Koulu,school\n' });
    expect(records[0]).toMatchObject({ status: 'tobedeleted', dateLastModified: '2026-11-01T10:00:00Z' });
  });
});
