import { formatIdentityCode } from '@digione/identifiers';
import { describe, expect, test } from 'vitest';
import { describeRules } from '../testing/cases.ts';
import { LEARNER, pupil, state, TODAY } from '../testing/documents.ts';
import { upperSecondary2015 } from '../testing/upper-secondary.ts';
import { validateDocument } from '../validate.ts';
import * as document from './document.ts';

const names = { etunimet: 'Tuisku Testi', kutsumanimi: 'Tuisku', sukunimi: 'Esimerkki' };
const started = '/tila/opiskeluoikeusjaksot';
const open = [state('2021-08-01', 'lasna', '1')];

const { noStudyRights, ...ofTheLearner } = document;

describeRules('the document and its learner', ofTheLearner, {
  identityCode: { of: pupil, learner: { ...names, hetu: formatIdentityCode('2012-01-01', 912, 'A') } },
  unknownLearner: { of: pupil, setting: { isKnownLearner: () => false } },
  ownData: { of: pupil, setting: { caller: { kind: 'official', learnerOid: LEARNER } } },
  oldCurriculum: {
    of: upperSecondary2015,
    with: { [started]: open, '/suoritukset/0/vahvistus': null },
    fine: [{ [started]: [state('2021-07-31', 'lasna', '1')], '/suoritukset/0/vahvistus': null }, { [started]: open, '/suoritukset/0/vahvistus': null, '/lisätiedot': { ulkomainenVaihtoopiskelija: true } }],
    learner: { oid: LEARNER, ...names, syntymäaika: '2005-01-01' },
  },
});

describe('the learner', () => {
  test('a list without study rights is refused', () => {
    const findings = validateDocument({ henkilö: { oid: LEARNER }, opiskeluoikeudet: [] }, { today: TODAY });
    expect(findings).toMatchObject([{ key: 'badRequest.validation.tyhjäOpiskeluoikeusLista', rule: 'noStudyRights', message: noStudyRights.fi }]);
  });

  const refused = (hetu: string): readonly unknown[] => validateDocument({ henkilö: { ...names, hetu }, opiskeluoikeudet: [pupil()] }, { today: TODAY });

  test.each([['shape', '010101-123123'], ['check character', '010112A912X'], ['impossible date', '310212A9123']])('an identity code of wrong %s is refused', (_, hetu) => {
    expect(refused(hetu)).toMatchObject([{ key: 'badRequest.validation.henkilötiedot.hetu' }]);
  });

  test('an identity code of the future is refused', () => {
    expect(refused(formatIdentityCode('2026-11-24', 2, 'A'))).toMatchObject([{ rule: 'identityCode' }]);
  });

  test('earlier studies in upper secondary let the old curriculum go on', () => {
    const learner = { oid: LEARNER, ...names, syntymäaika: '2005-01-01' };
    const right = { ...upperSecondary2015(), tila: { opiskeluoikeusjaksot: open }, oid: '1.2.246.562.15.00000000011' };
    expect(validateDocument({ henkilö: learner, opiskeluoikeudet: [right] }, { today: TODAY }).map(({ rule }) => rule)).not.toContain('oldCurriculum');
  });
});
