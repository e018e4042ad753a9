/** Seeded random numbers (sfc32): the same seed gives the same timetable. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: number) {
    this.a = seed | 0;
    this.b = Math.imul(seed, 0x9e3779b1) | 0;
    this.c = 0x2545f491;
    for (let round = 0; round < 16; round++) this.next();
  }

  /** @returns a whole number from 0 to 2³² - 1 */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** @returns a whole number from 0 to count - 1 */
  below(count: number): number {
    return Math.floor((this.next() / 4294967296) * count);
  }

  /** @returns a number from 0 up to, but not, 1 */
  unit(): number {
    return this.next() / 4294967296;
  }
}
