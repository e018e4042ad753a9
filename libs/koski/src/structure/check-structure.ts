import type { KoskiDocument } from '../generated/document-types.ts';
import { isObject, isText, type Json, type JsonObject } from '../json.ts';
import { isPossibleCode } from './codes.ts';
import type { StructureFinding } from './finding.ts';
import { checkAgainst, checkStudyRight } from './schema.ts';

/** Reversed, these are refused under a key of their own, not as a malformed document. */
const JUDGED_ELSEWHERE = new Set(['oikeuttaMaksuttomuuteenPidennetty']);

type Problem = Omit<StructureFinding, 'path'>;

function findCodeProblem({ koodistoUri: set, koodiarvo: code }: JsonObject): Problem | undefined {
  if (!isText(set) || !isText(code) || isPossibleCode(set, code)) return undefined;
  return { value: code, error: { errorType: 'unknownCode', expected: set } };
}

function findPeriodProblem({ alku: from, loppu: to }: JsonObject): Problem | undefined {
  if (!isText(to)) return undefined;
  if (!isText(from)) return { error: { errorType: 'periodWithoutStart' } };
  return to < from ? { value: to, error: { errorType: 'periodEndsBeforeItStarts', expected: from } } : undefined;
}

/** No document is nested as deeply as this; what is, the schema has refused already. */
const DEEPEST = 100;

/** What a schema cannot say: codes of large sets, and that a period ends after it has begun. */
function checkValues(document: Json): readonly StructureFinding[] {
  const findings: StructureFinding[] = [];
  const trail: Array<string | number> = [];
  const tell = (problem: Problem | undefined): void => {
    if (problem !== undefined) findings.push({ path: `/${trail.join('/')}`, ...problem });
  };
  const visit = (value: Json | undefined, name: string): void => {
    if (trail.length > DEEPEST) return;
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        trail.push(index);
        visit(value[index], name);
        trail.pop();
      }
    } else if (isObject(value)) {
      tell(findCodeProblem(value));
      if (!JUDGED_ELSEWHERE.has(name)) tell(findPeriodProblem(value));
      for (const key in value) {
        trail.push(key);
        visit(value[key], key);
        trail.pop();
      }
    }
  };
  visit(document, '');
  return findings;
}

function* checkEnvelope(document: JsonObject): Generator<StructureFinding> {
  const { henkilö: learner, opiskeluoikeudet: rights, ...more } = document;
  for (const key of Object.keys(more)) yield { path: `/${key}`, error: { errorType: 'unexpectedProperty', expected: key } };
  if (learner === undefined) yield { path: '/henkilö', error: { errorType: 'missingProperty', expected: 'henkilö' } };
  else yield* checkAgainst('Henkilö', learner, '/henkilö');
  if (rights === undefined) return;
  if (!Array.isArray(rights)) yield { path: '/opiskeluoikeudet', error: { errorType: 'unexpectedType', expected: 'array' } };
  else for (const [index, right] of rights.entries()) yield* checkStudyRight(right, `/opiskeluoikeudet/${index}`);
}

/**
 * Whether a document has the shape of KOSKI's data model: fields, types, codes, dates, object identifiers, periods.
 * @returns every finding, none when it has
 */
export function checkStructure(document: Json): readonly StructureFinding[] {
  if (!isObject(document)) return [{ path: '', error: { errorType: 'unexpectedType', expected: 'object' } }];
  return [...checkEnvelope(document), ...checkValues(document)];
}

/** A document without findings has KOSKI's types. */
export const isKoskiDocument = (document: unknown): document is KoskiDocument => isObject(document) && Array.isArray(document['opiskeluoikeudet']) && checkStructure(document).length === 0;
