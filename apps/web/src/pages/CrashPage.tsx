import { Button, ErrorState, Page, PageHeader } from '@digione/platform/ui';
import { ProblemError, useT } from '@digione/platform/web';
import type { ErrorComponentProps } from '@tanstack/react-router';
import type fi from '../../i18n/fi.json';

/** A page failed while it was drawn: the shell stays, the rest of the workspace works. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const t = useT<keyof typeof fi>();
  return (
    <Page width="text">
      <PageHeader title={t('web.crash.title')} />
      {error instanceof ProblemError ? (
        <ErrorState error={error} onRetry={reset} />
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
