import { getSchoolYear, listSchools } from '@digione/core-data/contract';
import { Card, CardGrid, Chip, EmptyState, List, ListItem, Link, Muted, Page, PageHeader, QueryState, Row, Section } from '@digione/platform/ui';
import { useEndpoint, useFormat, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';

/** The provider's schools and the running school year. */
export default function SchoolsPage() {
  const t = useText();
  const format = useFormat();
  const educationProviderId = useProviderId();
  const schools = useEndpoint(listSchools, { params: { educationProviderId } });
  const year = useEndpoint(getSchoolYear, { params: { educationProviderId } });
  return (
    <Page>
      <PageHeader title={t('core-data.schools.title')} />
      <QueryState query={schools}>
        {(data) =>
          data.schools.length === 0 ? (
            <EmptyState icon="school" title={t('core-data.schools.none')}>
              {t('core-data.schools.noneHelp')}
            </EmptyState>
          ) : (
            <CardGrid>
              {data.schools.map((school) => (
                <Card key={school.schoolId}>
                  <h2>
                    <Link href={`/schools/${school.schoolId}?provider=${educationProviderId}`}>{format.name(school.name)}</Link>
                  </h2>
                  <Muted>{school.institutionNumber === null ? '' : t('core-data.schools.number', { number: school.institutionNumber })}</Muted>
                  <Row gap={2}>
                    <Chip icon="people">{t('core-data.schools.learners', { count: school.learnerCount })}</Chip>
                    <Chip icon="globe">{t(`core-data.language.${school.teachingLanguage === 'sv' ? 'sv' : school.teachingLanguage === 'en' ? 'en' : 'fi'}`)}</Chip>
                  </Row>
                </Card>
              ))}
            </CardGrid>
          )
        }
      </QueryState>
      <QueryState query={year}>
        {(data) => (
          <Section title={t('core-data.year.title', { name: data.name })} description={format.dateRange(data.startsOn, data.endsOn)}>
            <Card padding="list">
              <List label={t('core-data.year.breaks')}>
                {data.breaks.map((one) => (
                  <ListItem key={`${one.startsOn}-${one.schoolId ?? ''}`} title={format.name(one.name)} detail={format.dateRange(one.startsOn, one.endsOn)} />
                ))}
              </List>
            </Card>
          </Section>
        )}
      </QueryState>
    </Page>
  );
}
