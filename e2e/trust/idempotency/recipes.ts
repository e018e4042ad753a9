import { randomUUID } from 'node:crypto';
import { certificateRecipes } from './certificate-recipes.ts';
import { TODAY } from '../city/facts.ts';
import { curriculumRecipes } from './curriculum-recipes.ts';
import type { Newcomers } from './newcomers.ts';

/** A write that succeeds, on things made for it. */
export interface Attempt {
  readonly person: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly ifMatch?: string;
  /** Something else asked with the same key; left out where the endpoint takes no body. */
  readonly otherBody?: object;
}

const firstLesson = ({ city }: Newcomers) => ({ weeklyLessonId: city.idOf('lesson', 'first math5a'), heldOn: TODAY });

const SPECIAL = 'special-needs-teacher@hill';
const MEASURE = { kind: 'aids', plan: 'Kuulokkeet oppitunneille', startsOn: '2026-11-02', reviewOn: '2027-02-01' };

export type Recipe = (newcomers: Newcomers) => Promise<Attempt>;

/** How each writing endpoint can be made to succeed. An endpoint that is neither here nor among the exceptions fails the test. */
export const RECIPES: Readonly<Record<string, Recipe>> = {
  'access.giveRole': async (made) => {
    const body = { personId: await made.staff(), role: 'expert', schoolId: null, validFrom: TODAY, validTo: null, reason: 'Uusi tehtävä' };
    return { person: 'main-user', body, otherBody: { ...body, reason: 'Toinen syy' } };
  },
  'access.endRole': async (made) => ({
    person: 'main-user',
    params: { roleAssignmentId: await made.role(await made.staff()) },
    ifMatch: '"v1"',
    body: { lastDay: null, reason: 'Tehtävä päättyi' },
    otherBody: { lastDay: TODAY, reason: 'Tehtävä päättyi' },
  }),
  'access.undoEndOfRole': async (made) => ({ person: 'main-user', params: { roleAssignmentId: await made.endedRole(await made.staff(), 'main-user') }, ifMatch: '"v2"' }),

  'core-data.correctPerson': async (made) => ({ person: 'school-secretary@hill', params: { personId: await made.learner() }, ifMatch: '"v1"', body: { preferredLanguage: 'sv' }, otherBody: { preferredLanguage: 'en' } }),
  'core-data.revealProtectedContact': async (made) => ({
    person: 'principal@hidden',
    params: { personId: made.city.idOf('person', 'protected') },
    body: { reason: 'Kirjeen lähettäminen kotiin' },
    otherBody: { reason: 'Jokin aivan muu syy' },
  }),
  'core-data.moveToHomeroom': async (made) => {
    const body = { homeroomId: made.city.idOf('homeroom', '5b'), from: '2026-12-01' };
    return { person: 'school-secretary@hill', params: { learnerId: await made.learner() }, body, otherBody: { ...body, from: '2026-12-02' } };
  },
  'core-data.moveToTeachingGroup': async (made) => {
    const body = { fromTeachingGroupId: made.city.idOf('group', 'math5a'), toTeachingGroupId: made.city.idOf('group', 'math5b'), from: '2026-12-01' };
    return { person: 'school-secretary@hill', params: { learnerId: await made.learner() }, body, otherBody: { ...body, from: '2026-12-02' } };
  },
  'core-data.blockGuardian': async (made) => {
    const body = { guardianId: made.city.idOf('person', 'mother'), reason: 'Käräjäoikeuden päätös' };
    return { person: 'principal@hill', params: { learnerId: await made.learner() }, body, otherBody: { ...body, until: '2027-01-01' } };
  },
  'core-data.endGuardianBlock': async (made) => {
    const learner = await made.learner();
    const mother = made.city.idOf('person', 'mother');
    await made.city.builders.block(mother, learner);
    return { person: 'principal@hill', params: { learnerId: learner }, body: { guardianId: mother }, otherBody: { guardianId: made.city.idOf('person', 'informed-father') } };
  },

  'teaching.saveRegister': async (made) => {
    const { weeklyLessonId, learner } = await made.lesson();
    return {
      person: 'teaches-5a',
      params: { weeklyLessonId, heldOn: TODAY },
      ifMatch: '"v0"',
      body: { marks: [{ learnerId: learner, mark: 'absent' }], allPresent: true },
      otherBody: { marks: [{ learnerId: learner, mark: 'late', minutes: 5 }], allPresent: true },
    };
  },

  'teaching.addEvidenceItem': async (made) => {
    const body = { name: 'Murtoluvut', kind: 'test', heldOn: TODAY, scale: 'mark' };
    return { person: 'teaches-5a', params: { groupId: made.city.idOf('group', 'math5a') }, body, otherBody: { ...body, name: 'Desimaalit' } };
  },
  'teaching.changeEvidenceItem': async (made) => {
    const body = { name: 'Murtoluvut', kind: 'task', heldOn: TODAY, scale: 'mark' };
    return { person: 'teaches-5a', params: { groupId: made.city.idOf('group', 'math5a'), evidenceItemId: await made.evidenceItem() }, ifMatch: '"v1"', body, otherBody: { ...body, isRemoved: true } };
  },
  'teaching.saveEvidence': async (made) => {
    const change = { evidenceItemId: await made.evidenceItem(), learnerId: made.city.idOf('person', 'child'), value: '7½', version: 0 };
    return { person: 'teaches-5a', params: { groupId: made.city.idOf('group', 'math5a') }, body: { changes: [change] }, otherBody: { changes: [{ ...change, value: '8' }] } };
  },

  'teaching.saveHomework': async (made) => {
    const body = { text: 's. 34', dueOn: '2026-12-01' };
    return { person: 'teaches-5a', params: { ...firstLesson(made), homeworkId: randomUUID() }, ifMatch: '"v0"', body, otherBody: { ...body, text: 's. 35' } };
  },
  'teaching.removeHomework': async (made) => ({ person: 'teaches-5a', params: { ...firstLesson(made), homeworkId: await made.homework() }, ifMatch: '"v1"' }),
  'teaching.writeLessonNotes': async (made) => {
    const body = { learnerIds: [made.city.idOf('person', 'child')], tone: 'positive', words: 'Hienoa' };
    return { person: 'teaches-5a', params: firstLesson(made), body, otherBody: { ...body, tone: 'neutral' } };
  },
  'teaching.correctLessonNote': async (made) => {
    const body = { tone: 'positive', words: 'Oikein hienoa' };
    return { person: 'teaches-5a', params: { lessonNoteId: await made.lessonNote() }, ifMatch: '"v1"', body, otherBody: { ...body, words: 'Mainiota' } };
  },
  'teaching.withdrawLessonNote': async (made) => ({ person: 'teaches-5a', params: { lessonNoteId: await made.lessonNote() }, ifMatch: '"v1"' }),
  'teaching.removeOwnPhrase': async (made) => ({ person: 'teaches-5a', params: { feedbackPhraseId: await made.ownPhrase() } }),
  'teaching.saveSchoolPhrases': async (made) => {
    const body = { phrases: [{ tone: 'positive', name: { fi: `Hienoa ${randomUUID()}` } }] };
    return { person: 'principal@hill', params: { schoolId: made.city.idOf('school', 'hill') }, body, otherBody: { phrases: [] } };
  },
  'teaching.savePlan': async (made) => ({ person: 'teaches-5a', params: { groupId: await made.groupToPlan() }, ifMatch: '"v0"', body: { name: 'Suunnitelma' }, otherBody: { name: 'Toinen' } }),
  'teaching.savePlanUnit': async (made) => {
    const groupId = await made.groupToPlan();
    await made.plan(groupId);
    const body = { name: 'Jakso', startsOn: '2026-11-17', lessonCount: 2 };
    return { person: 'teaches-5a', params: { groupId, planUnitId: randomUUID() }, ifMatch: '"v0"', body, otherBody: { ...body, lessonCount: 1 } };
  },
  'teaching.removePlanUnit': async (made) => {
    const groupId = await made.groupToPlan();
    const { planUnitId } = await made.plan(groupId);
    return { person: 'teaches-5a', params: { groupId, planUnitId }, ifMatch: '"v1"' };
  },
  'teaching.savePlanLesson': async (made) => {
    const groupId = await made.groupToPlan();
    const { planUnitId } = await made.plan(groupId);
    return { person: 'teaches-5a', params: { groupId, planUnitId, lessonNo: '1' }, ifMatch: '"v0"', body: { title: 'Alku' }, otherBody: { title: 'Loppu' } };
  },
  'teaching.copyPlan': async (made) => {
    const { planId } = await made.plan(await made.groupToPlan());
    const other = await made.plan(await made.groupToPlan());
    return { person: 'teaches-5a', params: { groupId: await made.groupToPlan() }, body: { planId }, otherBody: { planId: other.planId } };
  },
  'teaching.saveAsTemplate': async (made) => {
    const groupId = await made.groupToPlan();
    await made.plan(groupId);
    return { person: 'teaches-5a', params: { groupId }, body: { name: 'Pohja', sharing: 'school' }, otherBody: { name: 'Pohja', sharing: 'group' } };
  },
  'teaching.saveExam': async (made) => {
    const body = { heldOn: '2026-12-02', name: 'Koe' };
    return { person: 'teaches-5a', params: { groupId: made.city.idOf('group', 'math5a'), examId: randomUUID() }, ifMatch: '"v0"', body, otherBody: { ...body, name: 'Toinen koe' } };
  },
  'teaching.removeExam': async (made) => ({ person: 'teaches-5a', params: { groupId: made.city.idOf('group', 'math5a'), examId: await made.exam() }, ifMatch: '"v1"' }),

  'teaching.addMarkRound': async (made) => {
    const body = { kind: 'interim', name: 'Välitodistus', dueOn: '2026-12-15' };
    return { person: 'principal@hill', params: { schoolId: made.city.idOf('school', 'hill') }, body, otherBody: { ...body, name: 'Toinen' } };
  },
  'teaching.approveMarkRound': async (made) => {
    const body = { publishAt: '2026-12-18T10:00:00.000Z', withoutOpenSheets: true };
    return { person: 'principal@hill', params: { schoolId: made.city.idOf('school', 'hill'), markRoundId: await made.markRound('locked') }, ifMatch: '"v1"', body, otherBody: { ...body, publishAt: null } };
  },
  'teaching.withdrawApproval': async (made) => ({ person: 'principal@hill', params: { schoolId: made.city.idOf('school', 'hill'), markRoundId: await made.markRound('approved') }, ifMatch: '"v1"' }),
  ...Object.fromEntries(
    [
      { name: 'GroupMarks', person: 'teaches-5a', params: (made: Newcomers) => ({ groupId: made.city.idOf('group', 'math5a') }) },
      { name: 'Behaviour', person: 'homeroom-teacher-5a', params: (made: Newcomers) => ({ homeroomId: made.city.idOf('homeroom', '5a') }) },
    ].flatMap(({ name, person, params }): [string, Recipe][] => [
      [
        `teaching.save${name}`,
        async (made) => {
          const change = { learnerId: made.city.idOf('person', 'child'), value: '8', version: 0 };
          return { person, params: { ...params(made), markRoundId: await made.markRound() }, body: { changes: [change] }, otherBody: { changes: [{ ...change, value: '9' }] } };
        },
      ],
      [`teaching.lock${name}`, async (made) => ({ person, params: { ...params(made), markRoundId: await made.markRound() }, body: { isLocked: true }, otherBody: { isLocked: false } })],
      [
        `teaching.correct${name}`,
        async (made) => {
          const body = { learnerId: made.city.idOf('person', 'child'), value: '9', version: 0, reason: 'Puuttui' };
          return { person, params: { ...params(made), markRoundId: await made.markRound('published') }, body, otherBody: { ...body, value: '8' } };
        },
      ],
    ]),
  ),

  'school-admin.addSupportMeasure': async (made) => {
    const body = { ...MEASURE, responsibleIds: [made.city.idOf('person', SPECIAL)] };
    return { person: SPECIAL, params: { learnerId: await made.learner() }, body, otherBody: { ...body, plan: 'Toinen suunnitelma' } };
  },
  'school-admin.changeSupportMeasure': async (made) => {
    const learnerId = await made.learner();
    const body = { ...MEASURE, responsibleIds: [made.city.idOf('person', SPECIAL)] };
    return { person: SPECIAL, params: { learnerId, supportMeasureId: await made.supportMeasure(learnerId) }, ifMatch: '"v1"', body, otherBody: { ...body, plan: 'Toinen suunnitelma' } };
  },
  'school-admin.decideSupport': async (made) => {
    const learnerId = await made.learner();
    const body = { decidedOn: TODAY, grounds: 'Pedagoginen arvio' };
    return { person: 'principal@hill', params: { learnerId, supportMeasureId: await made.supportMeasure(learnerId) }, ifMatch: '"v1"', body, otherBody: { ...body, grounds: 'Toinen arvio' } };
  },
  'school-admin.writeSupportNote': async (made) => {
    const learnerId = await made.learner();
    return { person: SPECIAL, params: { learnerId, supportMeasureId: await made.supportMeasure(learnerId) }, body: { text: 'Sujuu hyvin' }, otherBody: { text: 'Vaatii vielä harjoittelua' } };
  },
  'school-admin.addGroupSupport': async (made) => {
    const body = { kind: 'remedial', plan: 'Tukiopetus', startsOn: '2026-11-02' };
    return { person: 'teaches-5a', params: { groupId: made.city.idOf('group', 'math5a') }, body, otherBody: { ...body, plan: 'Toinen' } };
  },
  'school-admin.changeGroupSupport': async (made) => {
    const body = { kind: 'teaching-language', plan: 'Kielen tukea', startsOn: '2026-11-02' };
    return { person: 'teaches-5a', params: { groupId: made.city.idOf('group', 'math5a'), groupSupportId: await made.groupSupport() }, ifMatch: '"v1"', body, otherBody: { ...body, plan: 'Toinen' } };
  },

  'school-admin.explainAbsences': async (made) => {
    const learner = await made.learner();
    const body = { absenceIds: [await made.absence(learner)], absenceTypeId: made.city.idOf('absence', 'type sairaus'), explanation: 'kuumetta' };
    return { person: 'mother', params: { learnerId: learner }, body, otherBody: { ...body, explanation: 'flunssaa' } };
  },
  'school-admin.withdrawExplanation': async (made) => {
    const learner = await made.learner();
    const absence = await made.absence(learner, { by: made.city.idOf('person', 'mother') });
    return { person: 'mother', params: { learnerId: learner }, body: { absenceIds: [absence] }, otherBody: { absenceIds: [absence, absence] } };
  },
  'school-admin.reportAbsence': async (made) => {
    const { educationProviderId } = made.city;
    const body = { learners: [{ educationProviderId, learnerId: await made.learner() }], firstDay: '2026-12-10', lastDay: '2026-12-11', absenceTypeCode: 'loma' };
    return { person: 'mother', body, otherBody: { ...body, lastDay: '2026-12-12' } };
  },
  'school-admin.changeAbsenceNotice': async (made) => {
    const body = { firstDay: '2026-12-07', lastDay: '2026-12-08', absenceTypeId: made.city.idOf('absence', 'type loma') };
    return { person: 'mother', params: { absenceNoticeId: await made.notice(await made.learner()) }, ifMatch: '"v1"', body, otherBody: { ...body, lastDay: '2026-12-09' } };
  },
  'school-admin.withdrawAbsenceNotice': async (made) => ({ person: 'mother', params: { absenceNoticeId: await made.notice(await made.learner()) } }),

  ...certificateRecipes,

  'school-admin.changeStudyPeriods': async (made) => {
    const body = { periods: [{ startsOn: '2022-08-01', state: 'lasna', funding: null }], expectedEndOn: '2031-05-31' };
    return { person: 'school-secretary@hill', params: await made.studyRight(), ifMatch: '"v0"', body, otherBody: { ...body, expectedEndOn: null } };
  },
  'school-admin.changeAdditionalInformation': async (made) => {
    const body = { information: [{ kind: 'support-decision', startsOn: '2026-09-01', endsOn: null }] };
    return { person: 'school-secretary@hill', params: await made.studyRight(), ifMatch: '"v0"', body, otherBody: { information: [] } };
  },
  'school-admin.addAttainment': async (made) => {
    const body = { kind: 'perusopetuksenvuosiluokka', code: '3', codeSet: 'perusopetuksenluokkaaste', homeroom: '3A', startsOn: '2024-08-07', parentAttainmentId: null };
    return { person: 'school-secretary@hill', params: await made.studyRight(), body, otherBody: { ...body, homeroom: '3B' } };
  },
  'school-admin.changeAttainment': async (made) => ({ person: 'school-secretary@hill', params: await made.attainment(), ifMatch: '"v1"', body: { homeroom: '4B' }, otherBody: { homeroom: '4C' } }),
  'school-admin.removeAttainment': async (made) => ({ person: 'school-secretary@hill', params: await made.attainment(), ifMatch: '"v1"' }),

  'home-school.readNotifications': async (made) => ({
    person: 'mother',
    body: { notifications: [{ educationProviderId: made.city.educationProviderId, notificationId: await made.notification() }] },
    otherBody: { all: true },
  }),

  ...curriculumRecipes,

  'school-admin.lookUpNewcomer': async (made) => {
    const identity = { by: 'name', firstNames: 'Tuntematon', callName: 'Tuntematon', lastName: 'Tulija', bornOn: '2016-05-05' };
    return { person: 'school-secretary@hill', params: { schoolId: made.city.idOf('school', 'hill') }, body: { identity }, otherBody: { identity: { ...identity, lastName: 'Toinen' } } };
  },
  'school-admin.admitNewcomer': async (made) => {
    const body = { identity: { by: 'name', firstNames: 'Uusi', callName: 'Uusi', lastName: `Tulija ${made.year()}`, bornOn: '2016-05-05' }, startsOn: TODAY, homeroomId: made.city.idOf('homeroom', '5a'), teachingGroupIds: [] };
    return { person: 'school-secretary@hill', params: { schoolId: made.city.idOf('school', 'hill') }, body, otherBody: { ...body, formerSchool: 'Toinen koulu' } };
  },
  'school-admin.changeLearner': async (made) => {
    const body = { kind: 'leave', from: '2026-12-01', until: '2026-12-10' };
    return { person: 'school-secretary@hill', params: { schoolId: made.city.idOf('school', 'hill'), learnerId: await made.learner() }, body, otherBody: { ...body, until: '2026-12-11' } };
  },
  'school-admin.givePlace': async (made) => {
    const body = { from: '2026-12-01', homeroomId: made.city.idOf('homeroom', '5b'), teachingGroupIds: [] };
    return { person: 'school-secretary@hill', params: { schoolId: made.city.idOf('school', 'hill'), learnerId: await made.learner() }, body, otherBody: { ...body, from: '2026-12-02' } };
  },
  'school-admin.planRollOver': async (made) => {
    const body = { nextSchoolId: made.city.idOf('school', 'lake') };
    return { person: 'school-secretary@hill', params: { schoolId: await made.schoolWithoutRollOver() }, body, otherBody: {} };
  },
  'school-admin.setRollOverAction': async (made) => {
    const plan = await made.rollOver('planned');
    const body = { action: 'repeats', toName: '5A' };
    return { person: 'school-secretary@hill', params: plan, body, otherBody: { action: 'leaves', toName: null } };
  },
  'school-admin.applyRollOver': async (made) => {
    const { schoolId, rollOverId } = await made.rollOver('planned');
    return { person: 'school-secretary@hill', params: { schoolId, rollOverId } };
  },
  'school-admin.undoRollOver': async (made) => {
    const { schoolId, rollOverId } = await made.rollOver('applied');
    return { person: 'school-secretary@hill', params: { schoolId, rollOverId } };
  },
  'school-admin.undoLearnerChange': async (made) => ({
    person: 'school-secretary@hill',
    params: { schoolId: made.city.idOf('school', 'hill'), learnerChangeId: await made.admission() },
  }),

  'exchange.setKoskiConnection': async (made) => ({ person: 'main-user', ifMatch: await made.koskiConnection(), body: { isOn: false }, otherBody: { isOn: true } }),
  'exchange.resendToKoski': async (made) => {
    await made.koskiConnection();
    return { person: 'school-secretary@hill', params: await made.studyRight() };
  },
  'exchange.solveRegisterTrouble': async (made) => ({ person: 'main-user', params: { registerTroubleId: await made.registerTrouble() } }),

  'exchange.startImport': async () => {
    const body = { kind: 'people', fileKey: `${'0'.repeat(48)}/opiskelijat.zip`, fileName: 'opiskelijat.zip', dryRun: true };
    return { person: 'main-user', body, otherBody: { ...body, dryRun: false } };
  },
  'exchange.applyImport': async (made) => ({ person: 'main-user', params: { importRunId: await made.dryRun() } }),
};

/** Writing endpoints that keep no key, and why a repeat does no harm. */
export const WITHOUT_KEY: Readonly<Record<string, string>> = {
  'exchange.runRegisterFeed': 'asks a register earlier than it would be asked anyway: a repeat asks once more, which changes nothing twice',
  'access.signOut': 'ends the session it is asked with: a repeat gets 401',
  'access.signOutEverywhere': 'the same',
  'access.endMySession': 'a session that has ended is not there: a repeat gets 404',
  'access.updateMyPreferences': 'sets the account to the values given: a repeat sets the same',
};
