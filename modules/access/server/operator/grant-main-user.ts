import { isPersonalIdentityCode, isPersonOid, normalizeIdentityCode } from '@digione/identifiers';
import { asSystem, Database, type Transaction } from '@digione/platform/db';
import { emit } from '@digione/platform/events';
import { clockStartingAt, systemClock } from '@digione/platform/time';
import type { RoleAssignmentChanged } from '../../events.ts';
import { tellSessionsOf } from '../roles/roles.queries.ts';
import * as queries from './grant.queries.ts';

/** What proves at sign-in who somebody is. */
export interface Identity {
  readonly kind: 'learner-number' | 'identity-code' | 'email' | 'subject';
  readonly value: string;
  /** Whose subject. */
  readonly issuer?: string;
}

export interface NewPerson {
  readonly firstNames: string;
  readonly lastName: string;
}

export interface GrantOptions {
  readonly databaseUrl: string;
  readonly auditKey: Buffer;
  readonly providerKey: string;
  readonly identity: Identity;
  /** Made when nobody there has the identity. */
  readonly newPerson?: NewPerson;
  /** Why one is given although the provider has a main user. */
  readonly forcedBecause?: string;
  /** An instant (ISO 8601) to take for now; else the machine's clock. */
  readonly now?: string;
}

export interface Granted {
  readonly personId: string;
  readonly roleAssignmentId: string;
  /** Nobody there had the identity: the person was made. */
  readonly isNewPerson: boolean;
}

/** Why nothing was given, in a sentence for the operator. */
export class GrantRefused extends Error {
  override readonly name = 'GrantRefused';
}

const SOURCE = 'operator';
const MOST_NAMED = 20;

function checkedIdentity(identity: Identity): Identity {
  const value = identity.kind === 'identity-code' ? normalizeIdentityCode(identity.value) : identity.value.trim();
  if (identity.kind === 'identity-code' && !isPersonalIdentityCode(value)) throw new GrantRefused('This is no personal identity code.');
  if (identity.kind === 'learner-number' && !isPersonOid(value)) throw new GrantRefused('This is no national learner number: it begins with 1.2.246.562.24 and ends with a check digit.');
  if (value === '') throw new GrantRefused('The identity is empty.');
  return { ...identity, value };
}

/**
 * Gives an education provider its first main user, who then gives all other roles. The operator's act, written into the log as such.
 * @throws GrantRefused when there is a main user already, nobody has the identity, or several have
 */
export async function grantMainUser(options: GrantOptions): Promise<Granted> {
  const identity = checkedIdentity(options.identity);
  const clock = options.now === undefined ? systemClock : clockStartingAt(options.now);
  const database = new Database({ url: options.databaseUrl, clock, auditKey: options.auditKey, maxConnections: 2 });
  try {
    const educationProviderId = await findProvider(database, options.providerKey);
    return await asSystem('the first main user, by the operator', database, { educationProviderId, source: SOURCE }, (tx) => grant(tx, { ...options, identity }));
  } finally {
    await database.close();
  }
}

/** @throws GrantRefused with the keys there are */
async function findProvider({ system }: Database, key: string): Promise<string> {
  const { rows } = await system.query<{ id: string }>('select education_provider_id as id from core_data.education_provider where key = $1', [key]);
  if (rows[0] !== undefined) return rows[0].id;
  const { rows: others } = await system.query<{ key: string }>('select key from core_data.education_provider order by key limit $1', [MOST_NAMED]);
  const known = others.length === 0 ? 'import its organisation first (digione import organisations FILE)' : `there are ${others.map((other) => other.key).join(', ')}${others.length === MOST_NAMED ? ' …' : ''}`;
  throw new GrantRefused(`There is no education provider "${key}": ${known}.`);
}

async function grant(tx: Transaction, { identity, newPerson, forcedBecause, providerKey }: GrantOptions): Promise<Granted> {
  await queries.lockProvider(tx);
  const mainUsers = await queries.listMainUsers(tx);
  if (mainUsers.length > 0 && forcedBecause === undefined) {
    throw new GrantRefused(`"${providerKey}" has a main user already, who gives roles on the permissions page. When nobody can sign in as one any more: --force --reason "why".`);
  }
  const found = await queries.asOwnerOfAccounts(tx, () => queries.findPeople(tx, identity));
  if (found.length > 1) throw new GrantRefused(`${found.length} people of "${providerKey}" have this identity: choose one that is theirs alone.`);
  if (found[0] !== undefined && mainUsers.includes(found[0])) throw new GrantRefused('This person is a main user already.');
  if (found[0] === undefined && newPerson === undefined) {
    throw new GrantRefused(`Nobody in "${providerKey}" has this identity: import the people first, or let the person be made with --first-names and --last-name.`);
  }
  const personId = found[0] ?? (newPerson && (await queries.insertPerson(tx, newPerson, identity, SOURCE))) ?? '';
  if (identity.kind === 'subject' && !(await queries.asOwnerOfAccounts(tx, () => queries.linkLogin(tx, personId, identity, SOURCE)))) {
    throw new GrantRefused('This login is another person’s here already.');
  }
  const roleAssignmentId = await queries.insertMainUser(tx, personId, forcedBecause ?? 'First main user, given by the operator', SOURCE);
  await tellSessionsOf(tx, personId);
  const changed: RoleAssignmentChanged = { roleAssignmentId, personId, role: 'main-user', schoolId: null };
  await emit(tx, { name: 'role-assignment.given', payload: { ...changed }, live: { topics: ['access', 'role-assignment'], personIds: [personId, ...mainUsers] } }, null);
  tx.audit.push({
    accountId: null,
    actorPersonId: null,
    action: forcedBecause === undefined ? 'role-assignment.give' : 'role-assignment.force',
    basis: 'operator',
    purpose: 'purpose.administration',
    endpoint: null,
    objectId: roleAssignmentId,
    personIds: [personId],
    outcome: 'done',
    traceId: null,
  });
  return { personId, roleAssignmentId, isNewPerson: found[0] === undefined };
}
