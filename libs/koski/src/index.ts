export { listCutOverNames, PRODUCTION, readCutOver, type CutOver, type CutOverName } from './cut-over.ts';
export type * as documentTypes from './generated/document-types.ts';
export type { KoskiDocument } from './generated/document-types.ts';
export { isObject, isSame, isText, type Json, type JsonObject } from './json.ts';
export { readExample } from './example.ts';
export { readOrganisations } from './organisations.ts';
export { listDifferences, readDocument, writeDocument, type Difference } from './record/read-write.ts';
export type {
  Assessment,
  Attainment,
  Code,
  Confirmation,
  Content,
  Extent,
  Extras,
  FreeEducation,
  KoskiRecord,
  Learner,
  LocalText,
  MotherTongueStudies,
  OralTest,
  Organisation,
  Period,
  SourceId,
  SpecialTask,
  StatePeriod,
  StudyRight,
  StudyRightReference,
  Unlinking,
} from './record/record.ts';
export { RULES, type NamedRule } from './rules/index.ts';
export { STAGES, type Stage } from './rules/rule.ts';
export { findStored, type StoredMatch } from './rules/stored.ts';
export type { Caller, KnownOrganisation, KnownStudyRight, Setting } from './rules/setting.ts';
export { findCodes, isPossibleCode } from './structure/codes.ts';
export { checkStructure, isKoskiDocument } from './structure/check-structure.ts';
export type { StructureError, StructureFinding } from './structure/finding.ts';
export { describeStructure } from './structure/sentences.ts';
export { KNOWN_FORMS } from './structure/schema.ts';
export { judgeRecord, statusOf, validateDocument, type Finding, type Language } from './validate.ts';
