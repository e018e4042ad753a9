import { listHomerooms } from '@digione/core-data/contract';
import { ComboBox } from '@digione/platform/ui';
import { useEndpoint } from '@digione/platform/web';
import { useText } from '../messages.ts';

export interface HomeroomPickerProps {
  readonly educationProviderId: string;
  readonly schoolId: string;
  /** Said when the reader works at several schools. */
  readonly schoolName: string | undefined;
  readonly value: string;
  readonly onChange: (homeroomId: string) => void;
}

/** The classes of one's school, found by writing. */
export function HomeroomPicker({ educationProviderId, schoolId, schoolName, value, onChange }: HomeroomPickerProps) {
  const t = useText();
  const { data } = useEndpoint(listHomerooms, { params: { educationProviderId, schoolId } });
  const options = (data?.homerooms ?? []).map(({ homeroomId, name }) => ({ value: homeroomId, label: name }));
  // The list is read once by the field: it must be there before the field is.
  if (options.length === 0) return null;
  return (
    <ComboBox
      label={schoolName === undefined ? t('timetable.week.homeroom') : t('timetable.week.homeroomOf', { school: schoolName })}
      options={options}
      value={options.some((option) => option.value === value) ? value : null}
      onChange={(homeroomId) => onChange(homeroomId ?? '')}
    />
  );
}
