/* oxlint-disable typescript/no-non-null-assertion -- indices come from the compiled instance */
import type { Compiled } from '../compiled.ts';

/** Which events share somebody who can't be at two places: asked of all the lessons at a time, that is less work than asking the time of everybody. */
export class Rivals {
  private readonly bits: Uint32Array;
  private readonly words: number;

  constructor({ layout, busy, points, eventCount, resourceCount }: Compiled) {
    this.words = (eventCount + 31) >> 5;
    this.bits = new Uint32Array(this.words * eventCount);
    const eventsOf: number[][] = Array.from({ length: resourceCount + 1 }, () => []);
    for (let event = 0; event < eventCount; event++) {
      for (let place = layout.eventPlaces[event]!; place < layout.eventPlaces[event + 1]!; place++) eventsOf[layout.placeGiven[place]!]!.push(event);
    }
    for (let resource = 0; resource < resourceCount; resource++) {
      const { begin, items } = busy.clashPoints;
      const isHard = busy.clashHard[resource]! > 0 || items.subarray(begin[resource], begin[resource + 1]).some((point) => points.isHard[point] === 1);
      if (!isHard) continue;
      const events = eventsOf[resource]!;
      for (const one of events) for (const other of events) this.bits[one * this.words + (other >> 5)]! |= 1 << (other & 31);
    }
  }

  are(one: number, other: number): boolean {
    return (this.bits[one * this.words + (other >> 5)]! & (1 << (other & 31))) !== 0;
  }
}
