import { checkAudit } from '@digione/platform/audit';
import { UsageError, type Command } from '../command.ts';
import { withDatabase } from '../database.ts';

export const check: Command = {
  name: 'check',
  summary: 'prove that the audit log is whole and unchanged',
  usage: ['audit [--json]'],
  options: { json: { type: 'boolean' } },
  optionHelp: { json: 'print the finding as JSON' },
  async run(typed, readConfig) {
    const [what = 'audit', ...more] = typed.words;
    if (what !== 'audit' || more.length > 0) throw new UsageError(`Only "check audit" is known, not "check ${typed.words.join(' ')}".`);
    const config = readConfig();
    const { secrets } = config;
    const found = await withDatabase(config, (databaseUrl) => checkAudit({ databaseUrl, auditKey: secrets.auditKey }));
    if (typed.has('json')) process.stdout.write(`${JSON.stringify(found)}\n`);
    else process.stdout.write(`${found.entries} entries in ${found.chains} chains, ${found.faults.length} faults\n${found.faults.map((fault) => `  ${describe(fault)}\n`).join('')}`);
    return found.faults.length === 0 ? 0 : 1;
  },
};

const describe = (fault: unknown): string => (typeof fault === 'string' ? fault : JSON.stringify(fault));
