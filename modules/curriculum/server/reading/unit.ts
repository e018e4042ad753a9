import type { ContentArea, CurriculumText, Objective, TextPart, Unit, UnitLine } from '../../contract/index.ts';
import type { ElementRow } from './reading.queries.ts';

const words = (fact: string | undefined): string[] => (fact === undefined || fact === '' ? [] : fact.split(' '));
const textOf = (element: ElementRow, field: string): CurriculumText | null => element.texts.find((text) => text.field === field)?.text ?? null;
const numberOf = (fact: string | undefined): number | null => (fact === undefined || Number.isNaN(Number(fact)) ? null : Number(fact));
const referenceTo = ({ key, label, name }: ElementRow) => ({ key, label, name });

const KINDS: readonly UnitLine['kind'][] = ['subject', 'subject-stage', 'module', 'study-unit'];

function lineOf({ key, kind, label, name, gradeLevels, facts }: ElementRow): UnitLine {
  return { key, kind: KINDS.find((one) => one === kind) ?? 'subject', label, name, gradeLevels, credits: numberOf(facts['credits']) };
}

/** The titled texts of a part: a field `section:tehtava` follows its `section:tehtava:title`. */
function sectionsOf(element: ElementRow): TextPart[] {
  const sections: TextPart[] = [];
  let title: CurriculumText | null = null;
  for (const { field, text } of element.texts) {
    const [, kind, isTitle] = /^section:(.+?)(:title)?$/.exec(field) ?? [];
    if (kind === undefined) continue;
    if (isTitle !== undefined) title = text;
    else {
      sections.push({ kind, title, text });
      title = null;
    }
  }
  return sections;
}

function competenceNotesOf(unit: ElementRow, competences: readonly ElementRow[]): Unit['competenceNotes'] {
  return unit.texts.flatMap(({ field, text }) => {
    if (!field.startsWith('competence:')) return [];
    const reference = field.slice('competence:'.length);
    const found = competences.find(({ key, facts }) => key === reference || facts['code'] === reference || key === `id:${reference}`);
    return [{ key: found?.key ?? reference, label: found?.label ?? null, name: found?.name ?? null, text }];
  });
}

/** What a unit refers to beyond itself. */
export function referredBy(elements: readonly ElementRow[]): { keys: string[]; codes: string[] } {
  const [unit] = elements;
  const modules = words(unit?.facts['modules']);
  return { keys: [...(unit?.subjectKeys ?? []), ...words(unit?.facts['subjectObjectives']), ...modules], codes: modules };
}

/** Puts a unit together from its parts and what they refer to. */
export function assembleUnit(elements: readonly ElementRow[], referred: readonly ElementRow[]): Unit | undefined {
  const [unit] = elements;
  if (unit === undefined) return undefined;
  const competences = referred.filter(({ kind }) => kind === 'competence');
  const contentAreas = elements.filter(({ kind }) => kind === 'content-area');
  const criteria = [...elements, ...referred].filter(({ kind }) => kind === 'criterion');
  const byKey = (list: readonly ElementRow[], keys: readonly string[]) => keys.flatMap((key) => list.find((one) => one.key === key) ?? []);

  const objectiveOf = (element: ElementRow): Objective => ({
    key: element.key,
    label: element.label,
    isLocal: element.facts['isLocal'] === 'true',
    text: element.name,
    contentAreas: byKey(contentAreas, words(element.facts['contentAreas'])).map(referenceTo),
    competences: byKey(competences, words(element.facts['competences'])).map(referenceTo),
    sections: sectionsOf(element),
    criteria: criteria
      .filter(({ parentKey }) => parentKey === element.key)
      .map((one) => ({ key: one.key, mark: numberOf(one.facts['mark']), target: one.name, text: textOf(one, 'text') })),
  });
  const contentOf = (element: ElementRow): ContentArea => ({
    key: element.key,
    label: element.label,
    isLocal: element.facts['isLocal'] === 'true',
    name: element.name,
    description: textOf(element, 'description'),
    items: elements.filter(({ kind, parentKey }) => kind === 'content-item' && parentKey === element.key).map(({ key, name }) => ({ key, text: name })),
  });

  const objectives = [...elements, ...byKey(referred, words(unit.facts['subjectObjectives']))].filter(({ kind }) => kind === 'objective');
  const headings = elements.filter(({ kind }) => kind === 'objective-area');
  const isUnder = (objective: ElementRow, heading: ElementRow | null) => (headings.find(({ key }) => key === objective.facts['area']) ?? null) === heading;
  const groups = [null, ...headings].map((heading) => ({
    key: heading?.key ?? null,
    name: heading?.name ?? null,
    lead: heading === null ? null : textOf(heading, 'lead'),
    objectives: objectives.filter((objective) => isUnder(objective, heading)).map(objectiveOf),
  }));
  return {
    line: lineOf(unit),
    subjects: byKey(referred, unit.subjectKeys).concat(unit.kind === 'subject' ? [unit] : []).map(({ key, label, name }) => ({ key, code: label, name })).filter((one, index, all) => all.findIndex(({ key }) => key === one.key) === index),
    sections: sectionsOf(unit),
    objectiveGroups: groups.filter((group) => group.objectives.length > 0),
    contentAreas: contentAreas.map(contentOf),
    competenceNotes: competenceNotesOf(unit, competences),
    modules: referred.filter(({ kind }) => kind === 'module').map(lineOf),
  };
}
