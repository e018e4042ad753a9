import { addDays, startOfWeek, toHelsinki, weekday } from '@digione/local-date';
import { Button, EmptyState, IconButton, Page, PageHeader, QueryState, Row, Section, Segmented, WeekGrid, type WeekLesson } from '@digione/platform/ui';
import { getProviderId, useEndpoint, useFormat, useMe, useNow, usePrefetch, useSearchParam, useT, useToday } from '@digione/platform/web';
import { getWeek, listOwnTimetables, type Lesson } from '@digione/timetable/contract';
import type fi from '../../i18n/fi.json';

const DAYS_SHOWN = 5;

/** A week's lessons: one's own, a child's, or, from a link, a person's, class's or group's. */
export default function WeekPage() {
  const t = useT<keyof typeof fi>();
  const me = useMe();
  const today = useToday();
  const [person, setPerson] = useSearchParam('person');
  const [homeroomId] = useSearchParam('homeroom');
  const [groupId] = useSearchParam('group');
  const [provider, setProvider] = useSearchParam('provider');
  const [weekOf, setWeekOf] = useSearchParam('week');
  const owners = useEndpoint(listOwnTimetables, {});
  const isLinked = homeroomId !== '' || groupId !== '';
  const own = owners.data?.owners ?? [];
  const chosen = own.find((one) => one.personId === person) ?? (person === '' ? own[0] : undefined);
  const personId = person === '' ? chosen?.personId : person;
  // A weekend shows the week that is coming.
  const monday = startOfWeek(weekOf === '' ? (weekday(today) > DAYS_SHOWN ? addDays(today, 3) : today) : weekOf);

  return (
    <Page width="wide">
      <PageHeader
        title={t('timetable.week.title')}
        actions={
          <Row gap={2}>
            <IconButton icon="chevron-left" label={t('timetable.week.previous')} onPress={() => setWeekOf(addDays(monday, -7))} />
            <Button isDisabled={weekOf === ''} onPress={() => setWeekOf('')}>
              {t('timetable.week.this')}
            </Button>
            <IconButton icon="chevron-right" label={t('timetable.week.next')} onPress={() => setWeekOf(addDays(monday, 7))} />
            <IconButton icon="print" label={t('timetable.week.print')} onPress={() => window.print()} />
          </Row>
        }
      />
      {!isLinked && own.length > 1 && (
        <Segmented
          label={t('timetable.week.whose')}
          options={own.map((one) => ({ value: one.personId, label: one.kind === 'self' ? t('timetable.week.mine') : one.callName }))}
          value={chosen?.personId ?? ''}
          onChange={(value) => {
            setPerson(value);
            setProvider(own.find((one) => one.personId === value)?.educationProviderId ?? '');
          }}
        />
      )}
      {isLinked || personId !== undefined ? (
        <Week
          educationProviderId={provider !== '' ? getProviderId(me, provider) : (chosen?.educationProviderId ?? getProviderId(me, ''))}
          owner={homeroomId !== '' ? { homeroomId } : groupId !== '' ? { groupId } : { personId: personId ?? '' }}
          monday={monday}
        />
      ) : (
        <QueryState query={owners}>{() => <EmptyState icon="week" title={t('timetable.week.none')}>{t('timetable.week.noneHelp')}</EmptyState>}</QueryState>
      )}
    </Page>
  );
}

type Owner = { personId: string } | { homeroomId: string } | { groupId: string };

function Week({ educationProviderId, owner, monday }: { educationProviderId: string; owner: Owner; monday: string }) {
  const t = useT<keyof typeof fi>();
  const me = useMe();
  const format = useFormat();
  const today = useToday();
  const time = toHelsinki(useNow()).time;
  const prefetch = usePrefetch();
  const inputFor = (weekOf: string) => ({ params: { educationProviderId }, query: { ...owner, weekOf } });
  const week = useEndpoint(getWeek, inputFor(monday), { keepPrevious: true });
  const takesRegisters = me.abilities.includes('attendance.take');
  return (
    <QueryState query={week}>
      {(data) => {
        const isOwn = 'personId' in owner && me.identities.some((identity) => identity.personId === owner.personId && identity.isStaff);
        const lessons = data.lessons.map((lesson) => asBlock(lesson, { ...format, ownerId: data.owner.id, linksTo: isOwn && takesRegisters && lesson.heldOn <= today ? educationProviderId : undefined }));
        const days = data.days.filter((day, index) => index < DAYS_SHOWN || lessons.some((lesson) => lesson.date === day.date));
        return (
          <div onPointerEnter={() => prefetch(getWeek, inputFor(addDays(monday, 7)))}>
            <Section title={t('timetable.week.heading', { week: data.week, name: data.owner.name, dates: format.dateRange(data.monday, addDays(data.monday, 4)) })}>
              <WeekGrid
                label={t('timetable.week.label', { week: data.week })}
                days={days.map((day) => ({ date: day.date, note: day.breakName === null ? undefined : format.name(day.breakName) }))}
                lessons={lessons}
                today={today}
                time={time}
              />
            </Section>
          </div>
        );
      }}
    </QueryState>
  );
}

function asBlock(lesson: Lesson, { name, ownerId, linksTo }: Pick<ReturnType<typeof useFormat>, 'name'> & { ownerId: string; linksTo: string | undefined }): WeekLesson {
  // One's own name need not stand in each of one's lessons.
  const teachers = lesson.teachers.filter(({ role, personId }) => role !== 'assistant' && personId !== ownerId).map(({ lastName }) => lastName);
  return {
    id: `${lesson.weeklyLessonId}-${lesson.heldOn}`,
    date: lesson.heldOn,
    from: lesson.startsAt,
    to: lesson.endsAt,
    title: lesson.subject === null ? lesson.groupName : name(lesson.subject.name),
    subjectCode: lesson.subject?.code ?? lesson.groupName,
    detail: [lesson.groupName, lesson.roomName, teachers.join(', ')].filter(Boolean).join(' · '),
    href: linksTo === undefined ? undefined : `/lessons/${lesson.weeklyLessonId}/${lesson.heldOn}?provider=${linksTo}`,
  };
}
