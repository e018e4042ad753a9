import { OperatorError } from '@digione/platform/config';
import { UsageError, type Command } from '../command.ts';
import { clockOf } from '../clock.ts';
import { withDatabase } from '../database.ts';

export const token: Command = {
  name: 'token',
  summary: 'print a bearer token of a demo persona, for programs',
  usage: ['--persona KEY [--json]'],
  options: { persona: { type: 'string' }, json: { type: 'boolean' } },
  optionHelp: { 'persona KEY': 'whose: teacher, guardian, principal, … ("digione seed --json" lists them)', json: 'print token and expiry as JSON' },
  async run(typed, readConfig) {
    const personaKey = typed.text('persona');
    if (personaKey === undefined) throw new UsageError('Whose token? --persona KEY is missing.');
    const config = readConfig();
    if (config.mode === 'production') throw new OperatorError('Demo personas and their tokens exist only in demo mode.');
    const { personas } = await import('@digione/demo');
    if (!personas.some(({ key }) => key === personaKey)) throw new UsageError(`There is no persona "${personaKey}". There are: ${personas.map(({ key }) => key).join(', ')}.`);
    const { issueToken } = await import('@digione/access/server');
    const issued = await withDatabase(config, (databaseUrl) => issueToken({ databaseUrl, personaKey, now: clockOf(config).iso() }));
    process.stdout.write(typed.has('json') ? `${JSON.stringify(issued)}\n` : `${issued.token}\n`);
    return 0;
  },
};
