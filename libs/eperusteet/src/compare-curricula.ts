import type { Curriculum, PartKey } from './curriculum.ts';
import { listElements, type CurriculumElement, type ElementKind } from './elements.ts';
import { LANGUAGES, type Language, type LocalizedText } from './texts.ts';

/** What one field said before and says now; null where it said nothing. */
export interface FieldChange {
  /** As in `CurriculumElement`: `name`, `description`, `section:tehtava`, `credits`, `parent` … */
  readonly field: string;
  /** Null for what is no text. */
  readonly language: Language | null;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * `added`, `removed`, `changed`; `rekeyed`: the same text under another key, so that what was attached to it can follow.
 */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'rekeyed';

export interface Change {
  readonly change: ChangeKind;
  readonly kind: ElementKind;
  readonly key: PartKey;
  /** Of what was rekeyed: the key before. */
  readonly formerKey: PartKey | null;
  readonly label: string | null;
  readonly name: LocalizedText | null;
  /** What it belongs to, from the outside in: subject, module … */
  readonly trail: ReadonlyArray<{ readonly kind: ElementKind; readonly key: PartKey; readonly label: string | null; readonly name: LocalizedText | null }>;
  readonly fields: readonly FieldChange[];
}

export interface CurriculumDifference {
  /** In the order of the new version; what was removed stands where its parent was, at the end. */
  readonly changes: readonly Change[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
}

/** Blanks do not make a text another one. */
const squeeze = (text: string): string => text.replaceAll(/(?:\s|&nbsp;)+/g, ' ').trim();

type Fields = Map<string, { readonly field: string; readonly language: Language | null; readonly value: string }>;

function fieldsOf(element: CurriculumElement): Fields {
  const fields: Fields = new Map();
  for (const { field, text } of element.texts) {
    for (const language of LANGUAGES) {
      const value = text[language];
      // The same kind of section may appear twice: both count.
      if (value === undefined) continue;
      const name = `${field} ${language}`;
      const earlier = fields.get(name);
      fields.set(name, { field, language, value: earlier ? `${earlier.value}\n${value}` : value });
    }
  }
  for (const { field, value } of element.facts) fields.set(field, { field, language: null, value });
  if (element.parentKey !== null) fields.set('parent', { field: 'parent', language: null, value: element.parentKey });
  return fields;
}

function compareFields(before: CurriculumElement, after: CurriculumElement): FieldChange[] {
  const [old, current] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...current.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), current.get(name)];
    const either = is ?? was;
    if (!either || squeeze(was?.value ?? '') === squeeze(is?.value ?? '')) return [];
    return [{ field: either.field, language: either.language, before: was?.value ?? null, after: is?.value ?? null }];
  });
}

const allFields = (element: CurriculumElement, side: 'before' | 'after'): FieldChange[] =>
  [...fieldsOf(element).values()]
    .filter(({ field }) => field !== 'parent')
    .map(({ field, language, value }) => ({ field, language, before: side === 'before' ? value : null, after: side === 'after' ? value : null }));

/** Equal for parts of the same kind and parent that say the same. */
function signature(element: CurriculumElement): string | null {
  if (element.texts.length === 0) return null;
  return JSON.stringify([element.kind, element.parentKey, element.texts.map(({ field, text }) => [field, LANGUAGES.map((language) => squeeze(text[language] ?? ''))])]);
}

class Version {
  readonly elements: readonly CurriculumElement[];
  readonly byKey: ReadonlyMap<PartKey, CurriculumElement>;

  constructor(curriculum: Curriculum) {
    this.elements = [...listElements(curriculum)];
    this.byKey = new Map(this.elements.map((element) => [element.key, element]));
  }

  describe(change: ChangeKind, element: CurriculumElement, fields: readonly FieldChange[], formerKey: PartKey | null = null): Change {
    const { kind, key, label, name } = element;
    const trail: Change['trail'][number][] = [];
    for (let parent = this.byKey.get(element.parentKey ?? ''); parent && parent.kind !== 'curriculum'; parent = this.byKey.get(parent.parentKey ?? '')) {
      trail.unshift({ kind: parent.kind, key: parent.key, label: parent.label, name: parent.name });
    }
    return { change, kind, key, formerKey, label, name, trail, fields };
  }
}

/**
 * What changed from one version of a curriculum to another, as data: parts are the same when their keys are.
 * @returns texts as they were read (names plain, others safe HTML); a new order alone is no change
 */
export function compareCurricula(before: Curriculum, after: Curriculum): CurriculumDifference {
  const [old, current] = [new Version(before), new Version(after)];
  const gone = old.elements.filter(({ key, kind }) => kind !== 'curriculum' && !current.byKey.has(key));
  const orphans = new Map<string, CurriculumElement[]>();
  for (const element of gone) {
    const mark = signature(element);
    if (mark !== null) orphans.set(mark, [...(orphans.get(mark) ?? []), element]);
  }
  const adopted = new Set<PartKey>();
  const changes = current.elements.flatMap((element): Change[] => {
    // The curriculum is compared with itself, also when a copy of it has another number.
    const former = element.kind === 'curriculum' ? old.elements[0] : old.byKey.get(element.key);
    if (former) {
      const fields = compareFields(former, element).filter(({ field, before: was }) => !(field === 'parent' && was === old.elements[0]?.key));
      return fields.length === 0 ? [] : [current.describe('changed', element, fields)];
    }
    const twin = orphans.get(signature(element) ?? '')?.shift();
    if (!twin) return [current.describe('added', element, allFields(element, 'after'))];
    adopted.add(twin.key);
    return [current.describe('rekeyed', element, compareFields(twin, element), twin.key)];
  });
  const removed = gone.filter(({ key }) => !adopted.has(key)).map((element) => old.describe('removed', element, allFields(element, 'before')));
  const all = [...changes, ...removed];
  const count = (kind: ChangeKind): number => all.filter(({ change }) => change === kind).length;
  return { changes: all, counts: { added: count('added'), removed: count('removed'), changed: count('changed'), rekeyed: count('rekeyed') } };
}
