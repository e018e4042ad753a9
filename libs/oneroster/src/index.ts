export { checkReferences, type ReferenceOptions } from './check-references.ts';
export type { FileKind, SdsFileKind } from './columns.ts';
export type { Encoding } from './encoding.ts';
export { RosterRefusedError, type Finding, type FindingCode, type Severity } from './finding.ts';
export type { FileMode, Manifest } from './manifest.ts';
export { openRoster, type Roster, type RosterVersion } from './open-roster.ts';
export {
  isGuardianRole,
  RECORD_KINDS,
  type AcademicSession,
  type AcademicSessionType,
  type Course,
  type Demographics,
  type Enrollment,
  type Org,
  type OrgType,
  type RecordKind,
  type Relationship,
  type Role,
  type RosterClass,
  type RosterRecord,
  type User,
  type UserId,
  type UserProfile,
  type UserRole,
} from './records.ts';
export type { RosterFile } from './roster-file.ts';
export type { RosterRow } from './rows.ts';
export { DEFAULT_LIMITS, type RosterLimits } from './source.ts';
export type { FormulaPolicy } from './write-cells.ts';
export { writeRoster, writeRosterToBuffer, type RosterContent, type WriteOptions } from './write-roster.ts';
export type { RosterDrafts, WritableKind } from './write-tables.ts';
