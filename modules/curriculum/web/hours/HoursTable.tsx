import { useState, type KeyboardEvent } from 'react';
import type { LessonHourCode, LessonHours } from '@digione/curriculum/contract';
import { Segmented, useIsNarrow } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { gradeRange } from '../text/said.ts';
import { parseHours } from './parse-hours.ts';
import './hours.css';

const STAGES: Readonly<Record<'1' | '3' | '7', readonly number[]>> = { 1: [1, 2], 3: [3, 4, 5, 6], 7: [7, 8, 9] };
const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export interface HoursTableProps {
  readonly lessonHours: LessonHours;
  /** Leave out to show it only. */
  readonly onSet?: (code: LessonHourCode, gradeLevel: number, hours: number | null, before: number | null) => void;
}

/** The distribution of lesson hours: subjects by grade level with their sums beside the national minimum. On a phone one stage at a time. */
export function HoursTable({ lessonHours, onSet }: HoursTableProps) {
  const t = useText();
  const format = useFormat();
  const isNarrow = useIsNarrow(720);
  const [stage, setStage] = useState<keyof typeof STAGES>('1');
  const levels = isNarrow ? STAGES[stage] : ALL;
  const { weeks, total, totalMinimum } = lessonHours;
  // On a phone a subject stands where it has lessons or must have some; what is only read leaves out what nobody is taught.
  const isHere = ({ hours, minima }: LessonHours['rows'][number]) => minima.length === 0 || levels.some((level) => (hours[level - 1] ?? null) !== null || minima.some(({ gradeLevels }) => gradeLevels.includes(level)));
  const rows = onSet ? lessonHours.rows.filter((row) => !isNarrow || isHere(row)) : lessonHours.rows.filter(({ sum }) => sum > 0);
  return (
    <>
      {isNarrow && (
        <Segmented
          label={t('curriculum.hours.stage')}
          value={stage}
          onChange={setStage}
          options={[
            { value: '1', label: '1–2' },
            { value: '3', label: '3–6' },
            { value: '7', label: '7–9' },
          ]}
        />
      )}
      <div className="curriculum-hours-box">
        <table className="curriculum-hours" onKeyDown={onSet && moveBetweenCells}>
          <caption className="ui-hidden">{t('curriculum.hours.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('curriculum.subject')}</th>
              {levels.map((level) => (
                <th key={level} scope="col">
                  <span className="ui-hidden">{t('curriculum.hours.grade')} </span>
                  {level}
                </th>
              ))}
              <th scope="col">{t('curriculum.hours.sum')}</th>
              <th scope="col" className="curriculum-hours-minimum">
                {t('curriculum.hours.minimum')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, hours, sum, minima }) => (
              <tr key={code}>
                <th scope="row">
                  {t(`curriculum.hours.subject.${code}`)} <span className="ui-muted">{code}</span>
                </th>
                {levels.map((level) => {
                  const value = hours[level - 1] ?? null;
                  const isNeeded = minima.some(({ gradeLevels }) => gradeLevels.includes(level));
                  return (
                    <td key={level} data-needed={isNeeded || undefined} data-column={level}>
                      {onSet ? (
                        <HoursCell
                          key={String(value)}
                          label={t('curriculum.hours.cell', { subject: t(`curriculum.hours.subject.${code}`), grade: level })}
                          value={value}
                          text={value === null ? '' : format.number(value)}
                          onSet={(next) => onSet(code, level, next, value)}
                        />
                      ) : (
                        value !== null && format.number(value)
                      )}
                    </td>
                  );
                })}
                <td className="curriculum-hours-sum">{sum === 0 ? '' : format.number(sum)}</td>
                <td className="curriculum-hours-minimum">
                  {minima.length > 0 && minima.every(({ has, needs }) => has >= needs) && format.number(minima.reduce((all, { needs }) => all + needs, 0))}
                  {minima.filter(({ has, needs }) => has < needs).map((minimum) => (
                    <span key={minimum.gradeLevels.join()} data-missing>
                      {minimum.codes.length > 1 && `${minimum.codes.join('+')} `}
                      {gradeRange(minimum.gradeLevels)}: {t('curriculum.hours.missing', { count: format.number(minimum.needs - minimum.has) })}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('curriculum.hours.week')}</th>
              {weeks.filter(({ gradeLevel }) => levels.includes(gradeLevel)).map(({ gradeLevel, sum, needs }) => (
                <td key={gradeLevel} data-missing={sum < needs || undefined}>
                  {format.number(sum)}
                </td>
              ))}
              <td className="curriculum-hours-sum">{format.number(total)}</td>
              <td className="curriculum-hours-minimum">{' '}</td>
            </tr>
            <tr>
              <th scope="row">{t('curriculum.hours.minimum')}</th>
              {weeks.filter(({ gradeLevel }) => levels.includes(gradeLevel)).map(({ gradeLevel, needs }) => (
                <td key={gradeLevel}>{format.number(needs)}</td>
              ))}
              <td className="curriculum-hours-sum">{format.number(totalMinimum)}</td>
              <td className="curriculum-hours-minimum">{' '}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

interface HoursCellProps {
  readonly label: string;
  readonly value: number | null;
  readonly text: string;
  readonly onSet: (hours: number | null) => void;
}

/** Written and left: then it is kept. Escape takes back what was not yet kept. */
function HoursCell({ label, value, text, onSet }: HoursCellProps) {
  const [isWrong, setWrong] = useState(false);
  return (
    <input
      className="curriculum-hours-cell"
      aria-label={label}
      aria-invalid={isWrong || undefined}
      inputMode="decimal"
      autoComplete="off"
      defaultValue={text}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => {
        const next = parseHours(event.currentTarget.value);
        setWrong(next === undefined);
        if (next !== undefined && next !== value) onSet(next);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.currentTarget.value = text;
        setWrong(false);
      }}
    />
  );
}

/** Enter and the arrows go up and down a grade level, as in a spreadsheet; Tab goes along the row. */
function moveBetweenCells(event: KeyboardEvent<HTMLTableElement>): void {
  const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const cell = event.target instanceof HTMLInputElement ? event.target.closest('td') : null;
  const column = cell?.dataset['column'];
  if (step === 0 || column === undefined) return;
  event.preventDefault();
  const cells = [...event.currentTarget.querySelectorAll(`td[data-column="${column}"]`)];
  const next = cell === null ? undefined : cells[cells.indexOf(cell) + step];
  next?.querySelector('input')?.focus();
}
