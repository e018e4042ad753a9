import { listChildren, type Child } from '@digione/home-school/contract';
import { Card, CardGrid, EmptyState, LinkButton, Page, PageHeader, QueryState, Row, Section, Stack } from '@digione/platform/ui';
import { useEndpoint, useFormat } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { ReportButton } from '../report/ReportButton.tsx';
import { addressOf } from './address.ts';
import { ChildDay } from './ChildDay.tsx';
import { OpenDayCard } from './OpenDayCard.tsx';

/** All of one's children, whichever school or city: their day, and what waits. */
export default function ChildrenPage() {
  const t = useText();
  const format = useFormat();
  const family = useEndpoint(listChildren, {});
  const canReport = family.data?.children.some(({ can, relation }) => can.report && relation !== 'self') ?? false;
  return (
    <Page>
      <PageHeader title={t('homeSchool.children.title')} subtitle={t('homeSchool.children.subtitle')} actions={canReport && <ReportButton kind="primary" />} />
      <QueryState query={family}>
        {({ children, providers }) => {
          const own = children.filter(({ relation }) => relation !== 'self');
          const typesOf = (child: Child) => (providers.find(({ educationProviderId }) => educationProviderId === child.educationProviderId)?.types ?? []).filter(({ guardianMayChoose }) => guardianMayChoose);
          const open = own.flatMap((child) => child.openDays.map((day) => ({ child, day })));
          if (own.length === 0) return <EmptyState icon="family" title={t('homeSchool.children.none')}>{t('homeSchool.children.noneHelp')}</EmptyState>;
          return (
            <>
              {open.length > 0 && (
                <Section title={t('homeSchool.children.waiting')}>
                  <CardGrid>
                    {open.map(({ child, day }) => (
                      <OpenDayCard key={`${day.learnerId} ${day.heldOn}`} day={day} educationProviderId={child.educationProviderId} types={typesOf(child)} />
                    ))}
                  </CardGrid>
                </Section>
              )}
              {providers.map(({ educationProviderId, providerName }) => (
                <Section key={educationProviderId} title={providers.length > 1 ? format.name(providerName) : t('homeSchool.children.today')}>
                  <CardGrid>
                    {own
                      .filter((child) => child.educationProviderId === educationProviderId)
                      .map((child) => (
                        <Card key={child.learnerId}>
                          <Stack>
                            <ChildDay child={child} href={addressOf(child.learnerId, educationProviderId)} />
                            <Row>
                              <LinkButton href={addressOf(child.learnerId, educationProviderId)} icon="calendar">
                                {t('homeSchool.children.absences')}
                              </LinkButton>
                            </Row>
                          </Stack>
                        </Card>
                      ))}
                  </CardGrid>
                </Section>
              ))}
            </>
          );
        }}
      </QueryState>
    </Page>
  );
}
