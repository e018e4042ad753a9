import type { Importer } from '../pipeline/import-kind.ts';
import { withoutTenantScope } from '../pipeline/scope.queries.ts';
import { analyzeStage, createStage, StageWriter } from '../pipeline/stage.queries.ts';
import { applyCodes, CODE_COLUMNS, countCodes } from './codes.queries.ts';
import { readCodes, type StagedCode } from './read-codes.ts';

/** National code sets, shared by all providers: only the platform's operator imports them. */
export const codeImporter: Importer = {
  source: 'code-service',
  apart: [],
  async prepare(context) {
    const { tx, report } = context;
    await createStage(tx, 'staged_code', CODE_COLUMNS);
    const writer = new StageWriter<StagedCode>(tx, 'staged_code');
    for await (const code of readCodes(context)) await writer.add(code);
    await writer.flush();
    await analyzeStage(tx, 'staged_code');
    context.progress('comparing', 0);
    const { created, changed, unchanged, digest } = await countCodes(tx);
    report.count('code', 'created', created);
    report.count('code', 'changed', changed);
    report.count('code', 'unchanged', unchanged);
    return {
      digest: `${created}:${changed}:${digest}`,
      personIds: [],
      // The stage belongs to the app's role; the owner who writes the codes may read it.
      apply: () => withoutTenantScope('code sets are the same for every provider and the app itself may only read them', tx, () => applyCodes(tx)),
    };
  },
};
