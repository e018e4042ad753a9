import { Input, SearchField, type SearchFieldProps } from 'react-aria-components/SearchField';
import { Button } from 'react-aria-components/Button';
import { Icon } from '../icon/Icon.tsx';
import './field.css';
import './search-box.css';

export interface SearchBoxProps extends Omit<SearchFieldProps, 'className' | 'children' | 'aria-label'> {
  /** What is searched: “Hae oppilasta”. Also the placeholder. */
  readonly label: string;
}

/** Narrows a list as one writes. Escape empties it. */
export function SearchBox({ label, ...rest }: SearchBoxProps) {
  return (
    <SearchField {...rest} aria-label={label} className="ui-search">
      <Icon name="search" />
      <Input className="ui-input ui-search-input" placeholder={label} />
      <Button className="ui-search-clear">
        <Icon name="cross" size={16} />
      </Button>
    </SearchField>
  );
}
