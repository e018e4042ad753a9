import type { Instance } from '../../model/index.ts';
import type { Rows } from '../compiled.ts';
import { toRows } from './rows.ts';

/** @returns per event those that go on or begin with it by some rule: they move together */
export function compilePartners(instance: Instance): Rows {
  const partners = instance.events.map(() => new Set<number>());
  for (const constraint of instance.constraints) {
    if (constraint.kind !== 'linkEvents' && constraint.kind !== 'startTogether') continue;
    for (const group of constraint.appliesTo.eventGroups) {
      const events = instance.eventGroups[group]?.events ?? [];
      for (const event of events) for (const other of events) if (other !== event) partners[event]?.add(other);
    }
  }
  return toRows(partners.map((others) => [...others]));
}
