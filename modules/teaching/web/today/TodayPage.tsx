import { listSchools } from '@digione/core-data/contract';
import { Avatar, Card, EmptyState, LinkButton, List, ListItem, Muted, Page, PageHeader, QueryState, Section, Select } from '@digione/platform/ui';
import { useEndpoint, useFormat, useMe, useProviderId, useSearchParam, useT } from '@digione/platform/web';
import { getSchoolToday, type MissingLearner, type SchoolToday, type UntakenLesson } from '@digione/teaching/contract';
import type fi from '../../i18n/fi.json';
import './today.css';

/** The school's day for its office: who is missing without explanation, which registers are untaken. */
export default function TodayPage() {
  const t = useT<keyof typeof fi>();
  const me = useMe();
  const format = useFormat();
  const educationProviderId = useProviderId();
  const schools = useEndpoint(listSchools, { params: { educationProviderId } });
  const [wanted, setWanted] = useSearchParam('school');
  const office = (me.identities.find((one) => one.educationProviderId === educationProviderId)?.roles ?? []).filter(({ role }) => role === 'principal' || role === 'school-secretary');
  const all = schools.data?.schools ?? [];
  const mine = office.some(({ schoolId }) => schoolId === null) ? all : all.filter((school) => office.some(({ schoolId }) => schoolId === school.schoolId));
  const school = mine.find((one) => one.schoolId === wanted) ?? mine[0];
  return (
    <Page>
      <PageHeader title={t('teaching.today.title')} {...(school !== undefined && { subtitle: format.name(school.name) })} />
      {mine.length > 1 && school !== undefined && (
        <Select label={t('teaching.today.school')} options={mine.map((one) => ({ value: one.schoolId, label: format.name(one.name) }))} value={school.schoolId} onChange={setWanted} />
      )}
      <QueryState query={schools}>
        {() => (school === undefined ? <EmptyState icon="school" title={t('teaching.today.noSchool')} /> : <SchoolDay educationProviderId={educationProviderId} schoolId={school.schoolId} />)}
      </QueryState>
    </Page>
  );
}

function SchoolDay({ educationProviderId, schoolId }: { educationProviderId: string; schoolId: string }) {
  const t = useT<keyof typeof fi>();
  const format = useFormat();
  const today = useEndpoint(getSchoolToday, { params: { educationProviderId, schoolId } });
  return (
    <QueryState query={today}>
      {(day) =>
        day.breakName !== null ? (
          <EmptyState icon="calendar" title={format.name(day.breakName)}>
            {t('teaching.today.noSchoolDay')}
          </EmptyState>
        ) : (
          <>
            <Figures counts={day.counts} />
            <MissingLearners missing={day.missing} educationProviderId={educationProviderId} />
            <Section title={t('teaching.today.untaken', { count: day.untaken.length })}>
              {day.untaken.length === 0 ? (
                <EmptyState icon="register" title={t('teaching.today.allTaken')} isCompact />
              ) : (
                <Card padding="list">
                  <List>
                    {day.untaken.map((lesson) => (
                      <Untaken key={`${lesson.weeklyLessonId}-${lesson.heldOn}`} lesson={lesson} educationProviderId={educationProviderId} />
                    ))}
                  </List>
                </Card>
              )}
            </Section>
          </>
        )
      }
    </QueryState>
  );
}

function MissingLearners({ missing, educationProviderId }: { missing: readonly MissingLearner[]; educationProviderId: string }) {
  const t = useT<keyof typeof fi>();
  const [away, come] = [missing.filter(({ hasCome }) => !hasCome), missing.filter(({ hasCome }) => hasCome)];
  const rows = (learners: readonly MissingLearner[]) => (
    <Card padding="list">
      <List>
        {learners.map((learner) => (
          <Missing key={learner.personId} learner={learner} educationProviderId={educationProviderId} />
        ))}
      </List>
    </Card>
  );
  return (
    <>
      <Section title={t('teaching.today.missing', { count: away.length })} {...(away.length > 0 && { description: t('teaching.today.missingHelp') })}>
        {away.length === 0 ? <EmptyState icon="check" title={t('teaching.today.nobodyMissing')} /> : rows(away)}
      </Section>
      {come.length > 0 && <Section title={t('teaching.today.come')}>{rows(come)}</Section>}
    </>
  );
}

function Figures({ counts }: { counts: SchoolToday['counts'] }) {
  const t = useT<keyof typeof fi>();
  const format = useFormat();
  const figures = [
    { label: t('teaching.today.figure.unexplained'), value: format.number(counts.unexplained), detail: t('teaching.today.figure.ofAbsent', { count: counts.absent }) },
    { label: t('teaching.today.figure.registers'), value: `${format.number(counts.registersTaken)} / ${format.number(counts.lessonsBegun)}`, detail: t('teaching.today.figure.lessons', { count: counts.lessonsToday }) },
    { label: t('teaching.today.figure.late'), value: format.number(counts.late), detail: t('teaching.today.figure.learners', { count: counts.learners }) },
  ];
  return (
    <Card>
      <dl className="teaching-figures">
        {figures.map((figure) => (
          <div key={figure.label}>
            <dt>{figure.label}</dt>
            <dd className="teaching-figure ui-numbers">{figure.value}</dd>
            <dd className="ui-muted">{figure.detail}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Missing({ learner, educationProviderId }: { learner: MissingLearner; educationProviderId: string }) {
  const t = useT<keyof typeof fi>();
  const format = useFormat();
  const name = `${learner.callName} ${learner.lastName}`;
  const reachable = learner.contacts.flatMap(({ phone, ...contact }) => (phone === null ? [] : [{ ...contact, phone }]));
  return (
    <ListItem
      leading={<Avatar name={name} />}
      title={name}
      href={`/people/${learner.personId}?provider=${educationProviderId}`}
      detail={[learner.homeroomName, t('teaching.today.since', { time: format.time(learner.since), count: learner.lessonsMissed })].filter(Boolean).join(' · ')}
      trailing={
        <>
          {reachable.map((contact) => (
            <LinkButton
              key={contact.personId}
              icon="phone"
              href={`tel:${contact.phone.replaceAll(' ', '')}`}
              aria-label={t('teaching.today.callName', { name: `${contact.callName} ${contact.lastName}` })}
            >
              {contact.callName}
            </LinkButton>
          ))}
          {reachable.length === 0 && <Muted>{t('teaching.today.noNumber')}</Muted>}
        </>
      }
    />
  );
}

function Untaken({ lesson, educationProviderId }: { lesson: UntakenLesson; educationProviderId: string }) {
  const format = useFormat();
  const teachers = lesson.teachers.filter(({ role }) => role !== 'assistant').map(({ callName, lastName }) => `${callName} ${lastName}`);
  return (
    <ListItem
      title={`${lesson.groupName}${lesson.subject === null ? '' : ` · ${format.name(lesson.subject.name)}`}`}
      href={`/lessons/${lesson.weeklyLessonId}/${lesson.heldOn}?provider=${educationProviderId}`}
      detail={[format.timeRange(lesson.startsAt, lesson.endsAt), lesson.roomName, teachers.join(', ')].filter(Boolean).join(' · ')}
    />
  );
}
