import { addDays } from '@digione/local-date';
import { v7 as uuidv7 } from 'uuid';
import { readOwnDesk } from '@digione/access/server';
import { hasRole, schoolsWithRole } from '@digione/platform/access';
import type { BodyOf } from '@digione/platform/contract';
import { deskSource, HttpProblem, invalid, notFound, providerRoute, type ProviderContext, type Route } from '@digione/platform/http';
import * as contract from '../../contract/index.ts';
import * as actions from './actions.ts';
import { findGroup, insertGroupSupport, listGroupSupport, updateGroupSupport } from './group-support.queries.ts';
import * as queries from './support.queries.ts';

type Content = BodyOf<typeof contract.addSupportMeasure>;
type MeasureParams = { learnerId: string; supportMeasureId: string };

/** Words and names that could tell where the learner goes to school are left out for who must not learn it. */
const withoutPlace = (measure: contract.SupportMeasure): contract.SupportMeasure => ({
  ...measure,
  plan: null,
  decision: measure.decision && { ...measure.decision, grounds: null, decisionNumber: null },
  responsible: [],
  notes: [],
});

/** @throws HttpProblem 400 with what is wrong for the reader */
async function checkContent({ tx }: ProviderContext, body: Content): Promise<void> {
  if (body.startsOn < FIRST_DAY) throw invalid({ path: 'startsOn', key: 'schoolAdmin.support.beforeLaw' });
  if (body.endsOn !== null && body.endsOn < body.startsOn) throw invalid({ path: 'endsOn', key: 'schoolAdmin.support.endsBeforeStart' });
  if (body.reviewOn < body.startsOn) throw invalid({ path: 'reviewOn', key: 'schoolAdmin.support.reviewTooEarly' });
  const [staff, subjects] = await Promise.all([queries.listStaffAmong(tx, body.responsibleIds), queries.countSubjects(tx, body.subjectIds)]);
  if (staff.length < new Set(body.responsibleIds).size) throw invalid({ path: 'responsibleIds', key: 'schoolAdmin.support.notStaff' });
  if (subjects < new Set(body.subjectIds).size) throw invalid({ path: 'subjectIds', key: 'schoolAdmin.support.noSuchSubject' });
}

/** The first day of the law. */
const FIRST_DAY = '2025-08-01';

async function getMeasure({ tx, actor }: ProviderContext, { learnerId, supportMeasureId }: MeasureParams): Promise<contract.SupportMeasure> {
  const [measure] = await queries.listMeasures(tx, actor, learnerId, supportMeasureId);
  if (measure === undefined) throw notFound();
  return measure;
}

/** The measure, kept from other writers. Those of the former law are read only. */
async function takeMeasure(context: ProviderContext, params: MeasureParams, ifMatch?: number): Promise<contract.SupportMeasure> {
  const locked = await queries.lockMeasure(context.tx, params.learnerId, params.supportMeasureId);
  if (locked === undefined) throw notFound();
  const measure = await getMeasure(context, params);
  if (measure.law === 'before-2025') throw new HttpProblem(409, { detail: 'schoolAdmin.support.formerLaw' });
  if (ifMatch !== undefined && locked.version !== ifMatch) throw new HttpProblem(412);
  return measure;
}

/** Says only that the learner's support changed, and only to those whose work it is. */
async function announce({ emit, actor }: ProviderContext, learnerId: string, measure: contract.SupportMeasure): Promise<contract.SupportMeasure> {
  await emit({ name: 'support.changed', payload: { learnerId }, live: { topics: ['support', 'desk'], personIds: [...new Set([actor.personId, ...measure.responsible.map(({ personId }) => personId)])] } });
  return measure;
}

