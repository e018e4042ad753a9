import { Icon, type MarkOption } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import type { Mark, Register, RegisterLock } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { Clash } from './change.ts';

/** Why the register can only be looked at. */
export function LockNote({ lock, lesson }: { lock: RegisterLock | null; lesson: Register['lesson'] }) {
  const t = useText();
  const format = useFormat();
  if (lock === null) return null;
  const text = () => {
    switch (lock) {
      case 'not-begun':
        return t('teaching.register.lockNotBegun', { when: format.dayTime(lesson.heldOn, lesson.startsAt) });
      case 'too-old':
        return t('teaching.register.lockTooOld');
      case 'no-right':
        return t('teaching.register.lockNoRight');
    }
  };
  return (
    <p className="teaching-note">
      <Icon name={lock === 'not-begun' ? 'clock' : 'lock'} /> <span>{text()}</span>
    </p>
  );
}

/** Somebody else marked the same learner otherwise at the same time: their mark stands, and it is said. */
export function Clashes({ clashes, options }: { clashes: readonly Clash[]; options: readonly MarkOption<Mark>[] }) {
  const t = useText();
  if (clashes.length === 0) return null;
  const word = (mark: Mark | null) => (options.find((option) => option.value === mark)?.label ?? t(mark === 'left-early' ? 'teaching.register.left' : 'teaching.register.unmarked')).toLocaleLowerCase();
  return (
    <div className="teaching-note teaching-note-attention" role="alert">
      <Icon name="people" />
      <div>
        <p>{t('teaching.register.clash')}</p>
        <ul className="teaching-note-list">
          {clashes.map(({ learner, mine }) => (
            <li key={learner.personId}>{t('teaching.register.clashRow', { name: `${learner.callName} ${learner.lastName}`, theirs: word(learner.mark), mine: word(mine) })}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
