import { writeFileSync } from 'node:fs';
import { messageOf, OperatorError } from '@digione/platform/config';
import { UsageError, type Command } from '../command.ts';
import { clockOf } from '../clock.ts';
import { withDatabase } from '../database.ts';

type ExportRoster = (options: { databaseUrl: string; providerKey: string; now: string; auditKey: Buffer }) => Promise<Uint8Array>;
const isExporter = (offered: unknown): offered is ExportRoster => typeof offered === 'function';

/** The command was agreed on before the service offers the writer; this is how it finds it on the day it does. */
async function getExporter(): Promise<ExportRoster> {
  const offered: Record<string, unknown> = { ...(await import('@digione/exchange/server')) };
  const { exportRoster } = offered;
  if (!isExporter(exportRoster)) throw new OperatorError('Exporting people is not part of this version yet.');
  return exportRoster;
}

export const exportCommand: Command = {
  name: 'export',
  summary: 'write the people, groups and enrolments of one education provider as OneRoster 1.2',
  usage: ['people --provider KEY --out FILE'],
  options: { provider: { type: 'string' }, out: { type: 'string' } },
  optionHelp: { 'provider KEY': 'whose people', 'out FILE': 'the zip file to write; it holds personal data' },
  async run(typed, readConfig) {
    const [what, ...more] = typed.words;
    const [providerKey, out] = [typed.text('provider'), typed.text('out')];
    if (what !== 'people' || more.length > 0) throw new UsageError('Only "export people" is known.');
    if (providerKey === undefined || out === undefined) throw new UsageError('--provider KEY and --out FILE are both needed.');
    const config = readConfig();
    const { auditKey } = config.secrets;
    const exportRoster = await getExporter();
    const zip = await withDatabase(config, (databaseUrl) => exportRoster({ databaseUrl, providerKey, now: clockOf(config).iso(), auditKey }));
    try {
      writeFileSync(out, zip, { mode: 0o600 });
    } catch (error) {
      throw new OperatorError(`${out} cannot be written: ${messageOf(error)}.`, { cause: error });
    }
    return 0;
  },
};
