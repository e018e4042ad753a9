import type { IdentityProvider } from '@digione/platform/config';

/** Someone of the demo city as whom one may sign in. */
export interface Persona {
  /** Steady name, also the subject of the login: `teacher`. */
  readonly key: string;
  readonly name: string;
  readonly role: string;
  readonly providerKey: string;
  /** One line on who they are. */
  readonly description: { readonly fi: string; readonly sv: string; readonly en: string };
}

export interface AccessOptions {
  readonly mode: 'demo' | 'production' | 'test';
  /** Where people's browsers find the platform; no slash at the end. */
  readonly baseUrl: string;
  /** The same in every process; keys of the built-in provider are drawn from it. */
  readonly sessionKey: Buffer;
  readonly identityProviders: readonly IdentityProvider[];
  /** With personas the built-in provider is mounted; never in production. */
  readonly personas: readonly Persona[] | undefined;
}

/** Issuer of the logins of demo people, whatever the address of the server they sign in at. */
export const DEMO_ISSUER = 'urn:digione:demo';
