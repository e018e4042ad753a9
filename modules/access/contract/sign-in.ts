import { z } from 'zod';
import { endpoint, LocalizedText } from '@digione/platform/contract';

export const SignInProvider = z.strictObject({
  key: z.string(),
  name: LocalizedText,
  /** Where the browser goes to sign in; add `?returnTo=` with a path of the workspace. */
  href: z.string(),
  /** The built-in provider of a demonstration, in which one picks who one is. */
  isDemo: z.boolean(),
});
export type SignInProvider = z.infer<typeof SignInProvider>;

export const listSignInProviders = endpoint({
  id: 'access.listSignInProviders',
  method: 'GET',
  path: '/sign-in/providers',
  scope: 'public',
  summary: 'The identity providers one can sign in with.',
  response: z.strictObject({ providers: z.array(SignInProvider) }),
});

/** Where the browser is to go after a sign-out: the identity provider may have a session of its own to end. */
const SignedOut = z.strictObject({ redirectTo: z.string() });

export const signOut = endpoint({
  id: 'access.signOut',
  method: 'POST',
  path: '/sign-out',
  scope: 'account',
  summary: 'Ends this session.',
  response: SignedOut,
});

export const signOutEverywhere = endpoint({
  id: 'access.signOutEverywhere',
  method: 'POST',
  path: '/sign-out-everywhere',
  scope: 'account',
  summary: 'Ends all my sessions, on every device and of every program.',
  response: SignedOut,
});
