import { useState } from 'react';
import { Button, Icon, IconButton, Select, TextArea, TextField } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import { CERTIFICATE_MARKS, SUBJECT_SECTIONS, type CertificateSubject } from '@digione/school-admin/contract';
import { useText } from '../messages.ts';

type Mark = NonNullable<CertificateSubject['mark']>;
const NONE = 'none';

/** One of the marks a certificate knows, or none yet. */
export function MarkSelect({ label, value, onChange }: { label: string; value: Mark | null; onChange: (mark: Mark | null) => void }) {
  const t = useText();
  return (
    <Select<Mark | typeof NONE>
      label={label}
      value={value ?? NONE}
      options={[{ value: NONE, label: t('schoolAdmin.certificate.noMark') }, ...CERTIFICATE_MARKS.map((mark) => ({ value: mark, label: mark }))]}
      onChange={(mark) => onChange(mark === NONE ? null : mark)}
    />
  );
}

interface SubjectRowProps {
  subject: CertificateSubject;
  isFaulty: boolean;
  onChange: (next: Partial<CertificateSubject>) => void;
  onRemove: () => void;
}

/** “2,5” and “2.5” alike; what is no number is none. */
const scopeOf = (text: string): number | null => {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) || value < 0 || value > 400 ? null : value;
};

/** A subject with its scope, mark and words. */
export function SubjectRow({ subject, isFaulty, onChange, onRemove }: SubjectRowProps) {
  const t = useText();
  const format = useFormat();
  const [isOpen, setOpen] = useState(subject.words !== null && subject.words !== '');
  const [scope, setScope] = useState(subject.scope === null ? '' : String(subject.scope).replace('.', ','));
  const name = format.name(subject.name);
  return (
    <li className="school-admin-subject">
      <span className="school-admin-subject-name">
        <span>
          {name}
          {subject.syllabus !== null && <span className="ui-muted"> · {format.name(subject.syllabus)}</span>}
        </span>
        {isFaulty && <Icon name="alert" size={16} />}
      </span>
      <TextField
        label={t('schoolAdmin.certificate.scopeOf', { name })}
        inputMode="decimal"
        value={scope}
        onChange={(text) => {
          setScope(text);
          onChange({ scope: scopeOf(text) });
        }}
      />
      <MarkSelect label={t('schoolAdmin.certificate.markOf', { name })} value={subject.mark} onChange={(mark) => onChange({ mark })} />
      <IconButton icon="note" label={t('schoolAdmin.certificate.more', { name })} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)} />
      {isOpen && (
        <div className="school-admin-subject-more">
          <TextArea label={t('schoolAdmin.certificate.words', { name })} value={subject.words ?? ''} maxLength={3000} onChange={(words) => onChange({ words: words === '' ? null : words })} />
          <Select
            label={t('schoolAdmin.certificate.section', { name })}
            value={subject.section}
            options={SUBJECT_SECTIONS.map((value) => ({ value, label: t(`schoolAdmin.certificate.section.${value}`) }))}
            onChange={(section) => onChange({ section })}
          />
          <Button size="sm" icon="trash" onPress={onRemove}>{t('schoolAdmin.certificate.remove', { name })}</Button>
        </div>
      )}
    </li>
  );
}
