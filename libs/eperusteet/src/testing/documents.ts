// Small curricula in the shapes of the service, written for these tests.

/** A text in Finnish and Swedish, as the service writes it. */
export const text = (fi: string, sv?: string, uuid?: string) => ({ _id: '1', ...(uuid === undefined ? {} : { _tunniste: uuid }), fi, ...(sv === undefined ? {} : { sv }) });

/** A UUID whose end tells which. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const code = (codeSet: string, value: string) => ({ id: 9, nimi: text(value), arvo: value, uri: `${codeSet}_${value.toLowerCase()}`, koodisto: codeSet, versio: null });

const title = (id: number, name: string, kind: string) => ({
  ...{ id, globalVersion: { aikaleima: 1_700_000_000_000 }, nimi: text(name, `${name} (sv)`), koulutustyyppi: kind, kielet: ['fi', 'sv'] },
  ...{ diaarinumero: `OPH-${id}-2024`, voimassaoloAlkaa: 1_722_459_600_000, voimassaoloLoppuu: null, paatospvm: 1_700_000_000_000 },
  ...{ tila: 'valmis', tyyppi: 'normaali', luotu: 1, muokattu: 2, koulutukset: [], korvattavatDiaarinumerot: ['1/011/2004'] },
});

const chapter = (id: number, name: string, body: string, children: readonly unknown[] = []) => ({
  id,
  perusteenOsa: { id: id + 1000, nimi: text(name), teksti: text(body), tila: 'valmis', liite: false, osanTyyppi: 'tekstikappale' },
  lapset: children,
  _perusteenOsa: String(id + 1000),
});

const contents = { id: 1, lapset: [chapter(10, 'Opetuksen toteuttaminen', '<p>Yhdessä.</p>', [chapter(11, 'Arvoperusta', '<p>Arvot.</p>')])] };

const objective = {
  id: 300,
  tunniste: uuid(300),
  tavoite: text('T1 kannustaa oppilasta lukemaan', 'M1 uppmuntra eleven att läsa'),
  sisaltoalueet: ['400'],
  laajattavoitteet: ['100'],
  kohdealueet: ['500'],
  arvioinninkohteet: [
    { id: 602, arvioinninKohde: null, hyvanOsaamisenKuvaus: null, osaamisenKuvaus: text('Lukee paljon.\n\nKertoo lukemastaan.'), arvosana: 9, opetuksenTavoitteet: ['300'] },
    { id: 601, arvioinninKohde: text('Lukeminen'), hyvanOsaamisenKuvaus: null, osaamisenKuvaus: text('Lukee vähän.'), arvosana: 5, opetuksenTavoitteet: ['300'] },
    { id: 603, arvioinninKohde: null, hyvanOsaamisenKuvaus: null, osaamisenKuvaus: text('Ei käytetä arvioinnin perusteena.'), arvosana: 1, opetuksenTavoitteet: ['300'] },
  ],
  arvioinninOtsikko: text('Päättöarvioinnin kriteerit'),
  tavoitteistaJohdetutOppimisenTavoitteet: text('<p>Oppilas oppii lukemaan.</p>'),
  vapaaTeksti: null,
  oppiaineenTavoitteenOpetuksenTavoitteet: [],
};

/** Basic education: one competence, one stage, one subject with a syllabus. */
export const basicEducation = {
  ...title(419_550, 'Perusopetus', 'koulutustyyppi_16'),
  perusopetus: {
    sisalto: contents,
    laajaalaisetosaamiset: [{ id: 100, tunniste: uuid(100), nimi: text('Ajattelu (L1)', 'Tänkande (K1)'), kuvaus: text('<p>Ajatellaan.</p>') }],
    vuosiluokkakokonaisuudet: [
      {
        ...{ id: 200, tunniste: uuid(200), vuosiluokat: ['vuosiluokka_9', 'vuosiluokka_7', 'vuosiluokka_8'], nimi: text('Vuosiluokat 7-9') },
        siirtymaEdellisesta: { id: 201, otsikko: text('Siirtymä'), teksti: text('<p>Kuudennelta.</p>') },
        laajaalaisetOsaamiset: [{ id: 202, _laajaalainenOsaaminen: '100', kuvaus: text('<p>Pohditaan.</p>') }],
        vapaatTekstit: [{ id: 203, nimi: text('Lisäksi'), teksti: text('<p>Vielä tämä.</p>') }],
      },
    ],
    oppiaineet: [
      {
        ...{ id: 210, tunniste: uuid(210), koosteinen: true, nimi: text('Äidinkieli'), koodiUri: 'oppiaineetyleissivistava_ai', koodiArvo: 'AI', kohdealueet: [] },
        tehtava: { id: 211, otsikko: text('Tehtävä'), teksti: null },
        vuosiluokkakokonaisuudet: [],
        oppimaarat: [
          {
            ...{ id: 220, tunniste: uuid(220), _oppiaine: '210', nimi: text('Suomi'), kohdealueet: [{ id: 500, nimi: text('Lukeminen') }], oppimaarat: [] },
            vuosiluokkakokonaisuudet: [
              {
                ...{ id: 230, _vuosiluokkaKokonaisuus: '200', tehtava: { id: 231, otsikko: text('Tehtävä'), teksti: text('<p>Kieltä.</p>') } },
                tavoitteet: [objective],
                sisaltoalueet: [{ id: 400, tunniste: uuid(400), nimi: text('S1 Tekstit', 'I1 Texter'), kuvaus: text('<p>Tekstejä.</p>') }],
              },
            ],
          },
        ],
      },
    ],
  },
};

