import { findConflict, findImpossible, findUnmeetable, sayExplanation, type ConflictReport, type Explanation, type Instance, type Language } from '@digione/timetable-solver';
import { sayIn } from './texts.ts';

export interface ExplainOptions {
  readonly language: Language;
  /** How long a contradiction is looked for, in seconds. */
  readonly seconds: number;
}

export interface ExplainedInstance {
  readonly instance: Instance;
  /** What cannot be, by counting alone. */
  readonly impossible: readonly Explanation[];
  /** Learners' choices that no tray can meet. */
  readonly unmeetable: readonly Explanation[];
  readonly conflict: ConflictReport;
}

export async function explainInstance(instance: Instance, { seconds }: ExplainOptions): Promise<ExplainedInstance> {
  const conflict = await findConflict(instance, { seconds });
  return { instance, impossible: findImpossible(instance), unmeetable: instance.choices === undefined ? [] : findUnmeetable(instance), conflict };
}

/** Whether no timetable can keep the required rules. */
export const isImpossible = ({ impossible, conflict }: ExplainedInstance): boolean => impossible.length > 0 || conflict.outcome === 'contradiction';

/** Learners whose choices cannot be met are told one by one up to so many. */
const MOST_TOLD = 50;

export function* sayExplained({ instance, impossible, unmeetable, conflict }: ExplainedInstance, { language, seconds }: ExplainOptions): Generator<string> {
  const say = sayIn(language);
  const list = function* (told: readonly Explanation[]): Generator<string> {
    for (const one of told.slice(0, MOST_TOLD)) yield `  ${sayExplanation(one, language)}`;
    if (told.length > MOST_TOLD) yield `  … (+${told.length - MOST_TOLD})`;
  };
  yield `${instance.id}:`;
  if (impossible.length > 0) yield say('impossible');
  yield* list(impossible);
  if (unmeetable.length > 0) yield say('unmeetable');
  yield* list(unmeetable);
  if (conflict.outcome === 'none') yield say('no-contradiction');
  if (conflict.outcome === 'unknown') yield say('undecided', { seconds });
  if (conflict.outcome !== 'contradiction') return;
  yield say(conflict.isMinimal ? 'contradiction' : 'contradiction-some');
  yield* list(conflict.members);
}

export function explainedToJson({ instance, impossible, unmeetable, conflict }: ExplainedInstance, { language }: ExplainOptions): object {
  const tell = (one: Explanation): object => ({ key: one.key, values: one.values, text: sayExplanation(one, language) });
  const members = conflict.outcome === 'contradiction' ? { isMinimal: conflict.isMinimal, members: conflict.members.map((one) => ({ ...tell(one), constraint: instance.constraints[one.constraint ?? -1]?.id ?? null })) } : {};
  return { instance: instance.id, impossible: impossible.map(tell), unmeetable: unmeetable.map(tell), conflict: { outcome: conflict.outcome, ...members } };
}
