import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import type { ReactNode } from 'react';
import './tabs.css';

export interface TabPage<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Shown as a small number after the label. */
  readonly count?: number;
  readonly content: ReactNode;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly pages: readonly TabPage<Id>[];
  readonly selected: Id;
  /** Keep it in the address (`useSearchParam('tab')`). */
  readonly onSelect: (id: Id) => void;
}

/** Sides of one thing. */
export function Tabs<Id extends string>({ label, pages, selected, onSelect }: TabsProps<Id>) {
  const choose = (key: unknown) => {
    const page = pages.find((one) => one.id === key);
    if (page) onSelect(page.id);
  };
  return (
    <AriaTabs className="ui-tabs" selectedKey={selected} onSelectionChange={choose}>
      <TabList className="ui-tab-list" aria-label={label}>
        {pages.map((page) => (
          <Tab key={page.id} id={page.id} className="ui-tab">
            {page.label}
            {page.count !== undefined && <span className="ui-tab-count">{page.count}</span>}
          </Tab>
        ))}
      </TabList>
      {pages.map((page) => (
        <TabPanel key={page.id} id={page.id} className="ui-tab-panel">
          {page.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
