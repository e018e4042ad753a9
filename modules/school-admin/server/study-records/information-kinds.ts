/** Additional information that holds for a time: KOSKI's name, and ours. */
export const INFORMATION_KINDS: ReadonlyMap<string, string> = new Map([
  ['tuenPäätöksenJaksot', 'support-decision'],
  ['erityisenTuenPäätökset', 'special-support-decision'],
  ['erityisenTuenPäätös', 'special-support-decision-once'],
  ['pidennettyOppivelvollisuus', 'extended-compulsory-education'],
  ['varhennetunOppivelvollisuudenJaksot', 'early-compulsory-education'],
  ['vammainen', 'disability'],
  ['vaikeastiVammainen', 'severe-disability'],
  ['toimintaAlueittainOpiskelu', 'by-activity-areas'],
  ['tavoitekokonaisuuksittainOpiskelu', 'by-goal-entities'],
  ['opetuksenJärjestäminenVammanSairaudenTaiRajoitteenPerusteella', 'due-to-disability-or-illness'],
  ['yhdysluokka', 'combined-grade-class'],
  ['kotiopetusjaksot', 'home-schooling'],
  ['kotiopetus', 'home-schooling-once'],
  ['valmistavanLisäopetus', 'preparatory-extension'],
  ['maksuttomuus', 'free-education'],
  ['oikeuttaMaksuttomuuteenPidennetty', 'free-education-extension'],
  ['erityisenKoulutustehtävänJaksot', 'special-task'],
  ['joustavaPerusopetus', 'flexible-basic-education'],
  ['kuljetusetu', 'transport-benefit'],
  ['majoitusetu', 'accommodation-benefit'],
  ['sisäoppilaitosmainenMajoitus', 'boarding'],
  ['koulukoti', 'reform-school'],
  ['ulkomailla', 'abroad-once'],
  ['ulkomaanjaksot', 'abroad'],
  ['opiskeluvalmiuksiaTukevatOpinnot', 'study-skills'],
]);

/** Those that a study right has once, not in a list. */
export const SINGLE_KINDS: ReadonlySet<string> = new Set(['special-support-decision-once', 'extended-compulsory-education', 'home-schooling-once', 'flexible-basic-education', 'transport-benefit', 'accommodation-benefit', 'abroad-once']);
