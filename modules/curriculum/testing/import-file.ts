import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImport, type ImportReport } from '@digione/exchange/server';

const AUDIT_KEY = Buffer.alloc(32, 1);

/** Imports a curriculum as the operator (without a provider: for all) or for one provider. */
export async function importCurriculum(databaseUrl: string, content: object | string, options: { providerKey?: string; dryRun?: boolean } = {}): Promise<ImportReport> {
  const folder = mkdtempSync(join(tmpdir(), 'digione-curriculum-'));
  const path = join(folder, 'ops.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  try {
    return await runImport({ databaseUrl, auditKey: AUDIT_KEY, now: '2026-11-24T07:20:00.000Z', kind: 'curriculum', path, dryRun: false, ...options });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
