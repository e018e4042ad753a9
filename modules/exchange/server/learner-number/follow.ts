import { asSystem, type Database, type Transaction } from '@digione/platform/db';
import { emit } from '@digione/platform/events';
import { RegisterFailure } from '../registers/ask.ts';
import * as feeds from '../registers/feeds.queries.ts';
import type { LearnerNumberClient } from './client.ts';

/** So many are asked for one after the other in a run; the rest waits for the next. */
const PEOPLE_PER_RUN = 200;
const CHANGES_PER_QUESTION = 500;

/** What a run brought. */
export interface Numbered {
  readonly given: number;
  readonly merged: number;
  readonly troubles: number;
}

/**
 * Learner numbers of one provider: has one found or made for each learner without, and follows which numbers have been merged. Each answer is kept by
 * itself, so a killed process asks only for those that are left.
 */
export async function followLearnerNumbers(database: Database, client: LearnerNumberClient, educationProviderId: string): Promise<Numbered | undefined> {
  const scope = { educationProviderId, source: 'learner-number-register' };
  const inScope = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => asSystem('learner numbers', database, scope, work);
  const startedAt = database.clock.iso();
  let [given, merged, troubles] = [0, 0, 0];
  try {
    for (const person of await inScope((tx) => feeds.listUnnumbered(tx, PEOPLE_PER_RUN))) {
      const answer = await client.findOrCreate(person);
      const isGiven = await inScope((tx) => (answer.outcome === 'found' ? giveNumber(tx, person.personId, answer.learnerNumber) : feeds.insertTrouble(tx, 'learner-number', person.personId, answer.outcome, null).then(() => false)));
      if (isGiven) given += 1;
      else troubles += 1;
    }
    const since = await inScope((tx) => feeds.findPosition(tx, 'learner-number'));
    for (let offset = 0; since !== null; offset += CHANGES_PER_QUESTION) {
      const changed = await client.listChanged(since, offset, CHANGES_PER_QUESTION);
      for (const { personId, learnerNumber } of await inScope((tx) => feeds.listOwnNumbers(tx, changed))) {
        const now = await client.check(learnerNumber);
        const current = now?.oppijanumero ?? null;
        if (current === null || current === learnerNumber) continue;
        if (await inScope((tx) => giveNumber(tx, personId, current))) merged += 1;
        else troubles += 1;
      }
      if (changed.length < CHANGES_PER_QUESTION) break;
    }
    await inScope((tx) => feeds.saveSuccess(tx, 'learner-number', startedAt));
    return { given, merged, troubles };
  } catch (error) {
    if (!(error instanceof RegisterFailure)) throw error;
    await inScope((tx) => feeds.saveFailure(tx, 'learner-number', error.message));
    return undefined;
  }
}

/** Two people here with one number are one human entered twice: a human decides, the number stays where it is. */
async function giveNumber(tx: Transaction, personId: string, learnerNumber: string): Promise<boolean> {
  const holder = await feeds.findPersonByNumber(tx, learnerNumber);
  if (holder !== undefined && holder !== personId) {
    await feeds.insertTrouble(tx, 'learner-number', personId, 'two-people', holder);
    return false;
  }
  await feeds.saveNumber(tx, personId, learnerNumber);
  tx.audit.push({ accountId: null, actorPersonId: null, action: 'learner-number.given', basis: 'learner-number-register', purpose: 'purpose.administration', endpoint: null, objectId: personId, personIds: [personId], outcome: 'done', traceId: null });
  await emit(tx, { name: 'person.corrected', payload: { personId }, live: { topics: ['person'], personIds: [personId], schoolIds: [] } }, null);
  return true;
}