export const supportRoutes: readonly Route[] = [
  providerRoute(contract.getLearnerSupport, {
    action: actions.readSupport,
    object: ({ params }) => params.learnerId,
    async handle({ tx, actor }, { params: { learnerId } }) {
      const [learner, measures] = await Promise.all([queries.findLearner(tx, actor, learnerId), queries.listMeasures(tx, actor, learnerId)]);
      if (learner === undefined) throw notFound();
      const { isPlaceHidden, isStaff, ...told } = learner;
      const seen = isStaff ? measures : measures.filter(({ state }) => state !== 'prepared');
      return { learnerId, ...told, measures: isPlaceHidden ? seen.map(withoutPlace) : seen };
    },
  }),

  providerRoute(contract.addSupportMeasure, {
    action: actions.prepareSupport,
    object: ({ params }) => params.learnerId,
    async handle(context, { params: { learnerId }, body }) {
      await checkContent(context, body);
      const schoolId = await queries.findSchoolOf(context.tx, learnerId);
      if (schoolId === undefined) throw notFound();
      const supportMeasureId = uuidv7();
      await queries.insertMeasure(context.tx, { ...body, supportMeasureId, learnerId, schoolId, by: context.actor.personId });
      return announce(context, learnerId, await getMeasure(context, { learnerId, supportMeasureId }));
    },
  }),

  providerRoute(contract.changeSupportMeasure, {
    action: actions.prepareSupport,
    object: ({ params }) => params.learnerId,
    async handle(context, { params, body, ifMatch }) {
      const before = await takeMeasure(context, params, ifMatch);
      await checkContent(context, body);
      const isSame = before.kind === body.kind && before.startsOn === body.startsOn && before.subjects.map(({ subjectId }) => subjectId).toSorted().join() === [...new Set(body.subjectIds)].toSorted().join();
      if (before.decision !== null && !isSame) throw new HttpProblem(409, { detail: 'schoolAdmin.support.decided' });
      await queries.updateMeasure(context.tx, params.supportMeasureId, body);
      return announce(context, params.learnerId, await getMeasure(context, params));
    },
  }),

  providerRoute(contract.decideSupport, {
    action: actions.decideSupport,
    object: ({ params }) => params.learnerId,
    async handle(context, { params, body, ifMatch }) {
      const before = await takeMeasure(context, params, ifMatch);
      if (before.decision !== null) throw new HttpProblem(409, { detail: 'schoolAdmin.support.alreadyDecided' });
      if (body.decidedOn > context.clock.today()) throw invalid({ path: 'decidedOn', key: 'schoolAdmin.support.decidedInFuture' });
      await queries.setDecision(context.tx, params.supportMeasureId, { ...body, by: context.actor.personId });
      return announce(context, params.learnerId, await getMeasure(context, params));
    },
  }),

  providerRoute(contract.writeSupportNote, {
    action: actions.followSupport,
    object: ({ params }) => params.learnerId,
    async handle(context, { params, body: { text, nextReviewOn } }) {
      const { tx, actor, clock } = context;
      await takeMeasure(context, params);
      if (nextReviewOn !== null && nextReviewOn <= clock.today()) throw invalid({ path: 'nextReviewOn', key: 'schoolAdmin.support.reviewTooEarly' });
      await queries.insertNote(tx, { supportNoteId: uuidv7(), supportMeasureId: params.supportMeasureId, at: clock.iso(), by: actor.personId, isReview: nextReviewOn !== null, text });
      if (nextReviewOn !== null) await queries.setReview(tx, params.supportMeasureId, nextReviewOn);
      return announce(context, params.learnerId, await getMeasure(context, params));
    },
  }),

  providerRoute(contract.listSupportOfSchool, {
    action: actions.listSupport,
    object: ({ params }) => params.schoolId,
    handle: async ({ tx }, { params }) => ({ learners: await queries.listSupported(tx, params.schoolId) }),
  }),

  providerRoute(contract.getGroupSupport, {
    action: actions.readGroupSupport,
    object: ({ params }) => params.groupId,
    async handle({ tx, actor }, { params: { groupId } }) {
      const [group, support] = await Promise.all([findGroup(tx, actor, groupId), listGroupSupport(tx, groupId)]);
      if (group === undefined) throw notFound();
      return { ...group, support };
    },
  }),

  providerRoute(contract.addGroupSupport, {
    action: actions.recordGroupSupport,
    object: ({ params }) => params.groupId,
    async handle({ tx, actor }, { params: { groupId }, body }) {
      if (body.endsOn !== null && body.endsOn < body.startsOn) throw invalid({ path: 'endsOn', key: 'schoolAdmin.support.endsBeforeStart' });
      const groupSupportId = uuidv7();
      await insertGroupSupport(tx, groupId, groupSupportId, body, actor.personId);
      return { groupSupportId, version: 1, ...body };
    },
  }),

  providerRoute(contract.changeGroupSupport, {
    action: actions.recordGroupSupport,
    object: ({ params }) => params.groupId,
    async handle({ tx }, { params: { groupId, groupSupportId }, body, ifMatch }) {
      if (body.endsOn !== null && body.endsOn < body.startsOn) throw invalid({ path: 'endsOn', key: 'schoolAdmin.support.endsBeforeStart' });
      const outcome = await updateGroupSupport(tx, groupId, groupSupportId, ifMatch, body);
      if (outcome === 'missing') throw notFound();
      if (outcome === 'changed') throw new HttpProblem(412);
      const found = (await listGroupSupport(tx, groupId)).find((one) => one.groupSupportId === groupSupportId);
      if (found === undefined) throw notFound();
      return found;
    },
  }),
];

/** How long before a review one is reminded of it. */
const REMINDED_DAYS = 21;
const SHOWN = 5;
const LEADS = ['special-needs-teacher', 'principal'] as const;

export const supportReviewsCard = deskSource({
  id: 'school-admin.supportReviews',
  region: 'waiting',
  order: 35,
  action: readOwnDesk,
  needs: (identity) => hasRole(identity, ...LEADS, 'teacher', 'class-teacher'),
  response: contract.SupportReviews,
  async load({ tx, actor, clock }) {
    const reviews = await queries.listReviews(tx, actor.personId, schoolsWithRole(actor, ...LEADS), addDays(clock.today(), REMINDED_DAYS), SHOWN);
    const [first] = reviews;
    return first === undefined ? undefined : { count: first.total, reviews: reviews.map(({ total: _total, ...review }) => review) };
  },
});
