import { Button } from '@digione/platform/ui';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import type { LessonEntry } from '../../contract/index.ts';
import { useText } from '../messages.ts';

/** Several of the group, by a press each; all of them by one. */
export function LearnerPicker({ learners, chosen, onChange }: { learners: LessonEntry['learners']; chosen: readonly string[]; onChange: (ids: readonly string[]) => void }) {
  const t = useText();
  const isAll = chosen.length === learners.length && learners.length > 0;
  return (
    <div className="teaching-picker" role="group" aria-label={t('teaching.entry.whom')}>
      <Button kind="quiet" size="sm" icon="people" onPress={() => onChange(isAll ? [] : learners.map(({ personId }) => personId))}>
        {t(isAll ? 'teaching.entry.nobody' : 'teaching.entry.everybody')}
      </Button>
      {learners.map(({ personId, callName, lastName }) => (
        <ToggleButton
          key={personId}
          className="teaching-pick"
          isSelected={chosen.includes(personId)}
          onChange={(isChosen) => onChange(isChosen ? [...chosen, personId] : chosen.filter((id) => id !== personId))}
        >
          {`${callName} ${lastName}`}
        </ToggleButton>
      ))}
    </div>
  );
}
