import { NOWHERE, type Plan } from './plan.ts';
import type { TrayProblem } from './problem.ts';

/** How many others may give way in turn for one seat. */
const DEPTH = 2;

/**
 * Who sits where. A learner is in one section per slot at most, a section holds those who have room; a seat is found along an
 * augmenting path: own choices change slots, and where a section is full somebody else changes to another section of the same course.
 */
export class Seats {
  readonly #plan: Plan;
  readonly #problem: TrayProblem;
  /** Per choice its section. */
  readonly sectionOf: Int32Array;
  /** The choice a learner has in a slot, by learner × slots + slot. */
  readonly #choiceAt: Int32Array;
  /** Per section the choices seated in it. */
  readonly #members: number[][];
  readonly #placeIn: Int32Array;
  /** Slots already tried, per depth of giving way. */
  readonly #tried: readonly Int32Array[];
  readonly #stamp: number[];
  /** Changes since `mark`, as pairs of choice and former section. */
  #journal: number[] = [];
  /** Choices without a seat. */
  open: number;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#problem = plan.problem;
    const { choices, learners, slots, sections } = plan.problem;
    this.sectionOf = new Int32Array(choices.length).fill(NOWHERE);
    this.#choiceAt = new Int32Array(learners * slots).fill(NOWHERE);
    this.#members = Array.from({ length: sections }, () => []);
    this.#placeIn = new Int32Array(choices.length);
    this.#tried = Array.from({ length: DEPTH + 1 }, () => new Int32Array(slots));
    this.#stamp = Array.from({ length: DEPTH + 1 }, () => 0);
    this.open = choices.length;
  }

  membersOf(section: number): readonly number[] {
    return this.#members[section] ?? [];
  }

  /** Forgets what could be undone. */
  mark(): void {
    this.#journal = [];
  }

  /**
   * Takes back every change since `mark`.
   * @param movePlanBack puts the sections back into the slots they were in then
   */
  undo(movePlanBack: () => void): void {
    const journal = this.#journal;
    // All leave before any comes back: two who changed places would meet.
    for (let at = 0; at < journal.length; at += 2) this.#leave(journal[at] ?? 0);
    movePlanBack();
    const done = new Set<number>();
    for (let at = 0; at < journal.length; at += 2) {
      const [choice, section] = [journal[at] ?? 0, journal[at + 1] ?? NOWHERE];
      // Only the first change of a choice tells where it was.
      if (section !== NOWHERE && !done.has(choice)) this.#enter(choice, section);
      done.add(choice);
    }
    this.mark();
  }

  #slotOf(section: number): number {
    return this.#plan.slotOf[section] ?? NOWHERE;
  }

  #leave(choice: number): void {
    const section = this.sectionOf[choice] ?? NOWHERE;
    if (section === NOWHERE) return;
    const [members, learner] = [this.#members[section] ?? [], this.#problem.choices[choice]?.learner ?? 0];
    const [place, last] = [this.#placeIn[choice] ?? 0, members.at(-1) ?? choice];
    members[place] = last;
    this.#placeIn[last] = place;
    members.pop();
    const at = learner * this.#problem.slots + this.#slotOf(section);
    if (this.#choiceAt[at] === choice) this.#choiceAt[at] = NOWHERE;
    this.sectionOf[choice] = NOWHERE;
    this.open += 1;
  }

  #enter(choice: number, section: number): void {
    const [members, learner] = [this.#members[section] ?? [], this.#problem.choices[choice]?.learner ?? 0];
    this.#placeIn[choice] = members.length;
    members.push(choice);
    this.#choiceAt[learner * this.#problem.slots + this.#slotOf(section)] = choice;
    this.sectionOf[choice] = section;
    this.open -= 1;
  }

  #change(choice: number, section: number): void {
    this.#journal.push(choice, this.sectionOf[choice] ?? NOWHERE);
    this.#leave(choice);
    if (section !== NOWHERE) this.#enter(choice, section);
  }

  /** Moves a section with those who are free then. @returns the choices that lost their seat */
  moveSection(section: number, slot: number): number[] {
    const members = [...this.membersOf(section)];
    for (const choice of members) this.#change(choice, NOWHERE);
    this.#plan.move(section, slot);
    return members.filter((choice) => {
      const isFree = slot !== NOWHERE && this.#isFree(choice, slot);
      if (isFree) this.#change(choice, section);
      return !isFree;
    });
  }

  #isFree(choice: number, slot: number): boolean {
    const at = (this.#problem.choices[choice]?.learner ?? 0) * this.#problem.slots + slot;
    return this.#choiceAt[at] === NOWHERE && this.#problem.isAway[at] === 0;
  }

  /** Gives a choice a seat where nothing is in its way. @returns whether it has it */
  take(choice: number, section: number): boolean {
    const slot = this.#slotOf(section);
    const isOpen = slot !== NOWHERE && this.sectionOf[choice] === NOWHERE && this.#problem.choices[choice]?.sections.includes(section) === true;
    if (!isOpen || !this.#isFree(choice, slot) || this.membersOf(section).length >= (this.#problem.room[section] ?? 0)) return false;
    this.#change(choice, section);
    return true;
  }

  /** Looks for a seat, `from` turning which section is tried first. @returns whether the choice has one now */
  seat(choice: number, from: number): boolean {
    return this.#find(choice, from, 0, true) || this.#find(choice, from, 0, false);
  }

  /** @param isNew whether this begins a search for this learner */
  #find(choice: number, from: number, depth: number, isAlone: boolean, isNew = true): boolean {
    const tried = this.#tried[depth];
    const taken = this.#problem.choices[choice];
    if (tried === undefined || taken === undefined) return false;
    if (isNew) this.#stamp[depth] = (this.#stamp[depth] ?? 0) + 1;
    const { sections, learner } = taken;
    for (let step = 0; step < sections.length; step += 1) {
      const section = sections[(step + from) % sections.length] ?? 0;
      const slot = this.#slotOf(section);
      if (slot === NOWHERE || tried[slot] === this.#stamp[depth] || section === this.sectionOf[choice] || this.#problem.isAway[learner * this.#problem.slots + slot] === 1) continue;
      const isFull = this.membersOf(section).length >= (this.#problem.room[section] ?? 0);
      if (isFull && (isAlone || depth >= DEPTH)) continue;
      tried[slot] = this.#stamp[depth] ?? 0;
      const inTheWay = this.#choiceAt[learner * this.#problem.slots + slot] ?? NOWHERE;
      if (inTheWay !== NOWHERE && inTheWay !== choice && !this.#find(inTheWay, from, depth, isAlone, false)) continue;
      // The one in the way may have come to this very section's last seat, or freed it.
      if (this.membersOf(section).length >= (this.#problem.room[section] ?? 0) && (isAlone || depth >= DEPTH || !this.#makeRoom(section, from, depth))) continue;
      // Those who gave way may have led others here.
      const there = this.#choiceAt[learner * this.#problem.slots + slot] ?? NOWHERE;
      if ((there !== NOWHERE && there !== choice) || this.membersOf(section).length >= (this.#problem.room[section] ?? 0)) continue;
      this.#change(choice, section);
      return true;
    }
    return false;
  }

  /** @returns whether somebody in a full section has changed to another section of the same course */
  #makeRoom(section: number, from: number, depth: number): boolean {
    const members = this.membersOf(section);
    for (let step = 0; step < members.length; step += 1) {
      const member = members[(step + from) % members.length] ?? 0;
      if (this.#find(member, from, depth + 1, depth + 1 >= DEPTH)) return true;
    }
    return false;
  }
}
