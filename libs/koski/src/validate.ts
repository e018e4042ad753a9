import { PRODUCTION } from './cut-over.ts';
import type { Json } from './json.ts';
import type { KoskiRecord } from './record/record.ts';
import { readDocument } from './record/read-write.ts';
import { RULES, type NamedRule } from './rules/index.ts';
import { STAGES, V, type Stage } from './rules/rule.ts';
import type { Setting } from './rules/setting.ts';
import { birthDateOf, isCancelled, viewDocument, type Context, type DocumentView, type RightView } from './rules/view.ts';
import { checkOrganisations } from './structure/check-organisations.ts';
import { checkStructure } from './structure/check-structure.ts';
import type { StructureFinding } from './structure/finding.ts';

/** Something KOSKI would refuse. */
export interface Finding {
  /** KOSKI's error key. */
  readonly key: string;
  /** What is wrong, in the language asked for; of the structure: the list of what is wrong, as KOSKI gives it. */
  readonly message: string | readonly StructureFinding[];
  /** Where, as a pointer into the document. */
  readonly path: string;
  /** The rule's function; `undefined` when the structure is at fault. */
  readonly rule?: string;
}

export type Language = 'fi' | 'sv' | 'en';

const byStage = new Map<Stage, NamedRule[]>(STAGES.map((stage) => [stage, RULES.filter((rule) => (rule.stage ?? 'rules') === stage)]));

const isJudged = (rule: NamedRule, right: RightView): boolean => rule.holdsForCancelled === true || !isCancelled(right);

/** Where a rule is broken: pointers into the document. Rules times attainments make tens of thousands of questions: plain loops. */
function placesOf(rule: NamedRule, document: DocumentView, context: Context): readonly string[] {
  if (rule.over === 'document') {
    const isHeld = rule.holdsForCancelled === true || !document.rights.some(isCancelled);
    return isHeld && rule.breaks(document, context) ? [''] : NOWHERE;
  }
  let places = NOWHERE;
  for (const right of document.rights) {
    if (!isJudged(rule, right)) continue;
    if (rule.over === 'studyRight') {
      if (rule.breaks(right, context)) places = [...places, right.path];
    } else {
      for (const attainment of right.attainments) if (rule.breaks(attainment, context)) places = [...places, attainment.path];
    }
  }
  return places;
}
const NOWHERE: readonly string[] = [];

const isInForce = ({ enforcedFrom }: NamedRule, { today, cutOver }: Context): boolean => enforcedFrom === undefined || today >= cutOver[enforcedFrom];

function judge(stage: Stage, context: Context, language: Language): readonly Finding[] {
  const rules = (byStage.get(stage) ?? []).filter((rule) => isInForce(rule, context));
  return rules.flatMap((rule) => placesOf(rule, context.document, context).map((path): Finding => ({ key: rule.key, message: rule[language], path, rule: rule.name })));
}

/**
 * What KOSKI's own rules say of a record, stage by stage: the findings of the first stage that has any. The structure of the document
 * it came from is taken to be right.
 */
export function judgeRecord(record: KoskiRecord, setting: Setting, language: Language = 'fi'): readonly Finding[] {
  const cutOver = setting.cutOver ?? PRODUCTION;
  const document = viewDocument(record, setting);
  const context: Context = { ...setting, cutOver, document, bornOn: birthDateOf(record.learner) };
  for (const stage of STAGES) {
    const found = judge(stage, context, language);
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * Whether KOSKI would accept a document: its structure first, then KOSKI's own rules. Sources: the published data model and rules of
 * KOSKI as of August 2026.
 * @param document parsed JSON: `{ henkilö, opiskeluoikeudet }`
 * @param setting what is known besides; what is not given is not judged
 * @returns what it would refuse, nothing when it accepts
 */
export function validateDocument(document: Json, setting: Setting, language: Language = 'fi'): readonly Finding[] {
  const structure = checkStructure(document);
  const organisations = structure.length === 0 ? checkOrganisations(document, setting.findOrganisation) : [];
  const [first] = [...structure, ...organisations];
  if (first !== undefined) return [{ key: `${V}.jsonSchema`, message: [...structure, ...organisations], path: first.path }];
  return judgeRecord(readDocument(document), setting, language);
}

/** The HTTP status KOSKI answers with for a key. */
export function statusOf(key: string): number {
  const [category] = key.split('.');
  return { unauthorized: 401, forbidden: 403, notFound: 404, conflict: 409, unsupportedMediaType: 415, internalError: 500, unavailable: 503 }[category ?? ''] ?? 400;
}
