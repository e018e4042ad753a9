import {
  Card, Checkbox, ComboBox, DatePicker, DateRangePicker, FileDrop, RadioGroup, SearchBox, Section, Segmented, Select, Stack, Steps, Switch, TextArea, TextField, type DayRange,
} from '@digione/platform/ui';
import { useState } from 'react';
import { names } from './people.ts';

const reasons = [
  { value: 'illness', label: 'Sairaus' },
  { value: 'leave', label: 'Ennalta anottu vapaa' },
  { value: 'other', label: 'Muu syy', detail: 'Kirjoita lisätietoihin' },
  { value: 'closed', label: 'Ei valittavissa', isDisabled: true },
] as const;
const people = names.map((name, index) => ({ value: String(index), label: name, detail: '7A · Koivulan koulu' }));

/** Everything one fills in. */
export function FormsGallery() {
  const [reason, setReason] = useState<string | null>('illness');
  const [nothing, setNothing] = useState<string | null>(null);
  const [person, setPerson] = useState<string | null>('2');
  const [day, setDay] = useState<string | null>('2026-11-24');
  const [range, setRange] = useState<DayRange | null>({ from: '2026-11-24', to: '2026-11-26' });
  const [view, setView] = useState<'week' | 'day'>('week');
  const [text, setText] = useState('');
  const [files, setFiles] = useState<File[]>([new File(['x'.repeat(1_240_000)], 'koivula-oneroster.zip')]);
  return (
    <Section title="Forms">
      <Card>
        <div className="gallery-fields">
          <TextField label="Kutsumanimi" defaultValue="Aino" />
          <TextField label="Puhelin" description="Koulu soittaa vain kiireisissä asioissa." placeholder="040 123 4567" isOptional />
          <TextField label="Sähköposti" defaultValue="aino@" errorMessage="Osoitteesta puuttuu loppuosa, esimerkiksi koti.fi." />
          <TextField label="Ei muokattavissa" defaultValue="Koivula" isDisabled />
          <Select label="Syy" options={reasons} value={reason} onChange={setReason} />
          <Select label="Koulu" options={reasons} value={nothing} onChange={setNothing} errorMessage="Valitse koulu." />
          <ComboBox label="Oppilas" options={people} value={person} onChange={setPerson} />
          <DatePicker label="Päivä" value={day} onChange={setDay} minDate="2026-11-10" />
          <DateRangePicker label="Poissa" value={range} onChange={setRange} />
          <DatePicker label="Alkaa" value={null} onChange={setDay} errorMessage="Valitse päivä." />
          <TextArea label="Lisätietoja" value={text} onChange={setText} maxLength={20} isOptional />
          <SearchBox label="Hae oppilasta" />
          <RadioGroup label="Kesto" options={[{ value: 'day', label: 'Koko päivä' }, { value: 'part', label: 'Osa päivästä', detail: 'Valitse kellonajat' }]} value="day" onChange={() => {}} />
          <Stack gap={1}>
            <Checkbox defaultSelected>Aino</Checkbox>
            <Checkbox description="Saarelan koulu, 3B">Eino</Checkbox>
            <Checkbox isIndeterminate>Kaikki lapset</Checkbox>
            <Checkbox isDisabled>Ei valittavissa</Checkbox>
          </Stack>
          <Stack gap={1}>
            <Switch defaultSelected>Ilmoitukset puhelimeen</Switch>
            <Switch description="Klo 20–7 ei ilmoituksia">Hiljainen aika</Switch>
            <Switch isDisabled>Ei valittavissa</Switch>
          </Stack>
          <Segmented label="Näkymä" value={view} onChange={setView} options={[{ value: 'week', label: 'Viikko', icon: 'week' }, { value: 'day', label: 'Päivä', icon: 'calendar' }]} />
        </div>
      </Card>
      <Steps label="Tuonnin vaiheet" steps={['Tiedosto', 'Tarkistus', 'Vienti']} current={1} />
      <FileDrop label="OneRoster-paketti (zip) tai taulukko (xlsx)" files={files} onChange={setFiles} accept={['.zip', '.xlsx']} maxBytes={200_000_000} />
    </Section>
  );
}
