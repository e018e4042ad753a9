import { ErrorState } from '@digione/platform/ui';
import { awayFor, MeProvider, startLiveUpdates, useOnline, useT, type Me, type ProblemError } from '@digione/platform/web';
import { Icon } from '@digione/platform/ui';
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import type fi from '../../i18n/fi.json';
import { meQuery } from '../session.ts';
import { showTheme } from '../theme.ts';
import { BottomBar } from './BottomBar.tsx';
import { Links } from './Links.tsx';
import { RouteAnnouncer } from './RouteAnnouncer.tsx';
import { SideNav } from './SideNav.tsx';
import { TopBar } from './TopBar.tsx';

/** The workspace around every page: who one is decides what is in it. */
export function Workspace() {
  const t = useT<keyof typeof fi>();
  const { data: me, error, refetch } = useQuery<Me, ProblemError>({ ...meQuery, staleTime: 5 * 60_000 });
  if (me) {
    return (
      <MeProvider me={me}>
        <SignedIn me={me} />
      </MeProvider>
    );
  }
  // Not signed in: the page is already on its way to the sign-in.
  if (!error || error.status === 401) return <div className="shell-blank" />;
  return (
    <Links>
      <main className="shell-alone">
        <h1 className="ui-hidden">{t('web.crash.title')}</h1>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </main>
    </Links>
  );
}

function SignedIn({ me }: { me: Me }) {
  const client = useQueryClient();
  useEffect(() => showTheme(me.theme), [me.theme]);
  useEffect(() => startLiveUpdates(client), [client]);
  useEffect(() => leaveWhenAlone(client), [client]);
  return (
    <Links>
      <Frame me={me}>
        <Outlet />
      </Frame>
    </Links>
  );
}

const ALONE_MS = 60 * 60_000;

/** A page that nobody has touched for an hour asks whether its session still is: what it shows is not for who comes next. */
function leaveWhenAlone(client: QueryClient): () => void {
  const timer = setInterval(() => {
    if (awayFor() > ALONE_MS) void client.invalidateQueries({ queryKey: meQuery.queryKey });
  }, 60_000);
  return () => clearInterval(timer);
}

function Frame({ me, children }: { me: Me; children: ReactNode }) {
  const t = useT<keyof typeof fi>();
  const isOnline = useOnline();
  return (
    <div className="shell">
      <a className="shell-skip" href="#content">
        {t('web.skipToContent')}
      </a>
      <TopBar me={me} />
      <SideNav me={me} />
      <main id="content" className="shell-main" tabIndex={-1}>
        {!isOnline && (
          <p className="shell-offline" role="status">
            <Icon name="offline" /> {t('web.offline')}
          </p>
        )}
        {children}
      </main>
      <BottomBar me={me} />
      <RouteAnnouncer />
    </div>
  );
}
