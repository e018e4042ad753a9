import { findGroupCurriculum, getUnit, type Unit } from '@digione/curriculum/contract';
import { Checkbox, Muted, Skeleton } from '@digione/platform/ui';
import { useEndpoint, useLanguage } from '@digione/platform/web';
import { useText } from '../messages.ts';
import type { BookParams } from './use-book-store.ts';

export interface ChosenObjectives {
  readonly editionId: string | null;
  readonly keys: readonly string[];
}

/** The objectives the curriculum in force has for the group's subject and grade level. */
export function useGroupUnit(params: BookParams): { editionId: string | null; unit: Unit | undefined; isPending: boolean } {
  const place = useEndpoint(findGroupCurriculum, { params });
  const editionId = place.data?.editionId ?? null;
  const unitKey = place.data?.unitKey ?? null;
  const has = editionId !== null && unitKey !== null;
  const unit = useEndpoint(getUnit, { params: { educationProviderId: params.educationProviderId, editionId: editionId ?? params.groupId }, query: { key: unitKey ?? '-' } }, { enabled: has });
  return { editionId, unit: has ? unit.data : undefined, isPending: place.isPending || (has && unit.isPending) };
}

/** Which objectives an item shows. */
export function ObjectivePicker({ params, chosen, onChange }: { params: BookParams; chosen: ChosenObjectives; onChange: (chosen: ChosenObjectives) => void }) {
  const t = useText();
  const language = useLanguage();
  const { editionId, unit, isPending } = useGroupUnit(params);
  const objectives = unit?.objectiveGroups.flatMap((group) => group.objectives) ?? [];
  // An item keeps the edition its objectives were chosen from; a choice in a newer one begins anew.
  const keys = chosen.editionId === editionId ? chosen.keys : [];
  const toggle = (key: string, isOn: boolean) => onChange({ editionId, keys: isOn ? [...keys, key] : keys.filter((one) => one !== key) });
  return (
    <fieldset className="teaching-objectives">
      <legend>{t('teaching.gradebook.item.objectives')}</legend>
      {isPending ? (
        <Skeleton rows={3} />
      ) : objectives.length === 0 ? (
        <Muted>{t('teaching.gradebook.item.noObjectives')}</Muted>
      ) : (
        <div className="teaching-objectives-list">
          {objectives.map(({ key, label, text }) => (
            <Checkbox key={key} isSelected={keys.includes(key)} onChange={(isOn) => toggle(key, isOn)}>
              {text?.[language] ?? text?.fi ?? text?.sv ?? label ?? key}
            </Checkbox>
          ))}
        </div>
      )}
    </fieldset>
  );
}
