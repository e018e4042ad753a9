import { koivula, saarela } from './cities.ts';
import type { CitySpec } from './spec.ts';

export const demoSizes = ['none', 'small', 'city', 'seven-cities'] as const;

/** How much demo there is: nothing, a small city and its neighbour, 20 000 learners, 160 000 learners. */
export type DemoSize = (typeof demoSizes)[number];

/** The cities of a size, in the order in which they must be loaded: people known to two cities have their account in the first. */
export function citiesOf(size: DemoSize): readonly CitySpec[] {
  return size === 'none' ? [] : [koivula, saarela];
}
