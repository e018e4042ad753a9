import { mathematics } from './subjects/mathematics.ts';
import { physics } from './subjects/physics.ts';
import { environment } from './subjects/environment.ts';

export interface Said {
  readonly fi: string;
  readonly sv: string;
}

export interface ObjectiveSpec {
  readonly text: Said;
  /** Numbers of content areas of the same stage, and of transversal competences. */
  readonly contents: readonly number[];
  readonly competences: readonly number[];
  readonly target: Said;
  /** By mark. */
  readonly criteria: Readonly<Record<number, Said>>;
}

export interface SubjectSpec {
  readonly code: string;
  readonly name: Said;
  readonly task: Said;
  readonly stages: ReadonlyArray<{
    readonly stage: string;
    readonly guidance: Said;
    readonly contents: ReadonlyArray<{ readonly name: Said; readonly text: Said }>;
    readonly objectives: readonly ObjectiveSpec[];
  }>;
}

export const stages: ReadonlyArray<{ readonly key: string; readonly gradeLevels: readonly number[]; readonly name: Said }> = [
  { key: '1-2', gradeLevels: [1, 2], name: { fi: 'Vuosiluokat 1–2', sv: 'Årskurserna 1–2' } },
  { key: '3-6', gradeLevels: [3, 4, 5, 6], name: { fi: 'Vuosiluokat 3–6', sv: 'Årskurserna 3–6' } },
  { key: '7-9', gradeLevels: [7, 8, 9], name: { fi: 'Vuosiluokat 7–9', sv: 'Årskurserna 7–9' } },
];

export const competences: ReadonlyArray<{ readonly name: Said; readonly description: Said }> = [
  { name: { fi: 'Kysyy ja oppii', sv: 'Frågar och lär sig' }, description: { fi: 'Oppilas kysyy, etsii vastauksia ja huomaa, miten itse oppii.', sv: 'Eleven frågar, söker svar och märker hur hen själv lär sig.' } },
  { name: { fi: 'Kohtaa muita', sv: 'Möter andra' }, description: { fi: 'Oppilas kuuntelee, keskustelee ja arvostaa erilaisia taustoja.', sv: 'Eleven lyssnar, samtalar och värdesätter olika bakgrunder.' } },
  { name: { fi: 'Pitää huolta', sv: 'Tar hand om' }, description: { fi: 'Oppilas huolehtii itsestään, muista ja arjen turvallisuudesta.', sv: 'Eleven tar hand om sig själv, andra och säkerheten i vardagen.' } },
  { name: { fi: 'Lukee monin tavoin', sv: 'Läser på många sätt' }, description: { fi: 'Oppilas tulkitsee ja tekee tekstejä, kuvia, taulukoita ja kuvaajia.', sv: 'Eleven tolkar och gör texter, bilder, tabeller och grafer.' } },
  { name: { fi: 'Käyttää tekniikkaa', sv: 'Använder teknik' }, description: { fi: 'Oppilas käyttää laitteita ja ohjelmia harkiten ja ymmärtää, miten ne toimivat.', sv: 'Eleven använder apparater och program med eftertanke och förstår hur de fungerar.' } },
  { name: { fi: 'Tekee työtä', sv: 'Arbetar' }, description: { fi: 'Oppilas suunnittelee, yrittää ja vie työn loppuun yhdessä muiden kanssa.', sv: 'Eleven planerar, försöker och slutför ett arbete tillsammans med andra.' } },
  { name: { fi: 'Vaikuttaa', sv: 'Påverkar' }, description: { fi: 'Oppilas osallistuu, perustelee ja rakentaa kestävää tulevaisuutta.', sv: 'Eleven deltar, motiverar och bygger en hållbar framtid.' } },
];

export const subjects: readonly SubjectSpec[] = [mathematics, environment, physics];
