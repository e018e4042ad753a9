import { UsageError, type Command } from '../command.ts';
import { clockOf } from '../clock.ts';
import { say, withDatabase } from '../database.ts';

const KINDS = ['organisations', 'codes', 'people', 'population'] as const;
type Kind = (typeof KINDS)[number];
const isKind = (word: string | undefined): word is Kind => KINDS.some((kind) => kind === word);

export const importCommand: Command = {
  name: 'import',
  summary: 'bring in organisations, code sets, people or population-register changes',
  usage: ['organisations|codes|people|population PATH [--provider KEY] [--dry-run] [--json]'],
  options: { provider: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  optionHelp: {
    'provider KEY': 'education provider that the data belongs to (people, population)',
    'dry-run': 'report what would happen, change nothing',
    json: 'print the report as JSON',
  },
  async run(typed, readConfig) {
    const [kind, path, ...more] = typed.words;
    if (!isKind(kind)) throw new UsageError(`What to import? One of ${KINDS.join(', ')}.`);
    if (path === undefined || more.length > 0) throw new UsageError('Give one path: the file, zip or folder to import.');
    const config = readConfig();
    const { runImport, describeReport } = await import('@digione/exchange/server');
    const providerKey = typed.text('provider');
    const report = await withDatabase(config, (databaseUrl) =>
      runImport({
        databaseUrl,
        kind,
        path,
        ...(providerKey === undefined ? {} : { providerKey }),
        dryRun: typed.has('dry-run'),
        now: clockOf(config).iso(),
        onProgress: say,
      }),
    );
    process.stdout.write(typed.has('json') ? `${JSON.stringify(report)}\n` : `${describeReport(report)}\n`);
    return report.isAccepted ? 0 : 1;
  },
};