const lopsSubjects = [
  {
    ...{ id: 700, nimi: text('Biologia'), koodi: code('oppiaineetjaoppimaaratlops2021', 'BI'), _oppiaine: null, tehtava: { kuvaus: text('<p>Elämää.</p>') } },
    tavoitteet: {
      kuvaus: text('<p>Yleistä.</p>'),
      tavoitealueet: [{ nimi: text('Ajattelu', undefined, uuid(701)), kohde: text('Opiskelija'), tavoitteet: [text('innostuu luonnosta', undefined, uuid(702))] }],
    },
    moduulit: [
      {
        ...{ id: 710, nimi: text('Elämä ja evoluutio '), pakollinen: true, koodi: code('moduulikoodistolops2021', 'BI1'), laajuus: 2, kuvaus: text('<p>Perehdytään.</p>') },
        tavoitteet: { kohde: text('Opiskelija', undefined, uuid(711)), tavoitteet: [text('tuntee elämän', 'känner till livet', uuid(712)), text('osaa kysyä', undefined, uuid(713))] },
        sisallot: [{ kohde: text('Solu', undefined, uuid(714)), sisallot: [text('solun osat', undefined, uuid(715))] }],
      },
    ],
    oppimaarat: [{ id: 720, nimi: text('Kenttäbiologia'), koodi: code('oppiaineetjaoppimaaratlops2021', 'BIK'), _oppiaine: '700', tavoitteet: { kuvaus: null, tavoitealueet: [] }, moduulit: [], oppimaarat: [] }],
  },
];

const lopsCompetences = [{ id: 730, nimi: text('Hyvinvointi'), koodi: code('laajaalainenosaaminenlops2021', '01'), kuvaus: text('<p>Hyvää.</p>') }];

export const upperSecondary = {
  ...title(6_828_810, 'Lukio', 'koulutustyyppi_2'),
  lops2019: { laajaAlainenOsaaminen: { laajaAlaisetOsaamiset: lopsCompetences }, oppiaineet: lopsSubjects, sisalto: contents },
};

export const adultBasicEducation = {
  ...title(2_499_640, 'Aikuiset', 'koulutustyyppi_17'),
  aipe: {
    sisalto: contents,
    laajaalaisetosaamiset: [{ id: 100, tunniste: uuid(100), nimi: text('Ajattelu (L1)'), kuvaus: text('<p>Ajatellaan.</p>') }],
    vaiheet: [
      {
        ...{ id: 800, tunniste: uuid(800), nimi: text('Alkuvaihe'), opetuksenKohdealueet: [{ id: 500, nimi: text('Puhuminen') }], vapaatTekstit: [] },
        oppiaineet: [
          {
            ...{ id: 810, tunniste: uuid(810), nimi: text('Suomi'), koodi: code('oppiaineetyleissivistava2', 'AI'), sisaltoalueet: [], oppimaarat: [], vaihe: { id: 800, nimi: text('Alkuvaihe') } },
            tavoitteet: [{ ...objective, sisaltoalueet: [] }],
            kielikasvatus: text('<p>Kieli kasvaa.</p>'),
            kurssit: [{ id: 820, tunniste: uuid(820), nimi: text('Arki'), koodi: code('oppiaineetyleissivistava2', 'AI1'), kuvaus: text('<p>Arkea.</p>'), tavoitteet: ['300'], vaihe: null }],
          },
        ],
      },
    ],
  },
};

