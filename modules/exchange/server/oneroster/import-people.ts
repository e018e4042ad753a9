import { v7 as uuidv7 } from 'uuid';
import type { ImportContext, Importer } from '../pipeline/import-kind.ts';
import { reportIgnored } from '../pipeline/ignored.queries.ts';
import type { Outcome, Severity } from '../pipeline/report.ts';
import { setSource, type ImportSource } from '../pipeline/scope.queries.ts';
import { isWorkbook } from '../spreadsheet/workbook.ts';
import { applyPlan, countPlan, listTouchedPeople, planSync, type Plan, type SyncSpec } from '../pipeline/sync.queries.ts';
import { HOMEROOM, listClassesOutside, mapClasses, saveAliases, stageClasses, TEACHING_GROUP } from './classes.queries.ts';
import {
  fitHomeroomMembers,
  fitMembers,
  GROUP_MEMBER,
  GROUP_TEACHER,
  HOMEROOM_MEMBER,
  HOMEROOM_TEACHER,
  listEnrolmentProblems,
  listSecondHomerooms,
  placeEnrolments,
  stageEnrolments,
} from './enrolments.queries.ts';
import { countRelatives, GUARDIANSHIP, hasGuardianships, stageGuardianships, yieldToRegisterAndSchool } from './guardians.queries.ts';
import { countAdministrators, endOfDeleted, gatherRoles, stageStaffPositions, stageStudyRights, STAFF_POSITION, STUDY_RIGHT } from './positions.queries.ts';
import { readRoster, readSpreadsheet, type RosterPackage } from './read-roster.ts';
import { listFormerSystems } from './systems.queries.ts';
import { leaveOutTheDead } from './the-dead.queries.ts';
import { leafSessions, SchoolYears, stretchOf, type Session } from './school-years.ts';
import { listOtherSchools, mapOrgs, SCHOOL, stageSchools } from './schools.queries.ts';
import { listClassTerms, listSchoolYears, listSessions, SCHOOL_YEAR, stageSubjects, stageTimes, SUBJECT, TEACHING_PERIOD } from './sessions.queries.ts';
import { createStages, indexStages, listDuplicates } from './stages.queries.ts';
import { applyIdentityCodes, countNewCodes, listOtherCodes, listOtherPersons, mapUsers, PERSON, stageIdentityCodes, stagePeople } from './users.queries.ts';

/** Schools the file speaks of: what it leaves out elsewhere is none of its business. */
const IN_FILES_SCHOOLS = 't.school_id in (select school_id from map_org where external_id in (select external_id from r_org))';

/** People, groups, enrolments and guardians: of a OneRoster or School Data Sync package, or of the people template. */
export const peopleImporter: Importer = {
  source: 'oneroster',
  apart: [],
  async prepare(context) {
    const { tx, report } = context;
    await createStages(tx);
    const roster = await readPackage(context);
    await indexStages(tx);
    for (const { file, line, id } of await listDuplicates(tx)) report.add('error', 'duplicate-id', { file, line, field: 'sourcedId', values: { value: id } });
    // Comparing rows that are wrong would only add riddles to the report.
    if (report.hasErrors) return { digest: '', personIds: [], apply: () => Promise.reject(new Error('A refused import is not applied.')) };
    context.progress('comparing', 0);
    const former = await listFormerSystems(tx, roster.keys);
    if (former.length > 0 && roster.source === 'oneroster') report.add('notice', 'another-system', { values: { system: roster.keys.split(':').slice(1).join(':') || '–', former: former.join(', ') } });
    const planning = new Planning(context, roster.source);
    await planStructure(context, planning, roster);
    await planPeople(context, planning, roster);
    await planEnrolments(context, planning, roster);
    return {
      digest: planning.digest,
      personIds: await listTouchedPeople(tx, planning.plans),
      async apply() {
        for (const [index, plan] of planning.plans.entries()) {
          context.progress('writing', index, planning.plans.length);
          await applyPlan(tx, roster.source, plan);
        }
        await applyIdentityCodes(tx, roster.source);
        await saveAliases(tx, roster.keys);
      },
    };
  },
};

