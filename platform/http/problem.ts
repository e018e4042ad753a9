import { z } from 'zod';
import type { Problem } from '../contract/index.ts';
import { AuditUnavailable } from '../db/index.ts';
import { hasMessage, registerMessages, translate, type Language, type MessageValues } from '../i18n/index.ts';
import en from './messages/en.json' with { type: 'json' };
import fi from './messages/fi.json' with { type: 'json' };
import sv from './messages/sv.json' with { type: 'json' };

registerMessages({ fi, sv, en });

/** A refusal with a reason the reader understands. Thrown by handlers, answered as problem+json (RFC 9457). */
export class HttpProblem extends Error {
  readonly status: number;
  /** Message key of the detail; without it the status's own text is used. */
  readonly detailKey: string | undefined;
  readonly values: MessageValues | undefined;
  readonly errors: readonly { path: string; key: string; values?: MessageValues }[];
  readonly type: string;

  constructor(
    status: number,
    options: { detail?: string; values?: MessageValues; errors?: HttpProblem['errors']; type?: string; cause?: unknown } = {},
  ) {
    super(`${status} ${options.detail ?? ''}`, { cause: options.cause });
    this.status = status;
    this.detailKey = options.detail;
    this.values = options.values;
    this.errors = options.errors ?? [];
    this.type = options.type ?? 'about:blank';
  }
}

export const notFound = () => new HttpProblem(404);
export const forbidden = () => new HttpProblem(403);

/** 400 with the fields that are wrong; keys are messages of the module. */
export const invalid = (...errors: { path: string; key: string; values?: MessageValues }[]) => new HttpProblem(400, { errors });

/** Zod's refusal of an input, translated when it is answered. */
export class InvalidInput extends Error {
  readonly place: 'params' | 'query' | 'body';
  readonly issues: readonly z.core.$ZodIssue[];

  constructor(place: 'params' | 'query' | 'body', issues: readonly z.core.$ZodIssue[]) {
    super('The request does not fit its contract.');
    this.place = place;
    this.issues = issues;
  }
}

const zodTexts = { fi: z.locales.fi(), sv: z.locales.sv(), en: z.locales.en() };

function issueText(issue: z.core.$ZodIssue, language: Language): string {
  const own = `validation.${issue.message}`;
  if (hasMessage(language, own)) return translate(language, own);
  const text = zodTexts[language].localeError(issue as z.core.$ZodRawIssue);
  return typeof text === 'string' ? text : (text?.message ?? issue.message);
}

/** PostgreSQL's refusals that are the caller's business, by SQLSTATE. */
const DATABASE_STATUS: Record<string, number> = {
  '23505': 409, // unique
  '23P01': 409, // exclusion: overlapping validity
  '23503': 409, // reference
  '23514': 400, // check
  '22000': 400, // a range that ends before it begins
  '22P02': 400, // malformed value
  '22007': 400,
  '22008': 400,
  '40001': 503, // serialisation
  '40P01': 503, // deadlock
  '53300': 503, // too many connections
  '57P01': 503, // database is stopping
  '57P03': 503, // database is starting
  '08006': 503,
  ECONNREFUSED: 503,
  ECONNRESET: 503,
};

export function statusOf(error: unknown): number {
  if (error instanceof HttpProblem) return error.status;
  if (error instanceof InvalidInput) return 400;
  if (error instanceof AuditUnavailable) return 503;
  if (error instanceof Error) {
    if ('code' in error && typeof error.code === 'string') {
      const known = DATABASE_STATUS[error.code];
      if (known !== undefined) return known;
    }
    if ('statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500) return error.statusCode;
    if (error.message.startsWith('Connection terminated') || error.message.startsWith('timeout exceeded when trying to connect')) return 503;
  }
  return 500;
}

/** The refusal in the reader's language. Nothing of the fault's inside is told; the trace id leads to the log. */
export function renderProblem(error: unknown, language: Language, traceId: string): Problem {
  const status = statusOf(error);
  const titleKey = [`problem.${status}.title`, 'problem.500.title'].find((key) => hasMessage(language, key)) ?? 'problem.500.title';
  const stepUp = error instanceof HttpProblem && error.type === STEP_UP;
  const problem: Problem = {
    type: error instanceof HttpProblem ? error.type : 'about:blank',
    title: translate(language, stepUp ? 'problem.403.step-up.title' : titleKey),
    status,
    traceId,
  };
  const detailKey =
    error instanceof HttpProblem && error.detailKey !== undefined
      ? error.detailKey
      : error instanceof AuditUnavailable
        ? 'problem.503.audit'
        : `problem.${status}.detail`;
  if (hasMessage(language, detailKey)) problem.detail = translate(language, detailKey, error instanceof HttpProblem ? error.values : undefined);
  if (error instanceof InvalidInput) {
    problem.errors = error.issues.map((issue) => ({
      path: [...(error.place === 'body' ? [] : [error.place]), ...issue.path.map(String)].join('.'),
      message: issueText(issue, language),
    }));
  } else if (error instanceof HttpProblem && error.errors.length > 0) {
    problem.errors = error.errors.map(({ path, key, values }) => ({ path, message: translate(language, key, values) }));
  }
  return problem;
}

/** Problem type that tells the page to ask for a fresh identification and repeat the request. */
export const STEP_UP = 'urn:digione:problem:step-up';
