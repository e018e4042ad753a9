import { isPersonalIdentityCode } from '@digione/identifiers';
import { z } from 'zod';
import type { Fetch } from '../registers/ask.ts';
import { PEOPLE_PER_QUESTION, type PersonEnvelope } from './client.ts';

const Question = z.object({ hetulista: z.array(z.string()).min(1), viimeisinKirjausavain: z.coerce.number().optional(), tietoryhmat: z.array(z.string()).optional() });
const Group = z.looseObject({ tietoryhma: z.string() });

export interface PopulationStandInOptions {
  readonly people: readonly PersonEnvelope[];
  readonly user: string;
  readonly password: string;
  /** How it fails, when it is to: once for each entry, then it is well again. */
  readonly failures?: ('unavailable' | 'timeout' | 'too-many')[];
}

/** Stands in for the change service of the population register: its paths, its words, its refusals. Holds its people in memory. */
export interface PopulationStandIn {
  readonly fetch: Fetch;
  /** Tells the feed of a change, as the register does when an official has written it. */
  change(code: string, groups: readonly unknown[], at: string): void;
  /** Puts a person into the register, or takes the place of what it said of them. */
  put(person: PersonEnvelope): void;
}

const json = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const refuse = (status: number, viesti: string): Response => json(status, { status, viesti });

/** So many changes in one answer; then `ajanTasalla` is false and one asks on. */
const CHANGES_PER_ANSWER = 50;

export function populationStandIn({ people, user, password, failures = [] }: PopulationStandInOptions): PopulationStandIn {
  const register = new Map(people.map((person) => [person.henkilotunnus, person]));
  const feed: { key: number; henkilotunnus: string; muutospv: string; tietoryhmat: readonly unknown[] }[] = [];
  const FIRST_KEY = 100_000;

  const answers: Readonly<Record<string, (question: z.infer<typeof Question>) => Response>> = {
    '/perustiedot': ({ hetulista, tietoryhmat }) =>
      json(200, {
        ajanTasalla: true,
        perustiedot: hetulista.flatMap((code) => {
          const person = register.get(code);
          if (person === undefined) return [];
          return [{ ...person, tietoryhmat: tietoryhmat === undefined ? person.tietoryhmat : person.tietoryhmat.filter((group) => tietoryhmat.includes(Group.safeParse(group).data?.tietoryhma ?? '')) }];
        }),
      }),
    '/muutokset'({ hetulista, viimeisinKirjausavain }) {
      if (viimeisinKirjausavain === undefined) return refuse(400, 'viimeisinKirjausavain puuttuu');
      const waiting = feed.filter(({ key, henkilotunnus }) => key > viimeisinKirjausavain && hetulista.includes(henkilotunnus));
      const told = waiting.slice(0, CHANGES_PER_ANSWER);
      const isUpToDate = told.length === waiting.length;
      return json(200, {
        viimeisinKirjausavain: isUpToDate ? Math.max(viimeisinKirjausavain, FIRST_KEY + feed.length) : (told.at(-1)?.key ?? viimeisinKirjausavain),
        ajanTasalla: isUpToDate,
        muutokset: told.map(({ key: _key, ...change }) => ({ ...change, ajanTasalla: true })),
      });
    },
  };

  return {
    put: (person) => void register.set(person.henkilotunnus, person),
    change: (code, groups, at) => void feed.push({ key: FIRST_KEY + feed.length + 1, henkilotunnus: code, muutospv: at, tietoryhmat: groups }),
    async fetch(request) {
      const failure = failures.shift();
      if (failure === 'unavailable') return refuse(503, 'Palvelu ei ole käytettävissä');
      if (failure === 'too-many') return refuse(429, 'Liian monta pyyntöä');
      if (failure === 'timeout') throw new DOMException('The operation timed out.', 'TimeoutError');
      if (request.headers.get('MUTP-Tunnus') !== user || request.headers.get('MUTP-Salasana') !== password) return refuse(401, 'Tunnistautuminen epäonnistui');
      const { pathname } = new URL(request.url);
      if (request.method === 'GET' && /\/kirjausavain\/\d{4}-\d\d-\d\d$/.test(pathname)) return json(200, { viimeisinKirjausavain: FIRST_KEY + feed.length });
      const answer = Object.entries(answers).find(([path]) => pathname.endsWith(path))?.[1];
      if (answer === undefined) return refuse(404, 'Tuntematon osoite');
      if (request.method !== 'POST') return refuse(405, 'Väärä metodi');
      const question = Question.safeParse(await request.json().catch(() => undefined));
      if (!question.success) return refuse(400, 'Virheellinen pyyntö');
      if (question.data.hetulista.length > PEOPLE_PER_QUESTION) return refuse(400, 'Liian monta henkilötunnusta');
      if (!question.data.hetulista.every(isPersonalIdentityCode)) return refuse(400, 'Virheellinen henkilötunnus');
      return answer(question.data);
    },
  };
}
