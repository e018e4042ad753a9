import { expect, test } from 'vitest';
import type { JsonObject } from '../json.ts';
import type { StudyRight } from '../record/record.ts';
import { readDocument } from '../record/read-write.ts';
import { describeRules, type Changes } from '../testing/cases.ts';
import { code, documentOf, LEARNER, prePrimary, pupil, SCHOOL, state, subjectSyllabus, TODAY } from '../testing/documents.ts';
import { withChanges } from '../testing/patch.ts';
import { upperSecondary, upperSecondaryGraduated, subjectStudies } from '../testing/upper-secondary.ts';
import { validateDocument } from '../validate.ts';
import type { KnownStudyRight } from './setting.ts';
import * as storing from './storing.ts';

const OID = { '/oid': '1.2.246.562.15.00000000011' };
const LINKED = '1.2.246.562.15.00000000022';
const OTHER = '1.2.246.562.10.00000000001';
const id = { '/lähdejärjestelmänId': { id: 'd1-77', lähdejärjestelmä: code('DigiOne', 'lahdejarjestelma') } };
const stored = (right: JsonObject, changes: Changes = OID): readonly StudyRight[] => readDocument(documentOf(withChanges(right, changes))).studyRights;
const cancelled: Changes = { '/tila/opiskeluoikeusjaksot/-': state('2026-11-01', 'mitatoity') };
const partOf: Changes = { '/sisältyyOpiskeluoikeuteen': { oid: LINKED, oppilaitos: { oid: OTHER } } };
const linked = (changes: Partial<KnownStudyRight>) => (oid: string): KnownStudyRight | undefined => (oid === LINKED ? { oid, schoolOid: OTHER, learnerOid: LEARNER, ...changes } : undefined);

describeRules('storing', storing, {
  newRightCancelled: {
    of: pupil,
    with: cancelled,
    fine: [{ ...OID, ...cancelled }],
    also: [{ of: pupil, with: { ...id, ...cancelled }, setting: { stored: [] } }],
  },
  wrongVersion: {
    of: pupil,
    with: { '/versionumero': 3 },
    fine: [{ '/versionumero': 1 }, { ...OID, '/versionumero': 3 }],
    also: [{ of: pupil, with: { ...OID, '/versionumero': 3 }, fine: [{ ...OID, '/versionumero': 4 }], setting: { stored: stored(pupil(), { ...OID, '/versionumero': 4 }) } }],
  },
  unknownStudyRight: { of: pupil, with: OID, setting: { findStudyRight: () => undefined } },
  studyRightOfOtherLearner: { of: pupil, with: OID, setting: { findStudyRight: (oid) => ({ oid, schoolOid: SCHOOL, learnerOid: '1.2.246.562.24.00000000099' }) } },
  typeChanged: { of: prePrimary, with: OID, fine: [], setting: { stored: stored(pupil()) } },
  sourceIdRemoved: { of: pupil, with: OID, fine: [{ ...OID, ...id }], setting: { stored: stored(pupil(), { ...OID, ...id }) } },
  schoolChanged: {
    of: pupil,
    with: { ...OID, '/oppilaitos/oid': OTHER, '/suoritukset/0/toimipiste/oid': OTHER, '/suoritukset/1/toimipiste/oid': OTHER },
    fine: [OID],
    setting: { stored: stored(pupil()), findOrganisation: (oid) => ({ oid, kinds: ['school'], schoolOid: oid, isPassive: false }) },
  },
  syllabusAndSubjectsSwapped: { of: subjectStudies, with: OID, setting: { stored: stored(upperSecondaryGraduated()) }, also: [{ of: upperSecondary, with: OID, setting: { stored: stored(subjectStudies()) } }] },
  linkedRightMissing: { of: pupil, with: partOf, setting: { findStudyRight: () => undefined } },
  linkedRightElsewhere: { of: pupil, with: partOf, setting: { findStudyRight: linked({ schoolOid: SCHOOL }) } },
  linkedRightOfOtherLearner: { of: pupil, with: partOf, setting: { findStudyRight: linked({ learnerOid: '1.2.246.562.24.00000000099' }) } },
  duplicateStudyRight: {
    of: pupil,
    setting: { stored: stored(pupil()) },
    fine: [OID, { '/oppilaitos/oid': OTHER }, partOf],
    also: [
      { of: prePrimary, setting: { stored: stored(prePrimary()) }, fine: [{ '/tila/opiskeluoikeusjaksot': [state('2026-08-06', 'lasna')], '/suoritukset/0/vahvistus': null }] },
      { of: upperSecondary, setting: { stored: stored(upperSecondary()) } },
      { of: subjectSyllabus, setting: { stored: stored(subjectSyllabus(), { ...OID, '/tila/opiskeluoikeusjaksot/1': null, '/suoritukset/0/vahvistus': null }) } },
    ],
  },
});

test('the same study right twice in one document is a duplicate', () => {
  const findings = validateDocument({ henkilö: { oid: LEARNER }, opiskeluoikeudet: [pupil(), pupil()] }, { today: TODAY });
  expect(findings).toMatchObject([{ key: 'conflict.exists', path: '/opiskeluoikeudet/1' }]);
});
