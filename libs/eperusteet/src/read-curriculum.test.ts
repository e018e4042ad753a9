import { describe, expect, it } from 'vitest';
import {
  adultBasicEducation,
  basicEducation,
  liberalEducation,
  localBasicEducation,
  localUpperSecondary,
  localUpperSecondary2015,
  prePrimary,
  preparatory,
  upperSecondary,
  upperSecondary2015,
  uuid,
  vocational,
} from './testing/documents.ts';
import { brief, read } from './testing/read.ts';

describe('basic education', () => {
  const { curriculum, findings } = read(basicEducation);
  const [mother] = curriculum.subjects;
  const [finnish] = mother?.syllabi ?? [];
  const [stage] = finnish?.stages ?? [];

  it('reads all of it and has nothing to tell', () => {
    expect(brief(findings)).toEqual([]);
    expect(curriculum).toMatchObject({
      ...{ key: 'national:419550', kind: 'national', structure: 'basic-education', registryNumber: 'OPH-419550-2024', languages: ['fi', 'sv'] },
      ...{ validFrom: '2024-08-01', validUntil: null, version: '2023-11-14T22:13:20.000Z', decidedOn: '2023-11-15', replaces: ['1/011/2004'] },
    });
  });

  it('knows stages, grade levels and what is said of competences in them', () => {
    expect(curriculum.competences).toMatchObject([{ key: uuid(100), label: 'L1', name: { fi: 'Ajattelu (L1)', sv: 'Tänkande (K1)' } }]);
    expect(curriculum.stages).toMatchObject([
      {
        ...{ key: uuid(200), gradeLevels: [7, 8, 9], competences: [{ reference: uuid(100), text: { fi: '<p>Pohditaan.</p>' } }] },
        sections: [
          { kind: 'siirtymaEdellisesta', title: { fi: 'Siirtymä' }, text: { fi: '<p>Kuudennelta.</p>' } },
          { kind: 'vapaatTekstit', title: { fi: 'Lisäksi' }, text: { fi: '<p>Vielä tämä.</p>' } },
        ],
      },
    ]);
  });

  it('hangs syllabi under their subject and leaves headings above nothing out', () => {
    expect(mother).toMatchObject({ key: uuid(210), code: { uri: 'oppiaineetyleissivistava_ai', value: 'AI' }, stages: [], sections: [] });
    expect(stage).toMatchObject({ stage: uuid(200), gradeLevels: [7, 8, 9], sections: [{ kind: 'tehtava', text: { fi: '<p>Kieltä.</p>' } }] });
  });

  it('gives an objective its number, its references as keys, and its criteria from the lowest mark up', () => {
    const [objective] = stage?.objectives ?? [];
    expect(objective).toMatchObject({
      ...{ key: uuid(300), id: '300', label: 'T1', text: { fi: 'T1 kannustaa oppilasta lukemaan', sv: 'M1 uppmuntra eleven att läsa' } },
      ...{ contentAreas: [uuid(400)], competences: [uuid(100)], focusAreas: ['id:500'], basisKey: null },
    });
    expect(objective?.criteria.map(({ mark, text }) => [mark, text?.fi])).toEqual([
      [null, '<p>Ei käytetä arvioinnin perusteena.</p>'],
      [5, '<p>Lukee vähän.</p>'],
      [9, '<p>Lukee paljon.</p><p>Kertoo lukemastaan.</p>'],
    ]);
    expect(objective?.sections.map(({ kind }) => kind)).toEqual(['arvioinninOtsikko', 'tavoitteistaJohdetutOppimisenTavoitteet']);
    expect(stage?.contentAreas).toMatchObject([{ key: uuid(400), label: 'S1', description: { fi: '<p>Tekstejä.</p>' } }]);
  });

  it('takes the oldest criteria, which describe good command alone, for the mark 8', () => {
    const old = structuredClone(basicEducation);
    const place = old.perusopetus.oppiaineet[0]!.oppimaarat[0]!.vuosiluokkakokonaisuudet[0]!.tavoitteet[0]!;
    place.arvioinninkohteet = [{ id: 1, arvioinninKohde: null, hyvanOsaamisenKuvaus: { fi: 'Lukee hyvin.' } as never, osaamisenKuvaus: null as never, arvosana: null as never, opetuksenTavoitteet: [] }];
    const { curriculum: reread } = read(old);
    expect(reread.subjects[0]?.syllabi[0]?.stages[0]?.objectives[0]?.criteria).toMatchObject([{ mark: 8, text: { fi: '<p>Lukee hyvin.</p>' } }]);
  });

  it('reads chapters within chapters', () => {
    expect(curriculum.chapters).toMatchObject([{ key: 'id:1010', name: { fi: 'Opetuksen toteuttaminen' }, chapters: [{ name: { fi: 'Arvoperusta' }, sections: [{ kind: 'teksti', text: { fi: '<p>Arvot.</p>' } }] }] }]);
  });
});

