import { expect, test } from 'vitest';
import { describeRules } from '../testing/cases.ts';
import { code, documentOf, prePrimary, PROVIDER, pupil, SCHOOL, TODAY } from '../testing/documents.ts';
import { withChanges } from '../testing/patch.ts';
import { validateDocument } from '../validate.ts';
import * as organisations from './organisations.ts';
import type { KnownOrganisation } from './setting.ts';

const OTHER = '1.2.246.562.10.00000000001';
const DAYCARE = '1.2.246.562.10.00000000002';
const LONELY = '1.2.246.562.10.00000000003';
const OTHER_SCHOOL = '1.2.246.562.10.00000000004';
const register: Readonly<Record<string, KnownOrganisation>> = {
  [PROVIDER]: { oid: PROVIDER, kinds: ['provider'], providerOid: PROVIDER },
  [OTHER]: { oid: OTHER, kinds: ['provider'], providerOid: OTHER },
  [SCHOOL]: { oid: SCHOOL, kinds: ['school', 'site'], providerOid: PROVIDER, schoolOid: SCHOOL },
  [OTHER_SCHOOL]: { oid: OTHER_SCHOOL, kinds: ['school'], providerOid: PROVIDER, schoolOid: OTHER_SCHOOL },
  [DAYCARE]: { oid: DAYCARE, kinds: ['daycare'], providerOid: PROVIDER, schoolOid: DAYCARE },
  [LONELY]: { oid: LONELY, kinds: ['site'], providerOid: PROVIDER },
};
const setting = { findOrganisation: (oid: string): KnownOrganisation | undefined => register[oid] };
const bought = { '/oppilaitos': { oid: DAYCARE }, '/järjestämismuoto': code('JM02', 'vardajarjestamismuoto'), '/suoritukset/0/toimipiste/oid': DAYCARE, '/suoritukset/0/koulutusmoduuli/tunniste/koodiarvo': '001102' };

const { schoolOidOf: _schoolOidOf, ...rules } = organisations;

describeRules('organisations', rules, {
  siteWithoutSchool: { of: prePrimary, with: { '/oppilaitos': null, '/suoritukset/0/toimipiste/oid': LONELY }, fine: [{ '/oppilaitos': null }], setting },
  schoolMissing: { of: pupil, with: { '/oppilaitos': null, '/suoritukset/1/toimipiste/oid': OTHER_SCHOOL }, fine: [{ '/oppilaitos': null }, { '/suoritukset/1/toimipiste/oid': OTHER_SCHOOL }], setting },
  wrongProvider: { of: pupil, with: { '/koulutustoimija': { oid: OTHER } }, fine: [{ '/koulutustoimija': { oid: PROVIDER } }], setting },
  boughtFromItself: {
    of: prePrimary,
    with: { ...bought, '/koulutustoimija': { oid: PROVIDER } },
    fine: [{ ...bought, '/koulutustoimija': { oid: OTHER } }],
    setting: { ...setting, caller: { kind: 'service' } },
  },
  boughtOutsideDaycare: {
    of: prePrimary,
    isBeyondStructure: true,
    with: { ...bought, '/suoritukset/0/koulutusmoduuli/tunniste/koodiarvo': '001103' },
    fine: [bought],
  },
  callerDoesNotBuy: { of: prePrimary, with: bought, setting: { caller: { kind: 'official', mayWrite: () => true } }, fine: [{}] },
  daycareWithSchoolCode: {
    of: prePrimary,
    with: { '/suoritukset/0/toimipiste/oid': DAYCARE },
    fine: [{ '/suoritukset/0/toimipiste/oid': DAYCARE, '/suoritukset/0/koulutusmoduuli/tunniste/koodiarvo': '001102' }],
    setting,
  },
  noRightToOrganisation: {
    of: pupil,
    with: { '/suoritukset/1/toimipiste/oid': OTHER_SCHOOL },
    fine: [{}],
    setting: { ...setting, caller: { kind: 'official', mayWrite: (oid) => oid === SCHOOL } },
  },
});

test('an organisation that the register does not know, or a provider as institution, is a fault of structure', () => {
  const structure = (changes: Parameters<typeof withChanges>[1]): unknown => validateDocument(documentOf(withChanges(pupil(), changes)), { today: TODAY, ...setting });
  expect(structure({})).toEqual([]);
  expect(structure({ '/oppilaitos/oid': '1.2.246.562.10.00000000009' })).toMatchObject([{ key: 'badRequest.validation.jsonSchema', message: [{ error: { errorType: 'unknownOrganisation' } }] }]);
  expect(structure({ '/oppilaitos/oid': PROVIDER })).toMatchObject([{ key: 'badRequest.validation.jsonSchema', message: [{ error: { errorType: 'notAnInstitution' } }] }]);
});
