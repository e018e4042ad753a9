import { describe, expect, it } from 'vitest';
import { checkReferences, type ReferenceOptions } from './check-references.ts';
import type { Finding } from './finding.ts';
import { brief, openFiles, SMALL, type TestFiles } from './testing/rosters.ts';

async function check(files: TestFiles, options?: ReferenceOptions): Promise<Finding[]> {
  const roster = await openFiles(files);
  const findings: Finding[] = [];
  for await (const each of checkReferences(roster, options)) findings.push(each);
  await roster.close();
  return findings;
}

const append = (file: string, rows: string): TestFiles => ({ ...SMALL, [file]: `${String(SMALL[file])}${rows}` });

describe('references', () => {
  it('of a clean roster hold', async () => {
    expect(await check(SMALL)).toEqual([]);
  });

  it('a second row with an id is found', async () => {
    const findings = await check(append('users.csv', 'l1,true,Aino,Toinen,,,\r\n'));
    expect(brief(findings)).toEqual(['users.csv:6 sourcedId duplicate-id']);
    expect(findings[0]).toMatchObject({ severity: 'error', value: 'l1' });
  });

  it('an id may repeat in another kind', async () => {
    expect(await check(append('users.csv', 's1,true,Aino,Koulu,,,\r\n'))).toEqual([]);
  });

  it('to nothing are errors where the row means nothing without', async () => {
    expect(brief(await check(append('enrollments.csv', 'e9,7x,s1,nobody,student,\r\n')), 'error')).toEqual([
      'enrollments.csv:5 classSourcedId unknown-reference',
      'enrollments.csv:5 userSourcedId unknown-reference',
    ]);
  });

  it('to nothing are warnings where only a detail is lost', async () => {
    expect(brief(await check(append('users.csv', 'l3,true,Olga,Virtanen,,"g1,g9",\r\n')), 'warning')).toEqual([
      'users.csv:6 agentSourcedIds unknown-reference',
    ]);
  });

  it('may point forward in the same file', async () => {
    expect(await check(append('orgs.csv', 's2,Sivukoulu,school,,s3\r\ns3,Pääkoulu,school,,\r\n'))).toEqual([]);
  });

  it('to a kind that is not in the roster are told once', async () => {
    const { 'courses.csv': _, ...withoutCourses } = append('classes.csv', '7b,7B,7,fi7,homeroom,s1,y27\r\n');
    expect(brief(await check(withoutCourses))).toEqual(['classes.csv:2 courseSourcedId unknown-reference']);
  });

  it('of a delta may lead to what the receiver has', async () => {
    const delta = { ...append('enrollments.csv', 'e9,7x,s1,l1,student,\r\n'), 'manifest.csv': `${String(SMALL['manifest.csv'])}file.enrollments,delta\r\n` };
    expect(brief(await check(delta), 'warning')).toEqual(['enrollments.csv:5 classSourcedId unknown-reference']);
    expect(await check(delta, { isKnown: (kind, id) => kind === 'classes' && id === '7x' })).toEqual([]);
    expect(brief(await check(delta, { isKnown: () => false }), 'error')).toEqual(['enrollments.csv:5 classSourcedId unknown-reference']);
  });

  it('of a row with an error are not looked at, and its id does not count', async () => {
    const files = append('demographics.csv', 'nobody,2013-02-30,male\r\n');
    expect(await check(files)).toEqual([]);
  });
});