describe('adult basic education', () => {
  it('reads phases, subjects and courses that work towards the subject’s objectives', () => {
    const { curriculum, findings } = read(adultBasicEducation);
    expect(brief(findings)).toEqual([]);
    expect(curriculum).toMatchObject({ structure: 'adult-basic-education', stages: [{ key: uuid(800), gradeLevels: [], focusAreas: [{ key: 'id:500' }] }] });
    expect(curriculum.subjects).toMatchObject([
      {
        ...{ key: uuid(810), stage: uuid(800), sections: [{ kind: 'kielikasvatus' }], objectives: [{ key: uuid(300), focusAreas: ['id:500'] }] },
        modules: [{ key: uuid(820), code: { value: 'AI1' }, subjectObjectives: [uuid(300)], credits: null }],
      },
    ]);
  });
});

describe('upper secondary', () => {
  it('reads subjects, syllabi, modules with credits, objectives and contents', () => {
    const { curriculum, findings } = read(upperSecondary);
    expect(brief(findings)).toEqual([]);
    const [biology] = curriculum.subjects;
    expect(biology).toMatchObject({
      ...{ key: 'oppiaineetjaoppimaaratlops2021_bi', objectiveAreas: [{ key: uuid(701), name: { fi: 'Ajattelu' } }], objectives: [{ key: uuid(702), areaKey: uuid(701) }] },
      ...{ sections: [{ kind: 'tavoitteet', text: { fi: '<p>Yleistä.</p>' } }, { kind: 'tehtava' }], syllabi: [{ key: 'oppiaineetjaoppimaaratlops2021_bik' }] },
    });
    expect(biology?.modules).toMatchObject([
      {
        ...{ key: 'moduulikoodistolops2021_bi1', name: { fi: 'Elämä ja evoluutio' }, credits: 2, isCompulsory: true, sections: [{ kind: 'kuvaus' }] },
        ...{ objectives: [{ key: uuid(712), text: { fi: 'tuntee elämän', sv: 'känner till livet' } }, { key: uuid(713) }], contentAreas: [{ key: uuid(714), items: [{ key: uuid(715) }] }] },
      },
    ]);
    expect(curriculum.competences).toMatchObject([{ key: 'laajaalainenosaaminenlops2021_01', label: '01' }]);
  });

  it('reads the curricula of 2015, whose objectives and contents are texts', () => {
    const { curriculum, findings } = read(upperSecondary2015);
    expect(brief(findings.filter(({ code }) => code !== 'missing-language'))).toEqual([]);
    expect(curriculum.subjects).toMatchObject([{ key: uuid(10), sections: [{ kind: 'tavoitteet' }], modules: [{ key: uuid(11), isCompulsory: true, sections: [{ kind: 'tavoitteet', text: { fi: '<ul><li>lukee</li></ul>' } }] }] }]);
    expect(curriculum.chapters).toHaveLength(2);
    expect(curriculum.chapters.at(-1)).toMatchObject({
      ...{ key: uuid(1), name: { fi: 'Aihekokonaisuudet', sv: 'Temaområden' }, sections: [{ kind: 'yleiskuvaus' }] },
      chapters: [{ key: uuid(2), name: { fi: 'Osallisuus' }, sections: [{ text: { fi: '<p>Osallistutaan.</p>' } }] }],
    });
  });
});

