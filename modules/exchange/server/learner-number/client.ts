import { z } from 'zod';
import { ask, RegisterFailure, type Fetch } from '../registers/ask.ts';

/** How one provider reaches the learner-number register (oppijanumerorekisteri). */
export interface LearnerNumberConnection {
  /** Up to and including `/oppijanumerorekisteri-service`. */
  readonly url: string;
  /** Where the national services give tokens for client credentials. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const Token = z.object({ access_token: z.string(), expires_in: z.number().optional() });
const Found = z.object({ oid: z.string(), oppijanumero: z.string().nullable() });
const Checked = z.object({ oid: z.string(), oppijanumero: z.string().nullable(), passivoitu: z.boolean(), linked: z.array(z.string()).optional() });
const Batch = z.object({ id: z.number(), kasiteltavia: z.number(), kasiteltyja: z.number(), kasitelty: z.boolean() });
const BatchResult = Batch.extend({ henkilot: z.array(z.object({ tunniste: z.string(), henkilo: Checked, conflict: z.boolean().optional() })) });

export interface PersonAsked {
  readonly identityCode: string;
  readonly firstNames: string;
  readonly callName: string;
  readonly lastName: string;
}

/** The number of a person; `conflict`: the identity code belongs to somebody of another name; `not-found`: to nobody. */
export type NumberAnswer = { readonly outcome: 'found'; readonly learnerNumber: string } | { readonly outcome: 'not-found' | 'conflict' | 'refused' };

export interface LearnerNumberClient {
  /** Finds the learner's number, or has one given. */
  findOrCreate(person: PersonAsked): Promise<NumberAnswer>;
  /** What a number is by now: merged numbers lead to the one that goes on. */
  check(oid: string): Promise<z.infer<typeof Checked> | undefined>;
  /** Numbers of people whose data changed since the instant, oldest first. */
  listChanged(since: string, offset: number, amount: number): Promise<string[]>;
  /** Hands in many at once; asked for with {@link getBatch} until it is done. `key` is our own name for the person. */
  submitBatch(people: readonly (PersonAsked & { key: string })[]): Promise<number>;
  getBatch(id: number): Promise<z.infer<typeof BatchResult> | undefined>;
}

const REGISTER = 'learner-number register';
/** The national services ask every caller to say who they are. */
const CALLER = 'digione';

/** @throws RegisterFailure from each question */
export function learnerNumberClient(connection: LearnerNumberConnection, fetch: Fetch = globalThis.fetch): LearnerNumberClient {
  let token: string | undefined;

  async function getToken(): Promise<string> {
    const request = new Request(connection.tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: connection.clientId, client_secret: connection.clientSecret }).toString(),
    });
    const answer = await ask(REGISTER, fetch, request, Token);
    if (typeof answer === 'number') throw new RegisterFailure(REGISTER, answer);
    return answer.access_token;
  }

  /** With the token one has; when the register no longer takes it, once more with a new one. */
  async function send<S extends z.ZodType>(method: 'GET' | 'POST' | 'PUT', path: string, body: object | undefined, shape: S, accepts: readonly number[]): Promise<z.output<S> | number> {
    for (let attempt = 0; ; attempt += 1) {
      token ??= await getToken();
      const request = new Request(`${connection.url.replace(/\/+$/, '')}${path}`, {
        method,
        headers: { accept: 'application/json', authorization: `Bearer ${token}`, 'caller-id': CALLER, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer = await ask(REGISTER, fetch, request, shape, [...accepts, 401]);
      if (answer !== 401) return answer;
      token = undefined;
      if (attempt > 0) throw new RegisterFailure(REGISTER, 401);
    }
  }

  return {
    async findOrCreate(person) {
      const answer = await send('POST', '/yleistunniste/hae', nameOf(person), Found, [400, 404, 409]);
      if (typeof answer === 'number') return { outcome: answer === 404 ? 'not-found' : answer === 409 ? 'conflict' : 'refused' };
      // Somebody the register has not identified yet has an oid, and no learner number.
      return answer.oppijanumero === null ? { outcome: 'not-found' } : { outcome: 'found', learnerNumber: answer.oppijanumero };
    },
    async check(oid) {
      const answer = await send('GET', `/yleistunniste/hae/${encodeURIComponent(oid)}`, undefined, Checked, [404]);
      return typeof answer === 'number' ? undefined : answer;
    },
    async listChanged(since, offset, amount) {
      const answer = await send('GET', `/s2s/changedSince/${encodeURIComponent(since)}?offset=${offset}&amount=${amount}`, undefined, z.array(z.string()), []);
      return typeof answer === 'number' ? [] : answer;
    },
    async submitBatch(people) {
      const answer = await send('PUT', '/yleistunniste', { henkilot: people.map(({ key, ...person }) => ({ tunniste: key, henkilo: nameOf(person) })) }, Batch, []);
      if (typeof answer === 'number') throw new RegisterFailure(REGISTER, answer);
      return answer.id;
    },
    async getBatch(id) {
      const state = await send('GET', `/yleistunniste/tuonti=${id}/perustiedot`, undefined, Batch, [404]);
      if (typeof state === 'number' || !state.kasitelty) return undefined;
      const answer = await send('GET', `/yleistunniste/tuonti=${id}`, undefined, BatchResult, [404]);
      return typeof answer === 'number' ? undefined : answer;
    },
  };
}

const nameOf = ({ identityCode, firstNames, callName, lastName }: PersonAsked) => ({ hetu: identityCode, etunimet: firstNames, kutsumanimi: callName, sukunimi: lastName });
