import { isLocalDate } from '@digione/local-date';
import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import forms from '../generated/forms.json' with { type: 'json' };
import definitions from '../generated/schema.json' with { type: 'json' };
import { isObject, type Json } from '../json.ts';
import type { StructureError, StructureFinding } from './finding.ts';

const oid = (node: string): RegExp => new RegExp(String.raw`^1\.2\.246\.562\.(${node})\.\d{11,24}$`);

const formats = { date: isLocalDate, 'learner-oid': oid('24|98|198'), 'organisation-oid': oid('10|99|199'), 'study-right-oid': oid('15|115') };

/** Compiles each definition on its first use: that takes a tenth of a second. */
function compiler(options: Options): (definition: string) => ValidateFunction {
  const ajv = new Ajv({ strict: false, messages: false, formats, ...options });
  ajv.addSchema({ $id: 'koski', definitions });
  const compiled = new Map<string, ValidateFunction>();
  return (definition) => {
    const known = compiled.get(definition) ?? ajv.compile({ $ref: `koski#/definitions/${encodeURIComponent(definition)}` });
    compiled.set(definition, known);
    return known;
  };
}

// Nearly every document passes, and leaving off at the first fault is three times as fast as looking for all.
const atFirstFault = compiler({});
const ofAllFaults = compiler({ allErrors: true, verbose: true });

const formOf = (type: string): string | undefined => Object.entries(forms).find(([code]) => code === type)?.[1];

/** The education forms (codes of `opiskeluoikeudentyyppi`) whose documents this library knows. */
export const KNOWN_FORMS: readonly string[] = Object.keys(forms);

const KINDS: Readonly<Record<string, StructureError>> = {
  required: 'missingProperty',
  additionalProperties: 'unexpectedProperty',
  type: 'unexpectedType',
  const: 'unexpectedValue',
  enum: 'unexpectedValue',
  minLength: 'emptyString',
  minItems: 'tooFewItems',
  maxItems: 'tooManyItems',
  exclusiveMinimum: 'tooSmall',
};

function kindOf({ keyword, params }: ErrorObject): StructureError {
  if (keyword === 'format') return params['format'] === 'date' ? 'invalidDate' : 'invalidOid';
  return KINDS[keyword] ?? 'notAnyOf';
}

/** What the schema asked for, in its own words. */
function asked({ keyword, params }: ErrorObject): Readonly<Record<string, Json>> {
  const told: unknown = { required: params['missingProperty'], additionalProperties: params['additionalProperty'], type: params['type'], enum: params['allowedValues'], const: params['allowedValue'] }[keyword];
  if (typeof told === 'string') return { expected: told };
  return Array.isArray(told) ? { expected: told.map(String) } : {};
}

const isScalar = (value: unknown): value is string | number | boolean | null => value === null || ['string', 'number', 'boolean'].includes(typeof value);

function toFinding(path: string, error: ErrorObject): StructureFinding {
  const own = error.keyword === 'required' ? `/${String(error.params['missingProperty'])}` : error.keyword === 'additionalProperties' ? `/${String(error.params['additionalProperty'])}` : '';
  const value: unknown = error.data;
  return { path: `${path}${error.instancePath}${own}`, ...(isScalar(value) ? { value } : {}), error: { errorType: kindOf(error), ...asked(error) } };
}

/** The outermost choices that failed, and the faults that stand in none of them; an `if` that fails repeats what its `then` has said. */
function tellOnce(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const choices = errors.filter(({ keyword }) => keyword === 'anyOf').map(({ instancePath }) => instancePath);
  const isInside = (path: string, choice: string): boolean => path.startsWith(`${choice}/`);
  const told = new Set<string>();
  return errors.filter(({ keyword, instancePath }) => {
    if (keyword === 'if' || choices.some((choice) => isInside(instancePath, choice))) return false;
    if (!choices.includes(instancePath)) return true;
    const isFirst = keyword === 'anyOf' && !told.has(instancePath);
    if (isFirst) told.add(instancePath);
    return isFirst;
  });
}

const alternativesOf = ({ schema }: ErrorObject): readonly string[] =>
  Array.isArray(schema) ? schema.flatMap((alternative: unknown) => (isObject(alternative) && typeof alternative['$ref'] === 'string' ? decodeURIComponent(alternative['$ref'].replace('#/definitions/', '')) : [])) : [];

/** Of a choice that failed, what the alternative that comes nearest lacks: that is most likely what was meant. */
function explain(path: string, error: ErrorObject): readonly StructureFinding[] {
  if (error.keyword !== 'anyOf') return [toFinding(path, error)];
  const tried = alternativesOf(error).map((name) => checkAgainst(name, error.data, `${path}${error.instancePath}`));
  const [nearest] = tried.toSorted((one, other) => one.length - other.length);
  return nearest ?? [toFinding(path, error)];
}

/** Checks one part of a document against the definition of that name. */
export function checkAgainst(definition: string, value: unknown, path: string): readonly StructureFinding[] {
  if (atFirstFault(definition)(value)) return [];
  const validate = ofAllFaults(definition);
  return validate(value) ? [] : tellOnce(validate.errors ?? []).flatMap((error) => explain(path, error));
}

/** Checks one study right against the schema of its own form: what is wrong is told of that form, not of all of them. */
export function checkStudyRight(value: Json, path: string): readonly StructureFinding[] {
  const type = isObject(value) && isObject(value['tyyppi']) ? value['tyyppi']['koodiarvo'] : undefined;
  const form = typeof type === 'string' ? formOf(type) : undefined;
  if (form !== undefined) return checkAgainst(form, value, path);
  const error = { errorType: 'unexpectedValue', expected: KNOWN_FORMS } as const;
  return [{ path: `${path}/tyyppi/koodiarvo`, ...(typeof type === 'string' ? { value: type } : {}), error }];
}
