import type { CityContext } from '../city/context.ts';
import type { AreaSpec } from '../city/spec.ts';
import { createRandom } from '../rows/random.ts';
import { birthYearOf, type Learner } from './learner.ts';
import { addFamily, type FamilyChild } from './family.ts';
import { addCastFamilies } from './cast-family.ts';

export type { Learner } from './learner.ts';

export interface Area {
  readonly learners: readonly Learner[];
}

/** Places of a neighbourhood's schools, by level. */
function placesOf(area: AreaSpec): Map<number, number> {
  const places = new Map<number, number>();
  const add = (level: number, count: number): void => void places.set(level, (places.get(level) ?? 0) + count);
  for (const school of area.schools) for (const homeroom of school.homerooms) add(homeroom.level, homeroom.size);
  for (const [level, count] of area.upperSecondary?.learnersByLevel ?? []) add(level, count);
  return places;
}

/** How many places a family takes: school-age children only, so mostly one. */
const FAMILY_SIZES = [[1, 620], [2, 290], [3, 75], [4, 15]] as const;
/** Years between one child and the next. */
const GAPS = [[1, 12], [2, 32], [3, 28], [4, 16], [5, 8], [0, 2], [6, 2]] as const;

/** Levels of a family's children, taken from the places that are left. */
function takeLevels(random: ReturnType<typeof createRandom>, places: Map<number, number>): number[] {
  const taken: number[] = [];
  const take = (level: number): boolean => {
    const left = places.get(level) ?? 0;
    if (left === 0) return false;
    places.set(level, left - 1);
    taken.push(level);
    return true;
  };
  let level = random.pickWeighted([...places]);
  take(level);
  const wanted = random.pickWeighted(FAMILY_SIZES);
  const direction = random.chance(0.5) ? 1 : -1;
  while (taken.length < wanted) {
    level += direction * random.pickWeighted(GAPS);
    if (level < 1 || level > 12) break;
    take(level);
  }
  return taken.sort((a, b) => b - a);
}

/** Fills a neighbourhood's schools with families, those written by hand first. */
export function addArea(city: CityContext, area: AreaSpec): Area {
  const scope = `${city.spec.key}/${area.key}`;
  const random = createRandom(scope);
  const places = placesOf(area);
  const learners: Learner[] = [];
  for (const learner of addCastFamilies(city, area, scope)) {
    places.set(learner.level, (places.get(learner.level) ?? 0) - 1);
    learners.push(learner);
  }
  let family = 0;
  const left = (): number => [...places.values()].reduce((sum, count) => sum + count, 0);
  for (let open = left(); open > 0; ) {
    const levels = takeLevels(random, places);
    open -= levels.length;
    const children: readonly FamilyChild[] = levels.map((level) => ({ level, bornInYear: birthYearOf(city.year.startYear, level) }));
    learners.push(...addFamily(city, scope, `${area.key}/family-${++family}`, random, area.language, children));
  }
  city.counts.learners += learners.length;
  return { learners };
}
