import type { JsonObject } from '../json.ts';
import { describeRules, type Case, type Changes } from '../testing/cases.ts';
import { prePrimary, pupil, state } from '../testing/documents.ts';
import * as support from './support.ts';

const told = (extras: JsonObject): Changes => ({ '/lisätiedot': extras });
const decided = { tuenPäätöksenJaksot: [{ alku: '2025-08-01' }] };
const caseOf = (broken: JsonObject, ...fine: readonly JsonObject[]): Case => ({ of: pupil, with: told(broken), fine: fine.map(told) });

const { supportDecisions: _decisions, specialSupport: _special, ...rules } = support;

describeRules('learning support', rules, {
  supportBeforeReform: caseOf({ tuenPäätöksenJaksot: [{ alku: '2025-07-31' }] }, decided, { tuenPäätöksenJaksot: [{ alku: '2025-08-01', loppu: '2026-05-30' }] }),
  supportEndedBeforeRight: {
    of: pupil,
    with: { '/tila/opiskeluoikeusjaksot': [state('2025-08-08', 'lasna')], '/suoritukset/0': null, ...told({ tuenPäätöksenJaksot: [{ alku: '2025-08-01', loppu: '2025-08-07' }] }) },
    fine: [{ '/tila/opiskeluoikeusjaksot': [state('2025-08-08', 'lasna')], '/suoritukset/0': null, ...told({ tuenPäätöksenJaksot: [{ alku: '2025-08-01', loppu: '2025-08-08' }] }) }],
  },
  specialSupportOverlapsSupport: caseOf(
    { ...decided, erityisenTuenPäätökset: [{ alku: '2024-08-01', loppu: '2025-08-01', opiskeleeToimintaAlueittain: false }] },
    { ...decided, erityisenTuenPäätökset: [{ alku: '2024-08-01', loppu: '2025-07-31', opiskeleeToimintaAlueittain: false }] },
  ),
  goalEntitiesBeforeReform: caseOf({ ...decided, tavoitekokonaisuuksittainOpiskelu: [{ alku: '2025-07-31' }] }, { ...decided, tavoitekokonaisuuksittainOpiskelu: [{ alku: '2025-08-01' }] }),
  goalEntitiesWithoutDecision: caseOf(
    { tuenPäätöksenJaksot: [{ alku: '2025-08-02' }], tavoitekokonaisuuksittainOpiskelu: [{ alku: '2025-08-01' }] },
    // Decisions that follow each other day by day hold as one.
    { tuenPäätöksenJaksot: [{ alku: '2025-12-01' }, { alku: '2025-08-01', loppu: '2025-11-30' }], tavoitekokonaisuuksittainOpiskelu: [{ alku: '2025-08-07' }] },
  ),
  activityAreasBeforeReform: caseOf({ ...decided, toimintaAlueittainOpiskelu: [{ alku: '2026-07-31' }] }, { ...decided, toimintaAlueittainOpiskelu: [{ alku: '2026-08-01' }] }),
  activityAreasWithoutDecision: caseOf({ tuenPäätöksenJaksot: [{ alku: '2025-08-01', loppu: '2026-12-31' }], toimintaAlueittainOpiskelu: [{ alku: '2026-08-01' }] }, {
    tuenPäätöksenJaksot: [{ alku: '2025-08-01', loppu: '2026-12-31' }],
    toimintaAlueittainOpiskelu: [{ alku: '2026-08-01', loppu: '2026-12-31' }],
  }),
  dueToDisabilityBeforeReform: caseOf(
    { ...decided, opetuksenJärjestäminenVammanSairaudenTaiRajoitteenPerusteella: [{ alku: '2026-07-31' }] },
    { ...decided, opetuksenJärjestäminenVammanSairaudenTaiRajoitteenPerusteella: [{ alku: '2026-08-01' }] },
  ),
  dueToDisabilityWithoutDecision: caseOf({ opetuksenJärjestäminenVammanSairaudenTaiRajoitteenPerusteella: [{ alku: '2026-08-01' }] }, { ...decided, opetuksenJärjestäminenVammanSairaudenTaiRajoitteenPerusteella: [{ alku: '2026-08-01' }] }),
  dueToDisabilityOverlapsActivityAreas: caseOf(
    { ...decided, opetuksenJärjestäminenVammanSairaudenTaiRajoitteenPerusteella: [{ alku: '2026-08-01', loppu: '2026-10-01' }], toimintaAlueittainOpiskelu: [{ alku: '2026-10-01' }] },
    { ...decided, opetuksenJärjestäminenVammanSairaudenTaiRajoitteenPerusteella: [{ alku: '2026-08-01', loppu: '2026-10-01' }], toimintaAlueittainOpiskelu: [{ alku: '2026-10-02' }] },
  ),
  dueToDisabilityOverlapsExtended: caseOf({
    ...decided,
    opetuksenJärjestäminenVammanSairaudenTaiRajoitteenPerusteella: [{ alku: '2026-08-01' }],
    pidennettyOppivelvollisuus: { alku: '2020-08-10', loppu: '2026-08-01' },
    vammainen: [{ alku: '2020-08-10', loppu: '2026-08-01' }],
  }),
  earlyEducationBeforeReform: {
    of: prePrimary,
    with: told({ varhennetunOppivelvollisuudenJaksot: [{ alku: '2026-07-31' }] }),
    fine: [told({ varhennetunOppivelvollisuudenJaksot: [{ alku: '2026-08-01' }] })],
  },
  earlyEducationOverlapsExtended: {
    of: prePrimary,
    with: told({ varhennetunOppivelvollisuudenJaksot: [{ alku: '2026-08-01' }], pidennettyOppivelvollisuus: { alku: '2025-08-07', loppu: '2026-08-01' }, vammainen: [{ alku: '2025-08-07', loppu: '2026-08-01' }] }),
  },
  outsideGradesTooLate: {
    of: pupil,
    with: { '/tila/opiskeluoikeusjaksot': [state('2025-08-01', 'lasna')], ...told({ vuosiluokkiinSitoutumatonOpetus: true }) },
    fine: [
      { '/tila/opiskeluoikeusjaksot': [state('2025-08-01', 'lasna')], ...told({ vuosiluokkiinSitoutumatonOpetus: false }) },
      { '/tila/opiskeluoikeusjaksot': [state('2025-07-31', 'lasna')], ...told({ vuosiluokkiinSitoutumatonOpetus: true }) },
    ],
  },
});
