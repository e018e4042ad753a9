import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportOptions, ImportReport } from '@digione/exchange/server';
import { OperatorError, type Config } from '@digione/platform/config';
import { clockOf } from '../clock.ts';
import { UsageError, type Command, type Typed } from '../command.ts';
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

/** What is imported: a file of this machine, or what the national service publishes. */
async function withSource<T>(kind: Kind, typed: Typed, config: Config, work: (path: string) => Promise<T>): Promise<T> {
  const [, path, ...more] = typed.words;
  const id = typed.text('from-service');
  if (id === undefined) {
    if (typed.text('url') !== undefined || typed.has('local')) throw new UsageError('--url and --local belong to --from-service ID.');
    if (path === undefined || more.length > 0) throw new UsageError('Give one path: the file, zip or folder to import.');
    if (!existsSync(path)) throw new OperatorError(`There is no ${path}.`);
    return work(path);
  }
  if (kind !== 'curriculum') throw new UsageError('Only curricula are fetched: digione import curriculum --from-service ID.');
  if (path !== undefined) throw new UsageError('Give a file or --from-service ID, not both.');
  const folder = mkdtempSync(join(tmpdir(), 'digione-curriculum-'));
  try {
    const { fetchCurriculumFile } = await import('@digione/exchange/server');
    const { curriculumService, callerId, dataDir } = config;
    const order = { baseUrl: typed.text('url') ?? curriculumService, id, kind: typed.has('local') ? 'local' : 'national', callerId, cacheFolder: join(dataDir, 'curricula'), folder } as const;
    say(`fetch: ${order.kind} curriculum ${id} from ${order.baseUrl}`);
    const fetched = await fetchCurriculumFile(order);
    if (fetched.path === null) throw new OperatorError(fetched.notes.join('\n'));
    for (const note of fetched.notes) say(`fetch: ${note}`);
    if (fetched.from === 'same') say('fetch: unchanged since it was fetched last');
    return await work(fetched.path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const importCommand: Command = {
  name: 'import',
  summary: 'bring in organisations, code sets, people, population-register changes or a curriculum',
  usage: [
    'organisations|codes|people|population|curriculum PATH [--provider KEY] [--person ID] [--dry-run] [--json]',
    'curriculum --from-service ID [--local] [--url BASE] [--provider KEY] [--dry-run] [--json]',
  ],
  options: {
    provider: { type: 'string' },
    person: { type: 'string' },
    'from-service': { type: 'string' },
    local: { type: 'boolean' },
    url: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  optionHelp: {
    'provider KEY': 'education provider that the data belongs to; without it: organisations of every provider in the file, a curriculum for all',
    'person ID': 'person that a register message is about when it names nobody itself (our id, or the learner number)',
    'from-service ID': 'fetch the curriculum of this number from the national service (ePerusteet)',
    local: 'it is a local curriculum, not a national core curriculum',
    'url BASE': 'address of the service (default DIGIONE_CURRICULUM_SERVICE)',
    'dry-run': 'report what would happen, change nothing',
    json: 'print the report as JSON',
  },
  async run(typed, readConfig) {
    const [kind] = typed.words;
    if (!isKind(kind)) throw new UsageError(`What to import? One of ${KINDS.join(', ')}.`);
    const config = readConfig();
    const { auditKey } = config.secrets;
    const [providerKey, personId] = [typed.text('provider'), typed.text('person')];
    const about = { ...(providerKey === undefined ? {} : { providerKey }), ...(personId === undefined ? {} : { personId }) };
    const { describeReport } = await import('@digione/exchange/server');
    const report = await withSource(kind, typed, config, (path) => {
      const options = { kind, path, ...about, auditKey, dryRun: typed.has('dry-run'), now: clockOf(config).iso(), onProgress: say };
      return withDatabase(config, (databaseUrl) => importInto({ ...options, databaseUrl }));
    });
    process.stdout.write(typed.has('json') ? `${JSON.stringify(report)}\n` : `${describeReport(report)}\n`);
    return report.isAccepted ? 0 : 1;
  },
};
