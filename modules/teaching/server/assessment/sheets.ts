import { v7 as uuidv7 } from 'uuid';
import type { BodyOf } from '@digione/platform/contract';
import { HttpProblem, invalid, notFound, type ProviderContext } from '@digione/platform/http';
import type { Action } from '@digione/platform/access';
import { guardiansToTell } from '@digione/school-admin/server';
import { allowedMarks, readReportMark, type AllowedMarks, type groupMarks, type MarkSheet, type SavedMark } from '../../contract/index.ts';
import { MARK_CORRECTED, MARKS_GIVEN } from '../../events.ts';
import { listItems, listObjectives, listValues } from '../gradebook/gradebook.queries.ts';
import { findRound, listMarkers, withoutPlace, type RoundRow } from './rounds.queries.ts';
import { findSheet, insertCorrection, listSheetMembers, lockSheetRow, setLock, writeMarks, type MarkChange, type SheetMember, type SheetRow, type Target } from './sheets.queries.ts';

export interface SheetActions {
  readonly decide: Action;
  readonly correct: Action;
}

interface Found {
  round: RoundRow;
  sheet: SheetRow;
}

async function getSheet({ tx, actor }: ProviderContext, markRoundId: string, target: Target, actions: SheetActions, lock?: 'decide'): Promise<Found> {
  const round = await findRound(tx, markRoundId, lock);
  const sheet = round === undefined ? undefined : await findSheet(tx, actor, round, target, actions);
  if (round === undefined || sheet === undefined) throw notFound();
  return { round, sheet };
}

const allowedTo = (sheet: SheetRow, target: Target, { gradeLevel }: Pick<SheetMember, 'gradeLevel'>): AllowedMarks =>
  allowedMarks({ educationForm: sheet.educationForm, gradeLevel, subjectCode: sheet.subjectCode, isBehaviour: target.of === 'homeroom', numbersFrom: sheet.numbersFrom });

/** The sheet as it is given: marks beside the year's evidence. */
export async function readSheet(context: ProviderContext, markRoundId: string, target: Target, actions: SheetActions): Promise<MarkSheet> {
  const { tx } = context;
  const { round, sheet } = await getSheet(context, markRoundId, target, actions);
  const isGroup = target.of === 'group';
  const [members, items, values] = await Promise.all([listSheetMembers(tx, round, target), isGroup ? listItems(tx, target.id) : [], isGroup ? listValues(tx, target.id) : []]);
  const asked = new Set(members.map(({ personId }) => personId));
  const editions = [...new Set(items.flatMap(({ editionId }) => editionId ?? []))];
  const objectives = await Promise.all(editions.map((editionId) => listObjectives(tx, editionId, items.filter((item) => item.editionId === editionId).flatMap(({ objectiveKeys }) => objectiveKeys))));
  const isOpen = round.state === 'open';
  const isLocked = sheet.lockedAt !== null;
  return {
    round: withoutPlace(round),
    name: sheet.name,
    subject: sheet.subject,
    isLocked,
    lockedAt: sheet.lockedAt,
    learners: members.map((member) => ({ ...member, allowed: { ...allowedTo(sheet, target, member), letters: [...allowedTo(sheet, target, member).letters] } })),
    items,
    values: values.filter(({ learnerId }) => asked.has(learnerId)),
    objectives: objectives.flat(),
    can: { decide: sheet.decide && isOpen && !isLocked, lock: sheet.decide && isOpen && !isLocked, unlock: sheet.decide && isOpen && isLocked, correct: sheet.correct && round.state === 'published' },
  };
}

/** What is given as it is to be kept. @throws HttpProblem 400 naming each mark that the case does not allow */
function checkMarks(sheet: SheetRow, target: Target, members: readonly SheetMember[], changes: readonly MarkChange[], pathOf: (index: number) => string): MarkChange[] {
  const faults: Parameters<typeof invalid> = [];
  const seen = new Set<string>();
  const checked = changes.flatMap((change, index) => {
    const member = members.find(({ personId }) => personId === change.learnerId);
    const fail = (field: string, key: string, values?: Record<string, string | number>) => {
      faults.push({ path: `${pathOf(index)}${field}`, key, ...(values && { values }) });
      return [];
    };
    if (member === undefined) return fail('learnerId', 'teaching.problem.notInGroup');
    if (seen.has(change.learnerId)) return fail('learnerId', 'teaching.problem.cellTwice');
    seen.add(change.learnerId);
    const allowed = allowedTo(sheet, target, member);
    const typed = change.value?.trim() ?? '';
    const value = typed === '' ? null : readReportMark(allowed, typed);
    if (value === undefined) return fail('value', faultOf(allowed), { value: typed, letters: allowed.letters.join(', ') });
    return [{ learnerId: change.learnerId, value, words: change.words === '' ? null : change.words, version: change.version }];
  });
  if (faults.length > 0) throw invalid(...faults);
  return checked;
}

