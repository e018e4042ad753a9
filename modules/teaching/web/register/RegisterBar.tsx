import { Button, Icon, Spinner } from '@digione/platform/ui';
import { problemText, useFormat, useLanguage } from '@digione/platform/web';
import type { ReactNode } from 'react';
import { useText } from '../messages.ts';
import type { Counts } from './counts.ts';
import type { Snapshot } from './save-queue.ts';
import './register.css';

export interface RegisterBarProps {
  readonly snapshot: Snapshot;
  readonly counts: Counts;
  readonly onAllPresent: () => void;
  readonly onUndo: () => void;
}

/** Always in sight: how far the register is, whether it is saved, and the one act that finishes it. */
export function RegisterBar({ snapshot, counts, onAllPresent, onUndo }: RegisterBarProps) {
  const t = useText();
  const { register, canUndo } = snapshot;
  const isTaken = register.state === 'taken';
  const isUntouched = counts.unmarked === register.learners.length && counts.rest === counts.unmarked;
  const finish = isUntouched ? t('teaching.register.allPresent') : counts.rest > 0 ? t('teaching.register.restPresent', { count: counts.rest }) : t('teaching.register.finish');
  return (
    <div className="teaching-bar no-print" data-taken={isTaken || undefined}>
      <div className="teaching-bar-texts">
        <CountsText counts={counts} />
        <SavedText snapshot={snapshot} />
      </div>
      <div className="teaching-bar-acts">
        {canUndo && (
          <Button kind="quiet" icon="undo" onPress={onUndo}>
            {t('teaching.register.undo')}
          </Button>
        )}
        {!isTaken && (
          <Button kind="primary" icon="check" onPress={onAllPresent}>
            {finish}
          </Button>
        )}
      </div>
    </div>
  );
}

function CountsText({ counts }: { counts: Counts }) {
  const t = useText();
  const parts = [
    { count: counts.present, text: t('teaching.register.countPresent', { count: counts.present }) },
    { count: counts.absent, text: t('teaching.register.countAbsent', { count: counts.absent }) },
    { count: counts.partly, text: t('teaching.register.countPartly', { count: counts.partly }) },
    { count: counts.unmarked, text: t('teaching.register.countUnmarked', { count: counts.unmarked }) },
  ];
  return (
    <p className="teaching-bar-counts ui-numbers">
      {parts
        .filter(({ count }) => count > 0)
        .map(({ text }) => text)
        .join(' · ')}
    </p>
  );
}

function SavedText({ snapshot: { register, state, error } }: { snapshot: Snapshot }) {
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const { takenAt, takenBy } = register;
  const said = (): { icon: ReactNode; text: string; who?: string } => {
    switch (state) {
      case 'saving':
        return { icon: <Spinner />, text: t('teaching.register.saving') };
      case 'waiting':
        return { icon: <Icon name="offline" size={16} />, text: t('teaching.register.waiting') };
      case 'refused':
        return { icon: <Icon name="alert" size={16} />, text: problemText(error, language).text };
      case 'idle': {
        if (takenAt === null || takenBy === null) return { icon: <Icon name="question" size={16} />, text: t('teaching.register.stateUntaken') };
        const who = t('teaching.register.savedBy', { name: `${takenBy.callName} ${takenBy.lastName}`, when: format.moment(takenAt) });
        return register.state === 'taken' ? { icon: <Icon name="check" size={16} />, text: t('teaching.register.saved'), who } : { icon: <Icon name="clock" size={16} />, text: t('teaching.register.savedPartly'), who };
      }
    }
  };
  const { icon, text, who } = said();
  return (
    <p className="teaching-bar-state" role="status" data-state={state}>
      {icon}
      <span>
        {text}
        {who !== undefined && <span className="teaching-bar-who">. {who}</span>}
      </span>
    </p>
  );
}
