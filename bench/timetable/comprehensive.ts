// A generated comprehensive school: `npx tsx bench/timetable/comprehensive.ts [--seconds 60] [--threads 2] [--seeds 1,2,3]`. Writes comprehensive.md.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evaluate } from '@digione/timetable-solver';
import { solve } from '@digione/timetable-solver/solve';
import { COMPREHENSIVE, makeComprehensive } from './cases/comprehensive.ts';

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, threads: { type: 'string', default: '2' }, seeds: { type: 'string', default: '1' } },
});
const [seconds, threads, seeds] = [Number(values.seconds), Number(values.threads), values.seeds.split(',').map(Number)];

const rows: string[] = [];
for (const isPlain of [true, false]) {
  const instance = makeComprehensive({ ...COMPREHENSIVE, isPlain });
  for (const seed of seeds) {
    const { solution, secondsToFeasible, moves, wallSeconds, cpuSeconds } = await solve(instance, { seconds, threads, seed }).result;
    const { infeasibility, objective } = evaluate(instance, solution);
    const row = [
      isPlain ? 'without' : 'with',
      instance.events.length,
      instance.resources.length,
      seed,
      infeasibility,
      objective,
      secondsToFeasible?.toFixed(1) ?? '–',
      (moves / 1e6).toFixed(1),
      wallSeconds.toFixed(0),
      cpuSeconds.toFixed(0),
    ];
    console.log(row.join('\t'));
    rows.push(`| ${row.join(' | ')} |`);
  }
}

const text = `# A comprehensive school of 900 learners

Generated (\`cases/comprehensive.ts\`): nine grades of four classes in two halves each; class teachers and subject teachers; half groups in Finnish, crafts
and home economics; religion for two classes at a time, optional subjects over a whole grade (bands); rooms of eight kinds to be chosen; doubles and
triples that never run over night; a lunch for every class on every day in one of three shifts; no gaps for learners, day lengths by grade; wishes about
teachers' gaps and days and learners' mornings. “With” also holds the dining hall to its places and gives teachers time to change between the two
premises. ${seconds} s on ${threads} threads of ${cpus()[0]?.model ?? 'an unknown processor'}.

| hall and premises | events | resources | seed | broken rules | objective | s to feasible | M moves | wall s | CPU s |
|---|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
writeFileSync(join(import.meta.dirname, 'comprehensive.md'), text);
