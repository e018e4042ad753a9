import { useId } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { Icon } from '@digione/platform/ui';
import './pills.css';

export interface Pill {
  readonly value: string;
  readonly label: string;
}

interface PillsProps {
  readonly label: string;
  readonly pills: readonly Pill[];
  readonly errorMessage?: string | undefined;
}

/** One of a few, each a target for a thumb. */
export function PillChoice({ label, pills, value, onChange, errorMessage }: PillsProps & { value: string | null; onChange: (value: string) => void }) {
  return (
    <RadioGroup className="school-admin-pills" value={value} onChange={onChange} isInvalid={errorMessage !== undefined} aria-label={label}>
      <span className="school-admin-pills-label" aria-hidden="true">
        {label}
      </span>
      <div className="school-admin-pills-row">
        {pills.map((pill) => (
          <Radio key={pill.value} value={pill.value} className="school-admin-pill">
            <Icon name="check" size={16} />
            {pill.label}
          </Radio>
        ))}
      </div>
      {errorMessage !== undefined && <Fault text={errorMessage} />}
    </RadioGroup>
  );
}

/** Any of a few. */
export function PillToggles({ label, pills, values, onChange, errorMessage }: PillsProps & { values: ReadonlySet<string>; onChange: (values: ReadonlySet<string>) => void }) {
  const id = useId();
  return (
    <div className="school-admin-pills">
      <span id={id} className="school-admin-pills-label">
        {label}
      </span>
      <ToggleButtonGroup className="school-admin-pills-row" selectionMode="multiple" aria-labelledby={id} selectedKeys={values} onSelectionChange={(keys) => onChange(new Set([...keys].map(String)))}>
        {pills.map((pill) => (
          <ToggleButton key={pill.value} id={pill.value} className="school-admin-pill">
            <Icon name="check" size={16} />
            {pill.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {errorMessage !== undefined && <Fault text={errorMessage} />}
    </div>
  );
}

const Fault = ({ text }: { text: string }) => (
  <span className="school-admin-fault" role="alert">
    <Icon name="alert" size={16} /> {text}
  </span>
);
