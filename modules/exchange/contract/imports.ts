import { z } from 'zod';
import { endpoint, Instant, page, pageQuery, PersonId } from '@digione/platform/contract';

export const ImportKindName = z.enum(['organisations', 'codes', 'people', 'population', 'curriculum']);

const Counts = z.strictObject({
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  /** In force no longer, and kept. */
  ended: z.number().int(),
  refused: z.number().int(),
  /** Closed or restricted by the school, whose word stands. */
  ignored: z.number().int(),
  skipped: z.number().int(),
});

export const ImportRun = z.strictObject({
  importRunId: z.uuid(),
  kind: ImportKindName,
  fileName: z.string(),
  isDryRun: z.boolean(),
  state: z.enum(['waiting', 'running', 'succeeded', 'refused', 'failed']),
  startedBy: z.strictObject({ personId: PersonId, callName: z.string(), lastName: z.string() }).nullable(),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  progress: z.strictObject({ stage: z.enum(['reading', 'comparing', 'writing']), done: z.number().int(), total: z.number().int().nullable() }).nullable(),
  /** Why it was not accepted, in the reader's language. */
  reason: z.string().nullable(),
  summary: z
    .strictObject({
      read: z.number().int(),
      counts: Counts,
      byEntity: z.array(z.strictObject({ entity: z.string(), name: z.string(), counts: Counts })),
      problems: z.strictObject({ error: z.number().int(), warning: z.number().int(), notice: z.number().int() }),
    })
    .nullable(),
  can: z.strictObject({ apply: z.boolean() }),
});
export type ImportRun = z.infer<typeof ImportRun>;

const runParams = z.strictObject({ importRunId: z.uuid() });

export const startImport = endpoint({
  id: 'exchange.startImport',
  method: 'POST',
  path: '/imports',
  scope: 'provider',
  summary: 'Starts an import of an uploaded file; as a dry run it only reports what would happen.',
  body: z.strictObject({
    kind: ImportKindName,
    /** From `POST …/import-files`. */
    fileKey: z.string().max(200),
    fileName: z.string().min(1).max(200),
    dryRun: z.boolean(),
    /** Whom a register message is about that names nobody itself. */
    personId: z.uuid().optional(),
  }),
  response: ImportRun,
  status: 202,
  refreshOn: ['import'],
});

export const listImports = endpoint({
  id: 'exchange.listImports',
  method: 'GET',
  path: '/imports',
  scope: 'provider',
  summary: 'Imports so far, newest first.',
  query: z.strictObject(pageQuery),
  response: page(ImportRun),
  refreshOn: ['import'],
});

export const getImport = endpoint({
  id: 'exchange.getImport',
  method: 'GET',
  path: '/imports/:importRunId',
  scope: 'provider',
  summary: 'How far an import is, and what came of it.',
  params: runParams,
  response: ImportRun,
  refreshOn: ['import'],
});

export const ImportRow = z.strictObject({
  rowNo: z.number().int(),
  severity: z.enum(['error', 'warning', 'notice']),
  file: z.string(),
  line: z.number().int(),
  field: z.string(),
  code: z.string(),
  /** What is wrong, or what happened. */
  message: z.string(),
  /** What to do about it. */
  advice: z.string(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const listImportRows = endpoint({
  id: 'exchange.listImportRows',
  method: 'GET',
  path: '/imports/:importRunId/rows',
  scope: 'provider',
  summary: "The import's report row by row, in plain words.",
  params: runParams,
  query: z.strictObject({ ...pageQuery, severity: z.enum(['error', 'warning', 'notice']).optional() }),
  response: page(ImportRow),
  refreshOn: ['import'],
});

export const applyImport = endpoint({
  id: 'exchange.applyImport',
  method: 'POST',
  path: '/imports/:importRunId/apply',
  scope: 'provider',
  summary: 'Carries out what a dry run showed; refuses when the data has changed so that its report no longer holds.',
  params: runParams,
  response: ImportRun,
  status: 202,
  refreshOn: ['import'],
});

/** `POST /api/providers/:educationProviderId/import-files` (multipart, field `file`) answers this; the key is given to `startImport`. */
export const UploadedFile = z.strictObject({ fileKey: z.string(), fileName: z.string(), bytes: z.number().int() });
export type UploadedFile = z.infer<typeof UploadedFile>;
