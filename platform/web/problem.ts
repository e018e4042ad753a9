import type { Problem } from '../contract/index.ts';

/** What went wrong with a request, in the reader's language; `status` 0 means that no answer came (offline, cut). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly type: string;
  readonly traceId: string | undefined;
  /** Faults by field, `path` as in the request's body (`absence.fromOn`). */
  readonly errors: readonly { readonly path: string; readonly message: string }[];

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options);
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.type = problem.type;
    this.traceId = problem.traceId;
    this.errors = problem.errors ?? [];
  }

  /** No answer came: the network is away, or the server is between two versions. */
  get isUnreachable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** The act needs a sign-in that is fresh. */
  get isStepUp(): boolean {
    return this.type === 'urn:digione:problem:step-up';
  }

  /** The fault of one field, to show beside it. */
  messageFor(path: string): string | undefined {
    return this.errors.find((error) => error.path === path)?.message;
  }
}

/** A request that got no answer. */
export function unreachable(cause: unknown): ProblemError {
  return new ProblemError({ type: 'about:blank', title: 'No answer', status: 0 }, { cause });
}

/** Reads an error response; a body that is not problem+json (a proxy's page) still becomes a problem. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const traceId = response.headers.get('x-trace-id') ?? undefined;
  const body: unknown = await response.json().catch(() => undefined);
  const fallback: Problem = { type: 'about:blank', title: response.statusText || `HTTP ${response.status}`, status: response.status };
  const problem: Problem = isProblem(body) ? body : fallback;
  return new ProblemError(traceId && !problem.traceId ? { ...problem, traceId } : problem);
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && typeof body.title === 'string' && 'status' in body;
}
