import { listHomerooms } from '@digione/core-data/contract';
import { ComboBox, Select } from '@digione/platform/ui';
import { useEndpoint, useFormat } from '@digione/platform/web';
import { useText } from '../messages.ts';
import type { OwnSchool } from './schools-of-roles.ts';
import { useOwnSchools, type OwnSchools } from './use-own-schools.ts';

/** More are found by writing. */
const FEW = 12;

export interface ClassPickerProps {
  /** In which the reader may look at a school's classes; keeps its identity between draws. */
  readonly roles: readonly string[];
  readonly value: string;
  readonly onChange: (homeroomId: string, educationProviderId: string) => void;
}

/** A class of one's own schools: the school, where there are several, and the class. Nothing for who works at none. */
export function ClassPicker({ roles, value, onChange }: ClassPickerProps) {
  const own = useOwnSchools(roles);
  if (own.school === undefined) return null;
  const { educationProviderId } = own.school;
  return (
    <>
      <SchoolChoice {...own} onChange={() => onChange('', educationProviderId)} />
      <Classes key={own.school.schoolId} school={own.school} value={value} onChange={(homeroomId) => onChange(homeroomId, educationProviderId)} />
    </>
  );
}

/** Which of one's schools; nothing to choose for who has one. */
export function SchoolChoice({ schools, school, choose, onChange }: OwnSchools & { onChange?: () => void }) {
  const t = useText();
  const format = useFormat();
  if (schools.length < 2) return null;
  const props = {
    label: t('core-data.people.school'),
    options: schools.map(({ schoolId, name }) => ({ value: schoolId, label: format.name(name) })),
    value: school?.schoolId ?? null,
    onChange: (schoolId: string | null) => {
      if (schoolId === null) return;
      choose(schoolId);
      onChange?.();
    },
  };
  return schools.length > FEW ? <ComboBox {...props} /> : <Select {...props} />;
}

function Classes({ school: { educationProviderId, schoolId }, value, onChange }: { school: OwnSchool; value: string; onChange: (homeroomId: string) => void }) {
  const t = useText();
  const { data } = useEndpoint(listHomerooms, { params: { educationProviderId, schoolId } });
  const options = (data?.homerooms ?? []).map(({ homeroomId, name }) => ({ value: homeroomId, label: name }));
  // The list is read once by the field: it must be there before the field is.
  if (options.length === 0) return null;
  return (
    <ComboBox
      label={t('core-data.people.homeroom')}
      placeholder={t('core-data.classes.choose')}
      options={options}
      value={options.some((option) => option.value === value) ? value : null}
      onChange={(homeroomId) => onChange(homeroomId ?? '')}
    />
  );
}
