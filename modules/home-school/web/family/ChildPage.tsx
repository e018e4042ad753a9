import { listChildren } from '@digione/home-school/contract';
import { Avatar, Card, Page, PageHeader, Section } from '@digione/platform/ui';
import { useEndpoint, useFormat, useParam, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { ReportButton } from '../report/ReportButton.tsx';
import { Attendance } from './Attendance.tsx';
import { ChildDay } from './ChildDay.tsx';
import { OpenDayCard } from './OpenDayCard.tsx';

/** One child: today, what waits for an explanation, and the whole year. */
export default function ChildPage() {
  const t = useText();
  const format = useFormat();
  const learnerId = useParam('learnerId');
  const educationProviderId = useProviderId();
  const family = useEndpoint(listChildren, {});
  const child = family.data?.children.find((one) => one.learnerId === learnerId && one.educationProviderId === educationProviderId);
  const types = family.data?.providers.find((one) => one.educationProviderId === educationProviderId)?.types.filter(({ guardianMayChoose }) => guardianMayChoose) ?? [];
  const place = child?.place ?? null;
  return (
    <Page>
      <PageHeader
        title={child === undefined ? t('homeSchool.child.title') : `${child.callName} ${child.lastName}`}
        {...(child !== undefined && { leading: <Avatar name={`${child.callName} ${child.lastName}`} size="lg" /> })}
        {...(place !== null && { subtitle: [format.name(place.schoolName), place.homeroomName].filter(Boolean).join(' · ') })}
        back={{ href: '/children', label: t('homeSchool.children.title') }}
        actions={child?.can.report && <ReportButton kind={child.openDays.length > 0 ? 'secondary' : 'primary'} learnerId={learnerId} />}
      />
      {child !== undefined && child.openDays.length > 0 && (
        <Section title={t('homeSchool.children.waiting')}>
          {child.openDays.map((day) => (
            <OpenDayCard key={day.heldOn} day={day} educationProviderId={educationProviderId} types={types} />
          ))}
        </Section>
      )}
      {child !== undefined && (
        <Section title={t('homeSchool.children.today')}>
          <Card>
            <ChildDay child={child} showsPlace={false} />
          </Card>
        </Section>
      )}
      <Attendance educationProviderId={educationProviderId} learnerId={learnerId} />
    </Page>
  );
}
