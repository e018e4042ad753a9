import { z } from 'zod';
import { endpoint, LocalDate, LocalizedText, PersonId } from '@digione/platform/contract';

export const ROLL_OVER_ACTIONS = ['moves-up', 'repeats', 'leaves', 'changes-school', 'waits'] as const;
export const RollOverAction = z.enum(ROLL_OVER_ACTIONS);
export type RollOverAction = z.infer<typeof RollOverAction>;

const counts = z.record(RollOverAction, z.number().int());

export const RollOver = z.strictObject({
  rollOverId: z.uuid(),
  state: z.enum(['planned', 'applying', 'applied', 'undoing', 'undone']),
  yearName: z.string(),
  startsOn: LocalDate,
  endsOn: LocalDate,
  nextSchoolName: LocalizedText.nullable(),
  counts,
  /** Classes and groups the new year gets. */
  newHomerooms: z.number().int(),
  newGroups: z.number().int(),
  /** Classes done of all, while it is carried out or taken back. */
  progress: z.strictObject({ done: z.number().int(), total: z.number().int() }),
  classes: z.array(
    z.strictObject({
      rollOverClassId: z.uuid(),
      fromName: z.string(),
      toName: z.string().nullable(),
      /** A class of that name is there in the new year already. */
      isThere: z.boolean(),
      counts,
      groups: z.number().int(),
    }),
  ),
  can: z.strictObject({ apply: z.boolean(), undo: z.boolean(), planAnew: z.boolean() }),
});
export type RollOver = z.infer<typeof RollOver>;

const schoolParams = z.strictObject({ schoolId: z.uuid() });
const params = z.strictObject({ schoolId: z.uuid(), rollOverId: z.uuid() });

export const planRollOver = endpoint({
  id: 'school-admin.planRollOver',
  method: 'POST',
  path: '/schools/:schoolId/roll-overs',
  scope: 'provider',
  summary: 'Plans the change of the school year: who moves up, who leaves, which classes and groups are made. Changes nothing of them yet; an earlier plan that was not carried out is dropped.',
  params: schoolParams,
  body: z.strictObject({ nextSchoolId: z.uuid().optional() }),
  response: RollOver,
  status: 201,
});

export const getRollOver = endpoint({
  id: 'school-admin.getRollOver',
  method: 'GET',
  path: '/schools/:schoolId/roll-overs/latest',
  scope: 'provider',
  summary: "The school's latest plan of a change of the school year, with how far it is.",
  params: schoolParams,
  response: z.strictObject({ rollOver: RollOver.nullable() }),
  refreshOn: ['roll-over'],
});

export const listRollOverLearners = endpoint({
  id: 'school-admin.listRollOverLearners',
  method: 'GET',
  path: '/schools/:schoolId/roll-overs/:rollOverId/classes/:rollOverClassId/learners',
  scope: 'provider',
  summary: 'What happens to each learner of a class.',
  params: z.strictObject({ schoolId: z.uuid(), rollOverId: z.uuid(), rollOverClassId: z.uuid() }),
  response: z.strictObject({
    learners: z.array(z.strictObject({ learnerId: PersonId, callName: z.string(), lastName: z.string(), action: RollOverAction, toName: z.string().nullable() })),
  }),
  refreshOn: ['roll-over'],
});

export const setRollOverAction = endpoint({
  id: 'school-admin.setRollOverAction',
  method: 'PUT',
  path: '/schools/:schoolId/roll-overs/:rollOverId/learners/:learnerId',
  scope: 'provider',
  summary: 'Says of one learner what the plan is to do: repeat the grade, move up to another class, leave, wait without a class.',
  params: z.strictObject({ schoolId: z.uuid(), rollOverId: z.uuid(), learnerId: z.uuid() }),
  body: z.strictObject({ action: RollOverAction, toName: z.string().trim().min(1).max(40).nullable() }),
  response: z.strictObject({ learnerId: PersonId, action: RollOverAction, toName: z.string().nullable() }),
});

const Started = z.strictObject({ rollOverId: z.uuid(), state: RollOver.shape.state });

export const applyRollOver = endpoint({
  id: 'school-admin.applyRollOver',
  method: 'POST',
  path: '/schools/:schoolId/roll-overs/:rollOverId/apply',
  scope: 'provider',
  summary: 'Carries the plan out, class by class; goes on by itself after a server was killed.',
  params,
  response: Started,
  status: 202,
});

export const undoRollOver = endpoint({
  id: 'school-admin.undoRollOver',
  method: 'POST',
  path: '/schools/:schoolId/roll-overs/:rollOverId/undo',
  scope: 'provider',
  summary: 'Takes a carried-out change of the school year back. Refused when learners have been moved in the new classes since.',
  params,
  response: Started,
  status: 202,
});
