import * as contract from '@digione/curriculum/contract';
import { HttpProblem, invalid, notFound, providerRoute, type ProviderContext, type Route } from '@digione/platform/http';
import { manageCurriculum } from '../actions.ts';
import { findEdition, listAdoptions } from '../editions/editions.queries.ts';
import { getDocument, insertEdition } from '../editions/store.queries.ts';
import { adopt } from '../manage/adoptions.queries.ts';
import { compare } from '../manage/compare.ts';
import { buildCurriculum } from './build-curriculum.ts';
import { hasWritten } from './changes.queries.ts';
import { findDraft, insertApproval, listApprovals, updateDraft, type DraftRow } from './drafts.queries.ts';
import { announce, getBasis, getDraftRow, withoutDraft } from './drafts.routes.ts';
import { tellHours } from './lesson-hours.ts';
import { listNotices } from './notices.ts';
import { listHours, listParts } from './parts.queries.ts';

async function materialOf(context: ProviderContext, draft: DraftRow) {
  const { tx } = context;
  const basis = await getBasis(context, draft);
  return {
    national: await getDocument(tx, basis.ownerId, basis.editionId),
    local: { draftId: draft.draftId, name: draft.name, parts: await listParts(tx, draft.draftId), hours: await listHours(tx, draft.draftId) },
  };
}

export const approvalRoutes: readonly Route[] = [
  providerRoute(contract.reviewDraft, {
    action: manageCurriculum,
    async handle(context, { params: { draftId }, query: { offset } }) {
      const { tx, actor } = context;
      const draft = await getDraftRow(context, draftId);
      const { national, local } = await materialOf(context, draft);
      const last = (await listApprovals(tx)).find((one) => one.draftId === draftId);
      const before = last === undefined ? undefined : await findEdition(tx, last.editionId);
      const difference = before === undefined ? null : compare(await getDocument(tx, before.ownerId, before.editionId), buildCurriculum(national, { ...local, decision: null }), offset, ['curriculum']);
      return {
        notices: listNotices(national, local.parts, local.hours),
        isOwnWriting: draft.needsAnother && (await hasWritten(tx, draftId, actor.personId)),
        difference,
      };
    },
  }),

  providerRoute(contract.approveDraft, {
    action: manageCurriculum,
    async handle(context, { params: { draftId }, body }) {
      const { tx, actor, clock } = context;
      const draft = await findDraft(tx, draftId, { holds: true });
      if (draft === undefined) throw notFound();
      if (!draft.isSubmitted) throw new HttpProblem(409, { detail: 'curriculum.problem.notSubmitted' });
      if (draft.needsAnother && (await hasWritten(tx, draftId, actor.personId))) throw new HttpProblem(409, { detail: 'curriculum.problem.ownWriting' });
      if (body.decidedOn > clock.today()) throw invalid({ path: 'decidedOn', key: 'curriculum.problem.decidedLater' });
      if (body.startsOn !== null && body.startsOn < body.decidedOn) throw invalid({ path: 'startsOn', key: 'curriculum.problem.startsBefore' });
      const { national, local } = await materialOf(context, draft);
      const decision = { at: clock.iso(), body: body.decisionBody, decidedOn: body.decidedOn, startsOn: body.startsOn };
      const editionId = await insertEdition(tx, buildCurriculum(national, { ...local, decision }));
      await insertApproval(tx, { ...body, draftId, editionId, approvedBy: actor.personId, lessonHours: local.hours.length === 0 ? null : tellHours(local.hours) });
      await updateDraft(tx, draftId, draft.version, { ...draft, isSubmitted: false });
      const edition = await findEdition(tx, editionId);
      const approval = (await listApprovals(tx)).find((one) => one.editionId === editionId);
      if (edition === undefined || approval === undefined) throw new Error('The approval was written and is not there.');
      const adoptionId = body.startsOn === null ? null : await adopt(tx, edition, draft.educationForm, body.startsOn);
      await announce(context, 'approved', draftId);
      return { approval: withoutDraft(approval), adoption: adoptionId === null ? null : ((await listAdoptions(tx, 'ever')).find((one) => one.adoptionId === adoptionId) ?? null) };
    },
  }),
];
