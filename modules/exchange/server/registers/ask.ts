import type { z } from 'zod';

/** The Fetch API as far as connectors need it; a stand-in in the same process answers as one on the net does. */
export type Fetch = (request: Request) => Promise<Response>;

/** A register did not give an answer that can be used. */
export class RegisterFailure extends Error {
  override readonly name = 'RegisterFailure';
  readonly register: string;
  /** HTTP status; 0 when no answer came at all. */
  readonly status: number;

  constructor(register: string, status: number, options?: ErrorOptions) {
    // Neither address nor body: both may hold an identity code.
    super(`${register} answered ${status === 0 ? 'nothing' : status}`, options);
    this.register = register;
    this.status = status;
  }

  /** Worth another try later: nobody home, too many at once, a fault of the register's own. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** Somebody waits at the counter while this runs. */
const PATIENCE_MS = 5_000;

/**
 * Sends a request and reads the answer by its shape.
 * @param accepts statuses whose answers are an answer, not a failure: they give `undefined`
 * @throws RegisterFailure
 */
export async function ask<S extends z.ZodType>(register: string, fetch: Fetch, request: Request, shape: S, accepts: readonly number[] = []): Promise<z.output<S> | number> {
  let response: Response;
  try {
    response = await fetch(new Request(request, { signal: AbortSignal.timeout(PATIENCE_MS) }));
  } catch (cause) {
    throw new RegisterFailure(register, 0, { cause });
  }
  if (accepts.includes(response.status)) return response.status;
  if (!response.ok) throw new RegisterFailure(register, response.status);
  const parsed = shape.safeParse(await response.json().catch(() => undefined));
  // A shape nobody expected is a fault of the register's side of the contract.
  if (!parsed.success) throw new RegisterFailure(register, 502);
  return parsed.data;
}
