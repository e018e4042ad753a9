import { useMemo, useState, type ReactNode } from 'react';
import { listEditions, type Adoption, type Edition } from '@digione/curriculum/contract';
import { Button, Chip, DataTable, EmptyState, LinkButton, Page, PageHeader, QueryState, Row, Section, type Column } from '@digione/platform/ui';
import { useEndpoint, useFormat, useProviderId } from '@digione/platform/web';
import { useText, type CurriculumTexts } from '../messages.ts';
import { said } from '../text/said.ts';
import { DraftList } from '../drafting/DraftList.tsx';
import { AdoptDialog } from './AdoptDialog.tsx';
import { Meanings } from './Meanings.tsx';

/** Which curricula there are, which are followed when, and what the school's subjects mean in them. */
export default function ManagePage() {
  const t = useText();
  const educationProviderId = useProviderId();
  const [adopting, setAdopting] = useState<Edition>();
  const read = useEndpoint(listEditions, { params: { educationProviderId } });
  return (
    <Page width="wide">
      <PageHeader
        title={t('curriculum.manage.title')}
        back={{ href: `/curriculum?provider=${educationProviderId}`, label: t('curriculum.title') }}
        actions={
          <LinkButton href={`/imports?kind=curriculum&provider=${educationProviderId}`} icon="upload">
            {t('curriculum.manage.import')}
          </LinkButton>
        }
      />
      <QueryState query={read}>
        {({ editions, adoptions }) => (
          <>
            <Section title={t('curriculum.manage.inForce')} description={t('curriculum.manage.inForceHelp')}>
              <Adoptions adoptions={adoptions} />
            </Section>
            <DraftList editions={editions} />
            <Section title={t('curriculum.manage.editions')}>
              <Editions editions={editions} onAdopt={setAdopting} />
            </Section>
            {/* Of what is in force now or next; the newest begins the list. */}
            {[...new Map(adoptions.map((one) => [one.edition.curriculumKey, one.edition])).values()].map((edition) => (
              <Meanings key={edition.editionId} edition={edition} />
            ))}
          </>
        )}
      </QueryState>
      {adopting && <AdoptDialog edition={adopting} onClose={() => setAdopting(undefined)} />}
    </Page>
  );
}

function Adoptions({ adoptions }: { adoptions: readonly Adoption[] }) {
  const t = useText();
  const format = useFormat();
  const columns = useMemo<Column<Adoption>[]>(
    () => [
      { id: 'form', header: t('curriculum.manage.column.form'), cell: (row) => t(`curriculum.form.${row.educationForm}`) },
      { id: 'name', header: t('curriculum.manage.column.name'), cell: (row) => said(row.edition.name, format.language).text },
      { id: 'kind', header: t('curriculum.manage.column.level'), cell: (row) => t(`curriculum.level.${row.kind}`) },
      { id: 'valid', header: t('curriculum.manage.column.valid'), cell: (row) => format.dateRange(row.startsOn, row.endsOn) },
    ],
    [t, format],
  );
  return <DataTable label={t('curriculum.manage.inForce')} columns={columns} rows={adoptions} rowKey={(row) => row.adoptionId} empty={<EmptyState icon="book" title={t('curriculum.manage.nothingInForce')} />} />;
}

interface EditionTexts {
  readonly t: CurriculumTexts;
  readonly format: ReturnType<typeof useFormat>;
  readonly acts: (edition: Edition) => ReactNode;
}

const editionColumns = ({ t, format, acts }: EditionTexts): Column<Edition>[] => [
  { id: 'name', header: t('curriculum.manage.column.name'), cell: (row) => said(row.name, format.language).text },
  { id: 'form', header: t('curriculum.manage.column.form'), cell: (row) => (row.educationForm === null ? '–' : t(`curriculum.form.${row.educationForm}`)) },
  { id: 'published', header: t('curriculum.manage.column.published'), cell: (row) => (row.publishedAt === null ? '–' : format.date(row.publishedAt.slice(0, 10), 'numeric')) },
  { id: 'visible', header: t('curriculum.manage.column.visible'), cell: (row) => <Chip>{t(row.isShared ? 'curriculum.manage.shared' : 'curriculum.manage.own')}</Chip> },
  { id: 'acts', header: t('curriculum.manage.column.acts'), cell: acts },
];

interface EditionActsProps {
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  readonly onAdopt: (edition: Edition) => void;
}

function EditionActs({ edition, editions, onAdopt }: EditionActsProps) {
  const t = useText();
  const provider = useProviderId();
  // Newest first: the one before a version stands after it.
  const previous = editions.slice(editions.indexOf(edition) + 1).find(({ curriculumKey }) => curriculumKey === edition.curriculumKey);
  return (
    <Row gap={2}>
      <Button onPress={() => onAdopt(edition)}>{t('curriculum.manage.adopt')}</Button>
      {previous && (
        <LinkButton kind="quiet" href={`/curriculum/difference?before=${previous.editionId}&after=${edition.editionId}&provider=${provider}`}>
          {t('curriculum.manage.compare')}
        </LinkButton>
      )}
    </Row>
  );
}

function Editions({ editions, onAdopt }: { editions: readonly Edition[]; onAdopt: (edition: Edition) => void }) {
  const t = useText();
  const format = useFormat();
  const columns = useMemo(() => {
    const acts = (edition: Edition) => <EditionActs edition={edition} editions={editions} onAdopt={onAdopt} />;
    return editionColumns({ t, format, acts });
  }, [t, format, editions, onAdopt]);
  return <DataTable label={t('curriculum.manage.editions')} columns={columns} rows={editions} rowKey={(row) => row.editionId} empty={<EmptyState icon="book" title={t('curriculum.manage.noEditions')} />} />;
}
