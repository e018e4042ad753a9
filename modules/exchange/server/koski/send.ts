import { isObject, isText, type Json, type JsonObject } from '@digione/koski';
import { asSystem, type Database, type Transaction } from '@digione/platform/db';
import { listStudyRights, ofStudyRight, recordOf, writeStudyRight } from '@digione/school-admin/server';
import type { KoskiAnswer, KoskiClient } from './client.ts';
import { listDeviations } from './compare.ts';
import { judgeDocument, LearnerUnknown, writeDocument } from './document.ts';
import { findLearner } from './learner.queries.ts';
import * as transfers from './transfer.queries.ts';
import type { Claimed, Fault } from './transfer.queries.ts';

/** What is to be done with a claimed study right. */
type Order =
  | { readonly act: 'send'; readonly document: JsonObject }
  /** Cancelled here; `oid` is null when KOSKI's acknowledgement never came and nobody knows whether it has it. */
  | { readonly act: 'cancel'; readonly oid: string | null; readonly document: JsonObject }
  | { readonly act: 'forget' }
  | { readonly act: 'refuse'; readonly faults: readonly Fault[] };

const NOT_STORED = 'badRequest.validation.tila.uudenOpiskeluoikeudenTallennusMitäöitynäEiSallittu';

/** Reads the records and says what is to be told. What KOSKI would refuse is not even sent. */
async function orderOf(tx: Transaction, claimed: Claimed, today: string): Promise<Order> {
  const [[row], learner] = await Promise.all([listStudyRights(tx, ofStudyRight(claimed.studyRightId)), findLearner(tx, claimed.learnerId)]);
  if (row === undefined || learner === undefined) return { act: 'forget' };
  tx.audit.push({ accountId: null, actorPersonId: null, action: 'koski.send', basis: 'statutory-transfer', purpose: 'purpose.administration', endpoint: null, objectId: claimed.studyRightId, personIds: [claimed.learnerId], outcome: 'done', traceId: null });
  try {
    const document = writeDocument(learner, [row]);
    const isCancelled = recordOf(row).periods.at(-1)?.state === 'mitatoity';
    if (isCancelled && claimed.oid === null && claimed.sentNo === 0 && claimed.failures === 0) return { act: 'forget' };
    if (isCancelled) return { act: 'cancel', oid: claimed.oid, document };
    const findings = judgeDocument(document, today, 'fi');
    const faults = findings.flatMap(({ key, message, path, rule }): Fault[] =>
      typeof message === 'string' ? [{ key, message, rule, path }] : message.map((one) => ({ key, message: '', path: one.path })),
    );
    return faults.length > 0 ? { act: 'refuse', faults } : { act: 'send', document };
  } catch (error) {
    if (error instanceof LearnerUnknown) return { act: 'refuse', faults: [{ key: 'digione.learnerUnknown', message: '' }] };
    throw error;
  }
}

/** What KOSKI says it has kept. */
function acknowledgedBy(body: Json): { oid: string | null; version: number | null } {
  const rights = isObject(body) ? body['opiskeluoikeudet'] : undefined;
  const [first]: readonly Json[] = Array.isArray(rights) ? rights : [];
  if (!isObject(first)) return { oid: null, version: null };
  return { oid: isText(first['oid']) ? first['oid'] : null, version: typeof first['versionumero'] === 'number' ? first['versionumero'] : null };
}

/** A cancellation has succeeded too when KOSKI no longer knows the study right. */
const isGone = (answer: KoskiAnswer): boolean => answer.outcome === 'refused' && (answer.status === 404 || answer.faults.some(({ key }) => key === NOT_STORED));

interface Sender {
  readonly database: Database;
  readonly educationProviderId: string;
  readonly client: KoskiClient;
}

const within = <T>({ database, educationProviderId }: Sender, work: (tx: Transaction) => Promise<T>): Promise<T> => asSystem('transfer to KOSKI', database, { educationProviderId, source: 'koski' }, work);

