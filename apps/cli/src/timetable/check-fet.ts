import { basename } from 'node:path';
import { checkFetTimetable, readFetSchool, readOwnTimetable, type FetFinding, type FetReport } from '@digione/timetable-solver';
import { readFormat, SHOWN, type CheckOptions } from './file.ts';

/**
 * Judges the timetable inside a .fet file (as FET and "solve --out" write it) in FET's own terms.
 * @returns 1 where there is none, or a rule of 100 % is broken: for FET such a timetable is wrong, not dear
 */
export function checkFet(path: string, bytes: Uint8Array, { wantsJson, wantsAll }: CheckOptions): number {
  const report = readFormat(path, () => {
    const school = readFetSchool(bytes);
    return checkFetTimetable(school, readOwnTimetable(school));
  });
  if (wantsJson) process.stdout.write(`${JSON.stringify({ file: path, format: 'fet', ...report, unknown: Object.fromEntries(report.unknown) })}\n`);
  else for (const line of sayFetReport(basename(path), report, wantsAll)) process.stdout.write(`${line}\n`);
  return report.placed > 0 && report.broken.length === 0 ? 0 : 1;
}

export function* sayFetReport(name: string, { activities, placed, broken, soft, softConflicts, unknown }: FetReport, wantsAll: boolean): Generator<string> {
  yield `${name}: ${placed} of ${activities} activities placed, ${broken.length} rules of 100 % broken, ${Math.round(softConflicts * 100) / 100} soft conflicts`;
  if (placed === 0) yield 'There is no timetable in the file.';
  for (const [kind, count] of unknown) yield `  not judged: ${kind} (${count})`;
  const findings = [...broken, ...soft];
  for (const finding of wantsAll ? findings : findings.slice(0, SHOWN)) yield `  ${sayFinding(finding)}`;
  if (!wantsAll && findings.length > SHOWN) yield `  and ${findings.length - SHOWN} more (--all shows them)`;
}

const sayFinding = ({ kind, weight, line, text }: FetFinding): string => `${weight >= 100 ? 'must' : 'wish'}  ${kind} (${weight} %, line ${line}): ${text}`;
