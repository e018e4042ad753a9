import { notFound, providerRoute, type ProviderContext } from '@digione/platform/http';
import * as contract from '../../contract/index.ts';
import { changeStudyRecord, readStudyRecord } from './actions.ts';
import { visibleTo } from './visible.queries.ts';
import { announce, applyInput, assertVersion, changeInformation, changePeriods, findAttainment, getStudyRightToChange, openRecord } from './change.ts';
import { describeStudyRecord } from './describe.queries.ts';
import { listHistory } from './history.queries.ts';
import { recordOf } from './record.ts';
import type { StudyRightRow } from './records.queries.ts';
import { teachingLanguageCode } from './opening.ts';
import { deleteAttainment, insertAttainments, touchRecord, updateAttainment } from './write.queries.ts';

const EDITABLE: ReadonlySet<string> = new Set(contract.InformationKind.options);

async function answer({ tx, actor, clock, language }: ProviderContext, learnerId: string): Promise<contract.StudyRecord> {
  const record = await describeStudyRecord(tx, actor, learnerId, clock.today(), language);
  if (record === undefined) throw notFound();
  return record;
}

function getAttainment(row: StudyRightRow, attainmentId: string) {
  const found = findAttainment(recordOf(row).attainments, attainmentId);
  if (found === undefined) throw notFound();
  return found;
}

export const studyRecordRoutes = [
  providerRoute(contract.getStudyRecord, {
    action: readStudyRecord,
    object: ({ params }) => params.learnerId,
    handle: (context, { params }) => answer(context, params.learnerId),
  }),

  providerRoute(contract.changeStudyPeriods, {
    action: changeStudyRecord,
    object: ({ params }) => params.learnerId,
    async handle(context, { params, body, ifMatch }) {
      const row = await getStudyRightToChange(context, params);
      assertVersion(row, ifMatch);
      await changePeriods(context, row, body.periods, body.expectedEndOn);
      await announce(context, row);
      return answer(context, params.learnerId);
    },
  }),

  providerRoute(contract.changeAdditionalInformation, {
    action: changeStudyRecord,
    object: ({ params }) => params.learnerId,
    async handle(context, { params, body, ifMatch }) {
      const row = await getStudyRightToChange(context, params);
      assertVersion(row, ifMatch);
      await changeInformation(context, row, body.information, EDITABLE);
      await announce(context, row);
      return answer(context, params.learnerId);
    },
  }),

  providerRoute(contract.addAttainment, {
    action: changeStudyRecord,
    object: ({ params }) => params.learnerId,
    async handle(context, { params, body }) {
      const { tx } = context;
      const { parentAttainmentId, ...given } = body;
      const row = await getStudyRightToChange(context, params);
      const parent = parentAttainmentId === null ? undefined : getAttainment(row, parentAttainmentId);
      await openRecord(context, row);
      const added = applyInput(undefined, given, row);
      const whole = parent === undefined ? { ...added, teachingLanguage: teachingLanguageCode(row.teachingLanguage), curriculum: recordOf(row).attainments[0]?.curriculum ?? null } : added;
      const siblings = parent === undefined ? recordOf(row).attainments : parent.parts;
      await insertAttainments(tx, row.studyRightId, [whole], parentAttainmentId, siblings.length);
      await touchRecord(tx, row.studyRightId);
      await announce(context, row);
      return answer(context, params.learnerId);
    },
  }),

  providerRoute(contract.changeAttainment, {
    action: changeStudyRecord,
    object: ({ params }) => params.learnerId,
    async handle(context, { params, body, ifMatch }) {
      const row = await getStudyRightToChange(context, params);
      const before = getAttainment(row, params.attainmentId);
      assertVersion(before, ifMatch);
      await openRecord(context, row);
      await updateAttainment(context.tx, params.attainmentId, applyInput(before, body, row));
      await touchRecord(context.tx, row.studyRightId);
      await announce(context, row);
      return answer(context, params.learnerId);
    },
  }),

  providerRoute(contract.removeAttainment, {
    action: changeStudyRecord,
    object: ({ params }) => params.learnerId,
    async handle(context, { params, ifMatch }) {
      const row = await getStudyRightToChange(context, params);
      assertVersion(getAttainment(row, params.attainmentId), ifMatch);
      await openRecord(context, row);
      await deleteAttainment(context.tx, params.attainmentId);
      await touchRecord(context.tx, row.studyRightId);
      await announce(context, row);
      return answer(context, params.learnerId);
    },
  }),

  providerRoute(contract.listStudyRecordHistory, {
    action: readStudyRecord,
    object: ({ params }) => params.learnerId,
    async handle({ tx, actor }, { params, query }) {
      return { items: await listHistory(tx, params.learnerId, visibleTo(actor), query.limit) };
    },
  }),
];
