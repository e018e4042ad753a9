import type { AssessmentCriterion, ContentArea, Objective, Section } from './curriculum.ts';
import type { Part } from './part.ts';
import { isShown, readSections } from './read-sections.ts';
import type { LocalizedText } from './texts.ts';

/** Numbers and UUIDs by which a part of this curriculum is referred to, and its key. */
export type KeyIndex = Map<string, string>;

/** Remembers a part under everything that references use. */
export function remember(index: KeyIndex, part: Part, key: string): void {
  const [id, uuid] = [part.id(), part.uuid()];
  if (id !== null) index.set(id, key);
  if (uuid !== null) index.set(uuid, key);
}

/** Keys of what is referred to. A reference to nothing is kept as it is, and told unless it may lead into the core curriculum. */
export function resolve(references: readonly string[], index: KeyIndex, path: string, part: Part): string[] {
  return references.map((reference) => {
    const key = index.get(reference);
    if (key === undefined && !part.reading.isLocal) part.reading.findings.add('warning', 'unresolved-reference', path, reference);
    return key ?? reference;
  });
}

/** `T8` of “T8 rohkaista …” or “M8 uppmuntra …”; Swedish letters become the Finnish ones. */
function findLabel(text: LocalizedText | null, letters: { readonly fi: string; readonly sv: string; readonly as: string }): string | null {
  const fi = new RegExp(`^\\(?(?:${letters.fi})\\s?(\\d{1,2}[a-z]?)\\b`, 'i').exec(text?.fi ?? '');
  const found = fi ?? new RegExp(`^\\(?(?:${letters.sv})\\s?(\\d{1,2}[a-z]?)\\b`, 'i').exec(text?.sv ?? '');
  return found ? `${letters.as}${found[1] ?? ''}` : null;
}

const OBJECTIVE = { fi: 'T', sv: 'M|T', as: 'T' };
const CONTENT = { fi: 'S', sv: 'I|S', as: 'S' };

function readCriterion(part: Part, objectiveKey: string, index: number): AssessmentCriterion {
  const mark = part.number('arvosana');
  // The oldest criteria describe good command alone, which is the mark 8.
  const good = part.html('hyvanOsaamisenKuvaus');
  const id = part.id();
  const criterion = {
    key: part.reading.keys.take({ id, place: `${objectiveKey}/criteria/${index + 1}` }, part.path),
    id,
    path: part.path,
    mark: mark !== null && mark >= 4 && mark <= 10 ? mark : mark === null && good ? 8 : null,
    target: part.plain('arvioinninKohde'),
    text: part.html('osaamisenKuvaus') ?? good,
  };
  part.skip('opetuksenTavoitteet');
  part.close();
  return criterion;
}

export interface ObjectiveSurroundings {
  readonly contentAreas: KeyIndex;
  readonly competences: KeyIndex;
  readonly focusAreas: KeyIndex;
  /** Where objectives stand: key of the subject or stage. */
  readonly parentKey: string;
  /** Set apart by grade level, where the same objective returns year after year under one UUID. */
  readonly suffix?: string;
}

/** An objective of basic education: text, references, criteria. */
function readObjective(part: Part, around: ObjectiveSurroundings, index: number): Objective {
  const [id, uuid] = [part.id(), part.uuid()];
  const text = part.plain('tavoite');
  const key = part.reading.keys.take({ uuid, textUuid: part.textUuid('tavoite'), id, place: `${around.parentKey}/objectives/${index + 1}` }, part.path, around.suffix);
  const criteria = part
    .parts('arvioinninkohteet')
    .map((criterion, place) => readCriterion(criterion, key, place))
    .toSorted((one, other) => (one.mark ?? 0) - (other.mark ?? 0));
  const contents = part.isObjectList('sisaltoalueet') ? readOwnContents(part) : { references: part.references('sisaltoalueet'), sections: [] };
  const objective = {
    key,
    id,
    path: part.path,
    label: findLabel(text, OBJECTIVE),
    text,
    areaKey: null,
    contentAreas: resolve(contents.references, around.contentAreas, part.at('sisaltoalueet'), part),
    competences: resolve(part.references('laajattavoitteet'), around.competences, part.at('laajattavoitteet'), part),
    focusAreas: resolve(part.references('kohdealueet'), around.focusAreas, part.at('kohdealueet'), part),
    criteria,
    basisKey: around.suffix === undefined ? null : uuid,
  };
  part.skip('oppiaineenTavoitteenOpetuksenTavoitteet');
  const sections = readSections(part);
  part.close();
  return { ...objective, sections: [...sections, ...contents.sections] };
}

interface OwnContents {
  readonly references: string[];
  /** What the provider says of a content area for this objective. */
  readonly sections: Section[];
}

/** Local curricula wrap the reference: `[{id, sisaltoalueet: {id, tunniste, …}, omaKuvaus}]`. */
function readOwnContents(part: Part): OwnContents {
  const wrapped = part.parts('sisaltoalueet');
  const references = wrapped.flatMap((one) => one.peek('sisaltoalueet')?.id() ?? one.references('sisaltoalueet')[0] ?? one.id() ?? []);
  const sections = wrapped.flatMap((one) => {
    const text = one.html('omaKuvaus');
    return text ? [{ kind: 'omaKuvaus', title: one.peek('sisaltoalueet')?.plain('nimi') ?? null, text }] : [];
  });
  return { references, sections };
}

export function readObjectives(part: Part, around: ObjectiveSurroundings): Objective[] {
  return part.parts('tavoitteet').map((objective, index) => readObjective(objective, around, index));
}

/** Content areas of basic education, remembered for the objectives that refer to them. */
export function readContentAreas(part: Part, parentKey: string, index: KeyIndex, suffix?: string): ContentArea[] {
  return part.parts('sisaltoalueet').flatMap((area, place) => {
    const isVisible = isShown(area);
    const [id, uuid] = [area.id(), area.uuid()];
    const name = area.plain('nimi');
    const key = area.reading.keys.take({ uuid, textUuid: area.textUuid('nimi'), id, place: `${parentKey}/contents/${place + 1}` }, area.path, suffix);
    remember(index, area, key);
    const content = { key, id, path: area.path, label: findLabel(name, CONTENT), name, description: area.html('kuvaus'), items: [], basisKey: suffix === undefined ? null : uuid };
    area.close();
    return isVisible ? [content] : [];
  });
}
