import { useMemo } from 'react';
import type { ResponseOf } from '@digione/platform/contract';
import { useFormat, useToday } from '@digione/platform/web';
import type { listLearnerAbsences } from '@digione/school-admin/contract';
import { useText, type SchoolAdminKey } from '../messages.ts';
import { countLessons, yearOf, type DayState } from './year.ts';
import './attendance.css';

type Absences = ResponseOf<typeof listLearnerAbsences>;

const LEGEND: readonly { state: DayState; label: SchoolAdminKey }[] = [
  { state: 'open', label: 'schoolAdmin.year.open' },
  { state: 'unauthorised', label: 'schoolAdmin.year.unauthorised' },
  { state: 'explained', label: 'schoolAdmin.year.explained' },
  { state: 'late', label: 'schoolAdmin.year.late' },
  { state: 'noticed', label: 'schoolAdmin.year.noticed' },
  { state: 'break', label: 'schoolAdmin.year.break' },
];

/** A school year at a glance: a column a week, a square a day. The words under it say the same to who can't see it. */
export function YearPicture({ data }: { data: Absences }) {
  const t = useText();
  const format = useFormat();
  const today = useToday();
  const months = useMemo(() => yearOf({ ...data, today }), [data, today]);
  const shown = new Set(months.flatMap(({ weeks }) => weeks.flatMap(({ days }) => days.map(({ state }) => state))));
  const counts = countLessons(data.absences);
  return (
    <figure className="school-admin-year">
      <div className="school-admin-year-months" aria-hidden="true">
        {months.map(({ month, weeks }) => (
          <div key={month} className="school-admin-year-month">
            <span className="school-admin-year-name">{format.month(month)}</span>
            <div className="school-admin-year-weeks">
              {weeks.map(({ week, days }) => (
                <div key={week} className="school-admin-year-week">
                  {days.map(({ date, state }) => (
                    <span key={date} className="school-admin-day" data-state={state} data-today={date === today || undefined} title={format.date(date)} />
                  ))}
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
      <figcaption>
        <p>{t('schoolAdmin.year.summary', { explained: counts.explained, open: counts.open, unauthorised: counts.unauthorised, late: counts.late })}</p>
        <ul className="school-admin-year-legend" aria-hidden="true">
          {LEGEND.filter(({ state }) => shown.has(state)).map(({ state, label }) => (
            <li key={state}>
              <span className="school-admin-day" data-state={state} /> {t(label)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
