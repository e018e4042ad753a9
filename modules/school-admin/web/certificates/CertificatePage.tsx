import { useEffect, useState } from 'react';
import { Button, Card, Chip, ConfirmDialog, Facts, Link, Page, PageHeader, QueryState, Section, Stack } from '@digione/platform/ui';
import { call, useAction, useEndpoint, useFormat, useGo, useParam, useProviderId, type ProblemError } from '@digione/platform/web';
import { correctCertificate, discardCertificate, getCertificate, getCertificateFile } from '@digione/school-admin/contract';
import type { ResponseOf } from '@digione/platform/contract';
import { useText } from '../messages.ts';
import { DraftForm } from './DraftForm.tsx';
import { saveFile, urlOf } from './file.ts';
import { useIssue } from './use-issue.ts';
import './certificates.css';

export type Certificate = ResponseOf<typeof getCertificate>;

/** One certificate: a draft to complete beside its picture, or what was given. */
export default function CertificatePage() {
  const t = useText();
  const educationProviderId = useProviderId();
  const certificateId = useParam('certificateId');
  const found = useEndpoint(getCertificate, { params: { educationProviderId, certificateId } });
  const certificate = found.data;
  const { learner, homeroom } = certificate?.content ?? {};
  const back = certificate?.homeroomId ?? undefined;
  return (
    <Page width="wide">
      <PageHeader
        title={learner === undefined ? t('schoolAdmin.certificate.title') : `${learner.lastName} ${learner.firstNames}`}
        {...(certificate !== undefined && { subtitle: [t(`schoolAdmin.certificates.kind.${certificate.kind}`), t(`schoolAdmin.certificates.in.${certificate.language}`), homeroom, certificate.number].filter(Boolean).join(' · ') })}
        {...(certificate !== undefined &&
          back !== undefined && {
            back: { href: `/certificates?homeroom=${back}&provider=${educationProviderId}&kind=${certificate.kind}&language=${certificate.language}`, label: t('schoolAdmin.certificates.title') },
          })}
        actions={certificate !== undefined && <Actions key={certificate.version} certificate={certificate} educationProviderId={educationProviderId} />}
      />
      <QueryState query={found}>
        {(shown) => (
          <div className="school-admin-certificate">
            {shown.state === 'draft' ? <DraftForm key={`${shown.certificateId} ${shown.version}`} certificate={shown} educationProviderId={educationProviderId} /> : <Given certificate={shown} educationProviderId={educationProviderId} />}
            <Preview key={`${shown.certificateId} ${shown.version} ${shown.state}`} certificate={shown} educationProviderId={educationProviderId} />
          </div>
        )}
      </QueryState>
    </Page>
  );
}

function Actions({ certificate, educationProviderId }: { certificate: Certificate; educationProviderId: string }) {
  const t = useText();
  const go = useGo();
  const { run, progress } = useIssue(educationProviderId);
  const [asks, setAsks] = useState<'issue' | 'discard'>();
  const { certificateId, version, schoolId, state, faults, can, homeroomId, kind, language } = certificate;
  const target = { params: { educationProviderId, certificateId } };
  const list = `/certificates?provider=${educationProviderId}&kind=${kind}&language=${language}${homeroomId === null ? '' : `&homeroom=${homeroomId}`}`;
  const discard = useAction(discardCertificate, { done: t('schoolAdmin.certificate.discarded'), onDone: () => go(list) });
  const correct = useAction(correctCertificate, { done: t('schoolAdmin.certificate.corrected'), onDone: (made) => go(`/certificates/${made.certificateId}?provider=${educationProviderId}`) });
  const download = async () => saveFile((await call(getCertificateFile, { ...target, query: { format: 'pdf' } })).file);
  return (
    <>
      {state === 'draft' && <Button icon="trash" onPress={() => setAsks('discard')}>{t('schoolAdmin.certificate.discard')}</Button>}
      {state === 'issued' && <Button icon="edit" isPending={correct.isPending} onPress={() => correct.run(target)}>{t('schoolAdmin.certificate.correct')}</Button>}
      <Button icon="download" onPress={() => void download()}>{t('schoolAdmin.certificate.download')}</Button>
      {state === 'draft' && can.issue && faults.length === 0 && <Button kind="primary" icon="edit" isPending={progress !== undefined} onPress={() => setAsks('issue')}>{t('schoolAdmin.certificate.issue')}</Button>}
      <ConfirmDialog
        title={t('schoolAdmin.certificates.issueTitle')}
        confirmLabel={t('schoolAdmin.certificate.issue')}
        isOpen={asks === 'issue'}
        onClose={() => setAsks(undefined)}
        onConfirm={() => {
          setAsks(undefined);
          void run(schoolId, [{ certificateId, version }]);
        }}
      >
        {t('schoolAdmin.certificates.issueHelp', { count: 1 })}
      </ConfirmDialog>
      <ConfirmDialog title={t('schoolAdmin.certificate.discardTitle')} confirmLabel={t('schoolAdmin.certificate.discard')} isDanger isOpen={asks === 'discard'} isPending={discard.isPending} onClose={() => setAsks(undefined)} onConfirm={() => discard.run(target)}>
        {t('schoolAdmin.certificate.discardHelp')}
      </ConfirmDialog>
    </>
  );
}

