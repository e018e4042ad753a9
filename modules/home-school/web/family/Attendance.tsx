import { Card, QueryState, Section, Stack } from '@digione/platform/ui';
import { useEndpoint, useToday } from '@digione/platform/web';
import { listLearnerAbsences } from '@digione/school-admin/contract';
import { DayTimeline, NoticeList, YearPicture } from '@digione/school-admin/web/parts';
import { useText } from '../messages.ts';

/** A learner's school year: the picture, what has been reported, and day by day. */
export function Attendance({ educationProviderId, learnerId }: { educationProviderId: string; learnerId: string }) {
  const t = useText();
  const today = useToday();
  const absences = useEndpoint(listLearnerAbsences, { params: { educationProviderId, learnerId }, query: {} });
  return (
    <QueryState query={absences}>
      {(data) => {
        const types = data.types.filter(({ guardianMayChoose }) => guardianMayChoose);
        const coming = data.notices.filter(({ lastDay }) => lastDay >= today).toReversed();
        return (
          <Stack gap={8}>
            {coming.length > 0 && (
              <Section title={t('homeSchool.attendance.notices')}>
                <NoticeList educationProviderId={educationProviderId} callName={data.learner.callName} notices={coming} types={types} />
              </Section>
            )}
            <Section title={t('homeSchool.attendance.year')}>
              <Card>
                <YearPicture data={data} />
              </Card>
            </Section>
            <Section title={t('homeSchool.attendance.days')}>
              <DayTimeline educationProviderId={educationProviderId} learner={data.learner} absences={data.absences} types={types} />
            </Section>
          </Stack>
        );
      }}
    </QueryState>
  );
}
