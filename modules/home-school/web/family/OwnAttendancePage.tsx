import { listChildren } from '@digione/home-school/contract';
import { Page, PageHeader, Section } from '@digione/platform/ui';
import { useEndpoint, useMe } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { ReportButton } from '../report/ReportButton.tsx';
import { Attendance } from './Attendance.tsx';
import { OpenDayCard } from './OpenDayCard.tsx';

/** A learner's own absences; who is of age explains and reports them. */
export default function OwnAttendancePage() {
  const t = useText();
  const mine = useMe().identities.filter(({ isLearner }) => isLearner);
  const family = useEndpoint(listChildren, {});
  const me = family.data?.children.filter(({ relation }) => relation === 'self') ?? [];
  const canReport = me.some(({ can }) => can.report);
  // Who explains hangs on the age, which comes with the data: until then the line is kept free.
  const subtitle = family.data === undefined ? '\u00A0' : t(canReport ? 'homeSchool.own.subtitleAdult' : 'homeSchool.own.subtitle');
  const open = me.flatMap((one) => one.openDays.map((day) => ({ one, day })));
  return (
    <Page>
      <PageHeader title={t('homeSchool.own.title')} subtitle={subtitle} actions={canReport && <ReportButton kind={open.length > 0 ? 'secondary' : 'primary'} />} />
      {open.length > 0 && (
        <Section title={t('homeSchool.children.waiting')}>
          {open.map(({ one, day }) => (
            <OpenDayCard
              key={day.heldOn}
              day={day}
              educationProviderId={one.educationProviderId}
              types={family.data?.providers.find(({ educationProviderId }) => educationProviderId === one.educationProviderId)?.types.filter(({ guardianMayChoose }) => guardianMayChoose) ?? []}
            />
          ))}
        </Section>
      )}
      {mine.map(({ educationProviderId, personId }) => (
        <Attendance key={educationProviderId} educationProviderId={educationProviderId} learnerId={personId} />
      ))}
    </Page>
  );
}
