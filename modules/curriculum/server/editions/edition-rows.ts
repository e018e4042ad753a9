import { listElements, type Curriculum, type CurriculumElement, type LocalizedText } from '@digione/eperusteet';
import { searchVectorOf } from '../search/search-index.ts';

/** One part of an edition, as its table keeps it. */
export interface ElementRow {
  readonly position: number;
  readonly key: string;
  readonly parent_key: string | null;
  readonly kind: string;
  readonly label: string | null;
  readonly code: string | null;
  readonly unit_key: string | null;
  readonly subject_keys: readonly string[];
  readonly grade_levels: readonly number[];
  readonly name: LocalizedText | null;
  readonly texts: CurriculumElement['texts'];
  readonly facts: Readonly<Record<string, string>>;
  /** What it is searched by; null for what is no objective and no content. */
  readonly search_fi: string | null;
  readonly search_sv: string | null;
}

const OPENED = new Set(['subject', 'subject-stage', 'module', 'study-unit']);
const SEARCHED = new Set(['objective', 'content-area', 'content-item', 'module', 'study-unit']);
const FORMS: Readonly<Record<string, string>> = {
  koulutustyyppi_15: 'pre-primary',
  koulutustyyppi_16: 'basic-education',
  koulutustyyppi_17: 'adult-basic-education',
  koulutustyyppi_2: 'general-upper-secondary',
  koulutustyyppi_23: 'general-upper-secondary',
  koulutustyyppi_14: 'general-upper-secondary',
  koulutustyyppi_22: 'preparatory',
};

/** The form of education here that a national kind of education is; null for what is taught elsewhere. */
export const educationFormOf = ({ educationType }: Curriculum): string | null => FORMS[educationType ?? ''] ?? null;

interface Place {
  readonly unitKey: string | null;
  readonly subjectKey: string | null;
  readonly gradeLevels: readonly number[];
}
const NOWHERE: Place = { unitKey: null, subjectKey: null, gradeLevels: [] };

const words = (fact: string | undefined): string[] => (fact === undefined || fact === '' ? [] : fact.split(' '));

/** A curriculum's parts as rows, parents first, each with what it stands in. */
export function* elementRows(curriculum: Curriculum): Generator<ElementRow> {
  const places = new Map<string, Place>();
  const subjectOfReference = new Map<string, string>();
  for (const element of listElements(curriculum)) {
    const facts = Object.fromEntries(element.facts.map(({ field, value }) => [field, value]));
    const above = places.get(element.parentKey ?? '') ?? NOWHERE;
    const levels = words(facts['gradeLevels']).map(Number);
    const place: Place = {
      unitKey: OPENED.has(element.kind) ? element.key : above.unitKey,
      subjectKey: element.kind === 'subject' ? element.key : above.subjectKey,
      gradeLevels: levels.length > 0 ? levels : above.gradeLevels,
    };
    places.set(element.key, place);
    if (element.kind === 'subject') for (const name of [element.key, facts['code'], element.label]) if (name) subjectOfReference.set(name, element.key);
    // A study unit names its subjects itself: by code, by a local code, or by a subject only the national curriculum has.
    const named = element.kind === 'study-unit' ? words(facts['subjects']).map((reference) => subjectOfReference.get(reference) ?? reference) : [];
    yield {
      position: element.order,
      key: element.key,
      parent_key: element.parentKey,
      kind: element.kind,
      label: element.label,
      code: facts['code'] ?? null,
      unit_key: place.unitKey,
      subject_keys: element.kind === 'study-unit' ? [...new Set(named)] : place.subjectKey === null ? [] : [place.subjectKey],
      grade_levels: place.gradeLevels,
      name: element.name,
      texts: element.texts.filter(({ field }) => field !== 'name'),
      facts,
      search_fi: SEARCHED.has(element.kind) ? searchVectorOf(element, 'fi') : null,
      search_sv: SEARCHED.has(element.kind) ? searchVectorOf(element, 'sv') : null,
    };
  }
}