/** Tells KOSKI of one study right. @returns whether there was one, and whether KOSKI can be reached at all */
async function sendNext(sender: Sender): Promise<{ readonly isDone: boolean; readonly isReachable: boolean }> {
  const { client, database } = sender;
  const taken = await within(sender, async (tx) => {
    const claimed = await transfers.claimNext(tx);
    return claimed === undefined ? undefined : { claimed, order: await orderOf(tx, claimed, database.clock.today()) };
  });
  if (taken === undefined) return { isDone: true, isReachable: true };
  const { claimed, order } = taken;
  const began = performance.now();
  if (order.act === 'forget' || order.act === 'refuse') {
    await within(sender, (tx) => (order.act === 'refuse' ? transfers.markRefused(tx, claimed, order.faults) : transfers.markSent(tx, claimed, { oid: null, version: null, state: 'cancelled' })));
    return { isDone: false, isReachable: true };
  }
  const answer = await (order.act === 'cancel' && order.oid !== null ? client.cancel(order.oid) : client.put(order.document));
  const milliseconds = Math.round(performance.now() - began);
  await within(sender, (tx) => record(tx, claimed, order.act, answer, milliseconds));
  return { isDone: false, isReachable: answer.outcome !== 'failed' || !answer.isConnection };
}

async function record(tx: Transaction, claimed: Claimed, act: 'send' | 'cancel', answer: KoskiAnswer, milliseconds: number): Promise<void> {
  const isAcknowledged = answer.outcome === 'done' || (act === 'cancel' && isGone(answer));
  const key = answer.outcome === 'failed' ? answer.key : answer.outcome === 'refused' ? (answer.faults[0]?.key ?? null) : null;
  await transfers.insertAttempt(tx, { studyRightId: claimed.studyRightId, act, outcome: isAcknowledged ? 'done' : answer.outcome, status: answer.status, key, milliseconds });
  if (isAcknowledged) {
    const said = answer.outcome === 'done' && act === 'send' ? acknowledgedBy(answer.body) : { oid: null, version: null };
    await transfers.markSent(tx, claimed, { ...said, state: act === 'cancel' ? 'cancelled' : 'sent' });
  } else if (answer.outcome === 'refused') await transfers.markRefused(tx, claimed, answer.faults);
  else if (answer.outcome === 'failed') await transfers.markFailed(tx, claimed, answer.key);
}

/**
 * Tells KOSKI of everything that waits, one study right after the other, and stops where KOSKI cannot be reached.
 * @param most no more than this, so that one provider does not keep the others waiting
 * @returns how many were dealt with
 */
export async function sendWaiting(sender: Sender, most = 500): Promise<number> {
  for (let done = 0; done < most; done++) {
    const { isDone, isReachable } = await sendNext(sender);
    if (isDone) return done;
    if (!isReachable) return done + 1;
  }
  return most;
}

/**
 * Looks whether KOSKI still has what it acknowledged, those first that have waited longest; what differs goes to the work list.
 * @returns how many were looked at
 */
export async function compareSent(sender: Sender, most = 2_000): Promise<number> {
  const list = await within(sender, (tx) => transfers.listToCompare(tx, most));
  for (const [index, { studyRightId, oid }] of list.entries()) {
    const began = performance.now();
    const answer = await sender.client.read(oid);
    const milliseconds = Math.round(performance.now() - began);
    if (answer.outcome === 'failed') return index;
    await within(sender, async (tx) => {
      const [row] = await listStudyRights(tx, ofStudyRight(studyRightId));
      if (row === undefined) return;
      const deviations = answer.outcome === 'refused' ? [''] : listDeviations(writeStudyRight(recordOf(row), 'sent', studyRightId), answer.body);
      const faults = deviations.map((path): Fault => ({ key: answer.outcome === 'refused' ? 'digione.notInKoski' : 'digione.differs', message: '', path }));
      await transfers.markCompared(tx, studyRightId, faults);
      await transfers.insertAttempt(tx, { studyRightId, act: 'compare', outcome: faults.length === 0 ? 'done' : 'differs', status: answer.status, key: faults[0]?.key ?? null, milliseconds });
    });
  }
  return list.length;
}
