import { UsageError, type Typed } from '../command.ts';
import { checkFet } from './check-fet.ts';
import { checkTray } from './check-tray.ts';
import { checkXhstt } from './check-xhstt.ts';
import { explainedToJson, explainInstance, isImpossible, sayExplained, type ExplainedInstance } from './explain.ts';
import { detectFormat, readTimetableFile, type CheckOptions } from './file.ts';
import type { Source } from './input.ts';
import type { CheckReport } from './report.ts';
import { languageOf } from './texts.ts';

const CHECKS = { xhstt: checkXhstt, fet: checkFet, tray: checkTray } as const satisfies Record<string, (source: Source, options: CheckOptions) => CheckReport>;

/** How long a contradiction is looked for where nothing is said, in seconds. */
const EXPLAIN_SECONDS = 60;

/** `digione check timetable FILE`: what the timetables in a file cost, and why; with `--explain` what can't be at all. */
export async function checkTimetable(typed: Typed): Promise<number> {
  const [path, ...more] = typed.words.slice(1);
  if (path === undefined || more.length > 0) throw new UsageError('Give one file: "check timetable FILE".');
  const options = { language: languageOf(typed), wantsAll: typed.has('all'), wantsJson: typed.has('json') };
  const seconds = readSeconds(typed);
  const bytes = await readTimetableFile(path, options.language);
  const report = CHECKS[detectFormat(path, bytes, options.language)]({ path, bytes }, options);
  const say = options.wantsJson ? undefined : (line: string) => process.stdout.write(`${line}\n`);
  for (const line of report.lines) say?.(line);
  if (!typed.has('explain')) {
    if (options.wantsJson) process.stdout.write(`${JSON.stringify(report.json)}\n`);
    return report.isRight ? 0 : 1;
  }
  const explained: ExplainedInstance[] = [];
  for (const instance of report.listInstances()) {
    const one = await explainInstance(instance, { language: options.language, seconds });
    explained.push(one);
    say?.('');
    for (const line of sayExplained(one, { language: options.language, seconds })) say?.(line);
  }
  if (options.wantsJson) process.stdout.write(`${JSON.stringify({ ...report.json, explained: explained.map((one) => explainedToJson(one, { language: options.language, seconds })) })}\n`);
  // Whoever asks why has no timetable yet, most often.
  return explained.some(isImpossible) ? 1 : 0;
}

function readSeconds(typed: Typed): number {
  const text = typed.text('seconds') ?? String(EXPLAIN_SECONDS);
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(seconds >= 1 && seconds <= 3600)) throw new UsageError(`--seconds is a number from 1 to 3600, not "${text}".`);
  return seconds;
}
