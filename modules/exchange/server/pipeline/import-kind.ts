import type { Transaction } from '@digione/platform/db';
import type { GivenId } from './given-ids.queries.ts';
import type { Report } from './report.ts';
import type { ImportSource } from './scope.queries.ts';

export const IMPORT_KINDS = ['organisations', 'codes', 'people', 'population', 'curriculum'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export type Stage = 'reading' | 'comparing' | 'writing';

/** What an import works with. */
export interface ImportContext {
  readonly tx: Transaction;
  readonly today: string;
  /** A file or folder of this machine. */
  readonly path: string;
  readonly fileName: string;
  readonly report: Report;
  /** Whose data; undefined when the operator imports for all providers. */
  readonly provider: { readonly educationProviderId: string; readonly key: string } | undefined;
  /** What the operator called the provider, when there is none of that key yet. */
  readonly wantedProviderKey: string | undefined;
  /** The person a register message is about that names nobody itself. */
  readonly personId: string | undefined;
  /** Ids that new things are to have; mostly none. */
  readonly givenIds: readonly GivenId[];
  /** Tells how far it is; cheap, may be called for every row. */
  progress(stage: Stage, done: number, total?: number): void;
}

/** An import that has been read and compared, and not yet written. */
export interface PreparedImport {
  /** The outcome shown by a dry run, as a digest: equal when applying would do the same. */
  readonly digest: string;
  apply(): Promise<void>;
  /** People whose data is touched, for the audit. */
  readonly personIds: readonly string[];
}

export interface Importer {
  /** Also decides what stands as the source of the rows it makes. */
  readonly source: ImportSource;
  /** Kinds of things that follow from others and are left out of the report's sum. */
  readonly apart: readonly string[];
  /** Reads, stages and compares. @throws ImportRefused when the whole cannot be used */
  prepare(context: ImportContext): Promise<PreparedImport>;
}
