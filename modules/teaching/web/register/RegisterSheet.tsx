import { toHelsinki } from '@digione/local-date';
import { EmptyState, MarkRegister, presenceMarks, type MarkOption, type MarkRow } from '@digione/platform/ui';
import { now, useLanguage } from '@digione/platform/web';
import { useCallback, useEffect, useMemo, useRef, useState, type CSSProperties, type KeyboardEvent, type RefObject } from 'react';
import type { Mark, Register, RegisterLearner } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { countMarks, minutesLate, shownMark } from './counts.ts';
import { KeyHelp } from './KeyHelp.tsx';
import { LearnerDetail } from './LearnerDetail.tsx';
import { RegisterBar } from './RegisterBar.tsx';
import { Clashes, LockNote } from './RegisterNotes.tsx';
import { Topic } from './Topic.tsx';
import { useSaveQueue, type RegisterParams } from './use-save-queue.ts';
import './register.css';

/** The group to be marked, row by row, saved as one goes. */
export function RegisterSheet({ params, read }: { params: RegisterParams; read: Register }) {
  const t = useText();
  const language = useLanguage();
  const { snapshot, queue } = useSaveQueue(params, read);
  const { register } = snapshot;
  const { lesson, lock } = register;
  const [isHelpOpen, setHelpOpen] = useState(false);
  const options = useMemo((): MarkOption<Mark>[] => presenceMarks(language), [language]);
  const leftEarly = useMemo(
    (): MarkOption<Mark>[] => options.map((option) => (option.value === 'late' ? { ...option, value: 'left-early', label: t('teaching.register.left'), icon: 'sign-out' } : option)),
    [options, t],
  );

  const mark = useCallback(
    (learnerId: string, value: Mark, minutes?: number) => {
      const at = toHelsinki(now());
      const late = () => minutesLate(lesson.startsAt, lesson.endsAt, at.date === lesson.heldOn ? at.time : undefined);
      const isPartly = value === 'late' || value === 'left-early';
      queue.act({ marks: new Map([[learnerId, { mark: value, minutes: isPartly ? (minutes ?? late()) : null }]]), allPresent: false });
    },
    [queue, lesson],
  );
  const finish = useCallback(() => queue.act({ marks: new Map(), allPresent: true }), [queue]);
  const undo = useCallback(() => queue.undo(), [queue]);

  const isLocked = lock !== null;
  const rowOf = useMemo(() => rowMaker(leftEarly, isLocked, mark), [leftEarly, isLocked, mark]);
  const rows = useMemo(() => register.learners.map(rowOf), [register.learners, rowOf]);
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const isCommand = event.ctrlKey || event.metaKey;
    if (isLocked || isTyping(event.target)) return;
    if (event.key === '?') setHelpOpen(true);
    else if (isCommand && event.key === 'Enter' && register.state !== 'taken') finish();
    else if (isCommand && event.key.toLowerCase() === 'z') undo();
    else return;
    event.preventDefault();
  };
  useArrowIntoList(list);

  const counts = countMarks(register);
  if (register.learners.length === 0) return <EmptyState icon="people" title={t('teaching.register.empty')} />;
  return (
    <div className="teaching-register" onKeyDown={onKeyDown} role="presentation">
      <LockNote lock={lock} lesson={lesson} />
      <Clashes clashes={snapshot.clashes} options={options} />
      <div ref={list} className="teaching-register-list" style={columnsOf(rows.length)}>
        <MarkRegister label={t('teaching.register.list', { group: lesson.groupName })} options={options} rows={rows} onMark={mark} />
      </div>
      <Topic topic={register.topic} isLocked={isLocked} onChange={(topic) => queue.act({ marks: new Map(), allPresent: false, topic })} />
      {!isLocked && <RegisterBar snapshot={snapshot} counts={counts} onAllPresent={finish} onUndo={undo} />}
      <KeyHelp options={options} isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}

/** Rows keep their identity while their learner does: one press draws one row. */
function rowMaker(leftEarly: readonly MarkOption<Mark>[], isLocked: boolean, onMark: (learnerId: string, mark: Mark, minutes: number) => void): (learner: RegisterLearner) => MarkRow<Mark> {
  const made = new WeakMap<RegisterLearner, MarkRow<Mark>>();
  return (learner) => {
    const row = made.get(learner) ?? {
      id: learner.personId,
      name: `${learner.callName} ${learner.lastName}`,
      detail: <LearnerDetail learner={learner} isLocked={isLocked} onMark={onMark} />,
      value: shownMark(learner),
      isDisabled: isLocked,
      ...(learner.mark === 'left-early' && { options: leftEarly }),
    };
    made.set(learner, row);
    return row;
  };
}

/** Two columns on a wide screen are filled downwards, as a list is read. */
const columnsOf = (count: number): CSSProperties & Record<'--rows', number> => ({ '--rows': Math.ceil(count / 2) });

const isTyping = (target: EventTarget): boolean => target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;

/** From anywhere on the page the arrow down leads to the first learner. */
function useArrowIntoList(list: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const { activeElement } = document;
      const isElsewhere = activeElement === null || activeElement === document.body || activeElement.tagName === 'H1';
      if (event.key !== 'ArrowDown' || !isElsewhere || event.altKey || event.ctrlKey || event.metaKey) return;
      const first = list.current?.querySelector<HTMLElement>('[role="radio"][tabindex="0"]');
      if (!first) return;
      event.preventDefault();
      first.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [list]);
}
