import { useState } from 'react';
import { Button, Chip, DatePicker, ErrorState, Row, Section, Stack, TextArea, TextField } from '@digione/platform/ui';
import { useAction, type ProblemError } from '@digione/platform/web';
import { changeCertificate, type CertificateContent, type CertificateSubject } from '@digione/school-admin/contract';
import type { Certificate } from './CertificatePage.tsx';
import { useText } from '../messages.ts';
import { faultsText } from './faults.ts';
import { MarkSelect, SubjectRow } from './SubjectRow.tsx';

/** Marks, words and the rest of a draft; based on the version that was read, so that nobody overwrites another. */
export function DraftForm({ certificate, educationProviderId }: { certificate: Certificate; educationProviderId: string }) {
  const t = useText();
  const { content, certificateId, version, faults } = certificate;
  const [subjects, setSubjects] = useState<readonly CertificateSubject[]>(content.subjects);
  const [behaviour, setBehaviour] = useState<CertificateContent['behaviour']>(content.behaviour);
  const [additional, setAdditional] = useState(content.additional ?? '');
  const [issuedOn, setIssuedOn] = useState<string | null>(certificate.issuedOn);
  const [problem, setProblem] = useState<ProblemError>();
  const save = useAction(changeCertificate, { done: t('schoolAdmin.certificate.saved'), onError: setProblem });
  const change = (key: string, next: Partial<CertificateSubject>) => setSubjects(subjects.map((subject) => (subject.key === key ? { ...subject, ...next } : subject)));
  const faulty = new Set(faults.map(({ subjectKey }) => subjectKey));
  return (
    <Stack gap={6}>
      {faults.length > 0 && <div><Chip tone="attention" icon="alert">{t('schoolAdmin.certificate.missing', { what: faultsText(t, faults) })}</Chip></div>}
      {problem !== undefined && <ErrorState error={problem} isCompact />}
      <Section title={t('schoolAdmin.certificate.subjects')}>
        <div className="school-admin-subject school-admin-subject-head" aria-hidden="true">
          <span>{t('schoolAdmin.certificate.subject')}</span>
          <span>{t('schoolAdmin.certificate.scope')}</span>
          <span>{t('schoolAdmin.certificate.mark')}</span>
        </div>
        <ul className="school-admin-subjects">
          {subjects.map((subject) => (
            <SubjectRow key={subject.key} subject={subject} isFaulty={faulty.has(subject.key)} onChange={(next) => change(subject.key, next)} onRemove={() => setSubjects(subjects.filter(({ key }) => key !== subject.key))} />
          ))}
        </ul>
        <NewSubject onAdd={(subject) => setSubjects([...subjects, subject])} />
      </Section>
      {behaviour !== null && (
        <Row align="end">
          <MarkSelect label={t('schoolAdmin.certificate.behaviour')} value={behaviour.mark} onChange={(mark) => setBehaviour({ ...behaviour, mark })} />
        </Row>
      )}
      <TextArea label={t('schoolAdmin.certificate.additional')} value={additional} onChange={setAdditional} maxLength={2000} />
      <Row align="end">
        <DatePicker label={t('schoolAdmin.certificates.issuedOn')} value={issuedOn} onChange={setIssuedOn} />
        <Button
          kind={faults.length > 0 || !certificate.can.issue ? 'primary' : 'secondary'}
          isPending={save.isPending}
          isDisabled={issuedOn === null}
          onPress={() => {
            setProblem(undefined);
            if (issuedOn !== null) save.run({ params: { educationProviderId, certificateId }, ifMatch: version, body: { issuedOn, subjects: [...subjects], behaviour, additional: additional.trim() === '' ? null : additional.trim() } });
          }}
        >
          {t('schoolAdmin.certificate.save')}
        </Button>
      </Row>
    </Stack>
  );
}

function NewSubject({ onAdd }: { onAdd: (subject: CertificateSubject) => void }) {
  const t = useText();
  const [name, setName] = useState('');
  const add = () => {
    onAdd({ key: crypto.randomUUID(), code: null, name: { fi: name.trim() }, syllabus: null, section: 'elective', scope: null, mark: null, words: null, units: [] });
    setName('');
  };
  return (
    <Row align="end">
      <TextField label={t('schoolAdmin.certificate.newSubject')} value={name} onChange={setName} maxLength={100} />
      <Button icon="plus" isDisabled={name.trim() === ''} onPress={add}>{t('schoolAdmin.certificate.addSubject')}</Button>
    </Row>
  );
}