/** A workbook is the template; anything else is for the roster reader to judge. */
async function readPackage(context: ImportContext): Promise<RosterPackage> {
  if (!(await isWorkbook(context.path))) return readRoster(context);
  await setSource(context.tx, 'spreadsheet');
  return readSpreadsheet(context);
}

/** The tables in the order in which they are written. */
class Planning {
  readonly plans: Plan[] = [];
  readonly #context: ImportContext;
  readonly #source: ImportSource;
  readonly #digests: string[] = [];

  constructor(context: ImportContext, source: ImportSource) {
    this.#context = context;
    this.#source = source;
  }

  get digest(): string {
    return this.#digests.join('|');
  }

  /** @param fit what must be settled between the comparison and the count */
  async add(spec: SyncSpec, fit: (plan: Plan) => Promise<void> = () => Promise.resolve()): Promise<void> {
    const { tx, report } = this.#context;
    const plan = await planSync(tx, this.#source, spec);
    await fit(plan);
    this.plans.push(plan);
    this.#digests.push(await countPlan(tx, plan, report));
    await reportIgnored(tx, plan, report);
    this.#context.progress('comparing', this.plans.length);
  }
}

/** The same spec, ending what a complete file leaves out. */
const ending = (spec: SyncSpec, isComplete: boolean, where: string): SyncSpec => (isComplete ? { ...spec, endAbsentWhere: where } : spec);

async function planStructure(context: ImportContext, planning: Planning, { complete, endsInclusively, keys }: RosterPackage): Promise<void> {
  const { tx, report, today, givenIds } = context;
  await stageSchools(tx);
  for (const { file, line, name } of await listOtherSchools(tx)) report.add('warning', 'organisation-as-school', { file, line, field: 'type', values: { name } });
  await planning.add(SCHOOL);
  await mapOrgs(tx, keys);
  const sessions: Session[] = [];
  for (const { from, end, title, isDeleted, ...row } of await listSessions(tx)) {
    if (isDeleted) continue;
    const stretch = stretchOf(from, end, endsInclusively);
    if (stretch.to !== null && stretch.to <= from) report.add('warning', 'session-dates', { file: row.file, line: row.line, field: 'endDate' });
    else sessions.push({ ...row, ...stretch, title: title ?? row.externalId });
  }
  const years = new SchoolYears(await listSchoolYears(tx), sessions, { today, makeId: (id) => givenIds.find(({ kind, externalId }) => kind === 'school_year' && externalId === id)?.id ?? uuidv7() });
  const classes = (await listClassTerms(tx)).map(({ externalId, terms, courseYear }) => {
    const year = years.yearOf(terms, courseYear);
    return { externalId, schoolYearId: year.schoolYearId, ...years.validOf(terms, year) };
  });
  const periods = leafSessions(sessions).map(({ externalId, title, file, line, from, to }) => ({ externalId, name: title, file, line, from, to, schoolYearId: years.yearOf([externalId], null).schoolYearId }));
  await stageTimes(tx, years.made, periods, classes.map(({ externalId, schoolYearId, from, to }) => ({ externalId, schoolYearId, from, to })));
  await planning.add(SCHOOL_YEAR);
  await planning.add(TEACHING_PERIOD);
  await stageSubjects(tx);
  await planning.add(SUBJECT);
  await stageClasses(tx, keys);
  for (const { file, line, id, org } of await listClassesOutside(tx)) {
    report.count('row', 'refused');
    report.add('warning', 'class-without-school', { file, line, field: 'schoolSourcedId', values: { id, value: org ?? '' } });
  }
  const hasClasses = complete.has('r_class');
  await planning.add(ending(HOMEROOM, hasClasses, IN_FILES_SCHOOLS));
  await planning.add(ending(TEACHING_GROUP, hasClasses, IN_FILES_SCHOOLS));
  await mapClasses(tx, keys);
}

async function planPeople({ tx, report }: ImportContext, planning: Planning, { complete, keys }: RosterPackage): Promise<void> {
  await mapUsers(tx, keys);
  for (const { file, line, id } of await listOtherPersons(tx)) report.add('warning', 'two-persons', { file, line, values: { id } });
  await stagePeople(tx);
  await planning.add(PERSON);
  await stageIdentityCodes(tx);
  for (const place of await listOtherCodes(tx)) report.add('warning', 'identity-code-differs', { ...place, field: 'identifier' });
  report.count('identity_code', 'created', await countNewCodes(tx));
  await gatherRoles(tx);
  const administrators = await countAdministrators(tx);
  if (administrators > 0) report.add('notice', 'administrators-without-rights', { values: { count: administrators } });
  const hasRoles = complete.has('r_user') || complete.has('r_role');
  const dead = new Set<string>();
  await stageStudyRights(tx);
  for (const id of await leaveOutTheDead(tx, STUDY_RIGHT.staged, 'learner_id')) dead.add(id);
  await planning.add(ending(STUDY_RIGHT, hasRoles, IN_FILES_SCHOOLS), (plan) => endOfDeleted(tx, plan, keys, 'learner_id'));
  await stageStaffPositions(tx);
  for (const id of await leaveOutTheDead(tx, STAFF_POSITION.staged, 'person_id')) dead.add(id);
  if (dead.size > 0) report.add('notice', 'dead-left-out', { values: { count: dead.size } });
  await planning.add(ending(STAFF_POSITION, hasRoles, `t.school_id is null or ${IN_FILES_SCHOOLS}`), (plan) => endOfDeleted(tx, plan, keys, 'person_id'));
  await stageGuardianships(tx);
  const relatives = await countRelatives(tx);
  if (relatives > 0) report.add('notice', 'relatives-left-out', { values: { count: relatives } });
  const hasGuardians = (complete.has('r_user') || complete.has('r_relation')) && (await hasGuardianships(tx));
  await planning.add(ending(GUARDIANSHIP, hasGuardians, 't.learner_id in (select made_id from staged_person)'), async (plan) => {
    await endOfDeleted(tx, plan, keys, 'learner_id');
    await endOfDeleted(tx, plan, keys, 'guardian_id');
    await yieldToRegisterAndSchool(tx, plan);
  });
}

/** What a row of an enrolment file cannot be used for, row by row up to a bound. */
const LEFT_OUT: Readonly<Record<string, { outcome: Outcome; severity: Severity }>> = {
  'enrolment-role': { outcome: 'skipped', severity: 'notice' },
  'deleted-class': { outcome: 'skipped', severity: 'notice' },
  'closed-class': { outcome: 'ignored', severity: 'warning' },
};

async function planEnrolments({ tx, report }: ImportContext, planning: Planning, { complete, keys }: RosterPackage): Promise<void> {
  await placeEnrolments(tx);
  for (const { file, line, problem, class: classId, user } of await listEnrolmentProblems(tx)) {
    const { outcome, severity } = LEFT_OUT[problem] ?? { outcome: 'refused', severity: 'warning' };
    report.count('row', outcome);
    report.add(severity, problem, { file, line, values: { class: classId, user } });
  }
  await stageEnrolments(tx);
  for (const place of await listSecondHomerooms(tx)) {
    report.count('row', 'refused');
    report.add('warning', 'second-homeroom', place);
  }
  for (const [spec, person] of [[HOMEROOM_MEMBER, 'learner_id'], [HOMEROOM_TEACHER, 'person_id'], [GROUP_MEMBER, 'learner_id'], [GROUP_TEACHER, 'person_id']] as const) {
    await leaveOutTheDead(tx, spec.staged, person);
  }
  const isComplete = complete.has('r_enrollment');
  const inHomeroom = 't.homeroom_id in (select id from map_class)';
  const inGroup = 't.teaching_group_id in (select id from map_class)';
  await planning.add(ending(HOMEROOM_MEMBER, isComplete, inHomeroom), async (plan) => {
    await endOfDeleted(tx, plan, keys, 'learner_id');
    await fitHomeroomMembers(tx, plan);
  });
  for (const [spec, group, person, where] of [
    [HOMEROOM_TEACHER, 'homeroom_id', 'person_id', inHomeroom],
    [GROUP_MEMBER, 'teaching_group_id', 'learner_id', inGroup],
    [GROUP_TEACHER, 'teaching_group_id', 'person_id', inGroup],
  ] as const) {
    await planning.add(ending(spec, isComplete, where), async (plan) => {
      await endOfDeleted(tx, plan, keys, person);
      await fitMembers(tx, plan, group, person);
    });
  }
}
