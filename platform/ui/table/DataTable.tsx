import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { translate } from '../../i18n/translate.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { Checkbox } from '../choice/Checkbox.tsx';
import { Icon } from '../icon/Icon.tsx';
import { Link } from '../link/Link.tsx';
import { nextSort, sortRows, type Column, type Sort } from './columns.ts';
import { moveBetweenRows } from './row-keys.ts';
import './table.css';

export interface DataTableProps<Row> {
  /** What the table holds; its name for a screen reader. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Where a row leads; the first column becomes the link, and the whole row can be pressed. */
  readonly rowHref?: (row: Row) => string;
  /** Sorting held by the page (in the address) or the server; without it the table sorts itself. */
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  readonly selection?: {
    readonly selected: ReadonlySet<string>;
    readonly onChange: (selected: ReadonlySet<string>) => void;
    /** A row's name in “Valitse rivi: …”. */
    readonly nameOf: (row: Row) => string;
  };
  /** Shown in the table's place when there are no rows. */
  readonly empty?: ReactNode;
}

/** A dense table: sortable, arrow keys from row to row, a card per row on a phone. */
export function DataTable<Row>({ label, columns, rows, rowKey, rowHref, sort, onSort, selection, empty }: DataTableProps<Row>) {
  const language = useLanguage();
  const [ownSort, setOwnSort] = useState<Sort>();
  const order = sort ?? ownSort;
  const sorted = useMemo(() => (onSort ? rows : sortRows(rows, columns, order, language)), [rows, columns, order, language, onSort]);
  const body = useRef<HTMLTableSectionElement>(null);
  const press = (column: string) => (onSort ?? setOwnSort)(nextSort(order, column));

  if (rows.length === 0 && empty) return <>{empty}</>;
  // The explicit roles keep the table a table where CSS draws its rows as cards.
  return (
    <div className="ui-table-box">
      <table className="ui-table" role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {selection && <SelectAll rows={rows} rowKey={rowKey} selection={selection} />}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} order={order} onPress={press} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body} onKeyDown={(event: KeyboardEvent) => moveBetweenRows(event, body.current)}>
          {sorted.map((row) => {
            const key = rowKey(row);
            return (
              <tr key={key} role="row" data-selected={selection?.selected.has(key) || undefined}>
                {selection && <SelectRow id={key} name={selection.nameOf(row)} selection={selection} />}
                {columns.map((column, index) => (
                  <td key={column.id} role={index === 0 ? 'rowheader' : 'cell'} className={cellClass(column, index)} data-label={column.header}>
                    {index === 0 && rowHref ? (
                      <Link href={rowHref(row)} kind="quiet">
                        {column.cell(row)}
                      </Link>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="ui-hidden" role="status">
        {translate(language, 'ui.rowsShown', { count: rows.length })}
      </p>
    </div>
  );
}

function cellClass<Row>(column: Column<Row>, index: number): string {
  const phone = column.onPhone ?? (index === 0 ? 'title' : 'line');
  return `ui-cell ui-cell-${column.align ?? 'start'} ui-phone-${phone}${column.isNarrow ? ' ui-cell-narrow' : ''}`;
}

function HeaderCell<Row>({ column, order, onPress }: { column: Column<Row>; order: Sort | undefined; onPress: (id: string) => void }) {
  const direction = order?.column === column.id ? order.direction : undefined;
  return (
    <th role="columnheader" scope="col" className={`ui-cell-${column.align ?? 'start'}${column.isNarrow ? ' ui-cell-narrow' : ''}`} {...(column.sortBy && { 'aria-sort': direction ?? 'none' })}>
      {column.sortBy ? (
        <button type="button" className="ui-sort" data-active={direction !== undefined || undefined} onClick={() => onPress(column.id)}>
          {column.header}
          <Icon name={direction === undefined ? 'sort' : direction === 'ascending' ? 'arrow-up' : 'arrow-down'} size={16} />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

type Selection<Row> = NonNullable<DataTableProps<Row>['selection']>;

function SelectAll<Row>({ rows, rowKey, selection }: { rows: readonly Row[]; rowKey: (row: Row) => string; selection: Selection<Row> }) {
  const language = useLanguage();
  const count = rows.filter((row) => selection.selected.has(rowKey(row))).length;
  return (
    <th role="columnheader" scope="col" className="ui-cell-select">
      <Checkbox
        aria-label={translate(language, 'ui.selectAll')}
        isSelected={count > 0 && count === rows.length}
        isIndeterminate={count > 0 && count < rows.length}
        onChange={(isOn) => selection.onChange(new Set(isOn ? rows.map(rowKey) : []))}
      />
    </th>
  );
}

function SelectRow<Row>({ id, name, selection }: { id: string; name: string; selection: Selection<Row> }) {
  const language = useLanguage();
  const toggle = (isOn: boolean) => {
    const next = new Set(selection.selected);
    if (isOn) next.add(id);
    else next.delete(id);
    selection.onChange(next);
  };
  return (
    <td role="cell" className="ui-cell ui-cell-select ui-phone-select">
      <Checkbox aria-label={translate(language, 'ui.selectRow', { name })} isSelected={selection.selected.has(id)} onChange={toggle} />
    </td>
  );
}
