import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { fromHelsinki, isLocalDate, isLocalTime } from '@digione/local-date';
import { z } from 'zod';
import { readIdentityProviders, type IdentityProvider } from './identity-provider.ts';
import { OperatorError } from './operator-error.ts';
import { listProductionFaults } from './production.ts';
import { findKey, keepSecrets, type Secrets } from './secrets.ts';

export type Mode = 'demo' | 'production' | 'test';
export const DEMO_SIZES = ['small', 'city', 'seven-cities', 'none'] as const;
export type DemoSize = (typeof DEMO_SIZES)[number];

/** What the command line says; it wins over the environment. */
export interface Flags {
  readonly port?: string | undefined;
  readonly host?: string | undefined;
  readonly dataDir?: string | undefined;
  readonly demo?: string | undefined;
  readonly now?: string | undefined;
}

export interface Config {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  /** Where people's browsers find the platform; no slash at the end. */
  readonly baseUrl: string;
  /** Believe `X-Forwarded-*`: only behind a proxy that sets them. */
  readonly trustProxy: boolean;
  /** Undefined: the embedded PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly demo: DemoSize;
  /** The set clock of a demo or a test, an instant in ISO 8601; undefined: the real time. */
  readonly now: string | undefined;
  readonly secrets: Secrets;
  readonly identityProviders: readonly IdentityProvider[];
  /** Outgoing mail; undefined: none is sent. */
  readonly smtpUrl: string | undefined;
  /** Where files lie: a folder. */
  readonly blobFolder: string;
  readonly logLevel: LogLevel;
  readonly requestsPerMinute: number;
  /** Database connections of one process. */
  readonly maxConnections: number;
  /** Named statements are faster; pgbouncer before 1.21 breaks them. */
  readonly namesStatements: boolean;
  readonly runsJobs: boolean;
  /** Where the national service of curricula is; no slash at the end. */
  readonly curriculumService: string;
  /** Who we are to the national education services. */
  readonly callerId: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);
const yesOrNo = z.enum(['true', 'false'], 'must be true or false').transform((value) => value === 'true');
const address = (protocol: RegExp, example: string) => z.url({ protocol, error: `must be an address such as ${example}` });

/** Every setting the environment can give; an empty value is no value. */
const Environment = z.object({
  NODE_ENV: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(1, 65_535).default(3000),
  DIGIONE_BASE_URL: address(/^https?$/, 'https://digione.example.fi').optional(),
  DIGIONE_TRUST_PROXY: yesOrNo.default(false),
  DATABASE_URL: address(/^postgres(ql)?$/, 'postgres://user:password@host:5432/digione').optional(),
  DIGIONE_DATA_DIR: z.string().default('.data'),
  DIGIONE_DEMO: z.enum(DEMO_SIZES, `must be one of ${DEMO_SIZES.join(', ')}`).optional(),
  DIGIONE_NOW: z.string().optional(),
  DIGIONE_AUDIT_KEY: z.string().optional(),
  DIGIONE_SESSION_KEY: z.string().optional(),
  DIGIONE_IDENTITY_PROVIDERS: z.string().optional(),
  DIGIONE_SMTP_URL: address(/^smtps?$/, 'smtps://user:password@host').optional(),
  DIGIONE_BLOB_FOLDER: z.string().optional(),
  DIGIONE_LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).optional(),
  DIGIONE_REQUESTS_PER_MINUTE: wholeNumber(1, 1_000_000_000).optional(),
  DIGIONE_MAX_CONNECTIONS: wholeNumber(2, 1000).default(Math.max(6, 2 * availableParallelism())),
  DIGIONE_NAMED_STATEMENTS: yesOrNo.default(true),
  DIGIONE_JOBS: yesOrNo.default(true),
  DIGIONE_CURRICULUM_SERVICE: address(/^https?$/, 'https://eperusteet.opintopolku.fi').default('https://eperusteet.opintopolku.fi'),
  DIGIONE_CALLER_ID: z.string().regex(/^[\w.:-]{1,200}$/, 'must be an OID, a dot and a name, such as 1.2.246.562.10.00000000001.digione').default('1.2.246.562.10.00000000001.digione'),
});
export type Environment = z.infer<typeof Environment>;

/** The flag that says the same as a setting, for messages about what the person typed. */
const FLAG_OF: Readonly<Record<string, keyof Flags>> = {
  PORT: 'port', HOST: 'host', DIGIONE_DATA_DIR: 'dataDir', DIGIONE_DEMO: 'demo', DIGIONE_NOW: 'now',
};
const NAME_OF_FLAG: Readonly<Record<keyof Flags, string>> = { port: '--port', host: '--host', dataDir: '--data-dir', demo: '--demo', now: '--now' };

