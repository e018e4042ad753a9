import { strToU8, zipSync } from 'fflate';
import { openRoster, type Roster } from '../open-roster.ts';
import type { Finding } from '../finding.ts';
import type { RosterRecord } from '../records.ts';
import type { RosterLimits } from '../source.ts';

/** Small builders for this library's own tests. */

export type TestFiles = Readonly<Record<string, string | Uint8Array>>;

export const MANIFEST_12 = 'propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.2\r\n';

/** One school, two terms, one class with a teacher, two learners and a guardian, in OneRoster 1.2. */
export const SMALL: TestFiles = {
  'manifest.csv': `${MANIFEST_12}file.users,bulk\r\n`,
  'academicSessions.csv':
    'sourcedId,title,type,startDate,endDate,parentSourcedId,schoolYear\r\ny27,2026–2027,schoolYear,2026-08-01,2027-08-01,,2027\r\na26,Syksy,term,2026-08-01,2027-01-01,y27,2027\r\n',
  'orgs.csv': 'sourcedId,name,type,identifier,parentSourcedId\r\ncity,Kuusikko,district,,\r\ns1,Keskuskoulu,school,00204,city\r\n',
  'courses.csv': 'sourcedId,title,orgSourcedId\r\nfi7,"Suomi, 7. luokka",s1\r\n',
  'classes.csv':
    'sourcedId,title,grades,courseSourcedId,classType,schoolSourcedId,termSourcedIds\r\n7a,7A,7,fi7,homeroom,s1,"y27,a26"\r\n',
  'users.csv':
    'sourcedId,enabledUser,givenName,familyName,email,agentSourcedIds,userIds\r\nt1,true,Päivi,Öhman,p@example.fi,,\r\nl1,true,Aino,Virtanen,,g1,"{LDAP:12},{LTI:15}"\r\nl2,true,Eino,Korhonen,,,\r\ng1,false,Kaisa,Virtanen,k@example.fi,l1,\r\n',
  'roles.csv':
    'sourcedId,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\r\nr1,t1,primary,teacher,2026-08-01,,s1\r\nr2,l1,primary,student,2026-08-01,,s1\r\nr3,l2,primary,student,2026-08-01,,s1\r\nr4,g1,primary,guardian,,,s1\r\n',
  'demographics.csv': 'sourcedId,birthDate,sex\r\nl1,2013-02-28,female\r\nl2,2012-02-29,male\r\n',
  'enrollments.csv':
    'sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role,primary\r\ne1,7a,s1,t1,teacher,true\r\ne2,7a,s1,l1,student,\r\ne3,7a,s1,l2,student,\r\n',
};

export function zipOf(files: TestFiles): Buffer {
  const entries = Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries)));
}

export function openFiles(files: TestFiles, limits: Partial<RosterLimits> = {}): Promise<Roster> {
  return openRoster(zipOf(files), limits);
}

export interface ReadAll {
  readonly roster: Roster;
  readonly records: readonly RosterRecord[];
  /** Of the whole, the files and all rows. */
  readonly findings: readonly Finding[];
}

export async function readAll(input: TestFiles | Roster, limits: Partial<RosterLimits> = {}): Promise<ReadAll> {
  const roster = isRoster(input) ? input : await openFiles(input, limits);
  const records: RosterRecord[] = [];
  const findings = [...roster.findings];
  for (const { name } of roster.files) {
    for await (const { record, problems } of roster.rows(name)) {
      if (record) records.push(record);
      findings.push(...problems);
    }
  }
  await roster.close();
  return { roster, records, findings };
}

function isRoster(input: TestFiles | Roster): input is Roster {
  return typeof input.rows === 'function';
}

/** `file:line field code` of each, for short comparisons. */
export function brief(findings: readonly Finding[], severity?: 'error' | 'warning'): string[] {
  return findings
    .filter((each) => severity === undefined || each.severity === severity)
    .map(({ file, line, field, code }) => `${file}:${line} ${field} ${code}`);
}
