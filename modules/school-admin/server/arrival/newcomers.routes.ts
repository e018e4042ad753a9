import { readPerson } from '@digione/core-data/server';
import { HttpProblem, invalid, notFound, providerRoute, type Route } from '@digione/platform/http';
import * as contract from '../../contract/index.ts';
import { changePlaces } from '../changes/actions.ts';
import { admit } from './admit.ts';
import { listHeldStudyRights, listLookAlikes, listPeopleByCode } from './known.queries.ts';
import { callNameOf, findHindrance, gradeLevelByAge } from './newcomer.ts';
import { findMunicipalityName, findSchool, findSchoolYearStart, listPlaceGroups, listPlaceHomerooms } from './places.queries.ts';
import type { Registers } from './registers.ts';
import { resolveNewcomer } from './resolve.ts';

export const newcomerRoutes = (registers: Registers): readonly Route[] => [
  providerRoute(contract.lookUpNewcomer, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    async handle(context, { params, body }) {
      const { tx, actor, clock } = context;
      const school = await findSchool(tx, params.schoolId);
      if (school === undefined) throw notFound();
      const { known, register, learnerNumber, who, asked } = await resolveNewcomer(context, registers, body.identity);
      const today = clock.today();
      const isNamed = body.identity.by === 'name';
      if (who === undefined || isNamed) {
        const alike = isNamed && who?.bornOn ? await listLookAlikes(tx, actor, readPerson, { ...who, bornOn: who.bornOn }) : [];
        return {
          newcomer: who === undefined ? null : { personId: null, ...who, learnerNumber: null, motherTongue: null, isProtected: false, homeMunicipality: null, municipalityName: null, address: null },
          guardians: [],
          asked,
          hindrance: null,
          lookAlikes: alike.filter(({ isVisible }) => isVisible).map(({ isVisible: _isVisible, ...one }) => one),
          hiddenLookAlikes: alike.filter(({ isVisible }) => !isVisible).length,
          gradeLevel: await gradeOf(who?.bornOn ?? null),
        };
      }
      const held = known === undefined ? [] : await listHeldStudyRights(tx, known.personId);
      const isProtected = (register?.isProtected ?? false) || (known?.isProtected ?? false);
      const guardians = register?.guardians ?? [];
      const homeMunicipality = isProtected ? null : (register?.homeMunicipality ?? known?.homeMunicipality ?? null);
      const people = await listPeopleByCode(tx, guardians.flatMap(({ identityCode }) => identityCode ?? []));
      return {
        newcomer: {
          personId: known?.personId ?? null,
          ...who,
          learnerNumber,
          motherTongue: register?.motherTongue ?? known?.motherTongue ?? null,
          isProtected,
          homeMunicipality,
          municipalityName: homeMunicipality === null ? null : ((await findMunicipalityName(tx, homeMunicipality)) ?? null),
          address: isProtected || !register?.address ? null : [register.address.streetAddress, [register.address.postalCode, register.address.postOffice].filter(Boolean).join(' ')].filter(Boolean).join(', '),
        },
        guardians: guardians.map((guardian) => ({
          personId: guardian.identityCode === null ? null : (people.get(guardian.identityCode) ?? null),
          callName: callNameOf(guardian.firstNames),
          lastName: guardian.lastName,
          role: guardian.role,
          livesWith: guardian.livesWith ?? true,
          isProtected: guardian.isProtected,
        })),
        asked,
        hindrance: findHindrance(held, register?.diedOn ?? known?.diedOn ?? null, params.schoolId, mainFormOf(school), today, today),
        lookAlikes: [],
        hiddenLookAlikes: 0,
        gradeLevel: await gradeOf(who.bornOn),
      };

      async function gradeOf(bornOn: string | null): Promise<number | null> {
        const startsOn = await findSchoolYearStart(tx, today);
        return bornOn === null || startsOn === undefined ? null : gradeLevelByAge(bornOn, startsOn);
      }
    },
  }),

  providerRoute(contract.listPlaces, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    handle: async ({ tx }, { params, query }) => ({
      homerooms: await listPlaceHomerooms(tx, params.schoolId, query.on),
      groups: await listPlaceGroups(tx, params.schoolId, query.on),
    }),
  }),

  providerRoute(contract.admitNewcomer, {
    action: changePlaces,
    object: ({ params }) => params.schoolId,
    async handle(context, { params, body }) {
      const { tx, actor, clock } = context;
      const school = await findSchool(tx, params.schoolId);
      if (school === undefined) throw notFound();
      if (!(await findSchoolYearStart(tx, body.startsOn))) throw invalid({ path: 'startsOn', key: 'schoolAdmin.newcomer.outsideSchoolYears' });
      const resolved = await resolveNewcomer(context, registers, body.identity);
      const { known, register, who } = resolved;
      if (who === undefined) throw new HttpProblem(409, { detail: 'schoolAdmin.newcomer.nobody' });
      const educationForm = mainFormOf(school);
      const held = known === undefined ? [] : await listHeldStudyRights(tx, known.personId);
      const hindrance = findHindrance(held, register?.diedOn ?? known?.diedOn ?? null, params.schoolId, educationForm, clock.today(), body.startsOn);
      if (hindrance !== null) throw new HttpProblem(409, { detail: `schoolAdmin.newcomer.hindrance.${hindrance}` });
      if (who.bornOn !== null && who.bornOn > clock.today()) throw invalid({ path: 'identity.bornOn', key: 'schoolAdmin.newcomer.notBornYet' });
      if (body.identity.by === 'name' && who.bornOn !== null && !body.isAnotherPerson && (await listLookAlikes(tx, actor, readPerson, { ...who, bornOn: who.bornOn })).length > 0) {
        throw new HttpProblem(409, { detail: 'schoolAdmin.newcomer.lookAlike' });
      }
      return admit(context, { schoolId: params.schoolId, educationForm, resolved: { ...resolved, who }, body });
    },
  }),
];

/** What a school that teaches several forms admits to: the comprehensive school's pupils come in the middle of the year, the others by the joint application. */
const mainFormOf = ({ educationForms }: { educationForms: readonly string[] }): string =>
  ['basic-education', 'general-upper-secondary', 'pre-primary', 'preparatory'].find((form) => educationForms.includes(form)) ?? 'basic-education';
