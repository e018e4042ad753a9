/** A weighted variable. */
export interface Term {
  readonly factor: number;
  readonly name: string;
}

export const one = (name: string): Term => ({ factor: 1, name });
export const minus = (name: string): Term => ({ factor: -1, name });

function say(terms: readonly Term[]): string {
  return terms.map(({ factor, name }) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`).join(' ');
}

/** A mixed-integer linear programme under construction, to be made small. Variables are at least 0 unless said otherwise. */
export class Program {
  private readonly costs: Term[] = [];
  private readonly rows: string[] = [];
  private readonly bounds: string[] = [];
  private readonly yesNo: string[] = [];
  private names = 0;

  /** @returns a new variable that may be anything from 0 to `most` */
  amount(most?: number): string {
    const name = `v${this.names++}`;
    if (most !== undefined) this.bounds.push(`0 <= ${name} <= ${most}`);
    return name;
  }

  /** @returns a new variable that is 0 or 1 */
  choice(): string {
    const name = `b${this.names++}`;
    this.yesNo.push(name);
    return name;
  }

  cost(factor: number, name: string): void {
    if (factor !== 0) this.costs.push({ factor, name });
  }

  atLeast(terms: readonly Term[], amount: number): void {
    this.rows.push(`${say(terms)} >= ${amount}`);
  }

  exactly(terms: readonly Term[], amount: number): void {
    this.rows.push(`${say(terms)} = ${amount}`);
  }

  /** @returns the programme in CPLEX's LP format, as HiGHS reads it */
  toText(): string {
    const rows = this.rows.map((row, at) => ` r${at}: ${row}`).join('\n');
    const bounds = this.bounds.length === 0 ? '' : `Bounds\n ${this.bounds.join('\n ')}\n`;
    return `Minimize\n cost: ${say(this.costs)}\nSubject To\n${rows}\n${bounds}Binary\n ${this.yesNo.join('\n ')}\nEnd\n`;
  }
}
