import { Button, Icon, MenuButton } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import type { Mark, RegisterLearner } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import './register.css';

const LATE = [5, 10, 15, 20, 30, 45];
const EARLY = [5, 10, 15, 30];

export interface LearnerDetailProps {
  readonly learner: RegisterLearner;
  readonly isLocked: boolean;
  readonly onMark: (learnerId: string, mark: Mark, minutes: number) => void;
}

/** The quiet line under a name: what the home told, why away, how late. */
export function LearnerDetail({ learner, isLocked, onMark }: LearnerDetailProps) {
  const t = useText();
  const format = useFormat();
  const { mark, minutes, notice, absenceTypeName } = learner;
  if (mark === 'late' || mark === 'left-early') {
    const text = mark === 'late' ? t('teaching.register.lateBy', { minutes: minutes ?? 0 }) : t('teaching.register.leftBy', { minutes: minutes ?? 0 });
    if (isLocked) return text;
    const entry = (kind: 'late' | 'left-early', value: number) => ({
      id: `${kind} ${value}`,
      label: t(kind === 'late' ? 'teaching.register.lateBy' : 'teaching.register.leftBy', { minutes: value }),
      isCurrent: mark === kind && minutes === value,
      onAction: () => onMark(learner.personId, kind, value),
    });
    return (
      <MenuButton
        label={t('teaching.register.howMuch', { name: learner.callName })}
        trigger={
          <Button kind="quiet" size="sm" icon="edit" aria-label={text}>
            {t('teaching.register.minutes', { minutes: minutes ?? 0 })}
          </Button>
        }
        groups={[LATE.map((value) => entry('late', value)), EARLY.map((value) => entry('left-early', value))]}
      />
    );
  }
  if (mark === null && notice !== null) return <Told text={t('teaching.register.told', { type: format.name(notice.typeName) })} />;
  if (mark === 'absent') {
    return absenceTypeName === null ? t('teaching.register.unexplained') : <Told text={format.name(absenceTypeName)} />;
  }
  return notice === null ? null : <Told text={t('teaching.register.toldButHere', { type: format.name(notice.typeName) })} />;
}

function Told({ text }: { text: string }) {
  return (
    <span className="teaching-told">
      <Icon name="info" size={16} /> {text}
    </span>
  );
}
