import { useMemo, useState } from 'react';
import { createDraft, listDrafts, type DraftLine, type Edition } from '@digione/curriculum/contract';
import { Button, DataTable, Dialog, EmptyState, QueryState, Section, Select, Stack, TextField, type Column } from '@digione/platform/ui';
import { useAction, useEndpoint, useFormat, useGo, useProviderId, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { said } from '../text/said.ts';

/** The curricula the provider writes itself. */
export function DraftList({ editions }: { editions: readonly Edition[] }) {
  const t = useText();
  const format = useFormat();
  const educationProviderId = useProviderId();
  const [isCreating, setCreating] = useState(false);
  const read = useEndpoint(listDrafts, { params: { educationProviderId } });
  const bases = editions.filter(({ kind, educationForm }) => kind === 'national' && educationForm !== null);
  const columns = useMemo<Column<DraftLine>[]>(
    () => [
      { id: 'name', header: t('curriculum.manage.column.name'), cell: (row) => said(row.name, format.language).text },
      { id: 'form', header: t('curriculum.manage.column.form'), cell: (row) => t(`curriculum.form.${row.educationForm}`) },
      { id: 'state', header: t('curriculum.draft.state'), cell: (row) => t(row.isSubmitted ? 'curriculum.draft.submitted' : 'curriculum.draft.writing') },
      { id: 'approved', header: t('curriculum.draft.lastApproved'), cell: (row) => (row.lastApproval === null ? '–' : `${format.date(row.lastApproval.decidedOn, 'numeric')} ${row.lastApproval.decisionBody} ${row.lastApproval.paragraph}`) },
    ],
    [t, format],
  );
  return (
    <Section
      title={t('curriculum.draft.own')}
      description={t('curriculum.draft.ownHelp')}
      actions={
        <Button icon="plus" isDisabled={bases.length === 0} onPress={() => setCreating(true)}>
          {t('curriculum.draft.create')}
        </Button>
      }
    >
      <QueryState query={read}>
        {({ drafts }) => (
          <DataTable
            label={t('curriculum.draft.own')}
            columns={columns}
            rows={drafts}
            rowKey={(row) => row.draftId}
            rowHref={(row) => `/curriculum/drafts/${row.draftId}?provider=${educationProviderId}`}
            empty={<EmptyState icon="edit" title={t('curriculum.draft.none')} />}
          />
        )}
      </QueryState>
      {isCreating && <CreateDialog bases={bases} onClose={() => setCreating(false)} />}
    </Section>
  );
}

function CreateDialog({ bases, onClose }: { bases: readonly Edition[]; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const go = useGo();
  const educationProviderId = useProviderId();
  const [basisEditionId, setBasis] = useState<string | null>(bases.length === 1 ? (bases[0]?.editionId ?? null) : null);
  const [fi, setFi] = useState('');
  const [sv, setSv] = useState('');
  const [problem, setProblem] = useState<ProblemError>();
  const create = useAction(createDraft, { refresh: ['curriculum-draft'], onError: setProblem, onDone: ({ draftId }) => go(`/curriculum/drafts/${draftId}?provider=${educationProviderId}`) });
  const published = ({ publishedAt }: Edition) => (publishedAt === null ? undefined : t('curriculum.published', { date: format.date(publishedAt.slice(0, 10), 'numeric') }));
  return (
    <Dialog
      isOpen
      title={t('curriculum.draft.create')}
      onClose={onClose}
      footer={
        <Button kind="primary" isPending={create.isPending} isDisabled={basisEditionId === null || (fi.trim() === '' && sv.trim() === '')} onPress={() => basisEditionId !== null && create.run({ params: { educationProviderId }, body: { basisEditionId, name: { fi, sv } } })}>
          {t('curriculum.draft.begin')}
        </Button>
      }
    >
      <Stack>
        <Select
          label={t('curriculum.draft.basis')}
          value={basisEditionId}
          options={bases.map((one) => ({ value: one.editionId, label: said(one.name, format.language).text, detail: published(one) }))}
          onChange={setBasis}
          errorMessage={problem?.messageFor('basisEditionId')}
        />
        <TextField label={t('curriculum.draft.nameFi')} value={fi} onChange={setFi} errorMessage={problem?.messageFor('name.fi')} />
        <TextField label={t('curriculum.draft.nameSv')} value={sv} onChange={setSv} isOptional />
      </Stack>
    </Dialog>
  );
}
