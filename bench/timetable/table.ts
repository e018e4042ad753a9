import type { Cost } from '@digione/timetable-solver';

export interface Row {
  readonly instance: string;
  readonly best: Cost;
  readonly holder: string;
  readonly seconds: number;
  readonly threads: number;
  readonly seed: number;
  readonly ours: Cost;
  readonly secondsToFeasible?: number | undefined;
  readonly millionMovesPerCpuSecond: number;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly machine: string;
}

const say = ({ infeasibility, objective }: Cost): string => (infeasibility === 0 ? String(objective) : `(${infeasibility}, ${objective})`);

const compare = (one: Cost, other: Cost): number => one.infeasibility - other.infeasibility || one.objective - other.objective;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @returns the table in Markdown: a row per instance, budget and number of threads, the median over its seeds */
export function writeTable(rows: readonly Row[]): string {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row.instance} ${row.seconds} ${row.threads}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const lines = [...groups.values()]
    .toSorted(([one], [other]) => (one?.instance ?? '').localeCompare(other?.instance ?? '') || (one?.seconds ?? 0) - (other?.seconds ?? 0))
    .flatMap((group) => {
      const sorted = group.toSorted((one, other) => compare(one.ours, other.ours));
      const median = sorted[Math.floor((sorted.length - 1) / 2)];
      const [first] = sorted;
      if (median === undefined || first === undefined) return [];
      const feasible = group.flatMap(({ secondsToFeasible }) => secondsToFeasible ?? []);
      const cells = [
        first.instance,
        say(first.best),
        first.holder,
        say(median.ours),
        say(first.ours),
        feasible.length === group.length ? Math.max(...feasible).toFixed(1) : '–',
        mean(group.map((row) => row.millionMovesPerCpuSecond)).toFixed(2),
        `${first.seconds} × ${first.threads}`,
        mean(group.map((row) => row.wallSeconds)).toFixed(0),
        mean(group.map((row) => row.cpuSeconds)).toFixed(0),
        group.map(({ seed }) => seed).join(' '),
      ];
      return [`| ${cells.join(' | ')} |`];
    });
  const machines = [...new Set(rows.map(({ machine }) => machine))].join('; ');
  return `# Timetable solver: results

Written by \`npm run bench:timetable\`; nothing here is typed by hand. A cost is the objective, or (infeasibility, objective) where
a required rule is broken. “Best known” is the lowest cost of the solutions published in the XHSTT archive, computed anew. Machine:
${machines}; CPU seconds tell how much of it a run was given.

| instance | best known | by | ours, median | ours, best | s to feasible, longest | M moves / CPU-s | seconds × threads | wall s | CPU s | seeds |
|---|---|---|---|---|---|---|---|---|---|---|
${lines.join('\n')}
`;
}
