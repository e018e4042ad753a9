import { addDays, isLocalDate, isoWeek, startOfWeek, weekday } from '@digione/local-date';
import { Button, Card, EmptyState, IconButton, List, ListItem, Page, PageHeader, QueryState, Row, Section, Segmented, Skeleton, SubjectChip, subjectHue } from '@digione/platform/ui';
import { useEndpoint, useFormat, useSearchParam, useToday } from '@digione/platform/web';
import { listOwnTimetables } from '@digione/timetable/contract';
import { getSchoolwork, type Schoolwork } from '../../contract/index.ts';
import { ToneChip } from '../entry/Notes.tsx';
import { useText } from '../messages.ts';
import { ExamItem, HomeworkItem } from './WorkRows.tsx';
import './schoolwork.css';

const FRIDAY = 5;

/** What a learner has to do this week, what is examined, and what teachers have said. */
export default function SchoolworkPage() {
  const t = useText();
  const today = useToday();
  const [person, setPerson] = useSearchParam('person');
  const [, setProvider] = useSearchParam('provider');
  const [weekOf, setWeekOf] = useSearchParam('week');
  const owners = useEndpoint(listOwnTimetables, {});
  const own = owners.data?.owners ?? [];
  const chosen = own.find((one) => one.personId === person) ?? own.find((one) => one.kind === 'child') ?? own[0];
  // A weekend shows the week that is coming.
  const monday = startOfWeek(isLocalDate(weekOf) ? weekOf : weekday(today) > FRIDAY ? addDays(today, 3) : today);
  const choose = (personId: string) => {
    setPerson(personId);
    setProvider(own.find((one) => one.personId === personId)?.educationProviderId ?? '');
  };
  return (
    <Page>
      <PageHeader
        title={t('teaching.schoolwork.title')}
        subtitle={t('teaching.schoolwork.week', { week: isoWeek(monday).week })}
        actions={
          <Row gap={2}>
            <IconButton icon="chevron-left" label={t('teaching.schoolwork.previous')} onPress={() => setWeekOf(addDays(monday, -7))} />
            <Button isDisabled={weekOf === ''} onPress={() => setWeekOf('')}>
              {t('teaching.schoolwork.thisWeek')}
            </Button>
            <IconButton icon="chevron-right" label={t('teaching.schoolwork.next')} onPress={() => setWeekOf(addDays(monday, 7))} />
          </Row>
        }
      />
      {own.length > 1 && (
        <Segmented label={t('teaching.schoolwork.whose')} options={own.map((one) => ({ value: one.personId, label: one.kind === 'self' ? t('teaching.schoolwork.mine') : one.callName }))} value={chosen?.personId ?? ''} onChange={choose} />
      )}
      <QueryState query={owners} loading={<Skeleton rows={6} />}>
        {() => (chosen === undefined ? <EmptyState icon="homework" title={t('teaching.schoolwork.nobody')} /> : <Week educationProviderId={chosen.educationProviderId} learnerId={chosen.personId} weekOf={monday} />)}
      </QueryState>
    </Page>
  );
}

function Week({ educationProviderId, learnerId, weekOf }: { educationProviderId: string; learnerId: string; weekOf: string }) {
  const work = useEndpoint(getSchoolwork, { params: { educationProviderId, learnerId }, query: { weekOf } }, { keepPrevious: true });
  return <QueryState query={work} loading={<Skeleton rows={8} />}>{(read) => <WeekOfWork work={read} />}</QueryState>;
}

function WeekOfWork({ work }: { work: Schoolwork }) {
  const t = useText();
  const format = useFormat();
  const days = work.days.filter(({ homework, exams }) => homework.length + exams.length > 0);
  return (
    <>
      {days.length === 0 ? (
        <EmptyState icon="homework" title={t('teaching.schoolwork.nothing')}>
          {t('teaching.schoolwork.nothingHelp')}
        </EmptyState>
      ) : (
        days.map((day) => (
          <Section key={day.date} title={capital(format.day(day.date))}>
            <Card padding="list">
              <List>
                {day.exams.map((exam) => (
                  <ExamItem key={exam.examId} exam={exam} />
                ))}
                {day.homework.map((homework) => (
                  <HomeworkItem key={homework.homeworkId} work={homework} />
                ))}
              </List>
            </Card>
          </Section>
        ))
      )}
      {work.later.length > 0 && (
        <Section title={t('teaching.schoolwork.later')}>
          <Card padding="list">
            <List>
              {work.later.map((exam) => (
                <ExamItem key={exam.examId} exam={exam} showsDay />
              ))}
            </List>
          </Card>
        </Section>
      )}
      {work.subjects.length > 0 && (
        <Section title={t('teaching.schoolwork.subjects')}>
          <Card padding="list">
            <List>
              {work.subjects.map((one) => (
                <ListItem
                  key={one.groupId}
                  leading={<SubjectChip hue={subjectHue(one.subject?.code ?? '')}>{one.subject === null ? one.groupName : format.name(one.subject.name)}</SubjectChip>}
                  title={one.now ?? one.next?.name ?? ''}
                  {...(one.now !== null && one.next !== null && { detail: t('teaching.schoolwork.nextUnit', { name: one.next.name, when: format.day(one.next.startsOn) }) })}
                />
              ))}
            </List>
          </Card>
        </Section>
      )}
      <Said notes={work.notes} />
    </>
  );
}

function Said({ notes }: { notes: Schoolwork['notes'] }) {
  const t = useText();
  const format = useFormat();
  return (
    <Section title={t('teaching.schoolwork.notes')}>
      {notes.length === 0 ? (
        <EmptyState icon="star" title={t('teaching.schoolwork.noNotes')} isCompact />
      ) : (
        <Card padding="list">
          <List>
            {notes.map((note) => (
              <ListItem
                key={note.lessonNoteId}
                title={[note.phrase === null ? null : format.name(note.phrase), note.words].filter(Boolean).join('. ')}
                leading={<ToneChip tone={note.tone} />}
                detail={[note.subject === null ? null : format.name(note.subject.name), format.day(note.heldOn), `${note.writtenBy.callName} ${note.writtenBy.lastName}`].filter(Boolean).join(' · ')}
              />
            ))}
          </List>
        </Card>
      )}
    </Section>
  );
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