describe('local curricula', () => {
  it('read study units of upper secondary and leave out what the provider has hidden', () => {
    const { curriculum, findings } = read(localUpperSecondary);
    expect(brief(findings)).toEqual([]);
    expect(curriculum).toMatchObject({
      ...{ key: 'local:12000000', kind: 'local', structure: 'upper-secondary', approvedBy: 'Sivistyslautakunta', decidedOn: '2021-05-06', version: '2024-03-09T16:00:00.000Z' },
      ...{ basis: { id: '6828810', registryNumber: 'OPH-6828810-2024', version: '2023-11-14T22:13:20.000Z' }, municipalities: [{ value: '999' }] },
      organisations: [{ oid: '1.2.246.562.10.99999999999', name: { fi: 'Mallikunta' } }],
    });
    expect(curriculum.chapters.map(({ name, basisId }) => [name?.fi, basisId])).toEqual([['Arvoperusta', '1011']]);
    expect(curriculum.subjects.map(({ localCode, isLocal }) => [localCode, isLocal])).toEqual([[null, false], ['ROB', true]]);
    expect(curriculum.studyUnits).toMatchObject([
      { key: 'id:910', code: 'BI1', credits: 2, modules: [{ reference: 'moduulikoodistolops2021_bi1' }], competences: [{ text: { fi: '<p>Ulkoillaan.</p>' } }], sections: [{ kind: 'kuvaus' }] },
      { code: 'ROB1', subjects: [{ reference: 'ROB', credits: 2 }], objectives: [{ text: { fi: 'rakentaa robotin' } }], contentAreas: [{ items: [{ text: { fi: 'moottorit' } }] }], studyUnits: ['BI1'] },
    ]);
  });

  it('of 2015 read courses', () => {
    expect(read(localUpperSecondary2015).curriculum).toMatchObject({ structure: 'upper-secondary-2015', subjects: [{ key: uuid(50), syllabi: [{ key: uuid(10), modules: [{ key: uuid(11) }] }] }] });
  });

  it('read basic education grade level by grade level, the same objective once for each', () => {
    const { curriculum, findings } = read(localBasicEducation);
    expect(brief(findings)).toEqual([]);
    expect(curriculum).toMatchObject({ structure: 'basic-education', stages: [{ key: uuid(200), gradeLevels: [7, 8, 9], competences: [{ reference: uuid(100) }] }] });
    const [finnish, latin, coding] = curriculum.subjects;
    expect(latin).toMatchObject({ key: uuid(1240), stages: [] });
    expect(finnish).toMatchObject({ key: uuid(220), isLocal: false, extent: { minimum: 10, maximum: 10 } });
    expect(coding).toMatchObject({ isLocal: true });
    const levels = finnish?.stages[0]?.gradeLevelsApart ?? [];
    expect(levels.map(({ gradeLevels }) => gradeLevels)).toEqual([[7], [8]]);
    expect(levels[0]).toMatchObject({
      objectives: [{ key: `${uuid(300)}/vuosiluokka_7`, basisKey: uuid(300), contentAreas: [`${uuid(400)}/vuosiluokka_7`] }],
      contentAreas: [{ key: `${uuid(400)}/vuosiluokka_7`, basisKey: uuid(400), description: { fi: '<p>Tekstejä luokalla 7.</p>' } }],
    });
  });
});

it('a local curriculum’s template is left out, and that is told', () => {
  const templated = structuredClone(localBasicEducation);
  for (const subject of templated.oppiaineet) Object.assign(subject.oppiaine, { pohjanOppiaine: { id: 1, nimi: { fi: 'Suomi' } } });
  Object.assign(templated.vuosiluokkakokonaisuudet[0]!, { pohjanVuosiluokkakokonaisuus: { id: 2, tehtava: { teksti: { fi: 'x' } } } });
  expect(brief(read(templated).findings)).toEqual(['unknown-part vuosiluokkakokonaisuudet[0].pohjanVuosiluokkakokonaisuus', 'unknown-part oppiaineet[0].oppiaine.pohjanOppiaine ×3']);
});

