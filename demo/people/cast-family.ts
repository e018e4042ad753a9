import { addDays, dateRange, formatDateRange } from '@digione/local-date';
import type { CastGuardian, CastPerson } from '../cast/family.ts';
import type { CityContext } from '../city/context.ts';
import type { AreaSpec } from '../city/spec.ts';
import { idsWithin } from '../rows/ids.ts';
import { createRandom } from '../rows/random.ts';
import { addGuardianship, birthYearOf, type Learner } from './learner.ts';
import { pickHome } from './home.ts';
import { addPerson, mailName, type PersonDraft } from './person.ts';

/**
 * The id of a person written by hand.
 * @param scope the area's key, or `staff`
 */
export function castPersonId(cityKey: string, scope: string, key: string): string {
  return idsWithin(`${cityKey}/${scope}`)(`person/cast/${key}`);
}

export function castDraft(person: CastPerson): Pick<PersonDraft, 'firstNames' | 'callName' | 'lastName' | 'gender' | 'motherTongue' | 'preferredLanguage' | 'nationality' | 'personaKey' | 'key'> {
  const preferred = person.preferredLanguage ?? 'fi';
  return {
    key: `cast/${person.key}`,
    firstNames: person.firstNames,
    callName: person.callName,
    lastName: person.lastName,
    gender: person.gender,
    motherTongue: person.motherTongue ?? preferred,
    preferredLanguage: preferred,
    nationality: '246',
    personaKey: person.personaKey ?? null,
  };
}

/** The families of a neighbourhood that are written by hand. */
export function addCastFamilies(city: CityContext, area: AreaSpec, scope: string): Learner[] {
  const cast = city.spec.castOn(city.moment.today);
  const learners: Learner[] = [];
  for (const family of cast.families.filter((each) => each.area === area.key)) {
    const random = createRandom(`${scope}/${family.key}`);
    const homes = [0, 1, 2].map(() => pickHome(random, area.language, city.spec.postOffice, city.spec.postalCodes));
    const homeAt = (index: number): (typeof homes)[number] | null => homes[index] ?? null;
    const protectedUntil = addDays(city.moment.today, 700);
    const guardianIds = new Map<string, { readonly id: string; readonly guardian: CastGuardian }>();
    for (const guardian of family.guardians) {
      const id = guardian.sameAs === undefined
        ? addPerson(city, scope, {
            ...castDraft(guardian),
            wantedBirthday: addDays(`${city.year.startYear - guardian.age}-01-01`, random.below(210)),
            isLearner: false,
            email: `${mailName(guardian.callName)}.${mailName(guardian.lastName)}@example.net`,
            phone: `+358 40 555 ${String(random.below(10_000)).padStart(4, '0')}`,
            home: homeAt(guardian.home ?? 0),
            protectedUntil: guardian.isProtected === true ? protectedUntil : null,
            shared: guardian.shared ?? null,
          }).id
        : castPersonId(city.spec.key, guardian.sameAs.in, guardian.sameAs.key);
      guardianIds.set(guardian.key, { id, guardian });
      if (guardian.sameAs === undefined || guardian.sameAs.in === 'staff') city.counts.guardians += 1;
    }
    for (const child of family.children) {
      const person = addPerson(city, scope, {
        ...castDraft(child),
        wantedBirthday: child.bornOn ?? addDays(`${birthYearOf(city.year.startYear, child.level)}-02-01`, random.below(300)),
        isLearner: true,
        email: `${mailName(child.callName)}.${mailName(child.lastName)}@oppilas.${city.spec.key}.example`,
        phone: null,
        home: homeAt(0),
        protectedUntil: child.isProtected === true ? protectedUntil : null,
        shared: null,
      });
      const informed: string[] = [];
      for (const link of child.links) {
        const found = guardianIds.get(link.guardian);
        if (!found) throw new Error(`${family.key} has no guardian "${link.guardian}"`);
        const mayKnow = addGuardianship(
          city,
          scope,
          person.id,
          person.bornOn,
          {
            guardianId: found.id,
            role: found.guardian.gender === 'female' ? 'mother' : 'father',
            hasCustody: link.hasCustody ?? true,
            hasRightToInformation: link.hasRightToInformation ?? true,
            livesWith: link.livesWith ?? true,
          },
          // Left open on purpose where it should have ended: the right must end with the birthday even where a register forgot to say so.
          false,
        );
        if (link.blockedBecause !== undefined) addBlock(city, scope, found.id, person.id, link.blockedBecause);
        else if (mayKnow) informed.push(found.id);
      }
      city.counts.learnersPlaced += 1;
      learners.push({
        id: person.id, key: `cast/${child.key}`, callName: child.callName, lastName: child.lastName, level: child.level,
        wishedHomeroom: child.homeroom ?? null, isCast: true, isProtected: child.isProtected === true, guardianIds: informed,
      });
    }
  }
  return learners;
}

function addBlock(city: CityContext, scope: string, guardianId: string, learnerId: string, reason: string): void {
  city.out.add('core_data.guardian_block', {
    education_provider_id: city.providerId,
    guardian_block_id: idsWithin(scope)(`block/${guardianId}/${learnerId}`),
    guardian_id: guardianId,
    learner_id: learnerId,
    reason,
    valid: formatDateRange(dateRange(addDays(city.moment.today, -60))),
    set_by: null,
    source: 'demo',
  });
}
