import {
  Card, Chip, DataTable, DayList, DayStrip, EmptyState, MarkRegister, presenceMarks, ProgressBar, Section, ShareBar, Stack, WeekGrid, type Column, type Presence,
} from '@digione/platform/ui';
import { useLanguage } from '@digione/platform/web';
import { useCallback, useMemo, useState } from 'react';
import { days, firstRows, lessons, names } from './people.ts';

interface Learner {
  readonly id: string;
  readonly name: string;
  readonly homeroom: string;
  readonly absences: number;
}
const learners: Learner[] = names.map((name, index) => ({ id: String(index), name, homeroom: `${7 + (index % 3)}${'ABC'.charAt(index % 3)}`, absences: (index * 7) % 11 }));
const columns: Column<Learner>[] = [
  { id: 'name', header: 'Nimi', cell: (row) => row.name, sortBy: (row) => row.name.split(' ').at(-1) ?? '' },
  { id: 'homeroom', header: 'Luokka', cell: (row) => row.homeroom, sortBy: (row) => row.homeroom, isNarrow: true },
  { id: 'absences', header: 'Poissa, h', cell: (row) => row.absences, sortBy: (row) => row.absences, align: 'end', isNarrow: true },
  {
    id: 'state', header: 'Tila', isNarrow: true, onPhone: 'corner',
    cell: (row) => (row.absences > 5 ? <Chip tone="attention" icon="alert">Selvitettävää</Chip> : <Chip tone="success" icon="check">Kunnossa</Chip>),
  },
];

/** Tables, registers, weeks: where people look rather than read. */
export function PicturesGallery() {
  const language = useLanguage();
  const [rows, setRows] = useState(firstRows);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['1']));
  const options = useMemo(() => presenceMarks(language), [language]);
  const onMark = useCallback((id: string, value: Presence) => setRows((before) => before.map((row) => (row.id === id ? { ...row, value } : row))), []);
  const today = lessons.filter((lesson) => lesson.date === '2026-11-24');
  return (
    <>
      <Section title="Register">
        <MarkRegister label="Läsnäolot" options={options} rows={rows} onMark={onMark} />
      </Section>
      <Section title="Table">
        <DataTable
          label="Oppilaat" columns={columns} rows={learners} rowKey={(row) => row.id} rowHref={() => '#row'}
          selection={{ selected, onChange: setSelected, nameOf: (row) => row.name }}
        />
        <DataTable label="Tyhjä" columns={columns} rows={[]} rowKey={(row) => row.id} empty={<Card><EmptyState icon="people" title="Ei oppilaita">Ryhmässä ei ole vielä ketään.</EmptyState></Card>} />
      </Section>
      <Section title="Week">
        <WeekGrid label="Viikko 48" days={days} lessons={lessons} today="2026-11-24" time="09:20" />
      </Section>
      <Section title="Day">
        <Card>
          <Stack>
            <DayStrip label="Ainon päivä" lessons={today} time="09:20" />
            <ShareBar label="Läsnäolo tänään" parts={[{ label: 'Paikalla', count: 412, tone: 'success' }, { label: 'Myöhässä', count: 9, tone: 'attention' }, { label: 'Poissa', count: 27, tone: 'danger' }]} />
            <ProgressBar label="Tuodaan oppilaita" value={0.42} detail="42 000 / 100 000 riviä" />
            <ProgressBar label="Tarkistetaan tiedostoa" value={null} />
          </Stack>
        </Card>
        <DayList date="2026-11-24" lessons={lessons} time="09:20" />
      </Section>
    </>
  );
}
