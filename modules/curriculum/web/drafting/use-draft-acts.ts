import { removeDraftPart, restoreDraftChange, saveDraftPart, type DraftPart, type PartWish } from '@digione/curriculum/contract';
import { useAction, useProviderId, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';

export const wishOf = ({ draftPartId: _draftPartId, position: _position, ...wish }: DraftPart): PartWish => wish;

export const EMPTY: PartWish = { kind: 'objective', unitKey: null, gradeLevel: null, basisKey: null, code: null, name: {}, body: {}, credits: null, modules: [], subjects: [], version: null };

interface Handlers {
  readonly onSaved?: () => void;
  readonly onError?: (problem: ProblemError) => void;
}

/** Writing in a draft: every act can be taken back at once, and later in its history. */
export function useDraftActs(draftId: string, parts: readonly DraftPart[], { onSaved, onError }: Handlers = {}) {
  const t = useText();
  const educationProviderId = useProviderId();
  const refresh = ['curriculum-draft'];
  const restore = useAction(restoreDraftChange, { refresh, done: t('curriculum.draft.restored') });
  const remove = useAction(removeDraftPart, {
    refresh,
    done: t('curriculum.draft.removed'),
    undo: ({ changeId }) => {
      if (changeId !== null) restore.run({ params: { educationProviderId, draftId, changeId } });
    },
  });
  const save = useAction(saveDraftPart, {
    refresh,
    done: t('curriculum.draft.saved'),
    undo: (saved, { params }) => {
      const before = parts.find((one) => one.draftPartId === saved.draftPartId);
      if (before !== undefined) return { params, body: { ...wishOf(before), version: saved.version } };
      remove.run({ params });
      return undefined;
    },
    ...(onSaved && { onDone: onSaved }),
    ...(onError && { onError }),
  });
  const params = (draftPartId: string) => ({ educationProviderId, draftId, draftPartId });
  return {
    /** @param draftPartId of a part there is; a new one gets an id */
    save: (wish: PartWish, draftPartId: string = crypto.randomUUID()): void => save.run({ params: params(draftPartId), body: wish }),
    remove: (draftPartId: string): void => remove.run({ params: params(draftPartId) }),
    restore: (changeId: number): void => restore.run({ params: { educationProviderId, draftId, changeId } }),
    isPending: save.isPending || remove.isPending || restore.isPending,
  };
}
