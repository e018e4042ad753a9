import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import { withAnyDatabase } from '../database.ts';
import { prepareDatabase } from '../prepare.ts';

export const seed: Command = {
  name: 'seed',
  summary: 'load a demo city into the database, when it has none yet',
  usage: ['[--demo small|city|seven-cities] [--json]'],
  options: { demo: { type: 'string' }, json: { type: 'boolean' } },
  optionHelp: { 'demo SIZE': 'small (450 learners, default), city (20 000) or seven-cities (160 000)', json: 'print the personas as JSON' },
  async run(typed, readConfig) {
    const config = readConfig();
    if (config.demo === 'none') throw new UsageError('Name a size: --demo small, city or seven-cities.');
    await withAnyDatabase(config, (url) => prepareDatabase(config, url));
    const { personas } = await import('@digione/demo');
    if (typed.has('json')) process.stdout.write(`${JSON.stringify({ demo: config.demo, personas })}\n`);
    else process.stdout.write(`The demo is loaded. Personas: ${personas.map(({ key }) => key).join(', ')}\n`);
    return 0;
  },
};
