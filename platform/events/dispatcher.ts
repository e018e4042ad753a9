import { sql } from 'kysely';
import type pg from 'pg';
import { asSystem, type Database } from '../db/index.ts';
import type { Bus } from './bus.ts';
import type { LiveSignal, StoredEvent, Subscriber } from './event.ts';

/** One process dispatches at a time, so that events of an object keep their order; another takes over when it goes. */
const DISPATCH_LOCK = 7_364_003;
const POLL_MS = 2_000;
const BATCH = 100;
/** After this many failures an event is left for a person to look at. */
export const MAX_ATTEMPTS = 10;
/** PostgreSQL takes 8000 bytes a message; a UUID with quotes and comma is 39. */
const IDS_PER_MESSAGE = 150;

interface OutboxRow {
  education_provider_id: string;
  event_id: string;
  name: string;
  version: number;
  payload: Record<string, unknown>;
  occurred_at: string;
  actor_person_id: string | null;
  live: LiveSignal | null;
  attempts: number;
}

/** Takes events from the outbox in order, runs their subscribers and tells open pages. */
export class Dispatcher {
  readonly #database: Database;
  readonly #bus: Bus;
  readonly #subscribers: Map<string, Subscriber[]>;
  readonly #onError: (error: unknown, event: string) => void;
  #leader: pg.PoolClient | undefined;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isAsked = false;
  #isClosed = false;

  constructor(database: Database, bus: Bus, subscribers: readonly Subscriber[], onError: (error: unknown, event: string) => void) {
    this.#database = database;
    this.#bus = bus;
    this.#onError = onError;
    this.#subscribers = new Map();
    for (const subscriber of subscribers) {
      this.#subscribers.set(subscriber.event, [...(this.#subscribers.get(subscriber.event) ?? []), subscriber]);
    }
  }

  start(): void {
    this.#bus.on('outbox', () => this.wake());
    this.#timer = setInterval(() => this.wake(), POLL_MS);
    this.#timer.unref();
    this.wake();
  }

  wake(): void {
    // A poke may still arrive while the server closes; taking the lead again would keep the pool from ending.
    if (this.#isClosed) return;
    this.#isAsked = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await this.#running;
    this.#resign(this.#leader);
  }

  async #run(): Promise<void> {
    try {
      if (!(await this.#leads())) return;
      while (this.#isAsked && !this.#isClosed) {
        this.#isAsked = false;
        while ((await this.#dispatchBatch()) === BATCH && !this.#isClosed);
      }
    } catch (error) {
      this.#resign(this.#leader);
      this.#onError(error, 'dispatcher');
    }
  }

  #resign(leader: pg.PoolClient | undefined): void {
    if (leader === undefined || this.#leader !== leader) return;
    this.#leader = undefined;
    leader.release(true);
  }

  async #leads(): Promise<boolean> {
    if (this.#leader !== undefined) return true;
    const client = await this.#database.system.connect();
    let got = false;
    try {
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [DISPATCH_LOCK]);
      got = rows[0]?.got === true;
    } catch (error) {
      client.release(true);
      throw error;
    }
    if (!got) {
      client.release();
      return false;
    }
    this.#leader = client;
    // The lock goes with the connection. Were it not given back, each restart of the database would use up one of the few.
    client.once('error', () => this.#resign(client));
    return true;
  }

  async #dispatchBatch(): Promise<number> {
    if (this.#leader === undefined) return 0;
    const { rows } = await this.#leader.query<OutboxRow>(
      `select education_provider_id, event_id, name, version, payload, occurred_at, actor_person_id, live, attempts
       from events.outbox where dispatched_at is null and attempts < $1 and (next_attempt_at is null or next_attempt_at <= $2)
       order by position limit $3`,
      [MAX_ATTEMPTS, this.#database.clock.iso(), BATCH],
    );
    // Most events have nobody but open pages to hear them: all of a batch are done in one statement.
    const unheard = rows.filter((row) => !this.#subscribers.has(row.name));
    if (unheard.length > 0) await this.#markTold(this.#leader, unheard);
    for (const row of unheard) if (row.live !== null) this.#tell(row.live);
    for (const row of rows) if (this.#subscribers.has(row.name)) await this.#dispatch(row);
    return rows.length;
  }

  async #markTold(leader: pg.PoolClient, rows: readonly OutboxRow[]): Promise<void> {
    await leader.query(
      `update events.outbox o set dispatched_at = $1 from unnest($2::uuid[], $3::uuid[]) as told (education_provider_id, event_id)
       where o.education_provider_id = told.education_provider_id and o.event_id = told.event_id`,
      [this.#database.clock.iso(), rows.map((row) => row.education_provider_id), rows.map((row) => row.event_id)],
    );
  }

  async #dispatch(row: OutboxRow): Promise<void> {
    const event: StoredEvent = {
      educationProviderId: row.education_provider_id,
      eventId: row.event_id,
      name: row.name,
      version: row.version,
      payload: row.payload,
      occurredAt: row.occurred_at,
      actorPersonId: row.actor_person_id,
    };
    const scope = { educationProviderId: row.education_provider_id, source: 'event' };
    try {
      const signals = await asSystem('subscribers of an event', this.#database, scope, async (tx) => {
        const gathered: LiveSignal[] = row.live === null ? [] : [row.live];
        for (const subscriber of this.#subscribers.get(event.name) ?? []) {
          const more = await subscriber.handle(tx, event);
          if (more !== undefined) gathered.push(...more);
        }
        await sql`update events.outbox set dispatched_at = platform.now() where education_provider_id = ${row.education_provider_id} and event_id = ${row.event_id}`.execute(tx.db);
        return gathered;
      });
      for (const signal of signals) this.#tell(signal);
    } catch (error) {
      this.#onError(error, event.name);
      const waitSeconds = Math.min(3_600, 2 ** row.attempts);
      await asSystem('remember a failed event', this.#database, scope, async (tx) => {
        await sql`update events.outbox set attempts = attempts + 1, next_attempt_at = platform.now() + make_interval(secs => ${waitSeconds}),
            last_error = ${error instanceof Error ? error.name : 'unknown'}
          where education_provider_id = ${row.education_provider_id} and event_id = ${row.event_id}`.execute(tx.db);
      });
    }
  }

  #tell(signal: LiveSignal): void {
    const personIds = signal.personIds ?? [];
    const schoolIds = signal.schoolIds ?? [];
    for (let at = 0; at === 0 || at < personIds.length; at += IDS_PER_MESSAGE) {
      const part = { topics: signal.topics, personIds: personIds.slice(at, at + IDS_PER_MESSAGE), schoolIds: at === 0 ? schoolIds : [] };
      this.#bus.tell('live', JSON.stringify(part));
    }
  }
}