/**
 * The configuration from the environment and the command line.
 * @throws OperatorError with one sentence, or in production with the full list of what to set.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, flags: Flags = {}): Config {
  const given: Record<string, string | undefined> = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  for (const [setting, flag] of Object.entries(FLAG_OF)) given[setting] = flags[flag] ?? given[setting];
  const read = Environment.safeParse(given);
  if (!read.success) throw new OperatorError(read.error.issues.map((issue) => faultOf(issue, given, flags)).join('\n'));
  const settings = read.data;
  const mode = settings.NODE_ENV === 'production' || settings.NODE_ENV === 'test' ? settings.NODE_ENV : 'demo';
  const now = settings.DIGIONE_NOW === undefined ? undefined : readNow(settings.DIGIONE_NOW, flags);
  const identityProviders = settings.DIGIONE_IDENTITY_PROVIDERS === undefined ? [] : readIdentityProviders(settings.DIGIONE_IDENTITY_PROVIDERS);
  const faults = mode === 'production' ? listProductionFaults(settings, identityProviders) : [];
  if (faults.length > 0) {
    throw new OperatorError(`DigiOne does not start in production with these settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
  const dataDir = resolve(settings.DIGIONE_DATA_DIR);
  return {
    mode,
    host: settings.HOST,
    port: settings.PORT,
    baseUrl: (settings.DIGIONE_BASE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
    trustProxy: settings.DIGIONE_TRUST_PROXY,
    databaseUrl: settings.DATABASE_URL,
    dataDir,
    demo: settings.DIGIONE_DEMO ?? (mode === 'demo' ? 'small' : 'none'),
    now,
    secrets: readSecrets(settings, dataDir),
    identityProviders,
    smtpUrl: settings.DIGIONE_SMTP_URL,
    blobFolder: resolve(settings.DIGIONE_BLOB_FOLDER ?? `${dataDir}/files`),
    logLevel: settings.DIGIONE_LOG_LEVEL ?? (mode === 'production' ? 'info' : 'warn'),
    // A demonstration is also where programs and load tests are tried out: there it is practically off.
    requestsPerMinute: settings.DIGIONE_REQUESTS_PER_MINUTE ?? (mode === 'production' ? 1_200 : 1_000_000),
    maxConnections: settings.DIGIONE_MAX_CONNECTIONS,
    namesStatements: settings.DIGIONE_NAMED_STATEMENTS,
    runsJobs: settings.DIGIONE_JOBS,
    curriculumService: settings.DIGIONE_CURRICULUM_SERVICE.replace(/\/+$/, ''),
    callerId: settings.DIGIONE_CALLER_ID,
  };
}

function faultOf(issue: z.core.$ZodIssue, given: Record<string, string | undefined>, flags: Flags): string {
  const setting = String(issue.path[0]);
  const flag = FLAG_OF[setting];
  const name = flag !== undefined && flags[flag] !== undefined ? NAME_OF_FLAG[flag] : setting;
  // Addresses and keys may hold a password: what was given is repeated only where it cannot.
  const isHarmless = flag !== undefined || issue.code === 'invalid_value';
  return `${name} ${issue.message}${isHarmless ? `, not "${given[setting] ?? ''}"` : ''}.`;
}

function readSecrets(settings: Environment, dataDir: string): Secrets {
  const given = { auditKey: settings.DIGIONE_AUDIT_KEY, sessionKey: settings.DIGIONE_SESSION_KEY };
  if (given.auditKey === undefined && given.sessionKey === undefined) return keepSecrets(dataDir);
  const [auditKey, sessionKey] = [findKey(given.auditKey), findKey(given.sessionKey)];
  if (auditKey === undefined || sessionKey === undefined) {
    throw new OperatorError('DIGIONE_AUDIT_KEY and DIGIONE_SESSION_KEY must both be keys of 32 bytes or more in base64 ("openssl rand -base64 32" makes one).');
  }
  return { auditKey, sessionKey };
}

/** `2026-11-24T09:20` is wall-clock time in Finland; with `Z` or an offset it is that instant. */
function readNow(text: string, flags: Flags): string {
  const [date = '', time = ''] = text.split('T');
  if (isLocalDate(date) && isLocalTime(time)) return fromHelsinki(date, time);
  if (isLocalDate(date) && /^\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(time) && !Number.isNaN(Date.parse(text))) return text;
  throw new OperatorError(`${flags.now === undefined ? 'DIGIONE_NOW' : '--now'} must be a moment such as 2026-11-24T09:20, not "${text}".`);
}
