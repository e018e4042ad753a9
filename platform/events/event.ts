import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '../db/index.ts';

/** Whose open pages should ask again, and about what. */
export interface LiveSignal {
  /** Endpoint topics (`refreshOn`), e.g. `absence`. */
  topics: readonly string[];
  personIds?: readonly string[];
  /** Everyone with a role at these schools. */
  schoolIds?: readonly string[];
}

/** Something that happened, past tense: `absence.marked`. */
export interface DomainEvent {
  name: string;
  version?: number;
  payload: Readonly<Record<string, unknown>>;
  live?: LiveSignal;
}

export interface StoredEvent {
  educationProviderId: string;
  eventId: string;
  name: string;
  version: number;
  payload: Readonly<Record<string, unknown>>;
  occurredAt: string;
  actorPersonId: string | null;
}

/**
 * Reacts to an event in a transaction of the event's provider. The event is marked done in the same transaction,
 * so what a subscriber writes to the database happens once; anything it sends outside must bear repeats.
 */
export interface Subscriber {
  /** `module.doWhat`, for logs and the monitor. */
  readonly name: string;
  readonly event: string;
  readonly handle: (tx: Transaction, event: StoredEvent) => Promise<readonly LiveSignal[] | void>;
}

/** Writes the event into the outbox, in the transaction of what happened. */
export async function emit(tx: Transaction, event: DomainEvent, traceId: string | null): Promise<void> {
  await sql`insert into events.outbox (education_provider_id, event_id, name, version, payload, actor_person_id, trace_id, live)
    values (${tx.educationProviderId}, ${uuidv7()}, ${event.name}, ${event.version ?? 1}, ${JSON.stringify(event.payload)},
            ${tx.personId ?? null}, ${traceId}, ${event.live === undefined ? null : JSON.stringify(event.live)})`.execute(tx.db);
}
