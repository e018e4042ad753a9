import { addDays, toHelsinki } from '@digione/local-date';
import { QueryState, Section, WeekGrid } from '@digione/platform/ui';
import { useEndpoint, useFormat, useMe, useNow, usePrefetch, useToday } from '@digione/platform/web';
import { getWeek, type Lesson } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { lessonBlock, type Reader } from './lesson-block.ts';

const DAYS_SHOWN = 5;

export type Owner = { readonly personId: string } | { readonly homeroomId: string } | { readonly groupId: string };

/** One week of one owner; the next is read ahead. */
export function Week({ educationProviderId, owner, monday }: { educationProviderId: string; owner: Owner; monday: string }) {
  const t = useText();
  const me = useMe();
  const format = useFormat();
  const today = useToday();
  const time = toHelsinki(useNow()).time;
  const prefetch = usePrefetch();
  const inputFor = (weekOf: string) => ({ params: { educationProviderId }, query: { ...owner, weekOf } });
  const week = useEndpoint(getWeek, inputFor(monday), { keepPrevious: true });

  const isOwn = 'personId' in owner && me.identities.some((identity) => identity.personId === owner.personId && identity.isStaff);
  // The office corrects the registers of its school's classes.
  const opensRegisters = isOwn ? me.abilities.includes('attendance.take') : !('personId' in owner) && me.abilities.includes('school-day.read');
  const reader: Reader = isOwn ? 'teacher' : 'personId' in owner ? 'learner' : 'class';
  const texts = { name: format.name, substitute: (name: string) => t('timetable.week.substitute', { name }) };
  const block = (lesson: Lesson) => {
    const href = opensRegisters && lesson.heldOn <= today ? `/lessons/${lesson.weeklyLessonId}/${lesson.heldOn}?provider=${educationProviderId}` : undefined;
    // A colleague's week is read as a teacher's: which group, where.
    const teaches = 'personId' in owner && lesson.teachers.some((teacher) => teacher.personId === owner.personId);
    return lessonBlock(lesson, teaches ? 'teacher' : reader, texts, href);
  };
  return (
    <QueryState query={week}>
      {(data) => {
        const days = data.days.filter((day, index) => index < DAYS_SHOWN || data.lessons.some((lesson) => lesson.heldOn === day.date));
        return (
          <div onPointerEnter={() => prefetch(getWeek, inputFor(addDays(monday, 7)))}>
            <Section title={t('timetable.week.heading', { week: data.week, name: data.owner.name, dates: format.dateRange(data.monday, addDays(data.monday, days.length - 1)) })}>
              <WeekGrid
                label={t('timetable.week.label', { week: data.week })}
                days={days.map((day) => ({ date: day.date, note: day.breakName === null ? undefined : format.name(day.breakName) }))}
                lessons={data.lessons.map(block)}
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