const localTitle = (id: number, name: string, basis: typeof upperSecondary | typeof basicEducation) => ({
  ...{ id, nimi: text(name), julkaisukielet: ['fi'], tila: 'julkaistu', tyyppi: 'ops', muokattu: 1_710_000_000_000, koulutustyyppi: basis.koulutustyyppi },
  ...{ perusteenId: basis.id, perusteenDiaarinumero: basis.diaarinumero, hyvaksyjataho: 'Sivistyslautakunta', paatospaivamaara: 1_620_248_400_000 },
  peruste: { id: basis.id, globalVersion: { aikaleima: 1_700_000_000_000 }, nimi: basis.nimi, diaarinumero: basis.diaarinumero },
  organisaatiot: [{ oid: '1.2.246.562.10.99999999999', tyypit: ['Koulutustoimija'], nimi: text('Mallikunta') }],
  kunnat: [{ id: 1, koodiUri: 'kunta_999', koodiArvo: '999', nimi: text('Mallikunta') }],
  tekstit: {
    id: 1,
    lapset: [
      { id: 2, tekstiKappale: { id: 3, tunniste: uuid(3), nimi: text('Arvoperusta'), teksti: text('<p>Meidän arvot.</p>') }, perusteTekstikappaleId: 1011, piilotettu: false, lapset: [] },
      { id: 4, tekstiKappale: { id: 5, tunniste: uuid(5), nimi: text('Salainen'), teksti: text('<p>Ei näy.</p>') }, piilotettu: true, lapset: [] },
    ],
  },
});

export const localUpperSecondary = {
  ...localTitle(12_000_000, 'Mallilukio', upperSecondary),
  laajaAlaisetOsaamiset: lopsCompetences,
  valtakunnallisetOppiaineet: lopsSubjects,
  paikallisetOppiaineet: [{ id: 900, koodi: 'ROB', nimi: text('Robotiikka'), perusteenOppiaineUri: 'oppiaineetjaoppimaaratlops2021_bi', tehtava: { kuvaus: null }, tavoitteet: { kuvaus: null, tavoitealueet: [] }, laajaAlainenOsaaminen: [], opintojaksot: [] }],
  opintojaksot: [
    {
      ...{ id: 910, koodi: 'BI1', laajuus: 2, nimi: text('Elämä'), tuotu: false, kuvaus: text('<p>Elämää lähellä.</p>'), arviointi: null, paikallisetOpintojaksot: [] },
      oppiaineet: [{ koodi: 'oppiaineetjaoppimaaratlops2021_bi', laajuus: null, jarjestys: 1 }],
      tavoitteet: [],
      keskeisetSisallot: [],
      laajaAlainenOsaaminen: [{ koodi: 'laajaalainenosaaminenlops2021_01', kuvaus: text('<p>Ulkoillaan.</p>') }],
      moduulit: [{ koodiUri: 'moduulikoodistolops2021_bi1', kuvaus: null }],
    },
    {
      ...{ id: 920, koodi: 'ROB1', laajuus: 2, nimi: text('Robotit'), tuotu: false, kuvaus: null, moduulit: [], laajaAlainenOsaaminen: [] },
      oppiaineet: [{ koodi: 'ROB', laajuus: 2, jarjestys: 1 }],
      tavoitteet: [{ kuvaus: text('rakentaa robotin') }],
      keskeisetSisallot: [{ kuvaus: text('moottorit') }],
      paikallisetOpintojaksot: [{ koodi: 'BI1' }],
    },
  ],
};

