import { TODAY, type Facts } from '../city/facts.ts';

export const OFFICE = ['principal', 'school-secretary'];
export const WELFARE = ['special-needs-teacher', 'guidance-counsellor'];
export const TEACHERS = ['teacher', 'class-teacher'];
export const SCHOOL_STAFF = [...TEACHERS, ...WELFARE, ...OFFICE, 'teaching-assistant'];

/**
 * Who stands how to whom, told from the facts by the words of the law and of the product's purpose (equal guardians with
 * custody; the right to information is a right to know, not to act; at 18 a guardian's right ends that day; a teacher
 * sees own groups, an office its own school; what has ended or not begun opens nothing). Shares no code with the product.
 */
export class Judge {
  readonly facts: Facts;

  constructor(facts: Facts) {
    this.facts = facts;
  }

  /** Roles in force: of a position of the same name, or given by hand. */
  rolesOf(who: string): { role: string; school: string | null }[] {
    const ofPosition = this.facts.positions
      .filter((position) => position.person === who && position.tense === 'now' && position.title !== 'other')
      .map(({ title, school }) => ({ role: title === 'vice-principal' ? 'principal' : title, school }));
    const given = this.facts.roles.filter((one) => one.person === who && one.tense === 'now').map(({ role, school }) => ({ role, school }));
    return [...ofPosition, ...given];
  }

  isStaff = (who: string): boolean => this.rolesOf(who).length > 0;

  /** Has one of the roles at the school, or over all of them. */
  holdsAt = (who: string, school: string, roles: readonly string[]): boolean =>
    this.rolesOf(who).some((held) => roles.includes(held.role) && (held.school === null || held.school === school));

  holdsAnywhere = (who: string, roles: readonly string[]): boolean => this.rolesOf(who).some((held) => roles.includes(held.role));

  holdsEverywhere = (who: string, roles: readonly string[]): boolean => this.rolesOf(who).some((held) => roles.includes(held.role) && held.school === null);

  /** Where the learner studies today. */
  schoolsOf = (learner: string): string[] => this.facts.studies.filter((study) => study.learner === learner && study.tense === 'now').map((study) => study.school);

  /** Is, was or will be a learner here. */
  isLearner = (who: string): boolean => this.facts.studies.some((study) => study.learner === who);

  studiesToday = (who: string): boolean => this.schoolsOf(who).length > 0;

  isOfAge(who: string): boolean {
    const bornOn = this.facts.people.get(who)?.bornOn ?? '';
    return `${Number(bornOn.slice(0, 4)) + 18}${bornOn.slice(4)}` <= TODAY;
  }

  #guards(who: string, learner: string, wants: 'knowledge' | 'custody'): boolean {
    if (this.isOfAge(learner)) return false;
    if (this.facts.blocks.some((block) => block.guardian === who && block.learner === learner && block.tense === 'now')) return false;
    return this.facts.guardianships.some(
      (one) => one.guardian === who && one.learner === learner && one.tense === 'now' && (one.hasCustody || (wants === 'knowledge' && one.hasRightToInformation)),
    );
  }

  mayKnowAsGuardian = (who: string, learner: string): boolean => this.#guards(who, learner, 'knowledge');
  mayActAsGuardian = (who: string, learner: string): boolean => this.#guards(who, learner, 'custody');
  /** An adult learner speaks for themself. */
  speaksForSelf = (who: string, learner: string): boolean => who === learner && this.studiesToday(who) && this.isOfAge(who);
  speaksForHome = (who: string, learner: string): boolean => this.mayActAsGuardian(who, learner) || this.speaksForSelf(who, learner);

  /** In a group of the learner's today, as teacher, substitute or assistant. */
  teaches = (who: string, learner: string): boolean =>
    this.isStaff(who) &&
    this.facts.groups.some(
      (group) => group.teachers.some((one) => one.person === who && one.tense === 'now') && group.members.some((one) => one.learner === learner && one.tense === 'now'),
    );

  leads = (who: string, learner: string): boolean =>
    this.isStaff(who) &&
    this.facts.homerooms.some(
      (room) => room.teachers.some((one) => one.person === who && one.tense === 'now') && room.members.some((one) => one.learner === learner && one.tense === 'now'),
    );

  /** One of the roles at a school where the learner studies today. */
  servesLearner = (who: string, learner: string, roles: readonly string[]): boolean => this.schoolsOf(learner).some((school) => this.holdsAt(who, school, roles));

  /** One of the roles at a school where the person works today. */
  servesColleague = (who: string, colleague: string, roles: readonly string[]): boolean =>
    this.facts.positions.some(
      (position) => position.person === colleague && position.tense === 'now' && (position.school === null ? this.holdsEverywhere(who, roles) : this.holdsAt(who, position.school, roles)),
    );

  /** One of the roles at a school of a child of whom the person is a guardian today. */
  servesGuardian = (who: string, guardian: string, roles: readonly string[]): boolean =>
    this.facts.guardianships.some((one) => one.guardian === guardian && one.tense === 'now' && this.servesLearner(who, one.learner, roles));

  /** The learner's data at all: themself, the home, who teaches, the office and the welfare of the school. */
  knowsLearner = (who: string, learner: string): boolean =>
    this.isLearner(learner) &&
    (who === learner || this.mayKnowAsGuardian(who, learner) || this.teaches(who, learner) || this.leads(who, learner) || this.servesLearner(who, learner, [...OFFICE, ...WELFARE]));
}
