/** One school of FET, solved by the library and by FET itself in the same run. */
export interface FetRow {
  readonly school: string;
  readonly lessons: number;
  readonly seed: number;
  readonly secondsAllowed: number;
  readonly threads: number;
  readonly ours: Attempt;
  /** Undefined where fet-cl was not run. */
  readonly fet: Attempt | undefined;
  /** Required constraints the reader could not tell the solver, by kind. */
  readonly untold: readonly string[];
  readonly machine: string;
}

export interface Attempt {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly placed: number;
  /** Constraints of 100 % that the check in FET's own terms finds broken, by kind. */
  readonly broken: readonly string[];
  /** FET's total of soft conflicts, computed by the check. */
  readonly softConflicts: number;
}

const sayAttempt = (attempt: Attempt | undefined, lessons: number): string[] => {
  if (attempt === undefined) return ['–', '–', '–'];
  const { placed, broken, cpuSeconds, softConflicts } = attempt;
  const isRight = placed === lessons && broken.length === 0;
  return [isRight ? 'yes' : `no: ${placed} of ${lessons} placed${broken.length > 0 ? `, broken: ${broken.join(', ')}` : ''}`, cpuSeconds.toFixed(1), isRight ? softConflicts.toFixed(1) : '–'];
};

/** @returns the table in Markdown */
export function writeFetTable(rows: readonly FetRow[]): string {
  const sorted = rows.toSorted((one, other) => one.school.localeCompare(other.school) || one.seed - other.seed);
  const lines = sorted.map(({ school, lessons, seed, secondsAllowed, threads, ours, fet, untold }) => {
    const cells = [school, lessons, seed, `${secondsAllowed} × ${threads}`, ...sayAttempt(ours, lessons), ...sayAttempt(fet, lessons), untold.join('; ')];
    return `| ${cells.join(' | ')} |`;
  });
  const isRight = (attempt: Attempt | undefined, lessons: number): boolean => attempt !== undefined && attempt.placed === lessons && attempt.broken.length === 0;
  const schools = new Set(rows.map(({ school }) => school));
  const withFet = new Set(rows.filter(({ fet }) => fet !== undefined).map(({ school }) => school));
  const solvedBy = (pick: (row: FetRow) => Attempt | undefined): number => new Set(rows.filter((row) => isRight(pick(row), row.lessons)).map(({ school }) => school)).size;
  return `# FET's schools

${schools.size} schools: ${solvedBy(({ ours }) => ours)} solved and proven. \`fet-cl\` was run on ${withFet.size} of them and solved ${solvedBy(({ fet }) => fet)}.

Written by \`npx tsx bench/timetable/fet.ts\`; nothing here is typed by hand. Schools are examples of the package fet-data, \`fet-cl\` runs in the
same run with one thread. “Right” is what the check in FET's own terms says of a result, ours and FET's: every lesson placed, no constraint
of 100 % broken. Soft conflicts are FET's own measure. Ours stops at the first right timetable unless \`--whole\` is given.
CPU seconds are of reading and solving, limits too.
Machine: ${[...new Set(rows.map(({ machine }) => machine))].join('; ')}; shared with other work, therefore CPU seconds.

| school | lessons | seed | s × threads allowed | ours right | CPU s | soft | fet-cl right | CPU s | soft | not told to the solver |
|---|---:|---:|---|---|---:|---:|---|---:|---:|---|
${lines.join('\n')}
`;
}
