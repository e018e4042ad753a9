import { useState } from 'react';
import { listHomerooms, moveToHomeroom, type Person } from '@digione/core-data/contract';
import { Button, Checkbox, DatePicker, Dialog, ErrorState, Select, Stack } from '@digione/platform/ui';
import { today, useAction, useEndpoint, useFormat, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';

interface MoveDialogProps {
  person: Person;
  educationProviderId: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Moves a learner to another homeroom from a date; the undo moves back with the same date, which leaves no trace of the move. */
export function MoveDialog({ person, educationProviderId, isOpen, onClose }: MoveDialogProps) {
  const t = useText();
  const format = useFormat();
  const enrolment = person.enrolments[0];
  const homerooms = useEndpoint(listHomerooms, { params: { educationProviderId, schoolId: enrolment?.schoolId ?? '' } }, { enabled: isOpen && enrolment !== undefined });
  const [homeroomId, setHomeroomId] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(today());
  const [takesGroups, setTakesGroups] = useState(true);
  const [problem, setProblem] = useState<ProblemError>();
  const target = { params: { educationProviderId, learnerId: person.personId } };
  const undo = useAction(moveToHomeroom, { refresh: ['person', 'homeroom', 'group'], done: t('core-data.move.undone') });
  const move = useAction(moveToHomeroom, {
    refresh: ['person', 'homeroom', 'group'],
    done: (moved) => t('core-data.move.done', { name: person.callName, homeroom: moved.current.name, date: format.day(moved.from) }),
    onDone: onClose,
    onError: setProblem,
    undo: (moved) => (moved.previous === null ? undefined : undo.run({ ...target, body: { homeroomId: moved.previous.id, from: moved.from, movesHomeroomGroups: takesGroups } })),
  });
  const others = (homerooms.data?.homerooms ?? []).filter((one) => one.homeroomId !== enrolment?.homeroomId);
  const fault = problem?.messageFor('from');
  return (
    <Dialog
      title={t('core-data.move.title', { name: person.callName })}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('core-data.cancel')}</Button>
          <Button
            kind="primary"
            isPending={move.isPending}
            isDisabled={homeroomId === null || from === null}
            onPress={() => {
              setProblem(undefined);
              if (homeroomId !== null && from !== null) move.run({ ...target, body: { homeroomId, from, movesHomeroomGroups: takesGroups } });
            }}
          >
            {t('core-data.move.save')}
          </Button>
        </>
      }
    >
      <Stack>
        {problem !== undefined && problem.errors.length === 0 && <ErrorState error={problem} isCompact />}
        <Select
          label={t('core-data.move.to')}
          options={others.map((one) => ({ value: one.homeroomId, label: t('core-data.move.option', { name: one.name, count: one.learnerCount }) }))}
          value={homeroomId}
          onChange={setHomeroomId}
        />
        <DatePicker label={t('core-data.move.from')} value={from} onChange={setFrom} {...(fault !== undefined && { errorMessage: fault })} />
        <Checkbox isSelected={takesGroups} onChange={setTakesGroups}>
          {t('core-data.move.takesGroups')}
        </Checkbox>
      </Stack>
    </Dialog>
  );
}
