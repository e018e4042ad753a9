import { useState } from 'react';
import { startImport, type UploadedFile } from '@digione/exchange/contract';
import { Button, Card, FileDrop, LinkButton, ProgressBar, RadioGroup, Row, Section, Stack, Steps, ErrorState } from '@digione/platform/ui';
import { call, uploadFile, isAble, useFormat, useGo, useMe, useProviderId, useSearchParam } from '@digione/platform/web';
import { ENDINGS, KINDS, MAX_BYTES } from '../kinds.ts';
import { useText } from '../messages.ts';
import { useStepNames } from '../steps.ts';
import { rememberUpload } from '../uploaded-keys.ts';

/** What, and from which file; the check itself then has a page of its own. */
export function NewImport() {
  const t = useText();
  const format = useFormat();
  const go = useGo();
  const educationProviderId = useProviderId();
  const mayImportCodes = isAble(useMe(), 'imports.runCodes');
  const [wanted, setWanted] = useSearchParam('kind');
  const [personId] = useSearchParam('person');
  const [files, setFiles] = useState<File[]>([]);
  const [sent, setSent] = useState<number>();
  const [error, setError] = useState<unknown>();
  const steps = useStepNames();
  const kinds = KINDS.filter((kind) => kind !== 'codes' || mayImportCodes);
  const kind = kinds.find((one) => one === wanted) ?? null;
  const file = files[0];

  const check = async () => {
    if (kind === null || file === undefined) return;
    setError(undefined);
    setSent(0);
    try {
      const { fileKey, fileName } = await uploadFile<UploadedFile>('/api/providers/:educationProviderId/import-files', { educationProviderId }, file, { onProgress: setSent });
      const asked = { kind, fileKey, fileName, dryRun: true, ...(kind === 'population' && personId !== '' && { personId }) };
      const run = await call(startImport, { params: { educationProviderId }, body: asked });
      rememberUpload(run.importRunId, fileKey);
      go(`/imports/${run.importRunId}`);
    } catch (problem) {
      setError(problem);
      setSent(undefined);
    }
  };

  return (
    <Section title={t('exchange.web.new')}>
      <Card>
        <Stack gap={6}>
          <Steps label={t('exchange.web.stepsLabel')} steps={steps} current={kind === null ? 0 : 1} />
          <RadioGroup
            label={t('exchange.web.kindQuestion')}
            options={kinds.map((one) => ({ value: one, label: t(`exchange.web.kind.${one}`), detail: t(`exchange.web.kindHelp.${one}`) }))}
            value={kind}
            onChange={(next) => {
              setWanted(next);
              setFiles([]);
              setError(undefined);
            }}
            isDisabled={sent !== undefined}
          />
          {kind !== null && sent === undefined && (
            <FileDrop key={kind} label={t(`exchange.web.drop.${kind}`)} files={files} onChange={setFiles} accept={ENDINGS[kind]} maxBytes={MAX_BYTES} />
          )}
          {kind === 'people' && file === undefined && (
            <Row>
              <LinkButton kind="quiet" icon="download" href={`/api/providers/${educationProviderId}/import-template.xlsx`} download>
                {t('exchange.web.template')}
              </LinkButton>
            </Row>
          )}
          {sent !== undefined && file !== undefined && (
            <ProgressBar label={t('exchange.web.sending', { file: file.name })} value={sent} detail={`${format.bytes(sent * file.size)} / ${format.bytes(file.size)}`} />
          )}
          {error !== undefined && <ErrorState error={error} title={t('exchange.web.sendFailed')} onRetry={() => void check()} isCompact />}
          {file !== undefined && (
            <Row>
              <Button kind="primary" icon="eye" isPending={sent !== undefined} onPress={() => void check()}>
                {t('exchange.web.check')}
              </Button>
              <span className="ui-muted">{t('exchange.web.checkHelp')}</span>
            </Row>
          )}
        </Stack>
      </Card>
    </Section>
  );
}
