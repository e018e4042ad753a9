import { z } from 'zod';
import { ask, RegisterFailure, type Fetch } from '../registers/ask.ts';

/** How one provider reaches the change service of the population register (VTJ muutosrajapinta) over the data exchange layer. */
export interface PopulationConnection {
  /** Up to and including `/api/v1`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** The provider's own name on the exchange layer, `FI/MUN/1234567-8/digione`. */
  readonly exchangeClient?: string | undefined;
}

/** A person's envelope as the register sends it; its groups are read by {@link readFacts}. */
const Envelope = z.object({ henkilotunnus: z.string(), tietoryhmat: z.array(z.unknown()) });
const BasicData = z.object({ perustiedot: z.array(Envelope) });
const Key = z.object({ viimeisinKirjausavain: z.coerce.number() });
const Changes = z.object({
  viimeisinKirjausavain: z.coerce.number(),
  muutokset: z.array(Envelope.extend({ muutospv: z.string().optional() })),
  ajanTasalla: z.boolean(),
});
export type PersonEnvelope = z.infer<typeof Envelope>;
export type PopulationChanges = z.infer<typeof Changes>;

/** So many people in one question; the service refuses more than a hundred at a time. */
export const PEOPLE_PER_QUESTION = 100;

const REGISTER = 'population register';

export interface PopulationClient {
  /** Basic data of the people; those the register does not have are left out. */
  listBasicData(codes: readonly string[]): Promise<PersonEnvelope[]>;
  /** Where the feed of changes stood on the day. */
  getKey(on: string): Promise<number>;
  /** What has changed of the people since the key, and the key to ask from next. */
  listChanges(since: number, codes: readonly string[]): Promise<PopulationChanges>;
}

/** @throws RegisterFailure from each question */
export function populationClient(connection: PopulationConnection, fetch: Fetch = globalThis.fetch): PopulationClient {
  const request = (path: string, body?: object) =>
    new Request(`${connection.url.replace(/\/+$/, '')}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        'MUTP-Tunnus': connection.user,
        'MUTP-Salasana': connection.password,
        ...(connection.exchangeClient === undefined ? {} : { 'X-Road-Client': connection.exchangeClient }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const get = async <S extends z.ZodType>(asked: Request, shape: S): Promise<z.output<S>> => {
    const answer = await ask(REGISTER, fetch, asked, shape);
    if (typeof answer === 'number') throw new RegisterFailure(REGISTER, answer);
    return answer;
  };
  return {
    async listBasicData(codes) {
      const people: PersonEnvelope[] = [];
      for (let at = 0; at < codes.length; at += PEOPLE_PER_QUESTION) {
        people.push(...(await get(request('/perustiedot', { hetulista: codes.slice(at, at + PEOPLE_PER_QUESTION) }), BasicData)).perustiedot);
      }
      return people;
    },
    getKey: async (on) => (await get(request(`/kirjausavain/${on}`), Key)).viimeisinKirjausavain,
    listChanges: (since, codes) => get(request('/muutokset', { viimeisinKirjausavain: since, hetulista: codes }), Changes),
  };
}
