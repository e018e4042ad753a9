/**
 * Finds items that have too few places to go to (Hall's condition): a maximum matching of units to places by augmenting paths, and,
 * where a unit is left over, all the items that compete with it and the places they have.
 * @param units per item how many places it needs
 * @param places per item those it can have
 */
export function findCrowded(units: readonly number[], places: readonly (readonly number[])[]): { items: number[]; places: number[] } | undefined {
  const holder = new Map<number, number>();
  const place = (item: number, seen: Set<number>): boolean => {
    for (const one of places[item] ?? []) {
      if (seen.has(one)) continue;
      seen.add(one);
      const before = holder.get(one);
      if (before === undefined || place(before, seen)) {
        holder.set(one, item);
        return true;
      }
    }
    return false;
  };
  for (const [item, count] of units.entries()) {
    for (let unit = 0; unit < count; unit++) {
      const seen = new Set<number>();
      if (place(item, seen)) continue;
      // Every place that was tried is held by somebody of the crowd.
      return { items: [...new Set([item, ...[...seen].flatMap((one) => holder.get(one) ?? [])])].sort((a, b) => a - b), places: [...seen].sort((a, b) => a - b) };
    }
  }
  return undefined;
}
