// Which kinds of FET constraints the library judges and reads: `npx tsx bench/timetable/fet-kinds.ts`, of FET's own example schools
// (FET_EXAMPLES, or where the package fet-data puts them). Writes fet-kinds.md.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canJudgeFet, convertFetSchool, readFetSchool } from '@digione/timetable-solver';

const folder = process.env['FET_EXAMPLES'] ?? '/usr/share/doc/fet-data/examples';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.fet'));

interface Row {
  files: number;
  constraints: number;
  untold: number;
  readonly reasons: Set<string>;
}

const rows = new Map<string, Row>();
let whole = 0;

for (const path of files) {
  const school = readFetSchool(readFileSync(join(folder, path)));
  const { untold } = convertFetSchool(school);
  if (untold.every(({ isRequired }) => !isRequired)) whole += 1;
  const counts = new Map<string, number>();
  for (const { kind } of school.constraints) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const [kind, count] of counts) {
    const row = rows.get(kind) ?? { files: 0, constraints: 0, untold: 0, reasons: new Set<string>() };
    rows.set(kind, row);
    row.files += 1;
    row.constraints += count;
    for (const one of untold.filter((each) => each.kind === kind)) {
      row.untold += one.count;
      row.reasons.add(one.why.replaceAll(/\d+/g, '…'));
    }
  }
}

const sorted = [...rows].sort(([one, { files: most }], [other, { files: least }]) => least - most || one.localeCompare(other));
const isRead = ({ untold }: Row): boolean => untold === 0;
const lines = sorted.map(([kind, row]) => {
  const told = isRead(row) ? 'all' : `${row.constraints - row.untold} of ${row.constraints}: ${[...row.reasons].join('; ')}`;
  return `| ${kind} | ${row.files} | ${row.constraints} | ${canJudgeFet(kind) ? 'yes' : 'no'} | ${told} |`;
});
const share = (count: number, of: number): string => `${count} of ${of}`;
const text = `# FET's constraints

Written by \`npx tsx bench/timetable/fet-kinds.ts\` from FET's own ${files.length} example schools; names are FET's without the word Constraint.

- Judged in FET's own terms: ${share(sorted.filter(([kind]) => canJudgeFet(kind)).length, sorted.length)} kinds.
- Read into the model wholly: ${share(sorted.filter(([, row]) => isRead(row)).length, sorted.length)} kinds; every required constraint of ${share(whole, files.length)} schools. The rest is listed by the reader.

| kind | schools | constraints | judged | read into the model |
|---|---:|---:|---|---|
${lines.join('\n')}
`;
writeFileSync(join(import.meta.dirname, 'fet-kinds.md'), text);
process.stdout.write(`${files.length} schools, ${sorted.length} kinds, every required constraint of ${whole} schools\n`);
