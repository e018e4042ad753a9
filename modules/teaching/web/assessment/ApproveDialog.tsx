import { fromHelsinki } from '@digione/local-date';
import { Button, Checkbox, DatePicker, Dialog, Segmented, TextField } from '@digione/platform/ui';
import { today, useAction, type ProblemError } from '@digione/platform/web';
import { useState } from 'react';
import { approveMarkRound, type MarkRound } from '../../contract/index.ts';
import { useText } from '../messages.ts';

/** `12.00`, `12:00` and `9.5` as a wall-clock time; undefined when it is none. */
function readTime(text: string): string | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[.:](\d{2})$/.exec(text.trim()) ?? [];
  return hours !== '' && Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : undefined;
}

/** The principal's word: what is locked may be seen, and from when. */
export function ApproveDialog({ params, round, openSheets, onClose }: { params: { readonly educationProviderId: string; readonly schoolId: string; readonly markRoundId: string }; round: MarkRound; openSheets: number; onClose: () => void }) {
  const t = useText();
  const [when, setWhen] = useState<'now' | 'later'>('later');
  const [day, setDay] = useState<string | null>(round.dueOn > today() ? round.dueOn : today());
  const [time, setTime] = useState('12.00');
  const [leavesOut, setLeavesOut] = useState(false);
  const [problem, setProblem] = useState<ProblemError>();
  const approve = useAction(approveMarkRound, { onDone: onClose, onError: setProblem });
  const clock = readTime(time);
  const isReady = when === 'now' || (day !== null && clock !== undefined);
  const run = () => {
    const publishAt = when === 'now' || day === null || clock === undefined ? null : fromHelsinki(day, clock);
    approve.run({ params, body: { publishAt, withoutOpenSheets: leavesOut }, ifMatch: round.version });
  };
  return (
    <Dialog
      title={t('teaching.rounds.approveTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('teaching.rounds.cancel')}</Button>
          <Button kind="primary" isDisabled={!isReady || (openSheets > 0 && !leavesOut)} isPending={approve.isPending} onPress={run}>
            {t('teaching.rounds.approve')}
          </Button>
        </>
      }
    >
      <div className="teaching-item-form">
        {problem !== undefined && (
          <p className="teaching-cell-fault" role="alert">
            {problem.detail ?? problem.title}
          </p>
        )}
        <p>{t('teaching.rounds.approveText')}</p>
        <Segmented label={t('teaching.rounds.when')} options={[{ value: 'later', label: t('teaching.rounds.later') }, { value: 'now', label: t('teaching.rounds.now') }]} value={when} onChange={setWhen} />
        {when === 'later' && (
          <div className="teaching-item-row">
            <DatePicker label={t('teaching.rounds.day')} value={day} onChange={setDay} minDate={today()} />
            <TextField label={t('teaching.rounds.time')} value={time} onChange={setTime} {...(clock === undefined && { errorMessage: t('teaching.rounds.timeFault') })} />
          </div>
        )}
        {openSheets > 0 && (
          <Checkbox isSelected={leavesOut} onChange={setLeavesOut}>
            {t('teaching.rounds.leaveOut', { count: openSheets })}
          </Checkbox>
        )}
      </div>
    </Dialog>
  );
}
