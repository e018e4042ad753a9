import type { Environment } from './config.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { findKey } from './secrets.ts';

const isLocal = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]', ''].includes(host);

/** What keeps these settings from being safe in production, each with what to set; empty when nothing does. */
export function listProductionFaults(settings: Environment, identityProviders: readonly IdentityProvider[]): string[] {
  const faults: string[] = [];
  const { DATABASE_URL: database, DIGIONE_BASE_URL: base } = settings;
  if (database === undefined) {
    faults.push('DATABASE_URL: the address of a PostgreSQL 17 or newer that is backed up (the embedded database is for trying out)');
  } else {
    const { hostname, searchParams } = new URL(database);
    if (!isLocal(hostname) && !['verify-full', 'require'].includes(searchParams.get('sslmode') ?? '')) {
      faults.push('DATABASE_URL: end it with sslmode=verify-full, the database is on another machine');
    }
  }
  if (base === undefined) faults.push('DIGIONE_BASE_URL: where people find the platform, https://…');
  else if (!base.startsWith('https:')) faults.push('DIGIONE_BASE_URL: must begin with https:, sign-in travels over it');
  for (const name of ['DIGIONE_AUDIT_KEY', 'DIGIONE_SESSION_KEY'] as const) {
    if (settings[name] === undefined) faults.push(`${name}: 32 random bytes in base64, kept safe ("openssl rand -base64 32" makes them)`);
    else if (findKey(settings[name]) === undefined) faults.push(`${name}: must hold at least 32 bytes in base64`);
  }
  if (settings.DIGIONE_AUDIT_KEY !== undefined && settings.DIGIONE_AUDIT_KEY === settings.DIGIONE_SESSION_KEY) {
    faults.push('DIGIONE_AUDIT_KEY and DIGIONE_SESSION_KEY: must differ from each other');
  }
  if (identityProviders.length === 0) faults.push('DIGIONE_IDENTITY_PROVIDERS: at least one identity provider, as JSON or the path of a file (see docs/guides/configuration.md)');
  const insecure = identityProviders.filter(({ issuer }) => !issuer.startsWith('https:'));
  for (const { key } of insecure) faults.push(`DIGIONE_IDENTITY_PROVIDERS: the issuer of "${key}" must begin with https:`);
  if (settings.DIGIONE_DEMO !== undefined && settings.DIGIONE_DEMO !== 'none') faults.push('DIGIONE_DEMO (--demo): leave it out, demo people and demo sign-in exist only in demo mode');
  if (settings.DIGIONE_NOW !== undefined) faults.push('DIGIONE_NOW (--now): leave it out, the clock is the real one');
  return faults;
}
