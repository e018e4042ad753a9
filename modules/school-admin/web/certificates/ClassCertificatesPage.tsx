import { useMemo, useState, type ReactNode } from 'react';
import { ClassGrid, ClassPicker, SCHOOL_OFFICE } from '@digione/core-data/web/parts';
import { Button, Chip, ConfirmDialog, DataTable, DatePicker, EmptyState, Link, Muted, Page, PageHeader, ProgressBar, QueryState, Select, type Column } from '@digione/platform/ui';
import { call, today, useAction, useEndpoint, useProviderId, useSearchParam } from '@digione/platform/web';
import { CERTIFICATE_KINDS, CERTIFICATE_LANGUAGES, getClassCertificatesFile, listClassCertificates, prepareCertificates, type CertificateKind, type CertificateLanguage, type ClassCertificate } from '@digione/school-admin/contract';
import { useText } from '../messages.ts';
import { faultsText } from './faults.ts';
import { saveFile } from './file.ts';
import { useIssue } from './use-issue.ts';
import './certificates.css';

const isKind = (text: string): text is CertificateKind => CERTIFICATE_KINDS.some((kind) => kind === text);
const isLanguage = (text: string): text is CertificateLanguage => CERTIFICATE_LANGUAGES.some((language) => language === text);

/** A class's certificates from the first draft to the printer. */
export default function ClassCertificatesPage() {
  const t = useText();
  const educationProviderId = useProviderId();
  const [homeroomId, setHomeroomId] = useSearchParam('homeroom');
  const [, setProvider] = useSearchParam('provider');
  const choose = (homeroom: string, provider: string) => {
    setHomeroomId(homeroom);
    setProvider(provider);
  };
  return (
    <Page width="wide">
      <PageHeader title={t('schoolAdmin.certificates.title')} subtitle={t('schoolAdmin.certificates.subtitle')} />
      {homeroomId === '' ? (
        <ClassGrid roles={SCHOOL_OFFICE} help={t('schoolAdmin.certificates.chooseHelp')} onChoose={choose} />
      ) : (
        <OneClass educationProviderId={educationProviderId} homeroomId={homeroomId} picker={<ClassPicker roles={SCHOOL_OFFICE} value={homeroomId} onChange={choose} />} />
      )}
    </Page>
  );
}

function OneClass({ educationProviderId, homeroomId, picker }: { educationProviderId: string; homeroomId: string; picker: ReactNode }) {
  const t = useText();
  const [kindText, setKind] = useSearchParam('kind', 'school-year');
  const [languageText, setLanguage] = useSearchParam('language', 'fi');
  const [kind, language] = [isKind(kindText) ? kindText : 'school-year', isLanguage(languageText) ? languageText : 'fi'];
  const [issuedOn, setIssuedOn] = useState<string | null>(today());
  const which = { kind, language };
  const target = { params: { educationProviderId, homeroomId } };
  const found = useEndpoint(listClassCertificates, { ...target, query: which }, { keepPrevious: true });
  const prepare = useAction(prepareCertificates, { done: ({ prepared }) => t('schoolAdmin.certificates.prepared', { count: prepared.length }) });
  const columns = useColumns(educationProviderId);
  return (
    <QueryState query={found}>
      {({ learners, kinds, homeroom, can }) => {
        const hasDrafts = learners.some(({ certificate }) => certificate?.state === 'draft');
        const isComplete = learners.length > 0 && learners.every(({ certificate }) => certificate?.state === 'issued');
        return (
          <>
            <div className="school-admin-certificate-choice">
              {picker}
              <Select label={t('schoolAdmin.certificates.kind')} options={(kinds.includes(kind) ? kinds : [kind, ...kinds]).map((value) => ({ value, label: t(`schoolAdmin.certificates.kind.${value}`) }))} value={kind} onChange={setKind} />
              <Select label={t('schoolAdmin.certificates.language')} options={CERTIFICATE_LANGUAGES.map((value) => ({ value, label: t(`schoolAdmin.certificates.in.${value}`) }))} value={language} onChange={setLanguage} />
              {!isComplete && <DatePicker label={t('schoolAdmin.certificates.issuedOn')} value={issuedOn} onChange={setIssuedOn} />}
              {!isComplete && (
                <Button kind={hasDrafts ? 'secondary' : 'primary'} isPending={prepare.isPending} isDisabled={issuedOn === null || learners.length === 0} onPress={() => issuedOn !== null && prepare.run({ ...target, body: { ...which, issuedOn } })}>
                  {t(hasDrafts ? 'schoolAdmin.certificates.prepareAgain' : 'schoolAdmin.certificates.prepare')}
                </Button>
              )}
            </div>
            <SignOff educationProviderId={educationProviderId} homeroomId={homeroomId} schoolId={homeroom.schoolId} which={which} learners={learners} mayIssue={can.issue} />
            <DataTable
              label={t('schoolAdmin.certificates.title')}
              columns={columns}
              rows={learners}
              rowKey={({ learnerId }) => learnerId}
              empty={<EmptyState icon="people" title={t('schoolAdmin.certificates.none')} />}
            />
          </>
        );
      }}
    </QueryState>
  );
}