/** The same objective and content area in two grade levels, under the UUIDs of the core curriculum. */
const localGradeLevel = (level: number) => ({
  id: 2000 + level,
  vuosiluokka: `vuosiluokka_${level}`,
  sisaltoalueet: [{ id: 2100 + level, tunniste: uuid(400), nimi: text('S1 Tekstit'), kuvaus: text(`<p>Tekstejä luokalla ${level}.</p>`), piilotettu: false }],
  tavoitteet: [
    {
      ...{ id: 2200 + level, tunniste: uuid(300), tavoite: text('T1 kannustaa oppilasta lukemaan'), laajattavoitteet: [uuid(100)], kohdealueet: [], arvioinninkohteet: [] },
      sisaltoalueet: [{ id: 2300 + level, sisaltoalueet: { id: 2100 + level, tunniste: uuid(400) }, omaKuvaus: null }],
    },
  ],
  vapaaTeksti: null,
});

export const localBasicEducation = {
  ...localTitle(13_000_000, 'Mallikunnan perusopetus', basicEducation),
  vuosiluokkakokonaisuudet: [
    {
      ...{ oma: true, lisatieto: { piilotetutOppiaineet: [1240] } },
      vuosiluokkakokonaisuus: {
        ...{ id: 1200, _tunniste: uuid(200), nimi: text('Vuosiluokat 7-9'), tehtava: { id: 1201, otsikko: text('Tehtävä'), teksti: text('<p>Meillä.</p>') } },
        laajaalaisetosaamiset: [{ id: 1202, _laajaalainenosaaminen: uuid(100), kuvaus: text('<p>Painotus.</p>') }],
      },
    },
  ],
  oppiaineet: [
    {
      ...{ oma: true, jnro: 1 },
      oppiaine: {
        ...{ id: 1210, tunniste: uuid(220), tyyppi: 'yhteinen', laajuus: '10', koosteinen: false, nimi: text('Suomi'), koodiUri: 'oppiaineetyleissivistava_ai', koodiArvo: 'AI' },
        vuosiluokkakokonaisuudet: [{ id: 1220, _vuosiluokkakokonaisuus: uuid(200), piilotettu: false, tyotavat: { id: 1, teksti: text('<p>Luetaan.</p>') }, vuosiluokat: [localGradeLevel(8), localGradeLevel(7)] }],
      },
    },
    // Hidden in this stage.
    { oma: true, oppiaine: { id: 1240, tunniste: uuid(1240), tyyppi: 'muu_valinnainen', nimi: text('Latina'), vuosiluokkakokonaisuudet: [{ id: 1241, _vuosiluokkakokonaisuus: uuid(200), vuosiluokat: [] }] } },
    { oma: true, oppiaine: { id: 1230, tunniste: uuid(1230), tyyppi: 'muu_valinnainen', nimi: text('Koodaus'), vuosiluokkakokonaisuudet: [], _liittyvaOppiaine: null } },
  ],
};

const themes = {
  ...{ id: 1, uuidTunniste: uuid(1), tunniste: 'normaali', nimi: { fi: 'Aihekokonaisuudet' }, otsikko: text('Aihekokonaisuudet', 'Temaområden'), osanTyyppi: 'aihekokonaisuudet' },
  yleiskuvaus: text('<p>Teemoja.</p>'),
  aihekokonaisuudet: [{ id: 2, jnro: 1, tunniste: uuid(2), otsikko: text('Osallisuus'), yleiskuvaus: text('<p>Osallistutaan.</p>') }],
};

export const upperSecondary2015 = {
  ...title(1_372_910, 'Lukio 2015', 'koulutustyyppi_2'),
  lukiokoulutus: {
    // The service sends this chapter twice.
    sisalto: { id: 1, lapset: [...contents.lapset, { id: 3, perusteenOsa: themes, lapset: [] }] },
    aihekokonaisuudet: themes,
    rakenne: {
      perusteId: 1,
      oppiaineet: [
        {
          ...{ id: 10, tunniste: uuid(10), jarjestys: 1, koodiArvo: 'AI', koodiUri: 'oppiaineetyleissivistava2_ai', nimi: text('Äidinkieli'), oppimaarat: [] },
          tavoitteet: { otsikko: null, teksti: text('<p>Luetaan.</p>') },
          kurssit: [
            {
              ...{ id: 11, oppiaineId: 10, tunniste: uuid(11), koodiUri: 'lukionkurssit_ai1', koodiArvo: 'AI1', tyyppi: 'PAKOLLINEN', nimi: text('Tekstit') },
              ...{ tavoitteet: { otsikko: text('Tavoitteet'), teksti: text('<ul><li>lukee</li></ul>') }, keskeisetSisallot: { otsikko: { _id: '1' }, teksti: { _id: '2' } } },
            },
          ],
        },
      ],
    },
  },
};

