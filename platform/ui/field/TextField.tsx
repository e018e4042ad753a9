import { Input, TextArea as AriaTextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { FieldFault, FieldLabel, type FieldTexts } from './FieldParts.tsx';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'isInvalid'>, FieldTexts {
  readonly placeholder?: string;
}

/** One line of text. */
export function TextField({ label, description, errorMessage, isOptional = false, placeholder, ...rest }: TextFieldProps) {
  return (
    <AriaTextField {...rest} isInvalid={errorMessage !== undefined} className="ui-field">
      <FieldLabel label={label} description={description} isOptional={isOptional} />
      <Input className="ui-input" {...(placeholder !== undefined && { placeholder })} />
      <FieldFault errorMessage={errorMessage} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends TextFieldProps {
  /** Shown as a count when it comes near. */
  readonly maxLength?: number;
}

/** Free text; grows as one writes. */
export function TextArea({ label, description, errorMessage, isOptional = false, placeholder, ...rest }: TextAreaProps) {
  const length = (rest.value ?? '').length;
  const isNearLimit = rest.maxLength !== undefined && length > rest.maxLength * 0.8;
  return (
    <AriaTextField {...rest} isInvalid={errorMessage !== undefined} className="ui-field">
      <FieldLabel label={label} description={description} isOptional={isOptional} />
      <AriaTextArea className="ui-input ui-textarea" {...(placeholder !== undefined && { placeholder })} />
      {isNearLimit && (
        <span className="ui-field-count">
          {length} / {rest.maxLength}
        </span>
      )}
      <FieldFault errorMessage={errorMessage} />
    </AriaTextField>
  );
}
