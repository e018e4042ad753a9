import { asSystem, type Database, type Transaction } from '@digione/platform/db';
import { emit } from '@digione/platform/events';
import { changePlaces } from '../changes/actions.ts';
import { endPlaces, endStudyRight, insertStudyRight, takeBack, type Effect } from '../changes/effects.queries.ts';
import { stateAfter } from '../changes/rules.ts';
import * as apply from './apply.queries.ts';
import { findRun, holdRun, setState, type KeptRun } from './run.queries.ts';
import * as undo from './undo.queries.ts';

/** What one step of the work came to. */
type Step = 'more' | 'done' | 'held-elsewhere';

/**
 * Carries a roll-over out, or takes it back, one class a transaction: whatever is killed in between goes on from the next class.
 * Two processes never work on the same one.
 */
export async function workRollOver(database: Database, educationProviderId: string, rollOverId: string): Promise<void> {
  for (let step: Step = 'more'; step === 'more'; ) {
    step = await asSystem('the change of the school year', database, { educationProviderId, source: 'roll-over' }, (tx) => workStep(tx, rollOverId));
  }
}

async function workStep(tx: Transaction, rollOverId: string): Promise<Step> {
  if (!(await holdRun(tx, rollOverId))) return 'held-elsewhere';
  const run = await findRun(tx, rollOverId);
  if (run === undefined || (run.state !== 'applying' && run.state !== 'undoing')) return 'done';
  const isApplying = run.state === 'applying';
  // The classes and groups of the new year stand before the first learner moves.
  if (isApplying && run.toYearId === null) return tell(tx, run, await prepare(tx, run));
  const classId = await apply.findNextClass(tx, rollOverId, !isApplying);
  if (classId === undefined) {
    if (!isApplying) await undo.removeEmptyClasses(tx, run);
    await setState(tx, rollOverId, isApplying ? 'applied' : 'undone');
    return tell(tx, run, 'done');
  }
  await (isApplying ? applyClass(tx, run, classId) : undoClass(tx, run, classId));
  await apply.markClass(tx, classId, isApplying);
  return tell(tx, run, 'more');
}

async function prepare(tx: Transaction, run: KeptRun): Promise<Step> {
  const yearId = await apply.ensureYear(tx, run);
  await apply.ensureHomerooms(tx, run, yearId);
  await apply.carryClasses(tx, run, yearId);
  return 'more';
}

async function applyClass(tx: Transaction, run: KeptRun, classId: string): Promise<void> {
  const learners = await apply.listPlannedLearners(tx, run, classId);
  const effects = new Map<string, readonly Effect[]>();
  for (const { learnerId, studyRightId, action, educationForm, reachesOver } of learners) {
    const done: Effect[] = reachesOver || action === 'leaves' || action === 'changes-school' ? await endPlaces(tx, learnerId, run.startsOn, run.schoolId) : [];
    if (action === 'leaves') done.push(...(await endStudyRight(tx, learnerId, studyRightId, run.startsOn, stateAfter('graduated'))));
    if (action === 'changes-school' && run.nextSchoolId !== null) {
      done.push(...(await endStudyRight(tx, learnerId, studyRightId, run.startsOn, stateAfter('moved'))));
      done.push(await insertStudyRight(tx, { learnerId, schoolId: run.nextSchoolId, educationForm, from: run.startsOn }));
    }
    effects.set(learnerId, done);
  }
  await apply.placeLearners(tx, run, classId, [...effects.keys()]);
  await apply.saveEffects(tx, classId, effects);
  record(tx, run, [...effects.keys()]);
}

/** Whose places were changed stands in their log, as of the one who said it was to be done. */
function record(tx: Transaction, run: KeptRun, personIds: readonly string[]): void {
  tx.audit.push({
    accountId: null,
    actorPersonId: run.appliedBy,
    action: changePlaces.name,
    basis: 'roll-over',
    purpose: changePlaces.purpose,
    endpoint: null,
    objectId: run.rollOverId,
    personIds: [...personIds],
    outcome: 'done',
    traceId: null,
  });
}

async function undoClass(tx: Transaction, run: KeptRun, classId: string): Promise<void> {
  const learners = await undo.takePlacesAway(tx, run, classId);
  for (const { effects } of learners) {
    // Seen before the undo began; a change in between breaks this class off, and it is tried again.
    if (effects.length > 0 && !(await takeBack(tx, effects))) throw new Error('A learner was changed while the roll-over was taken back.');
  }
  await undo.clearEffects(tx, classId);
  record(tx, run, learners.map(({ learnerId }) => learnerId));
}

async function tell(tx: Transaction, run: KeptRun, step: Step): Promise<Step> {
  const topics = step === 'done' ? ['roll-over', 'homeroom', 'group', 'person'] : ['roll-over'];
  const name = step === 'done' ? (run.state === 'applying' ? 'schoolYear.rolledOver' : 'schoolYear.rollOverUndone') : 'schoolYear.rollOverProgressed';
  await emit(tx, { name, payload: { rollOverId: run.rollOverId, schoolId: run.schoolId }, live: { topics, personIds: [], schoolIds: [run.schoolId] } }, null);
  return step;
}
