import { useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { getProviderId, useMe } from './me.tsx';

/** A parameter of the page's path. @throws Error when the path has no such parameter */
export function useParam(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  const value = params[name];
  if (typeof value !== 'string') throw new Error(`The path of this page has no :${name}`);
  return value;
}

/**
 * A piece of the page's state that lives in the address, so that it can be linked to, reloaded and gone back from.
 * Setting it to `''` or its default takes it out of the address.
 */
export function useSearchParam(name: string, initial = ''): [value: string, set: (value: string) => void] {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const router = useRouter();
  const found = search[name];
  const set = useCallback(
    (value: string) => {
      const url = new URL(router.history.location.href, 'https://local.invalid');
      if (value === '' || value === initial) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
      router.history.replace(url.pathname + url.search + url.hash);
    },
    [router, name, initial],
  );
  return [typeof found === 'string' ? found : initial, set];
}

/** Goes to a page of the workspace. */
export function useGo(): (href: string) => void {
  const router = useRouter();
  return useCallback((href: string) => router.history.push(href), [router]);
}

/** The provider the page works in; `?provider=` in the address chooses among several. */
export function useProviderId(): string {
  const [wanted] = useSearchParam('provider');
  return getProviderId(useMe(), wanted);
}
