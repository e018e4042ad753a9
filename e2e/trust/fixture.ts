import { createWorld, type Answer, type Client, type World } from '@digione/app-server/testing';
import { insertSession } from '@digione/access/server';
import type { ServerConfig } from '@digione/app-server';
import { castCity } from './city/cast.ts';
import { insertCertificates } from './city/insert-certificates.ts';
import { insertCity, type City } from './city/insert-city.ts';
import { insertCurriculum } from './city/insert-curriculum.ts';
import { insertLessonEntries } from './city/insert-lesson-entries.ts';
import { insertSchoolDay } from './city/insert-school-day.ts';
import type { Request } from './request.ts';

/** Someone of a city. */
export interface Who {
  readonly city: City;
  readonly person: string;
}

export interface TrustWorld extends World {
  readonly north: City;
  /** The neighbour: every text of it carries a canary. */
  readonly south: City;
  /** The person's bearer session, opened once. */
  client(who: Who): Promise<Client>;
  /** A new session of the person: for what ends or ages the session it is asked with. */
  freshToken(who: Who, options?: { kind?: 'browser' | 'token'; authenticatedAt?: string; hours?: number }): Promise<{ token: string; csrfToken: string }>;
  /** Sends a request as the holder of a token; the trace id names it in log and audit. */
  send(token: string | undefined, request: Request, traceId?: string): Promise<Answer>;
}

/** Two cities with the same cast, of which one is all canaries, on a Tuesday at 9.20. */
export async function createTrustWorld(options: { config?: Partial<ServerConfig>; listens?: boolean; runsJobs?: boolean } = {}): Promise<TrustWorld> {
  const world = await createWorld(options);
  const facts = castCity();
  const north = await insertCity(world, 'north', facts, { isMarked: false, firstName: 0 });
  const south = await insertCity(world, 'south', facts, { isMarked: true, firstName: 2_000 });
  await insertSchoolDay(north);
  await insertSchoolDay(south);
  await insertCertificates(north);
  await insertCertificates(south);
  await insertLessonEntries(north);
  await insertLessonEntries(south);
  await insertCurriculum(world, north);
  await insertCurriculum(world, south);
  const pool = world.server.kernel.database.system;
  const clients = new Map<string, Promise<Client>>();
  return {
    ...world,
    north,
    south,
    client({ city, person }) {
      const key = `${city.key}/${person}`;
      const known = clients.get(key) ?? world.signIn({ of: city.builders, personId: city.idOf('person', person) });
      clients.set(key, known);
      return known;
    },
    async freshToken({ city, person }, { kind = 'token', ...more } = {}) {
      const { rows } = await pool.query<{ accountId: string }>('select account_id as "accountId" from access.account_identity where education_provider_id = $1 and person_id = $2', [city.educationProviderId, city.idOf('person', person)]);
      const [identity] = rows;
      if (identity === undefined) throw new Error(`${person} has never signed in.`);
      return insertSession(pool, world.clock, { ...more, accountId: identity.accountId, kind });
    },
    async send(token, { method, url, headers, payload }, traceId) {
      const response = await world.server.app.inject({
        method,
        url,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(traceId === undefined ? {} : { traceparent: `00-${traceId}-0000000000000001-01` }),
          ...headers,
        },
        ...(payload === undefined ? {} : { payload }),
      });
      const isJson = String(response.headers['content-type'] ?? '').includes('json');
      return { status: response.statusCode, body: isJson && response.body !== '' ? response.json() : undefined, text: response.body, headers: response.headers };
    },
  };
}