describe('other curricula', () => {
  it('read the parts of preparatory education as subjects', () => {
    const { curriculum, findings } = read(preparatory);
    expect(brief(findings)).toEqual([]);
    expect(curriculum.chapters).toHaveLength(1);
    expect(curriculum.subjects).toMatchObject([{ key: 'koulutuksenosattuva_101', extent: { minimum: 2, maximum: 10 }, objectives: [{ key: uuid(31) }], contentAreas: [{ description: { fi: '<p>Sisältöä.</p>' } }] }]);
  });

  it('read chapters of any kind with every text they have', () => {
    const { curriculum } = read(prePrimary);
    expect(curriculum.structure).toBe('text');
    expect(curriculum.chapters[1]).toMatchObject({
      name: { fi: 'K1' },
      sections: [
        { kind: 'kuvaus', text: { fi: '<p>Kuvaus.</p>' } },
        { kind: 'arvioinnit', text: { fi: '<ul><li>arvioi</li><li>pohtii</li></ul>' } },
      ],
    });
  });

  it('read structures they do not know as outlines, and say so', () => {
    const { curriculum, findings } = read(vocational);
    expect(curriculum.chapters.at(-1)).toMatchObject({
      ...{ key: 'tutkinnonosat_101', name: { fi: 'Huoltaminen' } },
      sections: [
        { kind: 'ammattitaitovaatimukset2019', text: { fi: '<p>Opiskelija</p><p><strong>1</strong></p><p>vaihtaa öljyt</p>' } },
        { kind: 'arviointi', text: { fi: '<ul><li>toimii ohjatusti</li><li>toimii turvallisesti</li></ul>' } },
      ],
    });
    expect(brief(findings.filter(({ code }) => code !== 'missing-language'))).toEqual(['unknown-part suoritustavat[0].rakenne', 'read-as-text tutkinnonOsat']);
  });

  it('read objectives that are codes as a list', () => {
    const { curriculum } = read(liberalEducation);
    expect(curriculum.chapters[0]).toMatchObject({
      name: { fi: 'Arjen taidot' },
      sections: [{ kind: 'kuvaus' }, { kind: 'opetuksenTavoiteOtsikko' }, { kind: 'opetuksenTavoitteet', text: { fi: '<ul><li>valmistaa ruokaa</li><li>levätä</li></ul>' } }],
    });
  });

  it('tell what they do not know, once for all places, and read the rest', () => {
    const strange = structuredClone(upperSecondary) as typeof upperSecondary & Record<string, unknown>;
    strange['avaruusopetus'] = { planeetat: [1, 2] };
    for (const subject of strange.lops2019.oppiaineet) Object.assign(subject, { lemmikit: [{ nimi: 'kissa' }] });
    strange.lops2019.oppiaineet.push({ ...strange.lops2019.oppiaineet[0]!, id: 799, koodi: { ...strange.lops2019.oppiaineet[0]!.koodi, uri: 'x_y' }, moduulit: [], oppimaarat: [], tavoitteet: { kuvaus: null, tavoitealueet: [] } as never });
    const { curriculum, findings } = read(strange);
    expect(curriculum.subjects).toHaveLength(2);
    expect(brief(findings)).toEqual(['unknown-part lops2019.oppiaineet[0].lemmikit ×2', 'unknown-part avaruusopetus']);
  });

  it('read a text that the service adds one day as a section', () => {
    const newer = structuredClone(upperSecondary);
    Object.assign(newer.lops2019.oppiaineet[0]!, { tekoalynKaytto: { id: 1, otsikko: { fi: 'Tekoäly' }, teksti: { fi: '<p>Harkiten.</p>' } } });
    const { curriculum, findings } = read(newer);
    expect(brief(findings)).toEqual([]);
    expect(curriculum.subjects[0]?.sections).toContainEqual({ kind: 'tekoalynKaytto', title: { fi: 'Tekoäly' }, text: { fi: '<p>Harkiten.</p>' } });
  });
});
