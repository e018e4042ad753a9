// Upper-secondary trays of generated schools: `npx tsx bench/timetable/tray.ts [--seconds 30] [--seed 1]`. Writes tray.md.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { boundChoices, solveTray } from '@digione/timetable-solver';
import { makeTray, TRAY } from './cases/tray.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '30' }, seed: { type: 'string', default: '1' } } });
const [seconds, seed] = [Number(values.seconds), Number(values.seed)];

const rows = [8, 7, 6].map((bars) => {
  const size = { ...TRAY, bars };
  const instance = makeTray(size, seed);
  const began = process.cpuUsage();
  const first: { met?: number } = {};
  const result = solveTray(instance, { seconds, seed, onProgress: ({ open }) => (first.met ??= (instance.choices?.length ?? 0) - open) });
  const { user, system } = process.cpuUsage(began);
  const share = (met: number): string => `${((100 * met) / result.choices).toFixed(2)} %`;
  const row = [
    `${size.learners} × ${size.choices}`,
    `${size.periods} × ${bars}`,
    instance.events.length,
    result.choices,
    boundChoices(instance),
    share(first.met ?? 0),
    `${result.met} (${share(result.met)})`,
    result.cost.infeasibility,
    result.seconds.toFixed(1),
    ((user + system) / 1e6).toFixed(1),
  ];
  console.log(row.join('\t'));
  return `| ${row.join(' | ')} |`;
});

const text = `# Upper-secondary trays

Generated schools (\`cases/tray.ts\`, seed ${seed}): every learner chooses as many courses as the year holds, single sections among them; teachers are
given, laboratories, gyms and rooms for art and music are scarce. Bound: what no tray can exceed, by arithmetic alone (room and slots); with
as many choices as slots (5 × 6) hardly any tray can meet them all. Budget ${seconds} s on one thread of ${cpus()[0]?.model ?? 'an unknown processor'}; it ends when all is met.

| learners × choices | periods × bars | sections | choices | bound | met by the first plan | met | broken rules | wall s | CPU s |
|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
writeFileSync(join(import.meta.dirname, 'tray.md'), text);
