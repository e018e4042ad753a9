import type { FastifyInstance } from 'fastify';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '../contract/index.ts';
import type { Account, Action, Actor, Identity } from '../access/index.ts';
import type { Database, Transaction } from '../db/index.ts';
import type { DomainEvent, Subscriber } from '../events/index.ts';
import type { Catalog, Language } from '../i18n/index.ts';
import type { JobDefinition } from '../jobs/index.ts';
import type { Clock } from '../time/index.ts';

interface Input<E extends Endpoint> {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  /** The version the request was based on, for endpoints with `ifMatch`. */
  ifMatch: number;
}

interface Common {
  readonly clock: Clock;
  readonly language: Language;
  readonly traceId: string;
}

/** What a handler of a provider-scoped endpoint works with: one transaction, one actor. */
export interface ProviderContext extends Common {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly account: Account;
  /** Says whose data was read or written when the response itself does not carry the person's id. */
  about(...personIds: readonly string[]): void;
  /** Announces what happened; goes out after the commit, at least once. */
  emit(event: DomainEvent): Promise<void>;
}

/** What a handler over all of the account's identities works with. */
export interface AccountContext extends Common {
  readonly account: Account;
  readonly database: Database;
  /** Runs work in the scope of one identity; its own transaction, its own audit record. */
  inProvider<T>(identity: Identity, work: (context: ProviderContext) => Promise<T>): Promise<T>;
}

export interface PublicContext extends Common {
  readonly database: Database;
}

export interface Route {
  readonly endpoint: Endpoint;
  readonly action: Action | undefined;
  readonly objectOf: ((input: Input<Endpoint>) => string) | undefined;
  readonly handle: (context: never, input: Input<Endpoint>) => Promise<unknown>;
}

/**
 * An endpoint of one education provider: contract → action → handler. The kernel opens the transaction, judges
 * the action on the object, writes the audit record and cuts the answer to the contract.
 */
export function providerRoute<E extends Endpoint>(
  endpoint: E,
  how: {
    action: Action;
    /** Id of the object the action is judged on; left out for actions on the provider itself. */
    object?: (input: Input<E>) => string;
    handle: (context: ProviderContext, input: Input<E>) => Promise<ResponseOf<E>>;
  },
): Route {
  if (endpoint.scope !== 'provider') throw new Error(`${endpoint.id} is not an endpoint of a provider.`);
  if ((how.action.object.name !== 'provider') !== (how.object !== undefined)) {
    throw new Error(`${endpoint.id}: the action ${how.action.name} is judged on a ${how.action.object.name}; say which.`);
  }
  return { endpoint, action: how.action, objectOf: how.object as Route['objectOf'], handle: how.handle as unknown as Route['handle'] };
}

/** An endpoint of the signed-in account, composed over its identities. Its action names what is audited in each scope. */
export function accountRoute<E extends Endpoint>(
  endpoint: E,
  how: { action: Action; handle: (context: AccountContext, input: Input<E>) => Promise<ResponseOf<E>> },
): Route {
  if (endpoint.scope !== 'account') throw new Error(`${endpoint.id} is not an endpoint of the account.`);
  return { endpoint, action: how.action, objectOf: undefined, handle: how.handle as unknown as Route['handle'] };
}

/** An endpoint open to anyone: must hold no personal data. */
export function publicRoute<E extends Endpoint>(
  endpoint: E,
  how: { handle: (context: PublicContext, input: Input<E>) => Promise<ResponseOf<E>> },
): Route {
  if (endpoint.scope !== 'public') throw new Error(`${endpoint.id} is not public.`);
  return { endpoint, action: undefined, objectOf: undefined, handle: how.handle as unknown as Route['handle'] };
}

/** A card on the desk. All cards of an identity load in one transaction. */
export interface DeskSource {
  readonly id: string;
  readonly region: 'now' | 'waiting' | 'changes' | 'coming';
  readonly order: number;
  readonly action: Action;
  readonly needs: (identity: Identity) => boolean;
  readonly response: import('zod').ZodType;
  /** Undefined when there is nothing to show. */
  readonly load: (context: ProviderContext) => Promise<unknown>;
}

/** Gives a deck card the types of its response. */
export function deskSource<R extends import('zod').ZodType>(
  source: Omit<DeskSource, 'response' | 'load'> & {
    response: R;
    load: (context: ProviderContext) => Promise<import('zod').output<R> | undefined>;
  },
): DeskSource {
  return source;
}

/** What a module gives the server. */
export interface ServerModule {
  readonly id: string;
  readonly routes: readonly Route[];
  readonly messages?: Readonly<Record<Language, Catalog>>;
  /** What the navigation may show to this identity, e.g. `attendance.take`. */
  readonly abilities?: (identity: Identity) => readonly string[];
  readonly desk?: readonly DeskSource[];
  readonly subscribers?: readonly Subscriber[];
  readonly jobs?: readonly JobDefinition[];
  /** Raw routes that are no JSON endpoints (sign-in redirects, file transfer); each is listed in the route table. */
  readonly plugin?: (app: FastifyInstance) => Promise<void>;
}
