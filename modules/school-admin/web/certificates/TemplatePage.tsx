import { useState } from 'react';
import { Button, Checkbox, DatePicker, ErrorState, FileDrop, Muted, Page, PageHeader, QueryState, RadioGroup, Row, Section, Stack, TextField } from '@digione/platform/ui';
import { useAction, useEndpoint, useProviderId, type ProblemError } from '@digione/platform/web';
import { getCertificateTemplate, saveCertificateTemplate, type CertificateTemplate } from '@digione/school-admin/contract';
import type { ResponseOf } from '@digione/platform/contract';
import { useText } from '../messages.ts';
import './certificates.css';

const LOGO = { accept: ['.png', '.jpg', '.jpeg'], maxBytes: 200_000 };
const TONGUES = [['fi', 'inFinnish'], ['sv', 'inSwedish'], ['en', 'inEnglish']] as const;

/** How the provider's certificates look and what stands on them: data in versions, no code. */
export default function TemplatePage() {
  const t = useText();
  const educationProviderId = useProviderId();
  const found = useEndpoint(getCertificateTemplate, { params: { educationProviderId } });
  const number = found.data?.number ?? 0;
  return (
    <Page width="text">
      <PageHeader title={t('schoolAdmin.certificateTemplate.title')} subtitle={number === 0 ? t('schoolAdmin.certificateTemplate.first') : t('schoolAdmin.certificateTemplate.subtitle', { number })} />
      <QueryState query={found}>{(saved) => <TemplateForm key={saved.number} saved={saved} educationProviderId={educationProviderId} />}</QueryState>
    </Page>
  );
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function TemplateForm({ saved, educationProviderId }: { saved: ResponseOf<typeof getCertificateTemplate>; educationProviderId: string }) {
  const t = useText();
  const [template, setTemplate] = useState<CertificateTemplate>(saved.template);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [hasLogo, setHasLogo] = useState(saved.hasLogo);
  const [problem, setProblem] = useState<ProblemError>();
  const save = useAction(saveCertificateTemplate, { done: ({ number }) => t('schoolAdmin.certificateTemplate.saved', { number }), onError: setProblem });
  const set = (change: Partial<CertificateTemplate>) => setTemplate({ ...template, ...change });
  const submit = async () => {
    setProblem(undefined);
    const [file] = files;
    const logo = file === undefined ? (saved.hasLogo && !hasLogo ? null : undefined) : await base64Of(file);
    save.run({ params: { educationProviderId }, body: { template, basedOn: saved.number, ...(logo !== undefined && { logo }) } });
  };
  const texts = (key: 'place' | 'curriculum' | 'footer' | 'logoText', fault?: string) =>
    TONGUES.map(([tongue, label], index) => (
      <TextField
        key={tongue}
        label={`${t(`schoolAdmin.certificateTemplate.${key}`)} ${t(`schoolAdmin.certificateTemplate.${label}`)}`}
        {...(key === 'curriculum' && index === 0 && { description: t('schoolAdmin.certificateTemplate.curriculumHelp') })}
        {...(key === 'logoText' && index === 0 && { description: t('schoolAdmin.certificateTemplate.logoTextHelp') })}
        {...(fault !== undefined && index === 0 && { errorMessage: fault })}
        maxLength={600}
        value={template[key][tongue] ?? ''}
        onChange={(text) => {
          const { [tongue]: _before, ...others } = template[key];
          set({ [key]: text === '' ? others : { ...others, [tongue]: text } });
        }}
      />
    ));
  return (
    <Stack gap={6}>
      <Muted>{t('schoolAdmin.certificateTemplate.help')}</Muted>
      {problem !== undefined && problem.messageFor('template.logoText') === undefined && <ErrorState error={problem} isCompact />}
      <Section title={t('schoolAdmin.certificateTemplate.texts')}>
        <Stack>
          {texts('place')}
          {texts('curriculum')}
          {texts('footer')}
          <DatePicker label={t('schoolAdmin.certificateTemplate.permitOn')} value={template.permitOn} onChange={(permitOn) => set({ permitOn })} />
        </Stack>
      </Section>
      <Section title={t('schoolAdmin.certificateTemplate.looks')}>
        <Stack>
          <RadioGroup
            label={t('schoolAdmin.certificateTemplate.signatories')}
            value={template.signatories}
            options={(['principal', 'principal-and-homeroom-teacher'] as const).map((value) => ({ value, label: t(`schoolAdmin.certificateTemplate.signatories.${value}`) }))}
            onChange={(signatories) => set({ signatories })}
          />
          <RadioGroup
            label={t('schoolAdmin.certificateTemplate.identityCode')}
            value={template.identityCode}
            options={(['all', 'final'] as const).map((value) => ({ value, label: t(`schoolAdmin.certificateTemplate.identityCode.${value}`) }))}
            onChange={(identityCode) => set({ identityCode })}
          />
          <Checkbox isSelected={template.marksInWords} onChange={(marksInWords) => set({ marksInWords })}>{t('schoolAdmin.certificateTemplate.marksInWords')}</Checkbox>
          {hasLogo && (
            <Row>
              <Muted>{t('schoolAdmin.certificateTemplate.logoThere')}</Muted>
              <Button size="sm" icon="trash" onPress={() => setHasLogo(false)}>{t('schoolAdmin.certificateTemplate.logoRemove')}</Button>
            </Row>
          )}
          <FileDrop label={t('schoolAdmin.certificateTemplate.logo')} files={files} onChange={setFiles} {...LOGO} />
          {(hasLogo || files.length > 0) && texts('logoText', problem?.messageFor('template.logoText'))}
        </Stack>
      </Section>
      <div>
        <Button kind="primary" isPending={save.isPending} onPress={() => void submit()}>{t('schoolAdmin.certificateTemplate.save')}</Button>
      </div>
    </Stack>
  );
}
