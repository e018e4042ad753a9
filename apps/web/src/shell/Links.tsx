import { useRouter } from '@tanstack/react-router';
import { RouterProvider } from 'react-aria-components';
import { useEffect, type ReactNode } from 'react';

/** Addresses that the server answers itself: they are left for, not shown inside. */
const served = /^\/(?:api|oidc|sign-in)(?:\/|$)/;

/** Makes every link of the design system go inside the workspace, and fetches a page's program when a pointer nears its link. */
export function Links({ children }: { children: ReactNode }) {
  const router = useRouter();
  useEffect(() => {
    const near = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="/"]') : null;
      const href = link?.getAttribute('href');
      if (href && !served.test(href)) void router.preloadRoute({ to: href.split(/[?#]/)[0] ?? href }).catch(() => undefined);
    };
    document.addEventListener('pointerover', near, { passive: true });
    document.addEventListener('focusin', near);
    return () => {
      document.removeEventListener('pointerover', near);
      document.removeEventListener('focusin', near);
    };
  }, [router]);
  return <RouterProvider navigate={(href) => (served.test(href) ? location.assign(href) : router.history.push(href))}>{children}</RouterProvider>;
}
