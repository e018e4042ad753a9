import type { Facts } from './city/facts.ts';
import type { ThingKind } from './oracle/expectation.ts';

/** The people and schools a thing has to do with, each by what ties it. */
interface Ties {
  readonly schools: readonly { school: string | null; tie: string }[];
  readonly learners: readonly string[];
  readonly itself: string;
}

function tiesOfPerson(facts: Facts, person: string): Ties {
  const { isProtected = false, bornOn = '' } = facts.people.get(person) ?? {};
  const studies = facts.studies.filter((one) => one.learner === person);
  const works = [...facts.positions.map(({ person: who, title, school, tense }) => ({ who, title, school, tense })), ...facts.roles.map(({ person: who, role, school, tense }) => ({ who, title: role, school, tense }))].filter((one) => one.who === person);
  const wards = facts.guardianships.filter((one) => one.guardian === person);
  return {
    itself: JSON.stringify([isProtected, bornOn <= '2008-11-24', studies.map((one) => one.tense).toSorted(), [...new Set(works.map((one) => one.tense))].toSorted(), [...new Set(wards.map((one) => one.tense))].toSorted()]),
    schools: [
      ...studies.map(({ school, tense }) => ({ school, tie: `studies ${tense}` })),
      ...works.map(({ school, tense }) => ({ school, tie: `works ${tense}` })),
      ...wards.flatMap((ward) => facts.studies.filter((one) => one.learner === ward.learner).map(({ school, tense }) => ({ school, tie: `ward ${ward.tense} ${tense}` }))),
    ],
    learners: [person],
  };
}

function tiesOf(facts: Facts, kind: ThingKind, key: string): Ties {
  const homeroom = facts.homerooms.find((one) => one.key === key);
  const group = facts.groups.find((one) => one.key === key || key.endsWith(` ${one.key}`));
  switch (kind) {
    case 'nothing':
    case 'run':
      return { itself: '', schools: [], learners: [] };
    case 'school':
      return { itself: '', schools: [{ school: key, tie: 'is' }], learners: [] };
    case 'homeroom':
      return { itself: '', schools: [{ school: homeroom?.school ?? '', tie: 'is at' }], learners: homeroom?.members.map((one) => one.learner) ?? [] };
    case 'group':
    case 'lesson':
      return { itself: '', schools: [{ school: group?.school ?? '', tie: 'is at' }], learners: group?.members.map((one) => one.learner) ?? [] };
    case 'certificate':
      // The school that gives it is all that counts.
      return { itself: key, schools: facts.studies.filter((one) => one.learner === key.slice('of '.length)).map(({ school }) => ({ school, tie: 'is of' })), learners: [] };
    case 'notice':
    case 'absences':
    case 'note':
    case 'phrase':
      // Each is one of its kind already.
      return { ...tiesOfPerson(facts, key), itself: key };
    default:
      return tiesOfPerson(facts, key);
  }
}

/**
 * Role × relation, spelled out: two pairs of a person and a thing with the same words stand alike in every respect the facts
 * know, so that asking one of them asks both.
 */
export function relationOf(facts: Facts, who: string, kind: ThingKind, key: string): string {
  if (kind === 'notice' || kind === 'absences' || kind === 'note' || kind === 'phrase') return `${who} ${key}`;
  const ties = tiesOf(facts, kind, key);
  const learners = new Set(ties.learners);
  const tieTo = (school: string | null) => (school === null ? 'everywhere' : (ties.schools.filter((one) => one.school === school || one.school === null).map((one) => one.tie).toSorted().join('+') || 'elsewhere'));
  const held = [...facts.positions.map(({ person, title, school, tense }) => ({ person, title, school, tense })), ...facts.roles.map(({ person, role, school, tense }) => ({ person, title: role, school, tense }))];
  const parts = [
    ties.itself,
    who === key ? 'self' : '',
    ...held.filter((one) => one.person === who).map((one) => `${one.title} ${one.tense} ${tieTo(one.school)}`),
    ...facts.guardianships.filter((one) => one.guardian === who).map((one) => (learners.has(one.learner) ? `guards ${one.hasCustody} ${one.hasRightToInformation} ${one.livesWith} ${one.tense}` : 'guards another')),
    ...facts.guardianships.filter((one) => one.learner === who && one.guardian === key).map((one) => `is guarded ${one.tense}`),
    ...facts.blocks.filter((one) => one.guardian === who && learners.has(one.learner)).map((one) => `blocked ${one.tense}`),
    ...facts.studies.filter((one) => one.learner === who).map((one) => `learner ${one.tense} ${tieTo(one.school)}`),
    ...facts.groups.flatMap((group) =>
      group.teachers.filter((one) => one.person === who).map((one) => `teaches ${one.role} ${one.tense} ${group.members.filter((member) => learners.has(member.learner)).map((member) => member.tense).toSorted().join()} ${kind !== 'person' && (group.key === key || key.endsWith(` ${group.key}`))}`),
    ),
    ...facts.homerooms.flatMap((room) => room.teachers.filter((one) => one.person === who).map((one) => `leads ${one.tense} ${room.members.filter((member) => learners.has(member.learner)).map((member) => member.tense).toSorted().join()} ${room.key === key}`)),
    ...facts.groups.flatMap((group) => (group.members.some((one) => one.learner === who) && group.members.some((one) => learners.has(one.learner)) ? ['classmate'] : [])),
  ];
  return parts.filter((part) => part !== '').toSorted().join('; ');
}