export const preparatory = {
  ...title(7_534_950, 'Tuva', 'koulutustyyppi_40'),
  tutkintoonvalmentava: { id: 1, sisalto: contents },
  koulutuksenOsat: [
    {
      ...{ id: 30, nimi: text('Opiskelutaidot'), nimiKoodi: code('koulutuksenosattuva', '101'), laajuusMinimi: 2, laajuusMaksimi: 10, kuvaus: text('<p>Taitoja.</p>') },
      ...{ tavoitteenKuvaus: text('Opiskelija'), tavoitteet: [text('asettaa tavoitteita', undefined, uuid(31))], keskeinenSisalto: text('<p>Sisältöä.</p>') },
      ...{ koulutusOsanKoulutustyyppi: 'tutkintokoulutukseenvalmentava', koulutusOsanTyyppi: 'yhteinen', viiteId: 4, osanTyyppi: 'koulutuksenosa' },
    },
  ],
};

/** A core curriculum in chapters, one of them with fields of its own. */
export const prePrimary = {
  ...title(419_551, 'Esiopetus', 'koulutustyyppi_15'),
  esiopetus: {
    sisalto: {
      id: 1,
      lapset: [
        chapter(20, 'Tehtävä', '<p>Leikitään.</p>'),
        { id: 21, perusteenOsa: { id: 22, nimi: null, nimiKoodi: code('opintokokonaisuudet', 'K1'), kuvaus: text('<p>Kuvaus.</p>'), arvioinnit: [text('arvioi'), text('pohtii')], osanTyyppi: 'opintokokonaisuus' }, lapset: [] },
      ],
    },
  },
};

/** A vocational qualification: its structure is not known, its texts are. */
export const vocational = {
  ...title(1_000_001, 'Ajoneuvoala', 'koulutustyyppi_1'),
  suoritustavat: [{ suoritustapakoodi: 'reformi', laajuusYksikko: 'OSAAMISPISTE', sisalto: contents, rakenne: { id: 1, osat: [{ kuvaus: text('<p>Valitaan.</p>') }] } }],
  tutkinnonOsat: [
    {
      ...{ id: 40, nimi: text('Huoltaminen'), koodi: code('tutkinnonosat', '101'), tyyppi: 'normaali' },
      ammattitaitovaatimukset2019: { kohde: text('Opiskelija'), vaatimukset: [{ koodi: code('ammattitaitovaatimukset', '1'), vaatimus: text('vaihtaa öljyt') }] },
      arviointi: { asteikot: [{ osaamistaso: 3, kriteerit: [text('toimii ohjatusti'), text('toimii turvallisesti')] }] },
    },
  ],
};

/** A chapter of liberal adult education: objectives are codes of a code set. */
export const liberalEducation = {
  ...title(7_512_390, 'Kansanopisto', 'koulutustyyppi_10'),
  vapaasivistystyo: {
    ...{ id: 1, laajuus: 53 },
    sisalto: {
      id: 1,
      lapset: [
        {
          id: 2,
          perusteenOsa: {
            ...{ id: 3, nimi: text('Arjen taidot'), nimiKoodi: code('opintokokonaisuusnimet', '1002'), minimilaajuus: 4, kuvaus: text('<p>Arkea.</p>'), osanTyyppi: 'opintokokonaisuus' },
            opetuksenTavoiteOtsikko: text('Opiskelija osaa'),
            opetuksenTavoitteet: [{ nimi: text('valmistaa ruokaa'), arvo: '1011', uri: 'opintokokonaisuustavoitteet_1011' }, { nimi: text('levätä'), arvo: '1005', uri: 'opintokokonaisuustavoitteet_1005' }],
          },
          lapset: [],
        },
      ],
    },
  },
};

export const localUpperSecondary2015 = {
  ...localTitle(14_000_000, 'Vanha lukio', upperSecondary),
  toteutus: 'lops',
  oppiaineet: [{ tiedot: { id: 50, tunniste: uuid(50), nimi: text('Kielet') }, oppimaarat: upperSecondary2015.lukiokoulutus.rakenne.oppiaineet }],
};
