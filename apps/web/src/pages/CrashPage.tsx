import { Button, ErrorState, Page, PageHeader } from '@digione/platform/ui';
import { ProblemError, useT } from '@digione/platform/web';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type fi from '../../i18n/fi.json';
import { reloadIfOutdated } from '../new-version.ts';
import { PagePending } from './PagePending.tsx';

/** A page failed while it was drawn: the shell stays, the rest of the workspace works. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const t = useT<keyof typeof fi>();
  const [isChecking, setChecking] = useState(true);
  useEffect(() => {
    void reloadIfOutdated().then((isReloading) => setChecking(isReloading));
  }, []);
  if (isChecking) return <PagePending />;
  return (
    <Page width="text">
      <PageHeader title={t('web.crash.title')} />
      {error instanceof ProblemError ? (
        // A piece of the program that did not come is remembered as missing: only a new start asks for it again.
        <ErrorState error={error} onRetry={() => (error.isUnreachable && navigator.onLine ? location.reload() : reset())} />
      ) : (
        <>
          <ErrorState title={t('web.crash.title')} text={t('web.crash.text')} />
          <Button kind="primary" icon="refresh" onPress={() => location.reload()}>
            {t('web.crash.reload')}
          </Button>
        </>
      )}
    </Page>
  );
}
