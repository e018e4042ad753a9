import { findIdentityCodeParts, isPersonOid, normalizeIdentityCode } from '@digione/identifiers';
import { invalid, type ProviderContext } from '@digione/platform/http';
import type { NewcomerIdentity, RegisterOutcome } from '../../contract/index.ts';
import { findKnown, type KnownPerson } from './known.queries.ts';
import { callNameOf } from './newcomer.ts';
import type { Asked, RegisterPerson, Registers } from './registers.ts';

/** Somebody about to become a learner, as the platform and the registers together know them. */
export interface Resolved {
  readonly known: KnownPerson | undefined;
  readonly register: RegisterPerson | null;
  readonly identityCode: string | null;
  readonly learnerNumber: string | null;
  /** Undefined when nobody is known by what was given. */
  readonly who: { readonly firstNames: string; readonly callName: string; readonly lastName: string; readonly bornOn: string | null } | undefined;
  readonly asked: { readonly population: RegisterOutcome; readonly learnerNumber: RegisterOutcome };
}

const NOT_ASKED = { outcome: 'not-asked' } as const;
const valueOf = <T>(asked: Asked<T>): T | null => (asked.outcome === 'found' ? asked.value : null);

/** The code as written, or a refusal that does not repeat it. */
function readIdentityCode(text: string): string {
  const code = normalizeIdentityCode(text);
  if (findIdentityCodeParts(code) === undefined) throw invalid({ path: 'identity.identityCode', key: 'schoolAdmin.newcomer.badIdentityCode' });
  return code;
}

function readLearnerNumber(text: string): string {
  if (!isPersonOid(text)) throw invalid({ path: 'identity.learnerNumber', key: 'schoolAdmin.newcomer.badLearnerNumber' });
  return text;
}

/** Asks the platform first and then the registers; a register that can't be reached hinders nobody. */
export async function resolveNewcomer({ tx, actor, about }: ProviderContext, registers: Registers, identity: NewcomerIdentity): Promise<Resolved> {
  if (identity.by === 'name') {
    const { by: _by, ...who } = identity;
    return { known: undefined, register: null, identityCode: null, learnerNumber: null, who, asked: { population: 'not-asked', learnerNumber: 'not-asked' } };
  }
  const given = identity.by === 'identity-code' ? { identityCode: readIdentityCode(identity.identityCode) } : { learnerNumber: readLearnerNumber(identity.learnerNumber) };
  const known = await findKnown(tx, given);
  if (known !== undefined) about(known.personId);
  const identityCode = 'identityCode' in given ? given.identityCode : (known?.identityCode ?? null);
  const population: Asked<RegisterPerson> = identityCode === null ? NOT_ASKED : await registers.findPerson(actor.educationProviderId, identityCode);
  const register = valueOf(population);
  const who = register ?? known;
  const isNumberNeeded = identityCode !== null && who !== undefined && (known?.learnerNumber ?? null) === null;
  const number: Asked<string> = isNumberNeeded
    ? await registers.findLearnerNumber(actor.educationProviderId, { identityCode, firstNames: who.firstNames, callName: who.callName, lastName: who.lastName })
    : NOT_ASKED;
  return {
    known,
    register,
    identityCode,
    learnerNumber: known?.learnerNumber ?? valueOf(number),
    who: who === undefined ? undefined : { firstNames: who.firstNames, callName: who.callName === '' ? callNameOf(who.firstNames) : who.callName, lastName: who.lastName, bornOn: who.bornOn ?? birthOf(identityCode) },
    asked: { population: population.outcome, learnerNumber: number.outcome },
  };
}

const birthOf = (identityCode: string | null): string | null => (identityCode === null ? null : (findIdentityCodeParts(identityCode)?.bornOn ?? null));
