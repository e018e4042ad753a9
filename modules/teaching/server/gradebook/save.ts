import { readValue, type EvidenceItem, type EvidenceValue, type saveEvidence } from '../../contract/index.ts';
import type { BodyOf } from '@digione/platform/contract';
import { HttpProblem, invalid, notFound, type ProviderContext } from '@digione/platform/http';
import { announceGradebook } from './announce.ts';
import { listItems, listMembers } from './gradebook.queries.ts';
import { lockItems, writeValues, type ValueChange } from './values.queries.ts';

type Change = BodyOf<typeof saveEvidence>['changes'][number];
type Fault = Parameters<typeof invalid>[number];

const FAULT_OF_SCALE = {
  mark: 'teaching.problem.notAMark',
  pass: 'teaching.problem.notPass',
  level: 'teaching.problem.notALevel',
  words: 'teaching.problem.wordsOnly',
} as const;

/** A refusal is read by people: this many cells are named, the rest are like them. */
const MOST_FAULTS = 50;

/** The changes as they are to be written, or what is wrong with each. */
function checkChanges(changes: readonly Change[], items: ReadonlyMap<string, EvidenceItem>, members: ReadonlySet<string>): ValueChange[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  const checked: ValueChange[] = [];
  for (const [index, change] of changes.entries()) {
    const item = items.get(change.evidenceItemId);
    if (item === undefined) throw notFound();
    const fail = (field: string, key: string, values?: Record<string, string | number>) => faults.push({ path: `changes.${index}.${field}`, key, ...(values && { values }) });
    const cell = `${change.evidenceItemId} ${change.learnerId}`;
    if (!members.has(change.learnerId)) fail('learnerId', 'teaching.problem.notInGroup');
    if (seen.has(cell)) fail('learnerId', 'teaching.problem.cellTwice');
    seen.add(cell);
    const text = change.value?.trim() ?? '';
    const value = text === '' ? null : readValue(item.scale, item.levels.length, text);
    if (value === undefined) fail('value', FAULT_OF_SCALE[item.scale], { value: text, levels: item.levels.length });
    else checked.push({ evidenceItemId: change.evidenceItemId, learnerId: change.learnerId, scale: item.scale, value, words: change.words === '' ? null : change.words, version: change.version });
  }
  if (faults.length > 0) throw invalid(...faults.slice(0, MOST_FAULTS));
  return checked;
}

/** Saves a block of cells. What a colleague has changed since stands, and is told. */
export async function saveCells(context: ProviderContext, groupId: string, changes: readonly Change[]): Promise<{ saved: EvidenceValue[]; clashes: EvidenceValue[] }> {
  const { tx, actor, clock } = context;
  const itemIds = [...new Set(changes.map(({ evidenceItemId }) => evidenceItemId))];
  await lockItems(tx, itemIds);
  const [items, members] = await Promise.all([listItems(tx, groupId), listMembers(tx, groupId)]);
  const wanted = checkChanges(changes, new Map(items.map((item) => [item.evidenceItemId, item])), new Set(members.map(({ personId }) => personId)));
  const standing = new Map((await writeValues(tx, wanted, actor.personId, clock.iso())).map((cell) => [`${cell.evidenceItemId} ${cell.learnerId}`, cell]));
  const saved: EvidenceValue[] = [];
  const clashes: EvidenceValue[] = [];
  for (const { evidenceItemId, learnerId, value, words } of wanted) {
    const cell = standing.get(`${evidenceItemId} ${learnerId}`) ?? { evidenceItemId, learnerId, value: null, words: null, version: 0 };
    // What stands as it was wished is saved, whoever wrote it.
    (cell.value === value && cell.words === words ? saved : clashes).push(cell);
  }
  if (saved.length > 0) await announceGradebook(context, groupId);
  return { saved, clashes };
}

/** @throws HttpProblem 409 with words for the reader when the item's scale or levels cannot become what is asked */
export function refuseScaleChange(before: EvidenceItem, after: Pick<EvidenceItem, 'scale' | 'levels'>, hasAny: boolean, highestLevel: number): void {
  if (hasAny && before.scale !== after.scale) throw new HttpProblem(409, { detail: 'teaching.problem.scaleInUse' });
  if (after.scale === 'level' && highestLevel > after.levels.length) throw new HttpProblem(409, { detail: 'teaching.problem.levelInUse', values: { level: highestLevel } });
}
