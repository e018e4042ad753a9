import { createContext, useContext, type ReactNode } from 'react';
import type { Language } from '../i18n/language.ts';
import { ProblemError } from './problem.ts';

type NameInLanguages = { readonly [L in Language]?: string | undefined };

export interface Identity {
  readonly educationProviderId: string;
  readonly providerName: NameInLanguages;
  readonly personId: string;
  readonly callName: string;
  readonly lastName: string;
  readonly roles: readonly { readonly role: string; readonly schoolId: string | null; readonly schoolName: NameInLanguages | null }[];
  readonly isGuardian: boolean;
  readonly isLearner: boolean;
  readonly isStaff: boolean;
}

/** Who is signed in, as `GET /api/me` tells. */
export interface Me {
  readonly accountId: string;
  readonly displayName: string;
  readonly language: Language;
  readonly theme: 'auto' | 'light' | 'dark';
  /** The server's now, ISO 8601. */
  readonly now: string;
  readonly today: string;
  readonly mode: 'demo' | 'production' | 'test';
  readonly identities: readonly Identity[];
  /** What this person may do anywhere, e.g. `attendance.take`. Buttons go by the abilities sent with each object. */
  readonly abilities: readonly string[];
  readonly unreadNotifications: number;
}

const MeContext = createContext<Me | undefined>(undefined);

/** Makes the signed-in person known to the pages. */
export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>;
}

/** The signed-in person. @throws Error outside of the workspace (the sign-in page has nobody) */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe is for pages of the workspace');
  return me;
}

/** Whether the person may do something at all; `undefined` asks for nothing. */
export function isAble(me: Me, needs: string | undefined): boolean {
  return needs === undefined || me.abilities.includes(needs);
}

/** Whether the person may do something at all. */
export function useAbility(needs: string): boolean {
  return isAble(useMe(), needs);
}

/**
 * The provider a staff page works in: the one in the address (`?provider=`), else the first where the person has a staff role, else the first.
 * @throws ProblemError 403 when the person has no identity anywhere
 */
export function getProviderId(me: Me, wanted?: string | null): string {
  const identity =
    me.identities.find((one) => one.educationProviderId === wanted) ?? me.identities.find((one) => one.isStaff) ?? me.identities[0];
  if (!identity) throw new ProblemError({ type: 'about:blank', title: 'No identity', status: 403 });
  return identity.educationProviderId;
}
