import { migrate } from '@digione/platform/db';
import type { Command } from '../command.ts';
import { withAnyDatabase } from '../database.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the database to the newest schema',
  usage: ['[--json]'],
  options: { json: { type: 'boolean' } },
  optionHelp: { json: 'print what was applied as JSON' },
  async run(typed, config) {
    const applied: string[] = [];
    await withAnyDatabase(config(), (url) => migrate({ url, log: (line) => void applied.push(line) }));
    if (typed.has('json')) process.stdout.write(`${JSON.stringify({ applied })}\n`);
    else process.stdout.write(applied.length === 0 ? 'Nothing to apply.\n' : `Applied:\n${applied.map((line) => `  ${line}\n`).join('')}`);
    return 0;
  },
};
