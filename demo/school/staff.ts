import { addDays, dateRange, formatDateRange } from '@digione/local-date';
import type { CastStaff, Title } from '../cast/staff.ts';
import type { CityContext } from '../city/context.ts';
import type { SchoolSpec } from '../city/spec.ts';
import { castDraft, castPersonId } from '../people/cast-family.ts';
import { lastNameFor, pickFirstNames, pickLastName, pickStaffStock, type AreaLanguage, type Gender } from '../people/names/community.ts';
import { addPerson, mailName, type PersonDraft } from '../people/person.ts';
import { idsWithin } from '../rows/ids.ts';
import type { Random } from '../rows/random.ts';
import { LESSONS_PER_POST, type Post } from './posts.ts';
import type { StaffMember } from './school.ts';

type StaffPerson = Pick<PersonDraft, 'firstNames' | 'callName' | 'lastName' | 'gender' | 'motherTongue' | 'preferredLanguage' | 'nationality' | 'personaKey' | 'key'>;

function workMail(city: CityContext, person: StaffPerson): string {
  const name = `${mailName(person.callName)}.${mailName(person.lastName)}`;
  const count = city.people.countNamesake(name);
  return `${name}${count === 1 ? '' : count}@${city.spec.key}.example`;
}

function addStaffPerson(city: CityContext, scope: string, random: Random, person: StaffPerson, age: number, shared: PersonDraft['shared']): string {
  return addPerson(city, scope, {
    ...person,
    wantedBirthday: addDays(`${city.year.startYear - age}-01-01`, random.below(210)),
    isLearner: false,
    email: workMail(city, person),
    phone: `+358 50 555 ${String(random.below(10_000)).padStart(4, '0')}`,
    home: null,
    protectedUntil: null,
    shared,
  }).id;
}

/** The staff written by hand, all at once: a family may name one of them as guardian. */
export function addCastStaff(city: CityContext, random: Random): void {
  const cast = city.spec.castOn(city.moment.today);
  for (const member of cast.staff) {
    const id = addStaffPerson(city, `${city.spec.key}/staff`, random, castDraft(member), member.age, member.shared ?? null);
    if (member.title !== null) city.counts.staff += 1;
    if (member.school === null && member.title !== null) addPosition(city, `${city.spec.key}/staff`, id, null, member.title);
    for (const { role, reason } of member.roles ?? []) {
      city.out.add('access.role_assignment', {
        education_provider_id: city.providerId,
        role_assignment_id: idsWithin(`${city.spec.key}/staff`)(`role/${member.key}/${role}`),
        person_id: id,
        role,
        school_id: null,
        valid: formatDateRange(dateRange(city.year.valid.from)),
        reason,
        source: 'demo',
      });
    }
  }
}

function addPosition(city: CityContext, scope: string, personId: string, schoolId: string | null, title: Title): void {
  city.out.add('core_data.staff_position', {
    education_provider_id: city.providerId,
    staff_position_id: idsWithin(scope)(`position/${personId}/${title}`),
    person_id: personId,
    school_id: schoolId,
    title,
    valid: formatDateRange(dateRange(`${city.year.startYear - 2}-08-01`)),
    source: 'demo',
  });
}

/** Hires people as the plan of a school asks for them. */
export interface Staffing {
  readonly members: readonly StaffMember[];
  hire(title: Title, post: Post | null, wished?: CastStaff): StaffMember;
  /** A teacher of the post with room for so many lessons, hired when nobody has. */
  takeTeacher(post: Post, lessons: number, except?: readonly StaffMember[]): StaffMember;
  findCast(accepts: (member: CastStaff) => boolean): { readonly member: StaffMember; readonly cast: CastStaff } | undefined;
}

export function createStaffing(city: CityContext, school: SchoolSpec, schoolId: string, scope: string, random: Random): Staffing {
  const members: StaffMember[] = [];
  const pools = new Map<Post, StaffMember[]>();
  const byCast = new Map<CastStaff, StaffMember>();

  function makePerson(language: AreaLanguage): string {
    const gender: Gender = random.chance(0.74) ? 'female' : 'male';
    const stock = pickStaffStock(random, language);
    return addStaffPerson(
      city,
      scope,
      random,
      {
        ...pickFirstNames(random, stock, gender, true),
        key: `${school.key}/staff-${members.length + 1}`,
        lastName: lastNameFor(stock, pickLastName(random, stock), gender),
        gender,
        motherTongue: stock.motherTongue,
        preferredLanguage: language,
        nationality: '246',
        personaKey: null,
      },
      random.between(26, 63),
      null,
    );
  }

  function hire(title: Title, post: Post | null, wished?: CastStaff): StaffMember {
    const id = wished ? castPersonId(city.spec.key, 'staff', wished.key) : makePerson(school.language);
    const member: StaffMember = { id, key: wished ? `cast/${wished.key}` : `staff-${members.length + 1}`, title, post, load: 0 };
    addPosition(city, scope, id, schoolId, title);
    members.push(member);
    if (!wished) city.counts.staff += 1;
    if (wished) byCast.set(wished, member);
    if (post) pools.set(post, [...(pools.get(post) ?? []), member]);
    return member;
  }

  const staffing: Staffing = {
    members,
    hire,
    takeTeacher(post, lessons, except = []) {
      const free = (pools.get(post) ?? []).find((member) => member.load + lessons <= LESSONS_PER_POST && !except.includes(member));
      const member = free ?? hire(post === 'guidance' ? 'guidance-counsellor' : 'teacher', post);
      member.load += lessons;
      return member;
    },
    findCast(accepts) {
      for (const [cast, member] of byCast) if (accepts(cast)) return { member, cast };
      return undefined;
    },
  };
  for (const cast of city.spec.castOn(city.moment.today).staff) {
    if (cast.school === school.key && cast.title !== null) hire(cast.title, cast.post ?? null, cast);
  }
  return staffing;
}
