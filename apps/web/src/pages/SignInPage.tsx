import { EmptyState, ErrorState, Icon, LinkButton, Skeleton } from '@digione/platform/ui';
import { listSignInProviders } from '@digione/access/contract';
import { localized } from '@digione/platform/i18n';
import { useEndpoint, useLanguage, useT } from '@digione/platform/web';
import type fi from '../../i18n/fi.json';
import { useChooseLanguage } from '../language-choice.ts';
import { Logo } from '../shell/Logo.tsx';
import './sign-in.css';

const reasons: Readonly<Record<string, keyof typeof fi>> = { expired: 'web.signIn.expired', 'signed-out': 'web.signIn.signedOut', error: 'web.signIn.error' };

/** Chooses how to sign in; each way leads to its own identity provider and back to where one was going. */
export default function SignInPage() {
  const t = useT<keyof typeof fi>();
  const search = new URLSearchParams(location.search);
  const told = reasons[search.get('reason') ?? ''];
  return (
    <div className="sign-in">
      <title>{`${t('web.signIn.title')} – DigiOne`}</title>
      <main className="sign-in-card">
        <Logo size="lg" />
        <div>
          <h1 tabIndex={-1}>{t('web.signIn.title')}</h1>
          <p className="sign-in-lead">{t('web.signIn.lead')}</p>
        </div>
        {told && (
          <p className="sign-in-told" role="status">
            <Icon name="info" /> {t(told)}
          </p>
        )}
        <WaysIn returnTo={search.get('returnTo') ?? '/'} />
      </main>
      <Languages />
    </div>
  );
}

function WaysIn({ returnTo }: { returnTo: string }) {
  const t = useT<keyof typeof fi>();
  const language = useLanguage();
  const { data, error, refetch } = useEndpoint(listSignInProviders, {});
  if (error) return <ErrorState error={error} title={t('web.signIn.failed')} onRetry={() => void refetch()} isCompact />;
  if (!data) return <Skeleton rows={2} />;
  if (data.providers.length === 0) {
    return (
      <EmptyState icon="key" title={t('web.signIn.none')}>
        {t('web.signIn.noneText')}
      </EmptyState>
    );
  }
  return (
    <div className="sign-in-ways">
      {data.providers.map(({ key, name, href }, index) => (
        <LinkButton
          key={key}
          kind={index === 0 ? 'primary' : 'secondary'}
          icon={index === 0 ? 'sign-in' : 'key'}
          href={`${href}?${new URLSearchParams({ returnTo }).toString()}`}
        >
          {t('web.signIn.with', { provider: localized(name, language) || key })}
        </LinkButton>
      ))}
    </div>
  );
}

function Languages() {
  const t = useT<keyof typeof fi>();
  const current = useLanguage();
  const choose = useChooseLanguage();
  return (
    <nav className="sign-in-languages" aria-label={t('web.person.language')}>
      {(['fi', 'sv', 'en'] as const).map((language) => (
        <button key={language} type="button" lang={language} aria-pressed={language === current} onClick={() => void choose(language)}>
          {t(`web.language.${language}`)}
        </button>
      ))}
    </nav>
  );
}
