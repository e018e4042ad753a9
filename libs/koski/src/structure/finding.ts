import type { Json } from '../json.ts';

/** What is wrong with the shape of a document, and where: the message of KOSKI's `badRequest.validation.jsonSchema` is a list of these. */
export interface StructureFinding {
  /** A pointer into the document, e.g. `/opiskeluoikeudet/0/tila`. */
  readonly path: string;
  readonly value?: Json;
  readonly error: { readonly errorType: StructureError } & Readonly<Record<string, Json>>;
}

export type StructureError =
  | 'missingProperty'
  | 'unexpectedProperty'
  | 'unexpectedType'
  | 'unexpectedValue'
  | 'emptyString'
  | 'notAnyOf'
  | 'tooFewItems'
  | 'tooManyItems'
  | 'tooSmall'
  | 'invalidDate'
  | 'invalidOid'
  | 'unknownCode'
  | 'periodEndsBeforeItStarts'
  | 'periodWithoutStart'
  | 'unknownOrganisation'
  | 'notAnInstitution';
