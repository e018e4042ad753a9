import { useT } from '@digione/platform/web';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/** Whether the focus has moved to something of the page since. */
function hasGoneOn(focusedBefore: Element | null): boolean {
  const focused = document.activeElement;
  return focused !== focusedBefore && focused !== null && document.getElementById('content')?.contains(focused) === true;
}

/** How long a page may take to draw its heading before its name is told without it. */
const patience = 600;

/**
 * After a navigation the focus goes to the page's heading, which a screen reader then reads. A page whose heading is not
 * there soon is announced by its name instead. A change of the query alone (a tab, a filter) moves nothing, and who has
 * gone on into the new page with the keyboard meanwhile is left where they are.
 */
export function RouteAnnouncer() {
  const router = useRouter();
  const t = useT<string>();
  const [announced, setAnnounced] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let focusedBefore: Element | null = null;
    const stopBefore = router.subscribe('onBeforeNavigate', () => (focusedBefore = document.activeElement));
    const stop = router.subscribe('onResolved', ({ fromLocation, toLocation }) => {
      if (!fromLocation || fromLocation.pathname === toLocation.pathname) return;
      clearTimeout(timer);
      const began = performance.now();
      const former = document.querySelector('#content h1');
      const look = () => {
        if (hasGoneOn(focusedBefore)) return setAnnounced('');
        const heading = document.querySelector<HTMLElement>('#content h1');
        const isThere = heading !== null && (heading !== former || performance.now() - began > 60);
        if (isThere) {
          heading.focus({ preventScroll: true });
          setAnnounced('');
        } else if (performance.now() - began < patience) timer = setTimeout(look, 30);
        else {
          const title = router.state.matches.findLast((match) => match.staticData.title)?.staticData.title;
          document.getElementById('content')?.focus({ preventScroll: true });
          if (title) setAnnounced(t(title));
        }
      };
      look();
    });
    return () => {
      clearTimeout(timer);
      stopBefore();
      stop();
    };
  }, [router, t]);
  return (
    <p className="ui-hidden" role="status" aria-live="polite">
      {announced}
    </p>
  );
}
