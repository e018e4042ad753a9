import { existsSync } from 'node:fs';
import type { ImportOptions, ImportReport } from '@digione/exchange/server';
import { OperatorError } from '@digione/platform/config';
import { clockOf } from '../clock.ts';
import { UsageError, type Command } from '../command.ts';
import { say, withDatabase } from '../database.ts';

const KINDS = ['organisations', 'codes', 'people', 'population', 'curriculum'] as const;
type Kind = (typeof KINDS)[number];
const isKind = (word: string | undefined): word is Kind => KINDS.some((kind) => kind === word);

async function importInto(options: ImportOptions): Promise<ImportReport> {
  const { runImport } = await import('@digione/exchange/server');
  try {
    return await runImport(options);
  } catch (error) {
    if (error instanceof Error && error.name === 'ProviderMissing') throw new UsageError(error.message, { cause: error });
    if (error instanceof Error && error.name === 'UnknownProvider') throw new OperatorError(error.message, { cause: error });
    throw error;
  }
}

export const importCommand: Command = {
  name: 'import',
  summary: 'bring in organisations, code sets, people, population-register changes or a curriculum',
  usage: ['organisations|codes|people|population|curriculum PATH [--provider KEY] [--person ID] [--dry-run] [--json]'],
  options: { provider: { type: 'string' }, person: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  optionHelp: {
    'provider KEY': 'education provider that the data belongs to; without it: organisations of every provider in the file, a curriculum for all',
    'person ID': 'person that a register message is about when it names nobody itself (our id, or the learner number)',
    'dry-run': 'report what would happen, change nothing',
    json: 'print the report as JSON',
  },
  async run(typed, readConfig) {
    const [kind, path, ...more] = typed.words;
    if (!isKind(kind)) throw new UsageError(`What to import? One of ${KINDS.join(', ')}.`);
    if (path === undefined || more.length > 0) throw new UsageError('Give one path: the file, zip or folder to import.');
    if (!existsSync(path)) throw new OperatorError(`There is no ${path}.`);
    const config = readConfig();
    const { auditKey } = config.secrets;
    const [providerKey, personId] = [typed.text('provider'), typed.text('person')];
    const about = { ...(providerKey === undefined ? {} : { providerKey }), ...(personId === undefined ? {} : { personId }) };
    const options = { kind, path, ...about, auditKey, dryRun: typed.has('dry-run'), now: clockOf(config).iso(), onProgress: say };
    const { describeReport } = await import('@digione/exchange/server');
    const report = await withDatabase(config, (databaseUrl) => importInto({ ...options, databaseUrl }));
    process.stdout.write(typed.has('json') ? `${JSON.stringify(report)}\n` : `${describeReport(report)}\n`);
    return report.isAccepted ? 0 : 1;
  },
};
