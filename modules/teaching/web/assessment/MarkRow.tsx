import { Button, Icon, VisuallyHidden } from '@digione/platform/ui';
import { ProblemError } from '@digione/platform/web';
import { useState, type KeyboardEvent } from 'react';
import { isGiven, readReportMark, type MarkSheet, type SheetLearner } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { useAllowedText } from './use-allowed-text.ts';
import type { SheetTools } from './use-sheet.ts';

interface MarkRowProps {
  readonly learner: SheetLearner;
  readonly sheet: MarkSheet;
  readonly tools: SheetTools;
  readonly isChosen: boolean;
  readonly onChoose: (learnerId: string) => void;
}

/** One learner's mark: typed, kept when one goes on. */
export function MarkRow({ learner, sheet, tools, isChosen, onChoose }: MarkRowProps) {
  const t = useText();
  const allowedText = useAllowedText();
  const { allowed, mark, personId } = learner;
  const name = `${learner.callName} ${learner.lastName}`;
  // A draft holds on the version it was begun on: what is saved, or comes from a colleague, takes its place.
  const [begun, setBegun] = useState<{ text: string; on: number }>();
  const draft = begun?.on === mark.version ? begun.text : undefined;
  const setDraft = (text: string | undefined) => setBegun(text === undefined ? undefined : { text, on: mark.version });
  const [fault, setFault] = useState<string>();
  const [isCorrecting, setCorrecting] = useState(false);
  const takesValue = allowed.numbers || allowed.letters.length > 0;

  const keep = async () => {
    if (draft === undefined) return;
    const typed = draft.trim();
    const value = typed === '' ? null : readReportMark(allowed, typed);
    if (value === undefined) return setFault(t('teaching.marks.notAllowed', { allowed: allowedText(allowed) }));
    setFault(undefined);
    if (value === mark.value) return setDraft(undefined);
    try {
      const { isClash } = await tools.give({ learnerId: personId, value, words: mark.words, version: mark.version });
      if (isClash) setFault(t('teaching.marks.clash', { learners: name }));
    } catch (error) {
      setFault(error instanceof ProblemError ? (error.errors[0]?.message ?? error.detail ?? error.title) : String(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const inputs = [...(event.currentTarget.closest('tbody')?.querySelectorAll('input') ?? [])];
    const next = inputs[inputs.indexOf(event.currentTarget) + step];
    if (next === undefined) void keep();
    else next.focus();
  };
  return (
    <tr data-chosen={isChosen || undefined}>
      <th scope="row">
        <button type="button" className="teaching-sheet-learner" aria-pressed={isChosen} onClick={() => onChoose(personId)}>
          {learner.lastName} {learner.callName}
          {isGiven(allowed, mark) && mark.value === null && <Icon name="note" size={16} />}
          {mark.corrections > 0 && <VisuallyHidden>{t('teaching.marks.correctedTimes', { count: mark.corrections })}</VisuallyHidden>}
        </button>
        {fault !== undefined && (
          <p className="teaching-cell-fault" role="alert">
            {fault}
          </p>
        )}
      </th>
      <td>
        {sheet.can.decide && takesValue ? (
          <input
            className="teaching-sheet-input"
            aria-label={t('teaching.marks.markOf', { learner: name })}
            aria-invalid={fault !== undefined}
            placeholder={allowedText(allowed)}
            value={draft ?? mark.value ?? ''}
            maxLength={4}
            autoComplete="off"
            onFocus={(event) => {
              onChoose(personId);
              event.target.select();
            }}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={() => void keep()}
            onKeyDown={onKeyDown}
          />
        ) : (
          <span className="teaching-sheet-value">{mark.value ?? (mark.words !== null ? t('teaching.learning.inWords') : '–')}</span>
        )}
        {sheet.can.correct && (
          <Button size="sm" kind="quiet" onPress={() => setCorrecting(true)} aria-label={`${t('teaching.marks.correct')}: ${name}`}>
            {t('teaching.marks.correct')}
          </Button>
        )}
        {isCorrecting && <CorrectDialog learner={learner} tools={tools} onClose={() => setCorrecting(false)} />}
      </td>
    </tr>
  );
}
