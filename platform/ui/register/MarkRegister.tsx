import { memo, useCallback, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { translate } from '../../i18n/translate.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { SegmentedMark } from './SegmentedMark.tsx';
import { readRegisterKey, type MarkOption } from './marks.ts';
import './register.css';

export interface MarkRow<Value extends string> {
  readonly id: string;
  readonly name: string;
  /** A quiet second line: “Ilmoitettu sairaaksi 23.–24.11.” */
  readonly detail?: ReactNode;
  /** `null` is not yet marked, which is never the same as present. */
  readonly value: Value | null;
  readonly isDisabled?: boolean;
  /** In place of the register's own marks, where a row has come to one of another kind (left early); as many, in the same order. */
  readonly options?: readonly MarkOption<Value>[];
}

export interface MarkRegisterProps<Value extends string> {
  readonly label: string;
  readonly options: readonly MarkOption<Value>[];
  readonly rows: readonly MarkRow<Value>[];
  /** Called for each press; keep the function steady (useCallback) so that only the changed row is drawn. */
  readonly onMark: (rowId: string, value: Value) => void;
}

/**
 * Marks a whole group: one row per learner, big targets for a thumb, and by keyboard a letter or digit per mark
 * (which goes on to the next learner) and arrows between learners and marks.
 */
export function MarkRegister<Value extends string>({ label, options, rows, onMark }: MarkRegisterProps<Value>) {
  const language = useLanguage();
  const list = useRef<HTMLUListElement>(null);

  const focusMark = (rowIndex: number, column: number) => {
    const items = list.current?.children ?? [];
    const row = items[Math.min(Math.max(rowIndex, 0), items.length - 1)];
    const marks = row?.querySelectorAll<HTMLButtonElement>('[role="radio"]');
    marks?.[Math.min(Math.max(column, 0), marks.length - 1)]?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement) || event.target.role !== 'radio') return;
    const item = event.target.closest('li');
    const rowIndex = [...(list.current?.children ?? [])].findIndex((child) => child === item);
    const row = rows[rowIndex];
    const meaning = readRegisterKey(event.key, options);
    if (!row || !meaning) return;
    event.preventDefault();
    const column = [...(item?.querySelectorAll('[role="radio"]') ?? [])].indexOf(event.target);
    if (meaning.kind === 'move') return focusMark(rowIndex + meaning.row, column + meaning.column);
    if (!row.isDisabled) onMark(row.id, meaning.value);
    focusMark(rowIndex + 1, options.findIndex((option) => option.value === meaning.value));
  };

  return (
    <div className="ui-register">
      <p className="ui-register-keys no-print" aria-hidden="true">
        {translate(language, 'ui.keys')}:{' '}
        {options.map((option) => (
          <span key={option.value}>
            <kbd>{option.shortcut.toUpperCase()}</kbd> {option.label.toLocaleLowerCase(language)}{' '}
          </span>
        ))}
        <kbd>↑</kbd> <kbd>↓</kbd>
      </p>
      <ul className="ui-register-rows" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <RegisterRow key={row.id} row={row} options={options} onMark={onMark} />
        ))}
      </ul>
    </div>
  );
}

interface RegisterRowProps<Value extends string> {
  readonly row: MarkRow<Value>;
  readonly options: readonly MarkOption<Value>[];
  readonly onMark: (rowId: string, value: Value) => void;
}

function PlainRegisterRow({ row, options, onMark }: RegisterRowProps<string>) {
  const { id, name, detail, value, isDisabled = false } = row;
  const mark = useCallback((chosen: string) => onMark(id, chosen), [id, onMark]);
  return (
    <li className="ui-register-row" data-marked={value !== null || undefined}>
      <div className="ui-register-person">
        <span className="ui-register-name">{name}</span>
        {detail && <span className="ui-register-detail">{detail}</span>}
      </div>
      <SegmentedMark label={name} options={row.options ?? options} value={value} onChange={mark} isDisabled={isDisabled} />
    </li>
  );
}

// memo forgets the type parameter; the register above has checked it.
const RegisterRow = memo(PlainRegisterRow, (a, b) => a.row === b.row && a.options === b.options && a.onMark === b.onMark) as unknown as <Value extends string>(
  props: RegisterRowProps<Value>,
) => ReactNode;