interface SignOffProps {
  educationProviderId: string;
  homeroomId: string;
  schoolId: string;
  which: { kind: CertificateKind; language: CertificateLanguage };
  learners: readonly ClassCertificate[];
  mayIssue: boolean;
}

/** What can be done with the class as it stands: sign off what is ready, take what was given. */
function SignOff({ educationProviderId, homeroomId, schoolId, which, learners, mayIssue }: SignOffProps) {
  const t = useText();
  const { run, progress } = useIssue(educationProviderId);
  const [isAsking, setAsking] = useState(false);
  const certificates = learners.flatMap(({ certificate }) => (certificate === null ? [] : [certificate]));
  const ready = certificates.filter(({ state, faults }) => state === 'draft' && faults.length === 0);
  const hasGiven = certificates.some(({ state }) => state === 'issued');
  const download = async (format: 'pdf' | 'zip') => {
    const { file } = await call(getClassCertificatesFile, { params: { educationProviderId, homeroomId }, query: { ...which, format } });
    if (file !== null) saveFile(file);
  };
  if (progress !== undefined) return <ProgressBar label={t('schoolAdmin.certificates.issuing')} value={progress.done / progress.all} detail={`${progress.done} / ${progress.all}`} />;
  if (ready.length === 0 && !hasGiven) return null;
  return (
    <div className="school-admin-sign-off">
      {ready.length > 0 && (mayIssue ? <Button kind="primary" icon="edit" onPress={() => setAsking(true)}>{t('schoolAdmin.certificates.issue', { count: ready.length })}</Button> : <Muted>{t('schoolAdmin.certificates.principalSigns')}</Muted>)}
      {hasGiven && (
        <>
          <Button icon="print" onPress={() => void download('pdf')}>{t('schoolAdmin.certificates.downloadPdf')}</Button>
          <Button icon="download" onPress={() => void download('zip')}>{t('schoolAdmin.certificates.downloadZip')}</Button>
        </>
      )}
      <ConfirmDialog
        title={t('schoolAdmin.certificates.issueTitle')}
        confirmLabel={t('schoolAdmin.certificates.issue', { count: ready.length })}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void run(schoolId, ready);
        }}
      >
        {t('schoolAdmin.certificates.issueHelp', { count: ready.length })}
      </ConfirmDialog>
    </div>
  );
}

function useColumns(educationProviderId: string) {
  const t = useText();
  return useMemo<Column<ClassCertificate>[]>(() => {
    const name = ({ firstNames, lastName }: ClassCertificate) => `${lastName} ${firstNames}`;
    return [
      {
        id: 'learner',
        header: t('schoolAdmin.certificates.learner'),
        cell: (row) => (row.certificate === null ? name(row) : <Name row={row} educationProviderId={educationProviderId} text={name(row)} />),
        sortBy: name,
        onPhone: 'title',
      },
      { id: 'state', header: t('schoolAdmin.certificates.state'), cell: ({ certificate }) => <StateChip certificate={certificate} />, sortBy: ({ certificate }) => `${certificate?.state ?? ''} ${certificate?.faults.length ?? 0}`, onPhone: 'line' },
      { id: 'missing', header: t('schoolAdmin.certificates.missing'), cell: ({ certificate }) => faultsText(t, certificate?.faults ?? []), onPhone: 'line' },
    ];
  }, [t, educationProviderId]);
}

function Name({ row: { certificate }, educationProviderId, text }: { row: ClassCertificate; educationProviderId: string; text: string }) {
  return certificate === null ? text : <Link href={`/certificates/${certificate.certificateId}?provider=${educationProviderId}`}>{text}</Link>;
}

function StateChip({ certificate }: { certificate: ClassCertificate['certificate'] }) {
  const t = useText();
  if (certificate === null) return <Chip>{t('schoolAdmin.certificates.state.none')}</Chip>;
  const { state, faults, number } = certificate;
  if (state === 'issued') return <Chip tone="success" icon="check">{t('schoolAdmin.certificates.state.issued', { number: number ?? '' })}</Chip>;
  if (state !== 'draft') return <Chip icon="history">{t(`schoolAdmin.certificates.state.${state}`)}</Chip>;
  return faults.length === 0 ? <Chip tone="info" icon="edit">{t('schoolAdmin.certificates.state.ready')}</Chip> : <Chip tone="attention" icon="alert">{t('schoolAdmin.certificates.state.faulty')}</Chip>;
}
