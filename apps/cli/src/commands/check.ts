import { checkAudit } from '@digione/platform/audit';
import { UsageError, type Command } from '../command.ts';
import { withDatabase } from '../database.ts';

export const check: Command = {
  name: 'check',
  summary: 'prove that the audit log is whole, or tell what a timetable costs and why',
  usage: ['audit [--json]', 'timetable FILE [--all] [--explain] [--language fi|sv|en] [--json]'],
  options: { json: { type: 'boolean' }, all: { type: 'boolean' }, explain: { type: 'boolean' }, seconds: { type: 'string' }, language: { type: 'string' } },
  optionHelp: {
    json: 'print the finding as JSON',
    all: 'timetable: every rule that is not met, not only the dearest',
    explain: 'timetable: what cannot be, and a small set of rules that contradict each other',
    'seconds N': 'timetable: how long a contradiction is looked for (default 60)',
    'language LANGUAGE': 'timetable: fi, sv or en (default: the terminal’s)',
  },
  async run(typed, readConfig) {
    const [what = 'audit', ...more] = typed.words;
    if (what === 'timetable') {
      const { checkTimetable } = await import('../timetable/check.ts');
      return checkTimetable(typed);
    }
    if (what !== 'audit' || more.length > 0) throw new UsageError(`Only "check audit" and "check timetable FILE" are known, not "check ${typed.words.join(' ')}".`);
    const config = readConfig();
    const { secrets } = config;
    const found = await withDatabase(config, (databaseUrl) => checkAudit({ databaseUrl, auditKey: secrets.auditKey }));
    if (typed.has('json')) process.stdout.write(`${JSON.stringify(found)}\n`);
    else process.stdout.write(`${found.entries} entries in ${found.chains} chains, ${found.faults.length} faults\n${found.faults.map((fault) => `  ${describe(fault)}\n`).join('')}`);
    return found.faults.length === 0 ? 0 : 1;
  },
};

const describe = (fault: unknown): string => (typeof fault === 'string' ? fault : JSON.stringify(fault));
