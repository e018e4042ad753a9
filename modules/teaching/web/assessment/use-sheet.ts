import { useAction, useEndpoint, useParam, useProviderId, type ProblemError } from '@digione/platform/web';
import { behaviourMarks, groupMarks, type MarkSheet } from '../../contract/index.ts';

/** What is given to one learner. */
export interface Gift {
  readonly learnerId: string;
  readonly value: string | null;
  readonly words: string | null;
  readonly version: number;
}

export interface SheetTools {
  readonly query: { readonly data: MarkSheet | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly educationProviderId: string;
  /** A teaching group has a curriculum and a grade book; a class has neither. */
  readonly groupId: string | null;
  readonly give: (gift: Gift) => Promise<{ readonly isClash: boolean }>;
  readonly lock: (isLocked: boolean) => void;
  readonly correct: (gift: Gift & { readonly reason: string }) => Promise<unknown>;
  readonly isPending: boolean;
}

/** An error is told where it arose: beside the mark, in the dialog. */
const inPlace = { onError: (_problem: ProblemError) => {} };

/** The sheet of a group's marks in its subject. */
export function useGroupSheet(): SheetTools {
  const params = { educationProviderId: useProviderId(), groupId: useParam('groupId'), markRoundId: useParam('markRoundId') };
  const query = useEndpoint(groupMarks.get, { params });
  const save = useAction(groupMarks.save, inPlace);
  const lock = useAction(groupMarks.lock);
  const correct = useAction(groupMarks.correct, inPlace);
  return {
    query,
    educationProviderId: params.educationProviderId,
    groupId: params.groupId,
    give: async (gift) => ({ isClash: (await save.runAsync({ params, body: { changes: [gift] } })).clashes.length > 0 }),
    lock: (isLocked) => lock.run({ params, body: { isLocked } }),
    correct: (body) => correct.runAsync({ params, body }),
    isPending: save.isPending || lock.isPending || correct.isPending,
  };
}

/** The sheet of a class's behaviour. */
export function useBehaviourSheet(): SheetTools {
  const params = { educationProviderId: useProviderId(), homeroomId: useParam('homeroomId'), markRoundId: useParam('markRoundId') };
  const query = useEndpoint(behaviourMarks.get, { params });
  const save = useAction(behaviourMarks.save, inPlace);
  const lock = useAction(behaviourMarks.lock);
  const correct = useAction(behaviourMarks.correct, inPlace);
  return {
    query,
    educationProviderId: params.educationProviderId,
    groupId: null,
    give: async (gift) => ({ isClash: (await save.runAsync({ params, body: { changes: [gift] } })).clashes.length > 0 }),
    lock: (isLocked) => lock.run({ params, body: { isLocked } }),
    correct: (body) => correct.runAsync({ params, body }),
    isPending: save.isPending || lock.isPending || correct.isPending,
  };
}
