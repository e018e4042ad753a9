import { fixedNames } from './fixed-names.ts';
import { competences, stages, subjects, type Said } from './content.ts';

const text = (said: Said): object => ({ fi: said.fi, sv: said.sv });
const html = (said: Said): object => ({ fi: `<p>${said.fi}</p>`, sv: `<p>${said.sv}</p>` });
const labelled = (said: Said, fi: string, sv: string): Said => ({ fi: `${fi} ${said.fi}`, sv: `${sv} ${said.sv}` });

/**
 * A short curriculum of basic education that nobody follows, in the shape in which the national service publishes them. Its texts are
 * ours.
 */
export function demoCurriculum(): object {
  const { number, uuid } = fixedNames();
  const stageIds = new Map(stages.map((stage) => [stage.key, number()]));
  const competenceIds = competences.map(() => number());
  return {
    ...{ id: 9_000_001, tila: 'valmis', tyyppi: 'normaali', koulutustyyppi: 'koulutustyyppi_16', kielet: ['fi', 'sv'], diaarinumero: 'ESIMERKKI-1-2026' },
    nimi: { fi: 'Esimerkkiopetussuunnitelma: perusopetus', sv: 'Exempelläroplan: grundläggande utbildning' },
    kuvaus: html({ fi: 'Kuvitteellinen ja lyhyt: näin opetussuunnitelma näkyy palvelussa.', sv: 'Påhittad och kort: så syns en läroplan i tjänsten.' }),
    ...{ globalVersion: { aikaleima: Date.UTC(2026, 4, 4, 6) }, voimassaoloAlkaa: Date.UTC(2026, 7, 1), voimassaoloLoppuu: null, paatospvm: Date.UTC(2026, 4, 1) },
    perusopetus: {
      laajaalaisetosaamiset: competences.map(({ name, description }, index) => ({
        id: competenceIds[index],
        tunniste: uuid(`L${index + 1}`),
        nimi: text({ fi: `${name.fi} (L${index + 1})`, sv: `${name.sv} (K${index + 1})` }),
        kuvaus: html(description),
      })),
      vuosiluokkakokonaisuudet: stages.map(({ key, gradeLevels, name }) => ({
        id: stageIds.get(key),
        tunniste: uuid(key),
        nimi: text(name),
        vuosiluokat: gradeLevels.map((level) => `vuosiluokka_${level}`),
      })),
      oppiaineet: subjects.map((subject) => ({
        ...{ id: number(), tunniste: uuid(subject.code), koosteinen: false, koodiArvo: subject.code, koodiUri: `oppiaineetyleissivistava_${subject.code.toLowerCase()}` },
        nimi: text(subject.name),
        tehtava: { id: number(), otsikko: text({ fi: 'Oppiaineen tehtävä', sv: 'Läroämnets uppdrag' }), teksti: html(subject.task) },
        vuosiluokkakokonaisuudet: subject.stages.map((stage) => {
          const contents = stage.contents.map((content, index) => ({ content, id: number(), label: index + 1 }));
          return {
            ...{ id: number(), _vuosiluokkaKokonaisuus: String(stageIds.get(stage.stage)) },
            ohjaus: { id: number(), otsikko: text({ fi: 'Ohjaus ja tuki', sv: 'Handledning och stöd' }), teksti: html(stage.guidance) },
            sisaltoalueet: contents.map(({ content, id, label }) => ({
              ...{ id, tunniste: uuid(`${subject.code}/${stage.stage}/S${label}`) },
              nimi: text(labelled(content.name, `S${label}`, `I${label}`)),
              kuvaus: html(content.text),
            })),
            tavoitteet: stage.objectives.map((objective, index) => ({
              ...{ id: number(), tunniste: uuid(`${subject.code}/${stage.stage}/T${index + 1}`) },
              tavoite: text(labelled(objective.text, `T${index + 1}`, `M${index + 1}`)),
              sisaltoalueet: objective.contents.flatMap((label) => contents.filter((one) => one.label === label).map(({ id }) => String(id))),
              laajattavoitteet: objective.competences.map((label) => String(competenceIds[label - 1])),
              kohdealueet: [],
              arvioinninkohteet: Object.entries(objective.criteria).map(([mark, criterion]) => ({
                ...{ id: number(), arvosana: Number(mark), arvioinninKohde: text(objective.target), hyvanOsaamisenKuvaus: null },
                osaamisenKuvaus: text(criterion),
              })),
            })),
          };
        }),
        oppimaarat: [],
      })),
    },
  };
}
