import { FieldError } from 'react-aria-components/FieldError';
import { Label, Text } from 'react-aria-components/TextField';
import { translate } from '../../i18n/translate.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { Icon } from '../icon/Icon.tsx';
import './field.css';

/** What every field shows around its control. */
export interface FieldTexts {
  readonly label: string;
  /** Help under the label, before the control: read before one starts to write. */
  readonly description?: string | undefined;
  /** What is wrong and what to do; marks the field invalid. */
  readonly errorMessage?: string | undefined;
  /** Says “optional” beside the label. Required is the default and is not marked: most fields are. */
  readonly isOptional?: boolean;
}

/** The label, and the help under it. */
export function FieldLabel({ label, description, isOptional }: FieldTexts) {
  const language = useLanguage();
  return (
    <>
      <Label className="ui-field-label">
        {label}
        {isOptional && <span className="ui-field-optional"> ({translate(language, 'ui.optional')})</span>}
      </Label>
      {description && (
        <Text slot="description" className="ui-field-description">
          {description}
        </Text>
      )}
    </>
  );
}

/** What is wrong, by text and mark, not by colour alone. */
export function FieldFault({ errorMessage }: Pick<FieldTexts, 'errorMessage'>) {
  return (
    <FieldError className="ui-field-error">
      {({ validationErrors }) => (
        <>
          <Icon name="alert" size={16} />
          <span>{errorMessage ?? validationErrors.join(' ')}</span>
        </>
      )}
    </FieldError>
  );
}
