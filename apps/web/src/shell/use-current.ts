import { useRouterState } from '@tanstack/react-router';

/** Whether a navigation item leads to where one is; pages below it count, the desk only for itself. */
export function useIsCurrent(): (to: string) => boolean {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (to) => path === to || (to !== '/' && path.startsWith(`${to}/`));
}
