import type { BodyOf } from '@digione/platform/contract';
import { invalid, type ProviderContext } from '@digione/platform/http';
import type { changeLearner } from '../../contract/index.ts';
import { insertChange, listPlaceAudience } from './changes.queries.ts';
import { endPlaces, endStudyRight, insertStudyRight, type Effect } from './effects.queries.ts';
import { findFault, stateAfter } from './rules.ts';
import { findOtherSchool, type LearnerStanding } from './standing.queries.ts';

type NewChange = BodyOf<typeof changeLearner>;

interface Step {
  readonly schoolId: string;
  readonly learnerId: string;
  readonly standing: LearnerStanding;
  readonly change: NewChange;
}

/** Records a step and what follows from it; all of it or nothing. */
export async function makeChange(context: ProviderContext, { schoolId, learnerId, standing, change }: Step): Promise<string> {
  const { tx, actor, clock, emit } = context;
  const fault = findFault(change, standing, clock.today());
  if (fault !== undefined) throw invalid(fault);
  const toSchoolId = change.kind === 'school-changed' ? change.toSchoolId : undefined;
  if (toSchoolId === schoolId || (toSchoolId !== undefined && (await findOtherSchool(tx, toSchoolId, standing.educationForm)) === undefined)) {
    throw invalid({ path: 'toSchoolId', key: 'schoolAdmin.change.problem.otherSchool' });
  }
  const { effects, newStudyRightId } = await applyToPlaces(context, { schoolId, learnerId, standing, change });
  const decision = 'decision' in change ? change.decision : undefined;
  const learnerChangeId = await insertChange(tx, {
    learnerId,
    studyRightId: standing.studyRightId,
    kind: change.kind,
    schoolId,
    ...(toSchoolId !== undefined && { toSchoolId }),
    from: change.from,
    until: 'until' in change ? change.until : undefined,
    endReason: change.kind === 'ended' ? change.endReason : undefined,
    decidedOn: decision?.decidedOn,
    decisionNumber: decision?.decisionNumber,
    decidedBy: decision?.decidedBy,
    municipalityCode: change.kind === 'ended' ? change.municipalityCode : undefined,
    otherSchool: 'otherSchool' in change ? change.otherSchool : undefined,
    note: change.note,
    effects,
    madeBy: actor.personId,
    madeAt: clock.iso(),
  });
  const schoolIds = [schoolId, ...(toSchoolId === undefined ? [] : [toSchoolId])];
  await emit({
    name: 'learner.changed',
    payload: { learnerChangeId, learnerId, schoolId, studyRightId: standing.studyRightId, newStudyRightId, kind: change.kind, from: change.from, until: 'until' in change ? (change.until ?? null) : null },
    live: { topics: ['person', 'homeroom', 'group', 'learner-change', 'desk'], ...(await listPlaceAudience(tx, learnerId, schoolIds)) },
  });
  return learnerChangeId;
}

/** What a step does to class, groups and study right. Leave, time abroad and suspension leave the place where it is. */
async function applyToPlaces({ tx }: ProviderContext, { schoolId, learnerId, standing, change }: Step): Promise<{ effects: Effect[]; newStudyRightId: string | null }> {
  switch (change.kind) {
    case 'ended':
      return { effects: [...(await endPlaces(tx, learnerId, change.from, schoolId)), ...(await endStudyRight(tx, learnerId, standing.studyRightId, change.from, stateAfter(change.endReason)))], newStudyRightId: null };
    case 'school-changed': {
      const ended = [...(await endPlaces(tx, learnerId, change.from, schoolId)), ...(await endStudyRight(tx, learnerId, standing.studyRightId, change.from, 'moved'))];
      const begun = await insertStudyRight(tx, { learnerId, schoolId: change.toSchoolId, educationForm: standing.educationForm, from: change.from });
      return { effects: [...ended, begun], newStudyRightId: begun.id };
    }
    // Taught at home, the pupil is no member of a class; the study right and its supervision go on.
    case 'home-schooling':
      return { effects: await endPlaces(tx, learnerId, change.from, schoolId), newStudyRightId: null };
    default:
      return { effects: [], newStudyRightId: null };
  }
}
