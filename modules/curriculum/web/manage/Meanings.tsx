import { useMemo, type ReactNode } from 'react';
import { listSubjectMeanings, listSubjects, setSubjectMeaning, type Edition, type SubjectLine, type SubjectMeaning } from '@digione/curriculum/contract';
import { Chip, DataTable, EmptyState, QueryState, Section, Select, type Column, type Option } from '@digione/platform/ui';
import { useAction, useEndpoint, useFormat, useProviderId } from '@digione/platform/web';
import { useText, type CurriculumTexts } from '../messages.ts';
import { said } from '../text/said.ts';

/** By the national code, said by nobody. */
const BY_CODE = 'by-code';

/** Which of the curriculum's subjects each of the school's subjects means. */
export function Meanings({ edition }: { edition: Edition }) {
  const t = useText();
  const format = useFormat();
  const params = { educationProviderId: useProviderId(), editionId: edition.editionId };
  const meanings = useEndpoint(listSubjectMeanings, { params });
  const subjects = useEndpoint(listSubjects, { params });
  return (
    <Section title={`${t('curriculum.manage.meanings')} · ${said(edition.name, format.language).text}`} description={t('curriculum.manage.meaningsHelp')}>
      <QueryState query={meanings}>{(data) => <MeaningTable meanings={data.meanings} subjects={subjects.data?.subjects ?? []} params={params} />}</QueryState>
    </Section>
  );
}

interface MeaningTableProps {
  readonly meanings: readonly SubjectMeaning[];
  readonly subjects: readonly SubjectLine[];
  readonly params: { readonly educationProviderId: string; readonly editionId: string };
}

interface Cells {
  readonly code: (row: SubjectMeaning) => ReactNode;
  readonly means: (row: SubjectMeaning) => string;
  readonly choice: (row: SubjectMeaning) => ReactNode;
  readonly name: (row: SubjectMeaning) => string;
}

const columnsOf = (t: CurriculumTexts, { code, means, choice, name }: Cells): Column<SubjectMeaning>[] => [
  { id: 'subject', header: t('curriculum.subject'), cell: name, sortBy: name },
  { id: 'code', header: t('curriculum.manage.column.code'), cell: code, isNarrow: true, onPhone: 'corner' },
  { id: 'means', header: t('curriculum.title'), cell: means },
  { id: 'choice', header: t('curriculum.manage.column.acts'), cell: choice },
];

const codeChip = ({ code }: SubjectMeaning): ReactNode => <Chip>{code}</Chip>;

function MeaningTable({ meanings, subjects, params }: MeaningTableProps) {
  const t = useText();
  const { language } = useFormat();
  const columns = useMemo(() => {
    const labelOf = (subject: SubjectLine) => [subject.code, said(subject.name, language).text].filter(Boolean).join(' ');
    const options = [{ value: BY_CODE, label: t('curriculum.manage.byCode') }, ...subjects.map((one) => ({ value: one.key, label: labelOf(one) }))];
    const means = ({ elementKey }: SubjectMeaning) => {
      const found = subjects.find(({ key }) => key === elementKey);
      return found === undefined ? t('curriculum.manage.noMeaning') : labelOf(found);
    };
    const choice = (row: SubjectMeaning) => <MeaningChoice row={row} options={options} params={params} />;
    return columnsOf(t, { code: codeChip, means, choice, name: (row) => said(row.name, language).text });
  }, [t, language, subjects, params]);
  return <DataTable label={t('curriculum.manage.meanings')} columns={columns} rows={meanings} rowKey={(row) => row.subjectId} empty={<EmptyState icon="book" title={t('curriculum.noSubjects')} />} />;
}

interface MeaningChoiceProps {
  readonly row: SubjectMeaning;
  readonly options: readonly Option[];
  readonly params: MeaningTableProps['params'];
}

function MeaningChoice({ row, options, params: { educationProviderId, editionId } }: MeaningChoiceProps) {
  const t = useText();
  const { language } = useFormat();
  const save = useAction(setSubjectMeaning, { done: t('curriculum.manage.meaningSaved'), refresh: ['curriculum'] });
  return (
    <Select
      label={t('curriculum.manage.meaningOf', { subject: said(row.name, language).text })}
      value={row.isChosen ? row.elementKey : BY_CODE}
      options={options}
      onChange={(value) => save.run({ params: { educationProviderId, editionId }, body: { subjectId: row.subjectId, elementKey: value === BY_CODE ? null : value } })}
    />
  );
}
