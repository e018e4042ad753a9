import { useMemo, useState } from 'react';
import { toHelsinki } from '@digione/local-date';
import { Button, Card, Chip, EmptyState } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import type { Absence, AbsenceType } from '@digione/school-admin/contract';
import { ExplainDialog } from '../explain/ExplainDialog.tsx';
import { useText } from '../messages.ts';
import { byDay, type AttendanceDay } from './days.ts';
import './attendance.css';

export interface DayTimelineProps {
  readonly educationProviderId: string;
  readonly learner: { readonly personId: string; readonly callName: string };
  readonly absences: readonly Absence[];
  /** What the reader may choose as a reason. */
  readonly types: readonly AbsenceType[];
}

/** The absences day by day, newest first; each can be explained, and what one has said can be said anew. */
export function DayTimeline({ educationProviderId, learner, absences, types }: DayTimelineProps) {
  const t = useText();
  const format = useFormat();
  const days = useMemo(() => byDay(absences), [absences]);
  const [asked, setAsked] = useState<{ day: string; absenceIds: string[] }>();
  if (days.length === 0) return <EmptyState title={t('schoolAdmin.timeline.none')} />;
  const ask = (day: AttendanceDay, which: readonly Absence[]) => setAsked({ day: format.day(day.heldOn), absenceIds: which.map(({ absenceId }) => absenceId) });
  return (
    <Card padding="list">
      <ul className="school-admin-entries">
        {days.map((day) => {
          const openOnes = day.open.filter(({ can }) => can.explain);
          return (
            <li key={day.heldOn} className="school-admin-entry">
              <DayTexts day={day} />
              {openOnes.length > 0 ? (
                <Button icon="edit" onPress={() => ask(day, openOnes)}>
                  {t('schoolAdmin.explain.open')}
                </Button>
              ) : (
                day.changeable.length > 0 && (
                  <Button kind="quiet" onPress={() => ask(day, day.changeable)}>
                    {t('schoolAdmin.explain.change')}
                  </Button>
                )
              )}
            </li>
          );
        })}
      </ul>
      {asked && (
        <ExplainDialog
          educationProviderId={educationProviderId}
          learnerId={learner.personId}
          callName={learner.callName}
          absenceIds={asked.absenceIds}
          types={types}
          detail={asked.day}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Card>
  );
}

/** So many lessons of a day are named. */
const LISTED = 3;

function DayTexts({ day }: { day: AttendanceDay }) {
  const t = useText();
  const format = useFormat();
  const time = (from: Absence, to = from) => format.timeRange(toHelsinki(from.startsAt).time, toHelsinki(to.endsAt).time);
  const says = (absence: Absence) => {
    const lesson = absence.subjectName === null ? time(absence) : `${format.name(absence.subjectName)} ${time(absence)}`;
    if (absence.kind === 'absent') return lesson;
    return `${lesson} (${t(absence.kind === 'late' ? 'schoolAdmin.timeline.late' : 'schoolAdmin.timeline.leftEarly', { minutes: absence.minutes ?? 0 })})`;
  };
  const away = day.absences.filter(({ kind }) => kind === 'absent');
  const [first, last] = [away[0], away.at(-1)];
  // A whole day is said as a day; its lessons one by one would hide it.
  const lessons =
    away.length > LISTED && first && last
      ? [t('schoolAdmin.timeline.manyLessons', { count: away.length, time: time(first, last) }), ...day.absences.filter(({ kind }) => kind !== 'absent').map(says)]
      : day.absences.map(says);
  const told = day.absences.find(({ explainedBy }) => explainedBy !== null);
  const reasons = [...new Set(day.absences.flatMap(({ type }) => (type === null ? [] : [format.name(type.name)])))];
  return (
    <div className="school-admin-entry-texts">
      <span className="school-admin-entry-title">{format.date(day.heldOn)}</span>
      <span>{lessons.join(', ')}</span>
      <span className="ui-row ui-gap-2">
        {day.open.length > 0 && (
          <Chip tone="attention" icon="question">
            {t('schoolAdmin.timeline.open')}
          </Chip>
        )}
        {reasons.map((reason) => (
          <Chip key={reason} tone="info" icon="check">
            {reason}
          </Chip>
        ))}
        {told?.explainedBy && told.explainedAt !== null && <span className="ui-muted">{t('schoolAdmin.timeline.explainedBy', { who: told.explainedBy, when: format.moment(told.explainedAt) })}</span>}
        {told === undefined && day.absences.some(({ isNoticed }) => isNoticed) && <span className="ui-muted">{t('schoolAdmin.timeline.noticed')}</span>}
      </span>
      {[...new Set(day.absences.map(({ explanation }) => explanation))].map((words) => words !== null && (
        <q key={words} className="school-admin-entry-quote">
          {words}
        </q>
      ))}
    </div>
  );
}
