import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { formatIdentityCode } from '@digione/identifiers';
import { addDays } from '@digione/local-date';

export interface RosterSize {
  readonly learners: number;
  /** Learners' rows of enrolment, beside the homeroom one each. */
  readonly groupsPerLearner: number;
}

export interface WrittenRoster {
  readonly folder: string;
  readonly rows: number;
  readonly byFile: Readonly<Record<string, number>>;
}

const LEARNERS_PER_SCHOOL = 450;
const LEARNERS_PER_CLASS = 22;
const FIRST_NAMES = ['Aino', 'Eero', 'Helmi', 'Leo', 'Sofia', 'Väinö', 'Åsa', 'Emil', 'Fatima', 'Oskar', 'Linnéa', 'Toivo'];
const LAST_NAMES = ['Korhonen', 'Virtanen', 'Mäkinen', 'Nieminen', 'Lindström', 'Hämäläinen', 'Öhman', 'Laine', 'Ali', 'Heikkinen', 'Koskinen'];
const MODES = ['academicSessions', 'classes', 'courses', 'demographics', 'enrollments', 'orgs', 'users'];

/** Writes a OneRoster 1.1 folder of invented people, the same for the same size; identity codes are of the artificial range. */
export async function writeRoster(folder: string, size: RosterSize): Promise<WrittenRoster> {
  mkdirSync(folder, { recursive: true });
  const byFile: Record<string, number> = {};
  const write = async (name: string, header: string, rows: Iterable<string>): Promise<void> => {
    const stream = createWriteStream(join(folder, `${name}.csv`));
    stream.write(`${header}\n`);
    let count = 0;
    for (const row of rows) {
      count += 1;
      if (!stream.write(`${row}\n`)) await once(stream, 'drain');
    }
    stream.end();
    await once(stream, 'close');
    byFile[name] = count;
  };
  const schools = Math.ceil(size.learners / LEARNERS_PER_SCHOOL);
  const schoolOf = (learner: number): number => Math.floor(learner / LEARNERS_PER_SCHOOL);
  const classOf = (learner: number): number => schoolOf(learner) * 100 + Math.floor((learner % LEARNERS_PER_SCHOOL) / LEARNERS_PER_CLASS);
  const classes = [...new Set(Array.from({ length: size.learners }, (_, learner) => classOf(learner)))];
  const guardiansOf = (learner: number): string[] => [`g${learner}`, ...(learner % 5 === 0 ? [] : [`h${learner}`])];
  // Siblings share their guardians: every third learner has those of the one before.
  const familyOf = (learner: number): number => (learner % 3 === 2 ? learner - 1 : learner);

  await write('manifest', 'propertyName,value', ['manifest.version,1.0', 'oneroster.version,1.1', 'source.systemName,Bench', 'source.systemCode,bench', ...MODES.map((mode) => `file.${mode},bulk`)]);
  await write('academicSessions', 'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear', ['y,,,2026–2027,schoolYear,2026-08-06,2027-06-05,,2027']);
  await write('orgs', 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId', range(schools, (school) => `s${school},,,Koulu ${school},school,,`));
  await write('courses', 'sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes', range(12, (course) => `c${course},,,y,Aine ${course},A${course},,s0,,`));
  await write('classes', 'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods', function* () {
    for (const one of classes) {
      const [school, nth] = [Math.floor(one / 100), one % 100];
      yield `k${one},,,${1 + (nth % 9)}${String.fromCharCode(65 + Math.floor(nth / 9))},${1 + (nth % 9)},,,homeroom,,s${school},y,,,`;
      for (let group = 0; group < size.groupsPerLearner; group++) yield `k${one}-${group},,,Aine ${group} ${one},${1 + (nth % 9)},c${group % 12},,scheduled,,s${school},y,,,`;
    }
  }());
  await write('users', 'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password', function* () {
    for (const one of classes) yield `t${one},,,true,s${Math.floor(one / 100)},teacher,,,${pick(FIRST_NAMES, one)},${pick(LAST_NAMES, one)},,,t${one}@koulu.example,,,,,`;
    for (let learner = 0; learner < size.learners; learner++) {
      const family = familyOf(learner);
      const born = addDays('2011-01-01', learner % 3000);
      yield `l${learner},,,true,s${schoolOf(learner)},student,,,${pick(FIRST_NAMES, learner)},${pick(LAST_NAMES, family)},${pick(FIRST_NAMES, learner + 5)},${code(born, learner)},,,,"${guardiansOf(family).join(',')}",${1 + (classOf(learner) % 9)},`;
      if (family === learner) for (const [nth, id] of guardiansOf(learner).entries()) yield `${id},,,true,s${schoolOf(learner)},parent,,,${pick(FIRST_NAMES, learner + nth)},${pick(LAST_NAMES, learner)},,,${id}@koti.example,,+35840${learner},,,`;
    }
  }());
  await write('demographics', 'sourcedId,status,dateLastModified,birthDate,sex', range(size.learners, (learner) => `l${learner},,,${addDays('2011-01-01', learner % 3000)},${learner % 2 === 0 ? 'female' : 'male'}`));
  await write('enrollments', 'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate', function* () {
    for (const one of classes) {
      yield `et${one},,,k${one},s${Math.floor(one / 100)},t${one},teacher,true,,`;
      for (let group = 0; group < size.groupsPerLearner; group++) yield `et${one}-${group},,,k${one}-${group},s${Math.floor(one / 100)},t${one},teacher,true,,`;
    }
    for (let learner = 0; learner < size.learners; learner++) {
      yield `e${learner},,,k${classOf(learner)},s${schoolOf(learner)},l${learner},student,,,`;
      for (let group = 0; group < size.groupsPerLearner; group++) yield `e${learner}-${group},,,k${classOf(learner)}-${group},s${schoolOf(learner)},l${learner},student,,,`;
    }
  }());
  return { folder, rows: Object.values(byFile).reduce((sum, count) => sum + count, 0), byFile };
}

const pick = (from: readonly string[], index: number): string => from[index % from.length] ?? '';

/** Artificial numbers are few: only the first hundred born on a day get a code, as a child may have none. */
const code = (bornOn: string, learner: number): string => (Math.floor(learner / 3000) < 90 ? formatIdentityCode(bornOn, 900 + Math.floor(learner / 3000)) : '');

function* range(count: number, row: (index: number) => string): Generator<string> {
  for (let index = 0; index < count; index++) yield row(index);
}
