import { useCallback, useSyncExternalStore } from 'react';

/** Whether the window is narrower than a width, for layouts that CSS alone would have to build twice. @param width px */
export function useIsNarrow(width: number): boolean {
  const query = `(width < ${width}px)`;
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches, () => false);
}
