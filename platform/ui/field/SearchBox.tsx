import { Input, SearchField, type SearchFieldProps } from 'react-aria-components/SearchField';
import { Button } from 'react-aria-components/Button';
import { Icon } from '../icon/Icon.tsx';
import { FieldLabel } from './FieldParts.tsx';
import './field.css';
import './search-box.css';

export interface SearchBoxProps extends Omit<SearchFieldProps, 'className' | 'children' | 'aria-label'> {
  /** What is searched: “Hae oppilasta”. Also the placeholder. */
  readonly label: string;
  /** Shows the label over the field, for a row where its neighbours have theirs. */
  readonly isLabelled?: boolean;
}

/** Narrows a list as one writes. Escape empties it. */
export function SearchBox({ label, isLabelled = false, ...rest }: SearchBoxProps) {
  const box = (
    <>
      <Icon name="search" />
      <Input className="ui-input ui-search-input" {...(!isLabelled && { placeholder: label })} />
      <Button className="ui-search-clear">
        <Icon name="cross" size={16} />
      </Button>
    </>
  );
  if (!isLabelled) {
    return (
      <SearchField {...rest} aria-label={label} className="ui-search">
        {box}
      </SearchField>
    );
  }
  return (
    <SearchField {...rest} className="ui-field ui-search-labelled">
      <FieldLabel label={label} />
      <span className="ui-search">{box}</span>
    </SearchField>
  );
}