/** A certificate that was given, with what proves that it is the same. */
function Given({ certificate, educationProviderId }: { certificate: Certificate; educationProviderId: string }) {
  const t = useText();
  const format = useFormat();
  const { content, state, number, sha256, issuedAt, replaces, replacedBy } = certificate;
  const link = (one: { certificateId: string; number: string | null }) => <Link href={`/certificates/${one.certificateId}?provider=${educationProviderId}`}>{one.number ?? t('schoolAdmin.certificate.replacedByDraft')}</Link>;
  return (
    <Stack>
      <div>
        {state === 'issued' ? <Chip tone="success" icon="check">{t('schoolAdmin.certificates.state.issued', { number: number ?? '' })}</Chip> : <Chip icon="history">{t(`schoolAdmin.certificates.state.${state === 'replaced' ? 'replaced' : 'discarded'}`)}</Chip>}
      </div>
      <Card>
        <Facts
          facts={[
            { label: t('schoolAdmin.certificate.number'), value: number ?? '–' },
            { label: t('schoolAdmin.certificate.givenAt'), value: issuedAt === null ? '–' : format.moment(issuedAt) },
            { label: t('schoolAdmin.certificate.hash'), value: <span className="school-admin-mail">{sha256 ?? '–'}</span> },
            ...(replaces === null ? [] : [{ label: t('schoolAdmin.certificate.replaces'), value: link(replaces) }]),
            ...(replacedBy === null ? [] : [{ label: t('schoolAdmin.certificate.replacedBy'), value: link(replacedBy) }]),
          ]}
        />
      </Card>
      <Section title={t('schoolAdmin.certificate.subjects')}>
        <Card>
          <Facts facts={content.subjects.map(({ name, mark, words }) => ({ label: format.name(name), value: [mark, words].filter(Boolean).join(' · ') || '–' }))} />
        </Card>
      </Section>
    </Stack>
  );
}

/** The page as it will be, drawn anew whenever the draft was saved. */
function Preview({ certificate, educationProviderId }: { certificate: Certificate; educationProviderId: string }) {
  const t = useText();
  const [url, setUrl] = useState<string>();
  const { certificateId } = certificate;
  useEffect(() => {
    let isGone = false;
    let made: string | undefined;
    void call(getCertificateFile, { params: { educationProviderId, certificateId }, query: { format: 'svg' } }).then(
      ({ file }) => {
        if (isGone) return;
        made = urlOf(file);
        setUrl(made);
      },
      // Without the picture the form still does its work; the download says what is wrong.
      (_problem: ProblemError) => {},
    );
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [educationProviderId, certificateId]);
  return (
    <aside className="school-admin-preview" aria-label={t('schoolAdmin.certificate.preview')}>
      {url !== undefined && <img src={url} alt={t('schoolAdmin.certificate.previewText')} />}
    </aside>
  );
}
