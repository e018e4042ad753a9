import { addDays, diffDays, type LocalDate } from '@digione/local-date';

/** A stretch of days, half-open. */
export interface Stretch {
  readonly from: LocalDate;
  /** First day that no longer belongs; null: open. */
  readonly to: LocalDate | null;
}

export interface Session extends Stretch {
  readonly externalId: string;
  readonly title: string;
  readonly type: 'gradingPeriod' | 'semester' | 'schoolYear' | 'term';
  readonly parent: string | null;
  readonly file: string;
  readonly line: number;
}

/** A school year DigiOne has, or one the run makes. */
export interface SchoolYear extends Stretch {
  readonly schoolYearId: string;
  readonly name: string;
  /** Undefined for one that is there already. */
  readonly isNew: boolean;
  /** The session it was made from. */
  readonly externalId: string | null;
}

const overlapDays = (a: Stretch, b: Stretch): number => {
  const from = a.from > b.from ? a.from : b.from;
  const to = [a.to, b.to].filter((end): end is LocalDate => end !== null).toSorted()[0] ?? '9999-01-01';
  return from < to ? diffDays(from, to) : 0;
};

/** 1 August to 31 July, the legal school year around a day (Basic Education Act, section 23). */
function legalYear(day: LocalDate): Stretch & { name: string } {
  const start = Number(day.slice(0, 4)) - (day.slice(5) < '08-01' ? 1 : 0);
  return { from: `${start}-08-01`, to: `${start + 1}-08-01`, name: `${start}–${start + 1}` };
}

/**
 * Places sessions in school years: a year there already is taken where it overlaps, most days first; years never overlap each other, so a
 * second one of other schools falls into the first.
 */
export class SchoolYears {
  readonly #years: SchoolYear[];
  readonly #makeId: (externalId: string | null) => string;
  readonly #bySession = new Map<string, SchoolYear>();
  readonly #sessions: ReadonlyMap<string, Session>;
  readonly #today: LocalDate;

  constructor(known: readonly SchoolYear[], sessions: readonly Session[], options: { today: LocalDate; makeId: (externalId: string | null) => string }) {
    this.#years = [...known];
    this.#makeId = options.makeId;
    this.#today = options.today;
    this.#sessions = new Map(sessions.map((session) => [session.externalId, session]));
    for (const session of sessions.filter(({ type }) => type === 'schoolYear').toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
      this.#bySession.set(session.externalId, this.#place(session, session.title, session.externalId));
    }
  }

  get made(): SchoolYear[] {
    return this.#years.filter(({ isNew }) => isNew);
  }

  /** The year of a class: of its terms, of its course, else of today. */
  yearOf(terms: readonly string[], courseYear: string | null): SchoolYear {
    for (const id of [...terms, ...(courseYear === null ? [] : [courseYear])]) {
      const year = this.#yearOfSession(id, 0);
      if (year !== undefined) return year;
    }
    const legal = legalYear(this.#today);
    return this.#years.find(({ from, to }) => from <= this.#today && (to === null || to > this.#today)) ?? this.#place(legal, legal.name, null);
  }

  /** When a class meets: from the first of its terms to the last, inside its year. */
  validOf(terms: readonly string[], year: SchoolYear): Stretch {
    const found = terms.flatMap((id) => this.#sessions.get(id) ?? []);
    const [first] = found.map(({ from }) => from).toSorted();
    const last = found.map(({ to }) => to ?? '9999-01-01').toSorted().at(-1);
    if (first === undefined || last === undefined || first >= last) return { from: year.from, to: year.to };
    return { from: first, to: last };
  }

  #yearOfSession(id: string, depth: number): SchoolYear | undefined {
    const known = this.#bySession.get(id);
    if (known !== undefined) return known;
    const session = this.#sessions.get(id);
    // Parents that lead in a circle lead nowhere.
    if (session === undefined || depth > 10) return undefined;
    const year = (session.parent === null ? undefined : this.#yearOfSession(session.parent, depth + 1)) ?? this.#around(session);
    this.#bySession.set(id, year);
    return year;
  }

  #around(session: Session): SchoolYear {
    const best = this.#bestOverlap(session);
    if (best !== undefined) return best;
    const legal = legalYear(session.from);
    return this.#place(legal, legal.name, null);
  }

  #bestOverlap(stretch: Stretch): SchoolYear | undefined {
    return this.#years
      .map((year) => ({ year, days: overlapDays(year, stretch) }))
      .filter(({ days }) => days > 0)
      .toSorted((a, b) => b.days - a.days)[0]?.year;
  }

  #place(stretch: Stretch, name: string, externalId: string | null): SchoolYear {
    const there = this.#bestOverlap(stretch);
    if (there !== undefined) return there;
    const year = { schoolYearId: this.#makeId(externalId), from: stretch.from, to: stretch.to, name, isNew: true, externalId };
    this.#years.push(year);
    return year;
  }
}

/** Sessions that are lived through in class: those without sessions of their own below. */
export function leafSessions(sessions: readonly Session[]): Session[] {
  const parents = new Set(sessions.flatMap(({ parent }) => parent ?? []));
  return sessions.filter(({ type, externalId }) => type !== 'schoolYear' && !parents.has(externalId));
}

/** As the roster tells it, half-open. */
export const stretchOf = (from: LocalDate, end: LocalDate, endsInclusively: boolean): Stretch => ({ from, to: endsInclusively ? addDays(end, 1) : end });
