/** A generated comprehensive school, solved. Seconds are of the wall clock unless they say otherwise. */
export interface ComprehensiveRow {
  readonly hasHallAndPremises: boolean;
  readonly events: number;
  readonly resources: number;
  readonly seed: number;
  readonly seconds: number;
  readonly threads: number;
  readonly infeasibility: number;
  readonly objective: number;
  readonly secondsToFeasible: number | null;
  readonly moves: number;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly machine: string;
}

/** A generated upper-secondary tray, solved. */
export interface TrayRow {
  readonly learners: number;
  /** Choices of each learner. */
  readonly each: number;
  readonly periods: number;
  readonly bars: number;
  readonly sections: number;
  readonly choices: number;
  /** What no tray can exceed. */
  readonly bound: number;
  /** Choices met by the first plan, before it is improved. */
  readonly firstMet: number;
  readonly met: number;
  readonly seed: number;
  readonly seconds: number;
  readonly infeasibility: number;
  readonly moves: number;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly machine: string;
}

export interface FinnishResults {
  readonly comprehensive: readonly ComprehensiveRow[];
  readonly tray: readonly TrayRow[];
}

const percent = (met: number, choices: number): string => `${(Math.floor((10_000 * met) / choices) / 100).toFixed(2)} %`;
const toRow = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

/** @returns the tables in Markdown */
export function writeFinnishTable({ comprehensive, tray }: FinnishResults): string {
  const machines = [...new Set([...comprehensive, ...tray].map(({ machine }) => machine))].join('; ');
  const schools = comprehensive
    .toSorted((one, other) => Number(one.hasHallAndPremises) - Number(other.hasHallAndPremises) || one.seed - other.seed)
    .map((row) => toRow([row.hasHallAndPremises ? 'with' : 'without', row.events, row.resources, row.seed, row.infeasibility, row.objective, row.secondsToFeasible?.toFixed(1) ?? '–', (row.moves / 1e6).toFixed(1), `${row.seconds} × ${row.threads}`, row.wallSeconds.toFixed(0), row.cpuSeconds.toFixed(0)]));
  const trays = tray
    .toSorted((one, other) => other.bars - one.bars || one.seed - other.seed)
    .map((row) =>
      toRow([`${row.learners} × ${row.each}`, `${row.periods} × ${row.bars}`, row.sections, row.seed, row.choices, row.bound, percent(row.firstMet, row.choices), `${row.met} (${percent(row.met, row.choices)})`, row.infeasibility, row.seconds, row.wallSeconds.toFixed(1), row.cpuSeconds.toFixed(1)]),
    );
  return `# Generated Finnish schools: results

Written by \`npx tsx bench/timetable/finnish.ts\`; nothing here is typed by hand. Machine: ${machines}; it was shared, CPU seconds tell
how much of it a run was given.

## A comprehensive school of 900 learners

\`cases/comprehensive.ts\`: nine grades of four classes in two halves each; class teachers and subject teachers; half groups in
Finnish and home economics; religion for two classes at a time, optional subjects over a whole grade (bands); rooms of eight kinds to
be chosen; doubles and triples that never run over night; a lunch for every class on every day in one of three shifts; no gaps for
learners, day lengths by grade; wishes about teachers' gaps and days and learners' mornings. “With” also holds the dining hall to its
places and gives teachers time to change between the two premises.

| hall and premises | events | resources | seed | broken rules | objective | s to feasible | M moves | seconds × threads | wall s | CPU s |
|---|---|---|---|---|---|---|---|---|---|---|
${schools.join('\n')}

## Upper-secondary trays of 1 000 learners

\`cases/tray.ts\`: every learner chooses thirty courses of the year, single sections among them; as many sections as the choices fill;
teachers are given, laboratories, gyms and rooms for art and music are scarce. Bound: what no tray can exceed, by room and slots alone.
With 5 × 6 bars every learner has a course in every one of them: the bound says nothing of how sections lie in each other's way. The search
ends when all is met.

| learners × choices | periods × bars | sections | seed | choices | bound | met by the first plan | met | broken rules | seconds | wall s | CPU s |
|---|---|---|---|---|---|---|---|---|---|---|---|
${trays.join('\n')}
`;
}
