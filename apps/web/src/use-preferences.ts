import { updateMyPreferences } from '@digione/access/contract';
import { useAction, type Me } from '@digione/platform/web';
import { useQueryClient } from '@tanstack/react-query';
import type { Language } from '@digione/platform/i18n';
import { meQuery } from './session.ts';
import type { Theme } from './theme.ts';

/** Keeps a wish of the account; what the page shows changes at once. */
export function useSavePreferences(): (wishes: { language?: Language; theme?: Theme }) => void {
  const client = useQueryClient();
  const { run } = useAction(updateMyPreferences, { refresh: [] });
  return (wishes) => {
    client.setQueryData<Me>(meQuery.queryKey, (me) => me && { ...me, ...wishes });
    run({ body: wishes });
  };
}
