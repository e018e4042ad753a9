import type { Json, JsonObject } from '../json.ts';

// Small documents that KOSKI accepts; the learner and what they have done are invented.
export const TODAY = '2026-11-23';
export const SCHOOL = '1.2.246.562.10.14613773812';
export const PROVIDER = '1.2.246.562.10.77055527103';
export const LEARNER = '1.2.246.562.24.00000000019';

export const code = (koodiarvo: string, koodistoUri: string): JsonObject => ({ koodiarvo, koodistoUri });
export const kind = (value: string): JsonObject => code(value, 'suorituksentyyppi');
export const state = (alku: string, tila: string, funding?: string): JsonObject => ({
  alku,
  tila: code(tila, 'koskiopiskeluoikeudentila'),
  ...(funding === undefined ? {} : { opintojenRahoitus: code(funding, 'opintojenrahoitus') }),
});
export const mark = (value: string, day?: string): JsonObject => ({ arvosana: code(value, 'arviointiasteikkoyleissivistava'), ...(day === undefined ? {} : { päivä: day }) });
export const extent = (arvo: number, unit: string): JsonObject => ({ arvo, yksikkö: code(unit, 'opintojenlaajuusyksikko') });
export const confirmed = (day: string): JsonObject => ({
  päivä: day,
  paikkakunta: code('179', 'kunta'),
  myöntäjäOrganisaatio: { oid: SCHOOL },
  myöntäjäHenkilöt: [{ nimi: 'Rea Reksi', titteli: { fi: 'rehtori' }, organisaatio: { oid: SCHOOL } }],
});

const inFinnish = { toimipiste: { oid: SCHOOL }, suorituskieli: code('FI', 'kieli') };
export const documentOf = (right: JsonObject, learner: JsonObject = { oid: LEARNER }): JsonObject => ({ henkilö: learner, opiskeluoikeudet: [right] });
const rightOf = (type: string, states: readonly Json[], records: readonly Json[]): JsonObject => ({
  oppilaitos: { oid: SCHOOL },
  tyyppi: code(type, 'opiskeluoikeudentyyppi'),
  tila: { opiskeluoikeusjaksot: states },
  suoritukset: records,
});

const BASIC = { perusteenDiaarinumero: '104/011/2014' };

/** A subject of basic education with its mark. */
export const subject = (value: string, grade: string, about: JsonObject = {}, more: JsonObject = {}): JsonObject => ({
  koulutusmoduuli: { tunniste: code(value, 'koskioppiaineetyleissivistava'), pakollinen: true, laajuus: extent(4, '3'), ...about },
  yksilöllistettyOppimäärä: false,
  rajattuOppimäärä: false,
  painotettuOpetus: false,
  arviointi: [mark(grade)],
  tyyppi: kind('perusopetuksenoppiaine'),
  ...more,
});

export const localSubject = (value: string, grade: string, weekly: number): JsonObject =>
  subject(value, grade, { tunniste: { koodiarvo: value, nimi: { fi: 'Robotiikka' } }, kuvaus: { fi: 'Robottien rakentamista' }, pakollinen: false, laajuus: extent(weekly, '3') });

const mothertongue = (grade: string): JsonObject => subject('AI', grade, { kieli: code('AI1', 'oppiaineaidinkielijakirjallisuus') });

export const grade = (level: string, startsOn: string, endsOn: string | undefined, subjects: readonly Json[] | undefined): JsonObject => ({
  koulutusmoduuli: { tunniste: code(level, 'perusopetuksenluokkaaste'), ...BASIC },
  luokka: `${level}B`,
  alkamispäivä: startsOn,
  jääLuokalle: false,
  ...inFinnish,
  ...(subjects === undefined ? {} : { osasuoritukset: subjects }),
  ...(endsOn === undefined ? {} : { vahvistus: confirmed(endsOn) }),
  tyyppi: kind('perusopetuksenvuosiluokka'),
});

export const syllabus = (endsOn: string | undefined, subjects: readonly Json[] | undefined): JsonObject => ({
  koulutusmoduuli: { tunniste: code('201101', 'koulutus'), ...BASIC },
  suoritustapa: code('koulutus', 'perusopetuksensuoritustapa'),
  ...inFinnish,
  ...(subjects === undefined ? {} : { osasuoritukset: subjects }),
  ...(endsOn === undefined ? {} : { vahvistus: confirmed(endsOn) }),
  tyyppi: kind('perusopetuksenoppimaara'),
});

/** Records: 0 grade 8, 1 grade 9, 2 the certificate with AI, MA, KT, OP, an optional subject and a local one. */
export const graduated = (): JsonObject =>
  rightOf('perusopetus', [state('2017-08-10', 'lasna'), state('2026-05-30', 'valmistunut')], [
    grade('8', '2024-08-08', '2025-05-31', [mothertongue('8'), subject('MA', '7')]),
    grade('9', '2025-08-07', '2026-05-30', undefined),
    syllabus('2026-05-30', [
      mothertongue('9'),
      subject('MA', '8'),
      subject('KT', '7'),
      subject('OP', 'S'),
      subject('B1', '8', { kieli: code('SV', 'kielivalikoima') }),
      subject('KU', '9', { pakollinen: false, laajuus: extent(2, '3') }),
      localSubject('ROBO', 'S', 1),
    ]),
  ]);

