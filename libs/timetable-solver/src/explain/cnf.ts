/** Clauses of a propositional formula; a literal is a variable's number or its negative. */
export class Cnf {
  readonly clauses: number[][] = [];
  #variables = 0;

  newVariable(): number {
    this.#variables += 1;
    return this.#variables;
  }

  /** Guarded: the clause holds where the guard is true. */
  add(guard: number | undefined, literals: readonly number[]): void {
    this.clauses.push(guard === undefined ? [...literals] : [-guard, ...literals]);
  }

  /** @returns a variable that is true where any of the literals is (and only then) */
  anyOf(literals: readonly number[]): number {
    const [only, ...others] = literals;
    if (only !== undefined && others.length === 0) return only;
    const any = this.newVariable();
    for (const literal of literals) this.clauses.push([-literal, any]);
    this.clauses.push([-any, ...literals]);
    return any;
  }

  /** At most `most` of the literals are true, where the guard is (sequential counter, Sinz 2005). */
  atMost(guard: number | undefined, literals: readonly number[], most: number): void {
    if (literals.length <= most) return;
    if (most <= 0) {
      for (const literal of literals) this.add(guard, [-literal]);
      return;
    }
    if (most === 1 && literals.length <= 5) {
      for (const [index, one] of literals.entries()) for (const other of literals.slice(index + 1)) this.add(guard, [-one, -other]);
      return;
    }
    let before: number[] = [];
    for (const [index, literal] of literals.entries()) {
      const last = before[most - 1];
      if (last !== undefined) this.add(guard, [-literal, -last]);
      if (index === literals.length - 1) return;
      const now = Array.from({ length: Math.min(most, index + 1) }, () => this.newVariable());
      for (const [count, register] of now.entries()) {
        const [same, lower] = [before[count], before[count - 1]];
        if (same !== undefined) this.clauses.push([-same, register]);
        if (count === 0) this.clauses.push([-literal, register]);
        else if (lower !== undefined) this.clauses.push([-literal, -lower, register]);
      }
      before = now;
    }
  }

  /** At least `least` of the literals are true, where the guard is. */
  atLeast(guard: number | undefined, literals: readonly number[], least: number): void {
    if (least <= 0) return;
    if (least === 1) this.add(guard, literals);
    else if (least > literals.length) this.add(guard, []);
    else this.atMost(guard, literals.map((literal) => -literal), literals.length - least);
  }
}
