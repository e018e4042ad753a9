import { formatOid, isPersonalIdentityCode } from '@digione/identifiers';
import { z } from 'zod';
import type { Fetch } from '../registers/ask.ts';

/** What the register knows of somebody: those it lacks it looks up in the population register, and gives them a number. */
export interface NumberedPerson {
  readonly identityCode: string;
  readonly firstNames: string;
  readonly lastName: string;
  /** Left out of those whom only the population register has so far. */
  readonly oid?: string;
}

const Question = z.object({ hetu: z.string().min(1), etunimet: z.string().min(1), kutsumanimi: z.string().min(1), sukunimi: z.string().min(1) });
const Batch = z.object({ sahkoposti: z.string().optional(), henkilot: z.array(z.object({ tunniste: z.string().min(1), henkilo: Question })).min(1) });

interface Kept {
  oid: string;
  identityCode: string;
  firstNames: string;
  lastName: string;
  /** The number that goes on, of one that was merged into it. */
  master: string | undefined;
  changedAt: string;
}

export interface LearnerNumberStandIn {
  readonly fetch: Fetch;
  /** Somebody whom the register comes to know. */
  add(person: NumberedPerson): void;
  /** Two numbers turn out to be one human: the first goes on, the second leads to it. */
  merge(master: string, duplicate: string, at: string): void;
}

const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const refuse = (status: number, error: string): Response => json(status, { status, error });
const words = (name: string): string[] => name.toLowerCase().split(/[\s-]+/).filter((word) => word !== '');

/**
 * Stands in for the learner-number register: tokens, the search that finds or creates, batches, what became of a number, the feed of changes.
 * Refuses as it does: 400 for half a question, 404 for an identity code that is nobody's, 409 when the name is another's.
 */
export function learnerNumberStandIn(options: { people: readonly NumberedPerson[]; clientId: string; clientSecret: string; startedAt: string }): LearnerNumberStandIn {
  const kept = new Map<string, Kept>();
  const population = new Map(options.people.map((person) => [person.identityCode, person]));
  const batches = new Map<number, { tunniste: string; outcome: Kept | 'not-found' | 'conflict' }[]>();
  const tokens = new Set<string>();
  let given = 0;
  const keep = (person: NumberedPerson): Kept => {
    const one = { ...person, oid: person.oid ?? formatOid('person', `98${String((given += 1)).padStart(8, '0')}`), master: undefined, changedAt: options.startedAt };
    kept.set(one.oid, one);
    return one;
  };
  for (const person of options.people) if (person.oid !== undefined) keep(person);

  const search = ({ hetu, etunimet, sukunimi }: z.infer<typeof Question>): Kept | 'not-found' | 'conflict' => {
    const person = population.get(hetu);
    if (person === undefined) return 'not-found';
    const isSame = words(etunimet).some((word) => words(person.firstNames).includes(word)) && words(sukunimi).some((word) => words(person.lastName).includes(word));
    if (!isSame) return 'conflict';
    return [...kept.values()].find((one) => one.identityCode === hetu && one.master === undefined) ?? keep(person);
  };
  const describe = ({ oid, master }: Kept) => ({
    oid,
    oppijanumero: master ?? oid,
    passivoitu: master !== undefined,
    linked: [...kept.values()].filter((other) => other.oid !== oid && (other.master ?? other.oid) === (master ?? oid)).map((other) => other.oid),
  });

  async function answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    const path = pathname.replace(/^.*\/oppijanumerorekisteri-service/, '');
    const asked = `${request.method} ${path.replace(/=\d+/, '=').replace(/(hae|changedSince)\/.+$/, '$1/')}`;
    const id = Number(/tuonti=(\d+)/.exec(path)?.[1]);
    const batch = batches.get(id);
    const told = () => ({ id, kasiteltavia: batch?.length ?? 0, kasiteltyja: batch?.length ?? 0, kasitelty: true });
    switch (asked) {
      case 'POST /yleistunniste/hae': {
        const question = Question.safeParse(await request.json().catch(() => undefined));
        if (!question.success || !isPersonalIdentityCode(question.data.hetu)) return refuse(400, 'Bad Request');
        const found = search(question.data);
        if (typeof found === 'string') return refuse(found === 'conflict' ? 409 : 404, found === 'conflict' ? 'Conflict' : 'Not Found');
        return json(200, { oid: found.oid, oppijanumero: found.oid });
      }
      case 'GET /yleistunniste/hae/': {
        const found = kept.get(decodeURIComponent(path.split('/').at(-1) ?? ''));
        return found === undefined ? refuse(404, 'Not Found') : json(200, describe(found));
      }
      case 'PUT /yleistunniste': {
        const question = Batch.safeParse(await request.json().catch(() => undefined));
        if (!question.success) return refuse(400, 'Bad Request');
        const next = batches.size + 1;
        batches.set(next, question.data.henkilot.map(({ tunniste, henkilo }) => ({ tunniste, outcome: search(henkilo) })));
        return json(200, { id: next, kasiteltavia: question.data.henkilot.length, kasiteltyja: 0, kasitelty: false });
      }
      case 'GET /yleistunniste/tuonti=/perustiedot':
        return batch === undefined ? refuse(404, 'Not Found') : json(200, told());
      case 'GET /yleistunniste/tuonti=':
        if (batch === undefined) return refuse(404, 'Not Found');
        return json(200, {
          ...told(),
          henkilot: batch.flatMap(({ tunniste, outcome }) => (typeof outcome === 'string' ? [] : [{ tunniste, henkilo: describe(outcome) }])),
        });
      case 'GET /s2s/changedSince/': {
        const since = decodeURIComponent(path.split('/').at(-1) ?? '');
        const [offset, amount] = [Number(searchParams.get('offset') ?? 0), Number(searchParams.get('amount') ?? 5_000)];
        return json(200, [...kept.values()].filter(({ changedAt }) => changedAt >= since).toSorted((a, b) => a.changedAt.localeCompare(b.changedAt)).slice(offset, offset + amount).map(({ oid }) => oid));
      }
      default:
        return refuse(404, 'Not Found');
    }
  }

  return {
    add(person) {
      population.set(person.identityCode, person);
      if (person.oid !== undefined) keep(person);
    },
    merge(master, duplicate, at) {
      for (const oid of [master, duplicate]) {
        const one = kept.get(oid);
        if (one === undefined) throw new Error(`There is no number ${oid}.`);
        one.changedAt = at;
        if (oid === duplicate) one.master = master;
      }
    },
    async fetch(request) {
      if (new URL(request.url).pathname.endsWith('/oauth2/token')) {
        const form = new URLSearchParams(await request.text());
        if (form.get('grant_type') !== 'client_credentials') return refuse(400, 'unsupported_grant_type');
        if (form.get('client_id') !== options.clientId || form.get('client_secret') !== options.clientSecret) return refuse(401, 'invalid_client');
        const token = `token-${tokens.size + 1}`;
        tokens.add(token);
        return json(200, { access_token: token, token_type: 'bearer', expires_in: 3600 });
      }
      if (!tokens.has((request.headers.get('authorization') ?? '').replace(/^Bearer /, ''))) return refuse(401, 'Unauthorized');
      return answer(request);
    },
  };
}
