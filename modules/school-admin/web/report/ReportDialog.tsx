import { useState } from 'react';
import { toHelsinki } from '@digione/local-date';
import { reportAbsence, withdrawAbsenceNotice, type AbsenceType } from '@digione/school-admin/contract';
import { addToast, Button, Dialog, ErrorState, Stack, TextField } from '@digione/platform/ui';
import { now, useAction, useFormat, type ProblemError } from '@digione/platform/web';
import { listNames, useText } from '../messages.ts';
import { PillChoice, PillToggles } from '../pills/Pills.tsx';
import { OtherTime, timeOf, type ChosenTime } from './OtherTime.tsx';
import { dayChoices } from './when.ts';

/** Somebody whose absence the reader may report. */
export interface Reportable {
  readonly educationProviderId: string;
  readonly learnerId: string;
  readonly callName: string;
  /** It is the reader, of age. */
  readonly isSelf: boolean;
  readonly types: readonly AbsenceType[];
}

export interface ReportDialogProps {
  readonly learners: readonly Reportable[];
  /** Chosen when it opens. */
  readonly preselected: readonly string[];
  readonly onClose: () => void;
}

const OTHER = 'other';
const REFRESH = ['absence', 'notification'];

/** What all of these learners' schools offer; a code means the same everywhere. */
function commonTypes(learners: readonly Reportable[]): readonly AbsenceType[] {
  const [first, ...rest] = learners;
  return first?.types.filter(({ code, guardianMayChoose }) => guardianMayChoose && rest.every(({ types }) => types.some((type) => type.code === code && type.guardianMayChoose))) ?? [];
}

/** Reports one or several learners away. As it opens everything is filled in for the commonest case: send, or change what differs. */
export function ReportDialog({ learners, preselected, onClose }: ReportDialogProps) {
  const t = useText();
  const format = useFormat();
  const { date: today, time: clock } = toHelsinki(now());
  const choices = dayChoices(today, clock);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(preselected));
  const [choice, setChoice] = useState('0');
  const [other, setOther] = useState<ChosenTime>({ days: { from: today, to: today }, isPart: false, fromTime: '', untilTime: '' });
  const [typeCode, setTypeCode] = useState<string>();
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<ProblemError>();
  const [refused, setRefused] = useState<readonly string[]>([]);

  const picked = learners.filter(({ learnerId }) => chosen.has(learnerId));
  const types = commonTypes(picked.length === 0 ? learners : picked);
  const type = types.find(({ code }) => code === typeCode) ?? types.find(({ category }) => category === 'illness') ?? types[0];
  const quick = choices[Number(choice)];
  const time = choice === OTHER ? timeOf(other) : quick && { firstDay: quick.firstDay, lastDay: quick.lastDay };
  const nameOf = (learnerId: string) => learners.find((one) => one.learnerId === learnerId)?.callName ?? '';

  const withdraw = useAction(withdrawAbsenceNotice, { refresh: REFRESH });
  const report = useAction(reportAbsence, {
    refresh: REFRESH,
    onError: setProblem,
    onDone({ results }, { body }) {
      const done = results.filter(({ outcome }) => outcome === 'reported' || outcome === 'already-reported');
      const undoable = results.flatMap(({ outcome, absenceNoticeId, educationProviderId }) => (outcome === 'reported' && absenceNoticeId !== null ? [{ absenceNoticeId, educationProviderId }] : []));
      addToast({
        tone: 'success',
        title: t('schoolAdmin.report.done', { names: listNames(format.language, done.map(({ learnerId }) => nameOf(learnerId))), days: format.dateRange(body.firstDay, body.lastDay) }),
        ...(undoable.length > 0 && { action: { label: t('schoolAdmin.undo'), run: () => undoable.forEach((params) => withdraw.run({ params })) } }),
      });
      const notDone = results.filter((result) => !done.includes(result)).map(({ learnerId }) => learnerId);
      if (notDone.length === 0) onClose();
      setRefused(notDone);
      setChosen(new Set(notDone));
    },
  });
  const send = () => {
    setProblem(undefined);
    setRefused([]);
    if (time === undefined || type === undefined || picked.length === 0) return;
    const words = note.trim();
    report.run({
      body: { learners: picked.map(({ educationProviderId, learnerId }) => ({ educationProviderId, learnerId })), ...time, absenceTypeCode: type.code, ...(words !== '' && { note: words }) },
    });
  };

  return (
    <Dialog
      title={t('schoolAdmin.report.title')}
      isOpen
      onClose={onClose}
      footer={
        <Button kind="primary" isWide isDisabled={picked.length === 0 || time === undefined || type === undefined} isPending={report.isPending} onPress={send}>
          {picked.length === 0 ? t('schoolAdmin.report.sendNobody') : t('schoolAdmin.report.send', { names: listNames(format.language, picked.map(({ callName }) => callName)) })}
        </Button>
      }
    >
      <Stack gap={6}>
        {problem !== undefined && problem.errors.length === 0 && <ErrorState error={problem} isCompact />}
        {refused.length > 0 && <ErrorState isCompact title={t('schoolAdmin.report.refused', { names: listNames(format.language, refused.map(nameOf)) })} text={t('schoolAdmin.report.refusedHelp')} />}
        {learners.length > 1 && (
          <PillToggles label={t('schoolAdmin.report.who')} pills={learners.map(({ learnerId, callName }) => ({ value: learnerId, label: callName }))} values={chosen} onChange={setChosen} />
        )}
        <Stack gap={3}>
          <PillChoice
            label={t('schoolAdmin.report.when')}
            pills={[
              ...choices.map(({ lastDay, kind }, index) => ({ value: String(index), label: kind === 'day' ? capital(format.day(lastDay)) : t('schoolAdmin.report.until', { day: format.date(lastDay) }) })),
              { value: OTHER, label: t('schoolAdmin.report.other') },
            ]}
            value={choice}
            onChange={setChoice}
            errorMessage={choice === OTHER ? undefined : (problem?.messageFor('lastDay') ?? problem?.messageFor('firstDay'))}
          />
          {choice === OTHER && <OtherTime value={other} onChange={setOther} problem={problem} />}
        </Stack>
        <PillChoice
          label={t('schoolAdmin.report.why')}
          pills={types.map(({ code, name }) => ({ value: code, label: format.name(name) }))}
          value={type?.code ?? null}
          onChange={setTypeCode}
          errorMessage={problem?.messageFor('absenceTypeCode')}
        />
        <TextField label={t('schoolAdmin.report.note')} description={t('schoolAdmin.report.noteHelp')} isOptional value={note} onChange={setNote} maxLength={500} />
        <p className="ui-muted">{t(learners.every(({ isSelf }) => isSelf) ? 'schoolAdmin.report.whoSeesMine' : 'schoolAdmin.report.whoSees')}</p>
      </Stack>
    </Dialog>
  );
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fi') + text.slice(1);
