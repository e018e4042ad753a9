import { use } from 'react';
import { getSubjectOutline, getUnit, type SubjectLine } from '@digione/curriculum/contract';
import { ComboBox, EmptyState, QueryState, Segmented, Select, Skeleton } from '@digione/platform/ui';
import { useEndpoint, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { said } from '../text/said.ts';
import { TextLanguageContext } from '../text/Said.tsx';
import { Outline } from './Outline.tsx';
import { unitTitle } from './unit-title.ts';
import { UnitView } from './UnitView.tsx';

const MOST_SIDE_BY_SIDE = 4;
/** Not one unit, but all modules and study units of the subject. */
const ALL = 'all';

export interface SubjectViewProps {
  readonly subject: SubjectLine;
  readonly subjects: readonly SubjectLine[];
  readonly editionId: string;
  readonly unitKey: string;
  readonly onSubject: (key: string) => void;
  readonly onUnit: (key: string) => void;
}

/** One subject: choose a grade level or module, read it. */
export function SubjectView({ subject, subjects, editionId, unitKey, onSubject, onUnit }: SubjectViewProps) {
  const t = useText();
  const language = use(TextLanguageContext);
  const educationProviderId = useProviderId();
  // What the subject is for comes before its parts, and is not what one opens it for on a Tuesday morning.
  const parts = subject.units.filter(({ kind }) => kind !== 'subject');
  const hasModules = parts.some(({ kind }) => kind === 'module' || kind === 'study-unit');
  const isAll = hasModules && (unitKey === '' || unitKey === ALL);
  const chosen = isAll ? undefined : (subject.units.find(({ key }) => key === unitKey) ?? parts[0] ?? subject.units[0]);
  const outline = useEndpoint(getSubjectOutline, { params: { educationProviderId, editionId }, query: { key: subject.key } }, { enabled: hasModules });
  const studyUnits = outline.data?.modules.find(({ unit: one }) => one.key === chosen?.key)?.studyUnits ?? [];
  const unit = useEndpoint(getUnit, { params: { educationProviderId, editionId }, query: { key: chosen?.key ?? '-' } }, { enabled: chosen !== undefined });
  const options = [...(hasModules ? [{ value: ALL, label: t('curriculum.unit.all') }] : []), ...[...parts, ...subject.units.filter(({ kind }) => kind === 'subject')].map((one) => ({ value: one.key, label: unitTitle(one, language, t) }))];
  const isFew = options.length <= MOST_SIDE_BY_SIDE && parts.every(({ kind }) => kind === 'subject-stage');
  return (
    <>
      <div className="curriculum-tools no-print">
        <ComboBox
          label={t('curriculum.subject')}
          value={subject.key}
          options={subjects.filter(({ units }) => units.length > 0).map((one) => ({ value: one.key, label: said(one.name, language).text || (one.code ?? one.key), detail: one.code ?? undefined }))}
          onChange={(key) => key !== null && onSubject(key)}
        />
        {options.length > 1 &&
          (isFew ? (
            <Segmented label={t('curriculum.unit.choose')} value={chosen?.key ?? ''} options={options} onChange={onUnit} />
          ) : (
            <Select label={t('curriculum.unit.choose')} value={isAll ? ALL : (chosen?.key ?? null)} options={options} onChange={onUnit} />
          ))}
      </div>
      {isAll ? (
        <QueryState query={outline} loading={<Skeleton rows={10} />}>
          {(data) => <Outline outline={data} subject={subject} />}
        </QueryState>
      ) : chosen === undefined ? (
        <EmptyState icon="book" title={t('curriculum.unit.empty')} />
      ) : (
        <QueryState query={unit} loading={<Skeleton rows={10} />}>
          {(data) => <UnitView unit={data} subject={subject} editionId={editionId} studyUnits={studyUnits} />}
        </QueryState>
      )}
    </>
  );
}
