import type { MarkRow, Presence, WeekLesson } from '@digione/platform/ui';

export const names = [
  'Aino Virtanen', 'Eino Korhonen', 'Áilu Näkkäläjärvi', 'Maryam Hassan Abdi', 'Veeti Mäkinen', 'Elsa Öhman', 'Linh Nguyễn', 'Oliver Šapovalov',
  'Helmi-Sofia Rautavaara-Kuusisto', 'Noel Ek',
];

export const firstRows: MarkRow<Presence>[] = names.map((name, index) => ({
  id: String(index),
  name,
  value: index === 0 ? 'present' : index === 1 ? 'absent' : index === 2 ? 'late' : null,
  ...(index === 1 && { detail: 'Ilmoitettu sairaaksi 23.–24.11.' }),
  isDisabled: index === 9,
}));

const times = [['08:15', '09:00'], ['09:00', '09:45'], ['10:00', '10:45'], ['11:15', '12:00'], ['12:15', '13:00'], ['13:15', '14:00']] as const;
const plan = ['MA AI EN LI LI', 'AI MA YH KU KU', 'FY BI AI MA HI', 'KE EN MA AI RU', 'GE KO MU MA AI', '- KO TE OPO -'].map((line) => line.split(' '));
const subjects: Readonly<Record<string, string>> = {
  MA: 'Matematiikka', AI: 'Äidinkieli', EN: 'Englanti', LI: 'Liikunta', YH: 'Yhteiskuntaoppi', KU: 'Kuvataide', FY: 'Fysiikka', BI: 'Biologia', HI: 'Historia',
  KE: 'Kemia', RU: 'Ruotsi', GE: 'Maantieto', KO: 'Kotitalous', MU: 'Musiikki', TE: 'Terveystieto', OPO: 'Opinto-ohjaus',
};

export const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'].map((date) => ({ date }));

export const lessons: WeekLesson[] = days.flatMap(({ date }, day) =>
  times.flatMap(([from, to], slot) => {
    const code = plan[slot]?.[day] ?? '-';
    if (code === '-') return [];
    return [
      {
        id: `${date} ${from}`, date, from, to, title: subjects[code] ?? code, subjectCode: code, detail: `7A · ${120 + slot * 3 + day}`, href: `/dev/gallery#${code}`,
        ...(day === 1 && slot === 3 && { isCancelled: true }),
        ...(day === 2 && slot === 2 && { note: 'Koe' }),
        ...(day === 3 && slot === 1 && { note: 'Sijainen: Mäki' }),
      },
    ];
  }),
).concat([{ id: 'parallel', date: '2026-11-25', from: '11:15', to: '12:00', title: 'S2', subjectCode: 'AI7', detail: '212', href: '/dev/gallery#s2' }]);
