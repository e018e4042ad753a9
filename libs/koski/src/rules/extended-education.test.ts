import { expect, test } from 'vitest';
import { PRODUCTION } from '../cut-over.ts';
import type { JsonObject } from '../json.ts';
import { describeRules, type Changes } from '../testing/cases.ts';
import { additional, documentOf, prePrimary, pupil, state, TODAY } from '../testing/documents.ts';
import { withChanges } from '../testing/patch.ts';
import { validateDocument } from '../validate.ts';
import * as extended from './extended-education.ts';

const [from, to] = ['2020-08-10', '2026-06-30'];
const support = { erityisenTuenPäätökset: [{ alku: from, loppu: to, opiskeleeToimintaAlueittain: false }] };
const whole = { pidennettyOppivelvollisuus: { alku: from, loppu: to }, ...support };
const told = (extras: JsonObject): Changes => ({ '/lisätiedot': extras });
const right = told({ ...whole, vammainen: [{ alku: from, loppu: to }] });

describeRules('extended compulsory education', extended, {
  extendedEndedBeforeRight: {
    of: pupil,
    with: told({ pidennettyOppivelvollisuus: { alku: '2019-08-01', loppu: '2020-08-09' }, vammainen: [{ alku: '2019-08-01', loppu: '2020-08-09' }] }),
    fine: [right],
  },
  extendedWithoutDisability: {
    of: pupil,
    with: told({ ...whole, vammainen: [{ alku: '2020-08-11', loppu: to }] }),
    fine: [right, told({ ...whole, vammainen: [{ alku: from, loppu: '2023-05-01' }], vaikeastiVammainen: [{ alku: '2023-05-02', loppu: to }] })],
    also: [{ of: additional, with: told({ pidennettyOppivelvollisuus: { alku: '2021-08-12', loppu: '2022-06-04' } }) }],
  },
  disabilityOutsideExtended: { of: pupil, with: told({ ...whole, vammainen: [{ alku: '2020-08-09', loppu: to }] }), fine: [right] },
  disabilityEndsOnOtherDay: { of: pupil, with: told({ ...whole, vammainen: [{ alku: from, loppu: '2026-06-29' }] }), fine: [right] },
  bothDisabilities: { of: pupil, with: told({ ...whole, vammainen: [{ alku: from, loppu: '2023-05-01' }], vaikeastiVammainen: [{ alku: '2023-05-01', loppu: to }] }) },
  disabilityWithoutExtended: { of: pupil, with: told({ ...support, vammainen: [{ alku: from, loppu: to }] }), also: [{ of: prePrimary, with: told({ vaikeastiVammainen: [{ alku: '2025-08-07' }] }) }] },
  extendedWithoutSupport: {
    of: pupil,
    with: told({ pidennettyOppivelvollisuus: { alku: from, loppu: to }, vammainen: [{ alku: from, loppu: to }], erityisenTuenPäätökset: [{ alku: from, loppu: '2026-06-29', opiskeleeToimintaAlueittain: false }] }),
    fine: [
      right,
      told({
        pidennettyOppivelvollisuus: { alku: from, loppu: to },
        vammainen: [{ alku: from, loppu: to }],
        erityisenTuenPäätökset: [{ alku: from, loppu: '2025-07-31', opiskeleeToimintaAlueittain: false }],
        tuenPäätöksenJaksot: [{ alku: '2025-08-01' }],
      }),
    ],
  },
  extendedTooLate: { of: pupil, with: told({ pidennettyOppivelvollisuus: { alku: from, loppu: '2026-09-01' } }), fine: [right], also: [{ of: pupil, with: told({ pidennettyOppivelvollisuus: { alku: from } }) }] },
  disabilityTooLate: { of: pupil, with: told({ vammainen: [{ alku: from }] }), fine: [right] },
  specialSupportTooLate: {
    of: pupil,
    with: told({ erityisenTuenPäätökset: [{ alku: from, opiskeleeToimintaAlueittain: false }] }),
    fine: [
      told({ erityisenTuenPäätökset: [{ alku: from, loppu: '2026-08-31', opiskeleeToimintaAlueittain: false }] }),
      { '/tila/opiskeluoikeusjaksot/-': state('2026-08-31', 'eronnut'), ...told({ erityisenTuenPäätökset: [{ alku: from, opiskeleeToimintaAlueittain: false }] }) },
    ],
  },
});

const open = documentOf(withChanges(pupil(), told({ erityisenTuenPäätökset: [{ alku: from, opiskeleeToimintaAlueittain: false }] })));

test('the end of old periods is looked at from its own day on', () => {
  expect(validateDocument(open, { today: '2026-08-31' })).toEqual([]);
  expect(validateDocument(open, { today: '2026-09-01' })).toMatchObject([{ rule: 'specialSupportTooLate' }]);
});

test('another environment of KOSKI has other days', () => {
  const trial = { ...PRODUCTION, endOfOldPeriodsCheckedFrom: '2000-01-01' };
  expect(validateDocument(open, { today: '2026-08-21', cutOver: trial })).toMatchObject([{ rule: 'specialSupportTooLate' }]);
  expect(validateDocument(open, { today: TODAY, cutOver: { ...PRODUCTION, extendedEducationUntil: '9999-12-31' } })).toEqual([]);
});
