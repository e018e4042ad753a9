import type { DraftPart, PartWish, Unit } from '../../contract/index.ts';

export interface Fault {
  readonly path: string;
  readonly key: 'curriculum.problem.emptyPart' | 'curriculum.problem.noSuchPart' | 'curriculum.problem.noSuchUnit' | 'curriculum.problem.notAtThisLevel' | 'curriculum.problem.needsCode' | 'curriculum.problem.needsName';
}

/** What a wish is judged by: the unit it is to stand in, national or one of the provider's study units. */
export interface Surroundings {
  readonly national: Unit | undefined;
  readonly studyUnit: DraftPart | undefined;
  /** Which of the modules and subjects it names there are. */
  readonly known: ReadonlySet<string>;
}

const isSaid = (text: PartWish['name']): boolean => Boolean(text.fi) || Boolean(text.sv);

/** What is wrong with a part, each beside its field. */
export function faultsOf(wish: PartWish, { national, studyUnit, known }: Surroundings): Fault[] {
  const faults: Fault[] = [];
  const { kind } = wish;
  if (kind === 'study-unit') {
    if (!isSaid(wish.name)) faults.push({ path: 'name.fi', key: 'curriculum.problem.needsName' });
    if (!wish.code) faults.push({ path: 'code', key: 'curriculum.problem.needsCode' });
    if (wish.subjects.length === 0 || wish.subjects.some((key) => !known.has(key))) faults.push({ path: 'subjects', key: 'curriculum.problem.noSuchPart' });
    if (wish.modules.some((uri) => !known.has(uri))) faults.push({ path: 'modules', key: 'curriculum.problem.noSuchUnit' });
    return faults;
  }
  if (national === undefined && studyUnit === undefined) return [{ path: 'unitKey', key: 'curriculum.problem.noSuchUnit' }];
  const isStage = national?.line.kind === 'subject-stage';
  const isLevelRight = isStage ? wish.gradeLevel !== null && national.line.gradeLevels.includes(wish.gradeLevel) : wish.gradeLevel === null;
  if (!isLevelRight) faults.push({ path: 'gradeLevel', key: 'curriculum.problem.notAtThisLevel' });
  const basis = national === undefined ? [] : [...national.objectiveGroups.flatMap(({ objectives }) => objectives), ...national.contentAreas].map(({ key }) => key);
  if (wish.basisKey !== null && !basis.includes(wish.basisKey)) faults.push({ path: 'basisKey', key: 'curriculum.problem.noSuchPart' });
  if (kind === 'omission') return wish.basisKey === null ? [{ path: 'basisKey', key: 'curriculum.problem.noSuchPart' }] : faults;
  if (!isSaid(wish.name) && (kind !== 'text' || !isSaid(wish.body))) faults.push({ path: 'name.fi', key: 'curriculum.problem.emptyPart' });
  return faults;
}
