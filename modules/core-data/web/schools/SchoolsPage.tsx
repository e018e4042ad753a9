import { getSchoolYear, listSchools } from '@digione/core-data/contract';
import type { ResponseOf } from '@digione/platform/contract';
import { Card, CardGrid, Chip, EmptyState, List, ListItem, Link, Muted, Page, PageHeader, QueryState, Row, Section } from '@digione/platform/ui';
import { useEndpoint, useFormat, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';
import './schools.css';

type Stretch = ResponseOf<typeof getSchoolYear>['periods'][number];

/** The provider's schools and the running school year. */
export default function SchoolsPage() {
  const t = useText();
  const format = useFormat();
  const educationProviderId = useProviderId();
  const schools = useEndpoint(listSchools, { params: { educationProviderId } });
  const year = useEndpoint(getSchoolYear, { params: { educationProviderId } });
  const nameOfSchool = (schoolId: string | null) => {
    const school = schools.data?.schools.find((one) => one.schoolId === schoolId);
    return school === undefined ? undefined : format.name(school.name);
  };
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
            <CardGrid>
              <Stretches title={t('core-data.year.periods')} stretches={data.periods} nameOfSchool={nameOfSchool} />
              <Stretches title={t('core-data.year.breaks')} stretches={data.breaks} nameOfSchool={nameOfSchool} />
            </CardGrid>
          </Section>
        )}
      </QueryState>
    </Page>
  );
}

/** Terms or breaks of the year; those of one school say whose they are. */
function Stretches({ title, stretches, nameOfSchool }: { title: string; stretches: readonly Stretch[]; nameOfSchool: (schoolId: string | null) => string | undefined }) {
  const format = useFormat();
  if (stretches.length === 0) return null;
  return (
    <Card padding="list">
      <h3 className="core-data-year-title">{title}</h3>
      <List label={title}>
        {stretches.map(({ name, schoolId, startsOn, endsOn }) => (
          <ListItem
            key={`${startsOn} ${schoolId ?? ''} ${format.name(name)}`}
            title={format.name(name)}
            detail={[format.dateRange(startsOn, endsOn), nameOfSchool(schoolId)].filter(Boolean).join(' · ')}
          />
        ))}
      </List>
    </Card>
  );
}
