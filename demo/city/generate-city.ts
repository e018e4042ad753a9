import { addAssessment } from '../assessment/grade-books.ts';
import { addSupport } from '../assessment/support.ts';
import { addAttendance } from '../attendance/registers.ts';
import { addUnreadCounts } from '../attendance/notifications.ts';
import { listSchoolDaysBefore, schoolYearAround } from '../calendar/school-year.ts';
import { addArea, type Learner } from '../people/area.ts';
import { createPeopleRegister } from '../people/register.ts';
import { addPlans } from '../plans/plans.ts';
import { createCollector, type Batch } from '../rows/batch.ts';
import { idsWithin } from '../rows/ids.ts';
import { createRandom } from '../rows/random.ts';
import { planBasic } from '../school/basic-school.ts';
import { addCastStaff, createStaffing } from '../school/staff.ts';
import { hireAssistants, hireOffice, planCoTeaching } from '../school/support-staff.ts';
import { planUpperSecondary } from '../school/upper-secondary.ts';
import { addSchoolFrame, writeSchool } from '../school/write-school.ts';
import type { CityContext, Counts, Moment } from './context.ts';
import { addProvider } from './provider.ts';
import type { CitySpec, SchoolSpec } from './spec.ts';

/** Three weeks of registers. */
const SCHOOL_DAYS_BEHIND = 15;

function createContext(spec: CitySpec, moment: Moment): CityContext {
  const id = idsWithin(spec.key);
  const year = schoolYearAround(moment.today, spec.winterBreakWeek);
  return {
    spec,
    providerId: id('provider'),
    moment,
    year,
    schoolYearId: id('school-year'),
    pastSchoolDays: listSchoolDaysBefore(year, moment.today, SCHOOL_DAYS_BEHIND),
    out: createCollector(),
    people: createPeopleRegister(spec.share),
    subjectId: (code, form) => id(`subject/${form}/${code}`),
    absenceTypeId: (code) => id(`absence-type/${code}`),
    counts: { schools: 0, learners: 0, learnersPlaced: 0, learnersSeated: 0, guardians: 0, staff: 0 },
    unread: new Map(),
  };
}

/**
 * A fictional city as it is at a moment: always the same rows for the same city and moment. Made neighbourhood by
 * neighbourhood and school by school, so that memory stays small whatever the city's size.
 * @param settings kept with the provider
 * @returns at the end, how much there was
 */
export function* generateCity(spec: CitySpec, moment: Moment, settings: { readonly [key: string]: unknown } = {}): Generator<Batch, Counts> {
  const city = createContext(spec, moment);
  addProvider(city, settings);
  addCastStaff(city, createRandom(`${spec.key}/staff`));
  yield city.out.take(spec.name.fi);

  let schoolNumber = 0;
  const upperSecondaryLearners = new Map<string, Learner[]>(spec.upperSecondarySchools.map(({ key }) => [key, []]));
  for (const area of spec.areas) {
    const { learners } = addArea(city, area);
    for (const school of area.schools) {
      const levels = new Set(school.homerooms.map(({ level }) => level));
      addSchool(city, school, ++schoolNumber, learners.filter(({ level }) => levels.has(level)));
    }
    const further = upperSecondaryLearners.get(area.upperSecondary?.schoolKey ?? '');
    for (const learner of learners) if (learner.level > 9) further?.push(learner);
    yield city.out.take(area.schools.map(({ name }) => name.fi).join(', '));
  }
  for (const school of spec.upperSecondarySchools) {
    addSchool(city, school, ++schoolNumber, upperSecondaryLearners.get(school.key) ?? []);
    yield city.out.take(school.name.fi);
  }
  addUnreadCounts(city);
  yield city.out.take(spec.name.fi);
  return city.counts;
}

function addSchool(city: CityContext, spec: SchoolSpec, number: number, learners: readonly Learner[]): void {
  const frame = addSchoolFrame(city, spec, number);
  const random = createRandom(frame.scope);
  const staffing = createStaffing(city, spec, frame.id, frame.scope, random);
  const plan = spec.kind === 'basic' ? planBasic : planUpperSecondary;
  const school = plan(city, frame, staffing, learners, random);
  hireOffice(staffing, learners.length, spec.kind === 'basic');
  city.counts.learnersSeated += learners.length;
  hireAssistants(city, staffing);
  writeSchool(city, school, planCoTeaching(school, random));
  addAttendance(city, school);
  addAssessment(city, school);
  addSupport(city, school);
  // Grown cities are there for their load: plans would make them half as large again.
  if (city.spec.hasAllPeriods) addPlans(city, school);
}
