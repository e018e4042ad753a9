import { useState } from 'react';
import { search } from '@digione/core-data/contract';
import { listImportRows, startImport, type ImportRun } from '@digione/exchange/contract';
import { Button, Card, ComboBox, LinkButton, Section, Stack } from '@digione/platform/ui';
import { useAction, useEndpoint, useGo, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { findUpload, rememberUpload } from '../uploaded-keys.ts';

/** Some register messages name nobody: then, and only then, the main user says whom they are about. */
export function AskPerson({ run }: { run: ImportRun }) {
  const educationProviderId = useProviderId();
  const rows = useEndpoint(listImportRows, { params: { educationProviderId, importRunId: run.importRunId }, query: { severity: 'error', limit: 50 } });
  return rows.data?.items.some((row) => row.code === 'person-missing') ? <PersonForm run={run} /> : null;
}

function PersonForm({ run }: { run: ImportRun }) {
  const t = useText();
  const go = useGo();
  const educationProviderId = useProviderId();
  const [words, setWords] = useState('');
  const [personId, setPersonId] = useState<string | null>(null);
  const found = useEndpoint(search, { query: { q: words.trim() } }, { enabled: words.trim().length > 1, keepPrevious: true });
  const start = useAction(startImport, {
    onDone: (started, { body }) => {
      rememberUpload(started.importRunId, body.fileKey);
      go(`/imports/${started.importRunId}`);
    },
  });
  const people = (found.data?.hits ?? []).flatMap((hit) =>
    hit.kind === 'learner' && hit.educationProviderId === educationProviderId ? [{ value: hit.personId, label: `${hit.callName} ${hit.lastName}`, detail: hit.homeroomName ?? undefined }] : [],
  );
  const fileKey = findUpload(run.importRunId);
  return (
    <Section title={t('exchange.web.whose')} description={t('exchange.web.whoseHelp')}>
      <Card>
        <Stack>
          <ComboBox
            label={t('exchange.web.person')}
            options={people}
            value={personId}
            onChange={setPersonId}
            onSearch={setWords}
            searchText={words}
            emptyText={t('exchange.web.noPerson')}
            placeholder={t('exchange.web.personHint')}
          />
          {personId !== null &&
            (fileKey === undefined ? (
              <LinkButton kind="primary" icon="upload" href={`/imports?kind=${run.kind}&person=${personId}`}>
                {t('exchange.web.fileAgain')}
              </LinkButton>
            ) : (
              <Button
                kind="primary"
                icon="eye"
                isPending={start.isPending}
                onPress={() => start.run({ params: { educationProviderId }, body: { kind: run.kind, fileKey, fileName: run.fileName, dryRun: true, personId } })}
              >
                {t('exchange.web.check')}
              </Button>
            ))}
        </Stack>
      </Card>
    </Section>
  );
}
