import { useState } from 'react';
import { Button, Dialog, ErrorState, Stack, TextField } from '@digione/platform/ui';
import { useAction, useFormat, type ProblemError } from '@digione/platform/web';
import { changeAbsenceNotice, type AbsenceNotice, type AbsenceType } from '@digione/school-admin/contract';
import { useText } from '../messages.ts';
import { PillChoice } from '../pills/Pills.tsx';
import { OtherTime, timeOf, type ChosenTime } from './OtherTime.tsx';

/** Says anew how long, why and what else. */
export function ChangeNoticeDialog({ educationProviderId, notice, types, onClose }: { educationProviderId: string; notice: AbsenceNotice; types: readonly AbsenceType[]; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const [chosen, setChosen] = useState<ChosenTime>({
    days: { from: notice.firstDay, to: notice.lastDay },
    isPart: notice.fromTime !== null || notice.untilTime !== null,
    fromTime: notice.fromTime ?? '',
    untilTime: notice.untilTime ?? '',
  });
  const [absenceTypeId, setAbsenceTypeId] = useState(notice.absenceTypeId);
  const [note, setNote] = useState(notice.note ?? '');
  const [problem, setProblem] = useState<ProblemError>();
  const change = useAction(changeAbsenceNotice, { refresh: ['absence', 'notification'], done: t('schoolAdmin.notice.changed'), onDone: onClose, onError: setProblem });
  const time = timeOf(chosen);
  const save = () => {
    setProblem(undefined);
    if (time === undefined) return;
    const words = note.trim();
    change.run({ params: { educationProviderId, absenceNoticeId: notice.absenceNoticeId }, ifMatch: notice.version, body: { ...time, absenceTypeId, ...(words !== '' && { note: words }) } });
  };
  return (
    <Dialog
      title={t('schoolAdmin.notice.changeTitle')}
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" isWide isDisabled={time === undefined} isPending={change.isPending} onPress={save}>
          {t('schoolAdmin.notice.save')}
        </Button>
      }
    >
      <Stack gap={6}>
        {problem !== undefined && problem.errors.length === 0 && <ErrorState error={problem} isCompact />}
        <OtherTime value={chosen} onChange={setChosen} problem={problem} />
        <PillChoice
          label={t('schoolAdmin.report.why')}
          pills={types.map((type) => ({ value: type.absenceTypeId, label: format.name(type.name) }))}
          value={absenceTypeId}
          onChange={setAbsenceTypeId}
          errorMessage={problem?.messageFor('absenceTypeId')}
        />
        <TextField label={t('schoolAdmin.report.note')} description={t('schoolAdmin.report.noteHelp')} isOptional value={note} onChange={setNote} maxLength={500} />
      </Stack>
    </Dialog>
  );
}
