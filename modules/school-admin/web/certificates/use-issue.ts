import { useState } from 'react';
import { addToast } from '@digione/platform/ui';
import { ProblemError, problemText, useAction, useLanguage } from '@digione/platform/web';
import { issueCertificates } from '@digione/school-admin/contract';
import { useText } from '../messages.ts';

/** So many at a time: each piece is all or nothing, and the bar moves. */
const AT_ONCE = 10;

export interface ToIssue {
  readonly certificateId: string;
  readonly version: number;
}

/** Signs off certificates piece by piece. What was signed off stays so when a later piece fails; pressing again goes on with the rest. */
export function useIssue(educationProviderId: string) {
  const t = useText();
  const language = useLanguage();
  const [progress, setProgress] = useState<{ done: number; all: number }>();
  const issue = useAction(issueCertificates, { onError: () => {} });
  const run = async (schoolId: string, certificates: readonly ToIssue[]) => {
    let issued = 0;
    setProgress({ done: 0, all: certificates.length });
    try {
      for (let from = 0; from < certificates.length; from += AT_ONCE) {
        const piece = certificates.slice(from, from + AT_ONCE).map(({ certificateId, version }) => ({ certificateId, version }));
        const { results } = await issue.runAsync({ params: { educationProviderId, schoolId }, body: { certificates: piece } });
        issued += results.filter(({ outcome }) => outcome === 'issued').length;
        setProgress({ done: from + piece.length, all: certificates.length });
      }
      if (issued > 0) addToast({ tone: 'success', title: t('schoolAdmin.certificates.issued', { count: issued }) });
      if (issued < certificates.length) addToast({ tone: 'attention', title: t('schoolAdmin.certificates.left', { count: certificates.length - issued }) });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (!error.isStepUp) addToast({ tone: 'danger', ...problemText(error, language) });
    } finally {
      setProgress(undefined);
    }
  };
  return { run, progress };
}
