import type { CurriculumText } from '@digione/curriculum/contract';
import { Checkbox } from '@digione/platform/ui';
import { useLanguage } from '@digione/platform/web';

export interface Choosable {
  readonly key: string;
  readonly label: string | null;
  readonly text: CurriculumText | null;
}

/** A text of the curriculum in the reader's language, else in one it has. */
export function useCurriculumText(): (item: Choosable) => string {
  const language = useLanguage();
  return ({ text, label, key }) => text?.[language] ?? text?.fi ?? text?.sv ?? text?.en ?? label ?? key;
}

/** Objectives or contents of the curriculum, several of them; nothing where no curriculum tells of the subject. */
export function ObjectivesField({ label, items, chosen, isLocked, onChange }: { label: string; items: readonly Choosable[]; chosen: readonly string[]; isLocked: boolean; onChange: (keys: readonly string[]) => void }) {
  const textOf = useCurriculumText();
  if (items.length === 0) return null;
  return (
    <fieldset className="teaching-plan-objectives">
      <legend>{label}</legend>
      <div className="teaching-plan-objectives-list">
        {items.map((item) => (
          <Checkbox key={item.key} isDisabled={isLocked} isSelected={chosen.includes(item.key)} onChange={(isOn) => onChange(isOn ? [...chosen, item.key] : chosen.filter((key) => key !== item.key))}>
            {textOf(item)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