function faultOf({ numbers, letters }: AllowedMarks): string {
  if (numbers) return letters.length > 0 ? 'teaching.problem.notNumberOrLetter' : 'teaching.problem.notWhole';
  return letters.length > 0 ? 'teaching.problem.notLetter' : 'teaching.problem.inWordsOnly';
}

function refuseClosed(round: RoundRow, lockedAt: string | null): void {
  if (round.state !== 'open') throw new HttpProblem(409, { detail: round.state === 'published' ? 'teaching.problem.correctInstead' : 'teaching.problem.roundApproved' });
  if (lockedAt !== null) throw new HttpProblem(409, { detail: 'teaching.problem.sheetLocked' });
}

/** Tells the open pages of those who give marks; the words and values stay where they are. */
async function announce({ tx, emit }: ProviderContext, round: RoundRow): Promise<void> {
  await emit({ name: MARKS_GIVEN, payload: { markRoundId: round.markRoundId }, live: { topics: ['marks'], personIds: await listMarkers(tx, round) } });
}

/** Gives marks, or takes them back, while the sheet is open. */
export async function saveSheet(context: ProviderContext, markRoundId: string, target: Target, actions: SheetActions, given: BodyOf<typeof groupMarks.save>['changes']): Promise<{ saved: SavedMark[]; clashes: SavedMark[] }> {
  const { tx, actor, clock } = context;
  const { round, sheet } = await getSheet(context, markRoundId, target, actions, 'decide');
  const { lockedAt } = await lockSheetRow(tx, round, target);
  refuseClosed(round, lockedAt);
  const changes = checkMarks(sheet, target, await listSheetMembers(tx, round, target), given, (index) => `changes.${index}.`);
  const standing = await writeMarks(tx, round, target, sheet.subjectId, changes, actor.personId, clock.iso());
  const isWished = ({ learnerId, mark }: SavedMark) => changes.some((change) => change.learnerId === learnerId && change.value === mark.value && change.words === mark.words);
  await announce(context, round);
  return { saved: standing.filter(isWished), clashes: standing.filter((one) => !isWished(one)) };
}

/** Says that the sheet is ready, or opens it again before the approval. */
export async function lockSheet(context: ProviderContext, markRoundId: string, target: Target, actions: SheetActions, isLocked: boolean): Promise<{ isLocked: boolean }> {
  const { tx, actor, clock } = context;
  const { round } = await getSheet(context, markRoundId, target, actions, 'decide');
  refuseClosed(round, null);
  const { lockedAt } = await lockSheetRow(tx, round, target);
  if (isLocked !== (lockedAt !== null)) await setLock(tx, round, target, isLocked ? { at: clock.iso(), by: actor.personId } : null);
  await announce(context, round);
  return { isLocked };
}

/** Corrects a published mark; homes see it at once, with what it was. */
export async function correctMark(context: ProviderContext, markRoundId: string, target: Target, actions: SheetActions, body: BodyOf<typeof groupMarks.correct>): Promise<SavedMark> {
  const { tx, actor, clock } = context;
  const { round, sheet } = await getSheet(context, markRoundId, target, actions, 'decide');
  const { lockedAt } = await lockSheetRow(tx, round, target);
  if (round.state !== 'published' || lockedAt === null) throw new HttpProblem(409, { detail: 'teaching.problem.notPublished' });
  const members = await listSheetMembers(tx, round, target);
  const [change] = checkMarks(sheet, target, members, [body], () => '');
  const before = members.find(({ personId }) => personId === body.learnerId)?.mark;
  if (change === undefined || before === undefined) throw notFound();
  if (before.version !== body.version) throw new HttpProblem(412);
  if (change.value === null && change.words === null) throw invalid({ path: 'value', key: 'teaching.problem.correctionEmpty' });
  if (change.value === before.value && change.words === before.words) throw invalid({ path: 'value', key: 'teaching.problem.correctionSame' });
  const at = clock.iso();
  await writeMarks(tx, round, target, sheet.subjectId, [change], actor.personId, at);
  await insertCorrection(tx, round, target, { id: uuidv7(), learnerId: body.learnerId, former: before, reason: body.reason, by: actor.personId, at });
  const [corrected] = await writeMarks(tx, round, target, sheet.subjectId, [{ ...change, version: before.version + 1 }], actor.personId, at);
  if (corrected === undefined) throw new Error('A mark that has just been written is not there.');
  const home = (await guardiansToTell(tx, [body.learnerId])).map(({ guardianId }) => guardianId);
  await context.emit({ name: MARK_CORRECTED, payload: { markRoundId, learnerId: body.learnerId }, live: { topics: ['marks', 'learning'], personIds: [...new Set([body.learnerId, ...home, ...(await listMarkers(tx, round))])] } });
  return corrected;
}
