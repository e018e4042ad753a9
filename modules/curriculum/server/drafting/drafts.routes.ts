import * as contract from '@digione/curriculum/contract';
import { HttpProblem, invalid, notFound, providerRoute, type ProviderContext, type Route } from '@digione/platform/http';
import { manageCurriculum, readCurriculum } from '../actions.ts';
import { findEdition, withoutOwner, type ReadableEdition } from '../editions/editions.queries.ts';
import { listUnits } from '../reading/reading.queries.ts';
import { groupBySubject } from '../reading/subjects.ts';
import { listChanges, restoreBefore } from './changes.queries.ts';
import { findApprovedHours, findDraft, insertDraft, listApprovals, listDraftRows, updateDraft, type DraftRow } from './drafts.queries.ts';
import { tellHours } from './lesson-hours.ts';
import { countParts, listHours, listParts, updateHours } from './parts.queries.ts';

export async function getDraftRow({ tx }: Pick<ProviderContext, 'tx'>, draftId: string): Promise<DraftRow> {
  const draft = await findDraft(tx, draftId);
  if (draft === undefined) throw notFound();
  return draft;
}

/** One to write in: others wait until this is written, and what was handed over stays as it is. */
export async function getOpenDraft({ tx }: Pick<ProviderContext, 'tx'>, draftId: string): Promise<DraftRow> {
  const draft = await findDraft(tx, draftId, { holds: true });
  if (draft === undefined) throw notFound();
  if (draft.isSubmitted) throw new HttpProblem(409, { detail: 'curriculum.problem.submitted' });
  return draft;
}

export async function getBasis({ tx }: Pick<ProviderContext, 'tx'>, { basisEditionId }: DraftRow): Promise<ReadableEdition> {
  const basis = await findEdition(tx, basisEditionId);
  if (basis === undefined) throw new Error(`The draft stands on edition ${basisEditionId}, which is not there.`);
  return basis;
}

export async function announce({ emit, actor }: ProviderContext, name: 'written' | 'handed-over' | 'approved', draftId: string): Promise<void> {
  const topics = name === 'approved' ? ['curriculum', 'curriculum-draft'] : ['curriculum-draft'];
  await emit({ name: `curriculum.draft-${name}`, payload: { draftId }, live: { topics, personIds: [actor.personId] } });
}

const lineOf = ({ draftId, name, educationForm, isSubmitted }: DraftRow, approvals: Awaited<ReturnType<typeof listApprovals>>): contract.DraftLine => {
  const last = approvals.find((one) => one.draftId === draftId);
  return { draftId, name, educationForm, isSubmitted, lastApproval: last === undefined ? null : withoutDraft(last) };
};
export const withoutDraft = ({ draftId: _draftId, ...approval }: Awaited<ReturnType<typeof listApprovals>>[number]): contract.Approval => approval;

const hasName = ({ fi, sv }: { fi?: string | undefined; sv?: string | undefined }): boolean => Boolean(fi) || Boolean(sv);

export const draftRoutes: readonly Route[] = [
  providerRoute(contract.listDrafts, {
    action: manageCurriculum,
    async handle({ tx }) {
      const approvals = await listApprovals(tx);
      return { drafts: (await listDraftRows(tx)).map((draft) => lineOf(draft, approvals)) };
    },
  }),

  providerRoute(contract.createDraft, {
    action: manageCurriculum,
    async handle(context, { body: { basisEditionId, name } }) {
      const { tx } = context;
      if (!hasName(name)) throw invalid({ path: 'name.fi', key: 'curriculum.problem.needsName' });
      const basis = await findEdition(tx, basisEditionId);
      if (basis === undefined) throw invalid({ path: 'basisEditionId', key: 'curriculum.problem.noEdition' });
      if (basis.kind !== 'national' || basis.educationForm === null) throw invalid({ path: 'basisEditionId', key: 'curriculum.problem.notNational' });
      const draftId = await insertDraft(tx, { basisEditionId, educationForm: basis.educationForm, name });
      await announce(context, 'written', draftId);
      return lineOf(await getDraftRow(context, draftId), []);
    },
  }),

  providerRoute(contract.getDraft, {
    action: manageCurriculum,
    async handle(context, { params: { draftId } }) {
      const { tx } = context;
      const draft = await getDraftRow(context, draftId);
      const basis = await getBasis(context, draft);
      const approvals = await listApprovals(tx);
      return {
        ...lineOf(draft, approvals),
        needsAnother: draft.needsAnother,
        version: draft.version,
        basis: withoutOwner(basis),
        subjects: groupBySubject(await listUnits(tx, basis)),
        studyUnits: await listParts(tx, draftId, { kind: 'study-unit' }),
        counts: await countParts(tx, draftId),
        approvals: approvals.filter((one) => one.draftId === draftId).map(withoutDraft),
      };
    },
  }),

  providerRoute(contract.changeDraft, {
    action: manageCurriculum,
    async handle(context, { params: { draftId }, body, ifMatch }) {
      const draft = await getDraftRow(context, draftId);
      if (!hasName(body.name)) throw invalid({ path: 'name.fi', key: 'curriculum.problem.needsName' });
      if (!(await updateDraft(context.tx, draftId, ifMatch, body))) throw new HttpProblem(412);
      await announce(context, body.isSubmitted === draft.isSubmitted ? 'written' : 'handed-over', draftId);
      return lineOf(await getDraftRow(context, draftId), await listApprovals(context.tx));
    },
  }),

  providerRoute(contract.getLessonHours, {
    action: manageCurriculum,
    async handle(context, { params: { draftId } }) {
      await getDraftRow(context, draftId);
      return tellHours(await listHours(context.tx, draftId));
    },
  }),

  providerRoute(contract.setLessonHours, {
    action: manageCurriculum,
    async handle(context, { params: { draftId }, body }) {
      const draft = await getOpenDraft(context, draftId);
      if (draft.educationForm !== 'basic-education') throw invalid({ path: 'code', key: 'curriculum.problem.noHours' });
      await updateHours(context.tx, draftId, context.actor.personId, body);
      await announce(context, 'written', draftId);
      return tellHours(await listHours(context.tx, draftId));
    },
  }),

  providerRoute(contract.findEditionLessonHours, {
    action: readCurriculum,
    async handle({ tx }, { params }) {
      if ((await findEdition(tx, params.editionId)) === undefined) throw notFound();
      return { lessonHours: await findApprovedHours(tx, params.editionId) };
    },
  }),

  providerRoute(contract.listDraftChanges, {
    action: manageCurriculum,
    async handle(context, { params: { draftId } }) {
      await getDraftRow(context, draftId);
      return { changes: await listChanges(context.tx, draftId) };
    },
  }),

  providerRoute(contract.restoreDraftChange, {
    action: manageCurriculum,
    async handle(context, { params: { draftId, changeId } }) {
      await getOpenDraft(context, draftId);
      if (!(await restoreBefore(context.tx, draftId, changeId))) throw notFound();
      await announce(context, 'written', draftId);
      return {};
    },
  }),
];