/** Records: 0 grade 6 confirmed with AI and MA, 1 grade 7 going on. */
export const pupil = (): JsonObject =>
  rightOf('perusopetus', [state('2020-08-10', 'lasna')], [
    grade('6', '2025-08-07', '2026-05-30', [mothertongue('8'), subject('MA', '7')]),
    grade('7', '2026-08-06', undefined, undefined),
  ]);

/** One record: the special examination of a subject. */
export const subjectSyllabus = (): JsonObject =>
  rightOf('perusopetus', [state('2025-08-07', 'lasna'), state('2026-05-30', 'valmistunut')], [
    {
      koulutusmoduuli: { tunniste: code('MA', 'koskioppiaineetyleissivistava'), pakollinen: true, ...BASIC },
      suoritustapa: code('erityinentutkinto', 'perusopetuksensuoritustapa'),
      ...inFinnish,
      arviointi: [mark('8')],
      vahvistus: confirmed('2026-05-30'),
      tyyppi: kind('nuortenperusopetuksenoppiaineenoppimaara'),
    },
  ]);

/** One record: the activity areas of a leaving certificate, with grade 9. */
export const byActivityAreas = (): JsonObject => {
  const area = (value: string): JsonObject => ({
    koulutusmoduuli: { tunniste: code(value, 'perusopetuksentoimintaalue'), laajuus: extent(2, '3') },
    arviointi: [mark('S')],
    tyyppi: kind('perusopetuksentoimintaalue'),
  });
  return rightOf('perusopetus', [state('2017-08-10', 'lasna'), state('2026-05-30', 'valmistunut')], [grade('9', '2025-08-07', '2026-05-30', undefined), syllabus('2026-05-30', ['1', '2', '3', '4', '5'].map(area))]);
};

export const prePrimary = (): JsonObject =>
  rightOf('esiopetus', [state('2025-08-07', 'lasna'), state('2026-05-30', 'valmistunut')], [
    { koulutusmoduuli: { tunniste: code('001101', 'koulutus'), perusteenDiaarinumero: '102/011/2014' }, ...inFinnish, vahvistus: confirmed('2026-05-30'), tyyppi: kind('esiopetuksensuoritus') },
  ]);

/** One record: preparatory education with a subject of basic education. */
export const preparatory = (): JsonObject =>
  rightOf('perusopetukseenvalmistavaopetus', [state('2025-08-07', 'lasna'), state('2026-05-30', 'valmistunut')], [
    {
      koulutusmoduuli: { tunniste: code('999905', 'koulutus'), perusteenDiaarinumero: '57/011/2015' },
      ...inFinnish,
      kokonaislaajuus: extent(900, '5'),
      osasuoritukset: [
        {
          koulutusmoduuli: { tunniste: code('MA', 'koskioppiaineetyleissivistava'), pakollinen: true, laajuus: extent(2, '3') },
          luokkaAste: code('3', 'perusopetuksenluokkaaste'),
          arviointi: [mark('7')],
          tyyppi: kind('perusopetuksenoppiaineperusopetukseenvalmistavassaopetuksessa'),
        },
      ],
      vahvistus: confirmed('2026-05-30'),
      tyyppi: kind('perusopetukseenvalmistavaopetus'),
    },
  ]);

export const additional = (): JsonObject =>
  rightOf('perusopetuksenlisaopetus', [state('2021-08-12', 'lasna'), state('2022-06-04', 'valmistunut')], [
    {
      koulutusmoduuli: { tunniste: code('020075', 'koulutus'), perusteenDiaarinumero: '105/011/2014' },
      ...inFinnish,
      osasuoritukset: [
        {
          koulutusmoduuli: { tunniste: code('MA', 'koskioppiaineetyleissivistava'), pakollinen: true, laajuus: extent(2, '3') },
          yksilöllistettyOppimäärä: false,
          korotus: true,
          arviointi: [mark('9')],
          tyyppi: kind('perusopetuksenlisaopetuksenoppiaine'),
        },
      ],
      vahvistus: confirmed('2022-06-04'),
      tyyppi: kind('perusopetuksenlisaopetus'),
    },
  ]);

/** One record: a subject that an adult takes as a special examination. */
export const adult = (): JsonObject =>
  rightOf('aikuistenperusopetus', [state('2025-08-07', 'lasna', '1'), state('2026-05-30', 'valmistunut', '1')], [
    {
      koulutusmoduuli: { tunniste: code('MA', 'koskioppiaineetyleissivistava'), pakollinen: true, perusteenDiaarinumero: 'OPH-1280-2017' },
      suoritustapa: code('erityinentutkinto', 'perusopetuksensuoritustapa'),
      ...inFinnish,
      arviointi: [mark('8')],
      vahvistus: confirmed('2026-05-30'),
      tyyppi: kind('perusopetuksenoppiaineenoppimaara'),
    },
  ]);
