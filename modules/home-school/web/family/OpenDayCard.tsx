import { toHelsinki } from '@digione/local-date';
import { Card } from '@digione/platform/ui';
import { useFormat, useMe } from '@digione/platform/web';
import type { AbsenceType, OpenDay } from '@digione/school-admin/contract';
import { ExplainForm } from '@digione/school-admin/web/parts';
import { useText } from '../messages.ts';
import './family.css';

/** One child's unexplained absences of one day, explained where they are told. */
export function OpenDayCard({ day, educationProviderId, types }: { day: OpenDay; educationProviderId: string; types: readonly AbsenceType[] }) {
  const t = useText();
  const format = useFormat();
  const isMe = useMe().identities.some(({ personId }) => personId === day.learnerId);
  const subjects = [...new Set(day.subjects.map((subject) => format.name(subject)))].join(', ');
  const hours = format.timeRange(toHelsinki(day.startsAt).time, toHelsinki(day.endsAt).time);
  return (
    <Card tone="attention">
      <div className="home-school-open">
        <div>
          <h3>{isMe ? t('homeSchool.open.titleMe', { day: format.day(day.heldOn) }) : t('homeSchool.open.title', { name: day.callName, day: format.day(day.heldOn) })}</h3>
          <p className="ui-muted">{[t('homeSchool.open.lessons', { count: day.absenceIds.length }), subjects, hours].filter(Boolean).join(' · ')}</p>
        </div>
        <ExplainForm educationProviderId={educationProviderId} learnerId={day.learnerId} callName={day.callName} absenceIds={day.absenceIds} types={types} />
      </div>
    </Card>
  );
}
