import { useState } from 'react';
import type { ResponseOf } from '@digione/platform/contract';
import { Button, DatePicker, Dialog, ErrorState, Select, Stack } from '@digione/platform/ui';
import { today, useAction, useEndpoint, useFormat, type ProblemError } from '@digione/platform/web';
import { givePlace, listPlaces, type getLearnersPath } from '@digione/school-admin/contract';
import { proposeGroups } from '../arrival/propose.ts';
import { useText } from '../messages.ts';

interface PlaceDialogProps {
  readonly school: { readonly educationProviderId: string; readonly schoolId: string };
  readonly learner: ResponseOf<typeof getLearnersPath>;
  readonly onClose: () => void;
}

/** Class and its groups from a day: for who has come without them, or changes class for good. */
export function PlaceDialog({ school, learner, onClose }: PlaceDialogProps) {
  const t = useText();
  const format = useFormat();
  const [from, setFrom] = useState<string | null>(learner.from > today() ? learner.from : today());
  const [homeroomId, setHomeroomId] = useState<string | null>(null);
  const [problem, setProblem] = useState<ProblemError>();
  const places = useEndpoint(listPlaces, { params: school, query: { on: from ?? today() } }, { keepPrevious: true });
  const save = useAction(givePlace, {
    refresh: ['person', 'homeroom', 'group', 'learner-change'],
    done: (given) => t('schoolAdmin.path.placeDone', { name: `${given.callName} ${given.lastName}`, homeroom: given.homeroomName ?? '–', date: format.day(given.from) }),
    onDone: onClose,
    onError: setProblem,
  });
  const fault = problem?.messageFor('from');
  const send = () => {
    setProblem(undefined);
    if (from === null || homeroomId === null) return;
    save.run({ params: { ...school, learnerId: learner.learnerId }, body: { from, homeroomId, teachingGroupIds: proposeGroups(places.data?.groups ?? [], homeroomId) } });
  };
  return (
    <Dialog
      title={t('schoolAdmin.path.givePlace')}
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" isWide isPending={save.isPending} isDisabled={from === null || homeroomId === null} onPress={send}>
          {t('schoolAdmin.path.givePlace')}
        </Button>
      }
    >
      <Stack>
        {problem !== undefined && problem.errors.length === 0 && <ErrorState error={problem} isCompact />}
        <DatePicker label={t('schoolAdmin.path.from')} value={from} onChange={setFrom} {...(fault !== undefined && { errorMessage: fault })} />
        <Select
          label={t('schoolAdmin.newcomer.homeroom')}
          options={(places.data?.homerooms ?? []).map((one) => ({ value: one.homeroomId, label: t('schoolAdmin.newcomer.homeroomOption', { name: one.name, count: one.learnerCount }) }))}
          value={homeroomId}
          onChange={setHomeroomId}
        />
      </Stack>
    </Dialog>
  );
}
