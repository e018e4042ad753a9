import { useMemo } from 'react';
import { getDraftUnit, type Draft } from '@digione/curriculum/contract';
import { ComboBox, EmptyState, QueryState, Segmented, Select, Skeleton, useIsNarrow } from '@digione/platform/ui';
import { useEndpoint, useFormat, useProviderId, useSearchParam } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { unitTitle } from '../reading/unit-title.ts';
import { said } from '../text/said.ts';
import { TextLanguageContext } from '../text/Said.tsx';
import { UnitWriting } from './UnitWriting.tsx';

/** A place one can write in: a grade level of a subject, a module, a study unit. */
interface Place {
  readonly value: string;
  readonly label: string;
  readonly unitKey: string;
  readonly gradeLevel: number | null;
}

const MOST_SIDE_BY_SIDE = 9;
/** Narrower than this they do not fit beside each other. */
const NARROW = 720;

function usePlaces(draft: Draft): { key: string; label: string; places: Place[] }[] {
  const t = useText();
  const { language } = useFormat();
  return useMemo(() => {
    const counts = new Map(draft.counts.map(({ unitKey, gradeLevel, parts }) => [`${unitKey} ${String(gradeLevel)}`, parts]));
    const place = (unitKey: string, gradeLevel: number | null, label: string): Place => {
      const own = counts.get(`${unitKey} ${String(gradeLevel)}`);
      return { value: `${unitKey} ${String(gradeLevel ?? '')}`, label: own === undefined ? label : `${label} · ${own}`, unitKey, gradeLevel };
    };
    return draft.subjects.flatMap((subject) => {
      const national = subject.units.flatMap((unit) => {
        if (unit.kind === 'subject-stage') return unit.gradeLevels.map((level) => place(unit.key, level, t('curriculum.draft.gradeShort', { grade: level })));
        return unit.kind === 'module' ? [place(unit.key, null, unitTitle(unit, language, t))] : [];
      });
      const own = draft.studyUnits.filter(({ subjects }) => subjects.includes(subject.key)).map((unit) => place(unit.draftPartId, null, [unit.code, said(unit.name, language).text].filter(Boolean).join(' ')));
      const places = [...own, ...national];
      return places.length === 0 ? [] : [{ key: subject.key, label: said(subject.name, language).text || (subject.code ?? subject.key), places }];
    });
  }, [draft, language, t]);
}

/** What the national curriculum says at a place, and beside it what the provider writes. */
export function WritingTab({ draft }: { draft: Draft }) {
  const t = useText();
  const { language } = useFormat();
  const educationProviderId = useProviderId();
  const isNarrow = useIsNarrow(NARROW);
  const subjects = usePlaces(draft);
  const [wantedSubject, setSubject] = useSearchParam('subject');
  const [wantedPlace, setPlace] = useSearchParam('place');
  const subject = subjects.find(({ key }) => key === wantedSubject) ?? subjects.find(({ places }) => places.some(({ value }) => value === wantedPlace)) ?? subjects[0];
  const place = subject?.places.find(({ value }) => value === wantedPlace) ?? subject?.places[0];
  const query = { key: place?.unitKey ?? '-', ...(place !== undefined && place.gradeLevel !== null && { gradeLevel: place.gradeLevel }) };
  const read = useEndpoint(getDraftUnit, { params: { educationProviderId, draftId: draft.draftId }, query }, { enabled: place !== undefined });
  if (subject === undefined || place === undefined) return <EmptyState icon="book" title={t('curriculum.noSubjects')} />;
  const isFew = !isNarrow && subject.places.length <= MOST_SIDE_BY_SIDE && subject.places.every(({ gradeLevel }) => gradeLevel !== null);
  const studyUnit = draft.studyUnits.find(({ draftPartId }) => draftPartId === place.unitKey);
  return (
    <TextLanguageContext value={language === 'sv' ? 'sv' : 'fi'}>
      <div className="curriculum-tools no-print">
        <ComboBox
          label={t('curriculum.subject')}
          value={subject.key}
          options={subjects.map(({ key, label }) => ({ value: key, label }))}
          onChange={(key) => {
            if (key === null) return;
            setSubject(key);
            setPlace('');
          }}
        />
        {isFew ? (
          <Segmented label={t('curriculum.unit.choose')} value={place.value} options={subject.places} onChange={setPlace} />
        ) : (
          <Select label={t('curriculum.unit.choose')} value={place.value} options={subject.places} onChange={setPlace} />
        )}
      </div>
      <QueryState query={read} loading={<Skeleton rows={8} />}>
        {(data) => <UnitWriting key={place.value} draft={draft} unitKey={place.unitKey} gradeLevel={place.gradeLevel} title={`${subject.label} · ${place.label.replace(/ · \d+$/, '')}`} studyUnit={studyUnit} national={data.national} parts={data.parts} />}
      </QueryState>
    </TextLanguageContext>
  );
}
