import { basename } from 'node:path';
import { checkFetTimetable, convertFetSchool, readFetSchool, readOwnTimetable, type FetFinding, type FetReport } from '@digione/timetable-solver';
import { readFormat, SHOWN, type CheckOptions } from './file.ts';
import type { Source } from './input.ts';
import type { CheckReport } from './report.ts';
import { sayIn, type Say } from './texts.ts';

/**
 * Judges the timetable inside a .fet file (as FET and "solve --out" write it) in FET's own terms: right where there is one, and no
 * rule of 100 % is broken, for FET calls such a timetable wrong, not dear.
 */
export function checkFet({ path, bytes }: Source, { wantsAll, language }: CheckOptions): CheckReport {
  const [school, report] = readFormat(path, language, () => {
    const read = readFetSchool(bytes);
    return [read, checkFetTimetable(read, readOwnTimetable(read))] as const;
  });
  return {
    lines: sayFetReport(basename(path), report, wantsAll, sayIn(language)),
    json: { file: path, format: 'fet', ...report, unknown: Object.fromEntries(report.unknown) },
    listInstances: () => [readFormat(path, language, () => convertFetSchool(school)).instance],
    isRight: report.placed > 0 && report.broken.length === 0,
  };
}

export function* sayFetReport(name: string, { activities, placed, broken, soft, softConflicts, unknown }: FetReport, wantsAll: boolean, say: Say): Generator<string> {
  yield say('fet-report', { name, placed, activities, broken: broken.length, conflicts: Math.round(softConflicts * 100) / 100 });
  if (placed === 0) yield say('none-in-file');
  for (const [kind, count] of unknown) yield `  ${say('not-judged', { kind, count })}`;
  const findings = [...broken, ...soft];
  for (const finding of wantsAll ? findings : findings.slice(0, SHOWN)) yield `  ${sayFinding(finding, say)}`;
  if (!wantsAll && findings.length > SHOWN) yield `  ${say('more', { count: findings.length - SHOWN })}`;
}

const sayFinding = ({ kind, weight, line, text }: FetFinding, say: Say): string => `${say(weight >= 100 ? 'must' : 'wish')}  ${say('fet-finding', { kind, weight, line, text })}`;
