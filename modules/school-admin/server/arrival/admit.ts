import { invalid, type ProviderContext } from '@digione/platform/http';
import type { BodyOf, ResponseOf } from '@digione/platform/contract';
import type { admitNewcomer } from '../../contract/index.ts';
import { insertChange, listPlaceAudience } from '../changes/changes.queries.ts';
import { insertPlaces, insertStudyRight } from '../changes/effects.queries.ts';
import { completePerson, insertAddress, insertGuardianPerson, insertGuardianship, insertPerson, protectPerson } from './admission.queries.ts';
import { listPeopleByCode } from './known.queries.ts';
import { callNameOf } from './newcomer.ts';
import type { Resolved } from './resolve.ts';

interface Admission {
  readonly schoolId: string;
  readonly educationForm: string;
  readonly resolved: Resolved & { readonly who: NonNullable<Resolved['who']> };
  readonly body: BodyOf<typeof admitNewcomer>;
}

/** Writes the person, the home and the place in school; all of it or nothing. */
export async function admit(context: ProviderContext, { schoolId, educationForm, resolved, body }: Admission): Promise<ResponseOf<typeof admitNewcomer>> {
  const { tx, actor, clock, emit } = context;
  const { who } = resolved;
  const learnerId = await writePerson(context, resolved, body.preferredLanguage ?? null);
  const guardians = await writeGuardians(context, learnerId, resolved);
  const right = await insertStudyRight(tx, { learnerId, schoolId, educationForm, from: body.startsOn });
  const places = await insertPlaces(tx, { learnerId, schoolId, from: body.startsOn, homeroomId: body.homeroomId, teachingGroupIds: body.teachingGroupIds });
  if (body.homeroomId !== null && places.homeroomName === null) throw invalid({ path: 'homeroomId', key: 'schoolAdmin.newcomer.noSuchHomeroom' });
  if (places.groups < new Set(body.teachingGroupIds).size) throw invalid({ path: 'teachingGroupIds', key: 'schoolAdmin.newcomer.noSuchGroup' });
  const learnerChangeId = await insertChange(tx, {
    learnerId,
    studyRightId: right.id,
    kind: 'admitted',
    schoolId,
    from: body.startsOn,
    municipalityCode: body.formerMunicipality,
    otherSchool: body.formerSchool,
    effects: [right, ...places.effects],
    madeBy: actor.personId,
    madeAt: clock.iso(),
  });
  await emit({
    name: 'learner.admitted',
    payload: { learnerId, schoolId, studyRightId: right.id, learnerChangeId, startsOn: body.startsOn },
    live: { topics: ['person', 'homeroom', 'group', 'learner-change', 'desk'], ...(await listPlaceAudience(tx, learnerId, [schoolId])) },
  });
  return { learnerId, learnerChangeId, callName: who.callName, lastName: who.lastName, homeroomName: places.homeroomName, startsOn: body.startsOn, guardians };
}

async function writePerson({ tx }: ProviderContext, { known, register, identityCode, learnerNumber, who }: Admission['resolved'], preferredLanguage: string | null): Promise<string> {
  if (known !== undefined) {
    await completePerson(tx, known.personId, register, { learnerNumber, preferredLanguage });
    if (register?.address) await insertAddress(tx, known.personId, register.address);
    return known.personId;
  }
  const personId = await insertPerson(tx, {
    ...who,
    gender: register?.gender ?? null,
    motherTongue: register?.motherTongue ?? null,
    homeMunicipality: register?.homeMunicipality ?? null,
    isProtected: register?.isProtected ?? false,
    learnerNumber,
    preferredLanguage,
    identityCode,
    source: register === null ? 'manual' : 'population-register',
  });
  if (register?.address) await insertAddress(tx, personId, register.address);
  return personId;
}

/** Guardians are bound by their identity codes: who identifies with that code when signing in is this guardian, and needs no code on paper. */
async function writeGuardians({ tx, about, clock }: ProviderContext, learnerId: string, { register }: Admission['resolved']): Promise<number> {
  const inForce = (register?.guardians ?? []).filter(({ endsOn }) => endsOn === null || endsOn > clock.today());
  const people = await listPeopleByCode(tx, inForce.flatMap(({ identityCode }) => identityCode ?? []));
  for (const guardian of inForce) {
    const known = guardian.identityCode === null ? undefined : people.get(guardian.identityCode);
    if (known !== undefined && guardian.isProtected) await protectPerson(tx, known);
    const guardianId = known ?? (await insertGuardianPerson(tx, guardian, callNameOf(guardian.firstNames)));
    about(guardianId);
    await insertGuardianship(tx, learnerId, guardianId, guardian);
  }
  return inForce.length;
}
