/**
 * Something the person who operates the platform must mend: a busy port, a wrong address, a missing setting.
 * The command line prints `message` alone, without a stack trace, and exits with 1.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

/** The message of anything thrown, for a sentence that goes on. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** The `code` of a system or PostgreSQL error (`EADDRINUSE`, `28P01`), when it has one. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
