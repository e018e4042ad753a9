import { ClassGrid, ClassPicker, SCHOOL_STAFF, useOwnSchools } from '@digione/core-data/web/parts';
import { addDays, isLocalDate, startOfWeek, weekday } from '@digione/local-date';
import { Button, EmptyState, IconButton, Page, PageHeader, QueryState, Row, Segmented, Select, Skeleton } from '@digione/platform/ui';
import { getProviderId, useEndpoint, useMe, useSearchParam, useToday } from '@digione/platform/web';
import { listOwnTimetables } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { Week, type Owner } from './Week.tsx';
import './week.css';

const FRIDAY = 5;
const MOST_SIDE_BY_SIDE = 4;

/** A week's lessons: one's own, a child's, a class's of one's school, or, from a link, a person's or group's. */
export default function WeekPage() {
  const t = useText();
  const me = useMe();
  const today = useToday();
  const [person, setPerson] = useSearchParam('person');
  const [homeroomId, setHomeroom] = useSearchParam('homeroom');
  const [groupId, setGroup] = useSearchParam('group');
  const [provider, setProvider] = useSearchParam('provider');
  const [weekOf, setWeekOf] = useSearchParam('week');
  const owners = useEndpoint(listOwnTimetables, {});
  const own = owners.data?.owners ?? [];
  const chosen = own.find((one) => one.personId === person) ?? (person === '' ? own[0] : undefined);
  const personId = person === '' ? chosen?.personId : person;
  const owner: Owner | undefined = homeroomId !== '' ? { homeroomId } : groupId !== '' ? { groupId } : personId === undefined ? undefined : { personId };
  const isPerson = homeroomId === '' && groupId === '';
  // A weekend shows the week that is coming.
  const monday = startOfWeek(isLocalDate(weekOf) ? weekOf : weekday(today) > FRIDAY ? addDays(today, 3) : today);

  const choose = (next: { person?: string; homeroom?: string; provider: string }) => {
    setPerson(next.person ?? '');
    setHomeroom(next.homeroom ?? '');
    setGroup('');
    setProvider(next.provider);
  };
  const chooseClass = (homeroom: string, educationProviderId: string) => choose({ homeroom, provider: educationProviderId });
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
      <div className="timetable-whose no-print">
        {own.length + (isPerson ? 0 : 1) > 1 && (
          <OwnPicker
            own={own}
            value={isPerson ? (personId ?? '') : ''}
            onChange={(one) => choose({ person: one.personId, provider: one.educationProviderId })}
          />
        )}
        {owner !== undefined && <ClassPicker roles={SCHOOL_STAFF} value={homeroomId} onChange={chooseClass} />}
      </div>
      {owner === undefined ? (
        <QueryState query={owners}>{() => <NobodyYet onChoose={chooseClass} />}</QueryState>
      ) : (
        <Week
          educationProviderId={provider !== '' ? getProviderId(me, provider) : isPerson ? (chosen?.educationProviderId ?? getProviderId(me, '')) : getProviderId(me, '')}
          owner={owner}
          monday={monday}
        />
      )}
    </Page>
  );
}

interface Own {
  readonly educationProviderId: string;
  readonly personId: string;
  readonly kind: 'self' | 'child';
  readonly callName: string;
}

/** Oneself and one's children. */
function OwnPicker({ own, value, onChange }: { own: readonly Own[]; value: string; onChange: (one: Own) => void }) {
  const t = useText();
  const options = own.map((one) => ({ value: one.personId, label: one.kind === 'self' ? t('timetable.week.mine') : one.callName }));
  const pick = (personId: string) => {
    const one = own.find((each) => each.personId === personId);
    if (one !== undefined) onChange(one);
  };
  if (options.length > MOST_SIDE_BY_SIDE) return <Select label={t('timetable.week.whose')} options={options} value={value} onChange={pick} />;
  return <Segmented label={t('timetable.week.whose')} options={options} value={value} onChange={pick} />;
}

/** Who has no lessons of their own chooses a class, where there are any to choose. */
function NobodyYet({ onChoose }: { onChoose: (homeroomId: string, educationProviderId: string) => void }) {
  const t = useText();
  const { school, isLoading } = useOwnSchools(SCHOOL_STAFF);
  if (isLoading) return <Skeleton rows={6} />;
  return school === undefined ? (
    <EmptyState icon="week" title={t('timetable.week.none')}>
      {t('timetable.week.noneHelp')}
    </EmptyState>
  ) : (
    <ClassGrid roles={SCHOOL_STAFF} help={t('timetable.week.chooseHelp')} onChoose={onChoose} />
  );
}
