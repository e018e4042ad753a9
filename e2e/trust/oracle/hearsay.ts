import { OFFICE, WELFARE, type Judge } from './judge.ts';

const hasEverWorkedHere = (judge: Judge, person: string): boolean => judge.facts.positions.some((one) => one.person === person) || judge.facts.roles.some((one) => one.person === person);

/** Whose lessons or homeroom it is today. */
const isTeacherOf = (judge: Judge, person: string, learner: string): boolean =>
  judge.facts.groups.some((group) => group.teachers.some((one) => one.person === person && one.tense === 'now') && group.members.some((one) => one.learner === learner && one.tense === 'now')) ||
  judge.facts.homerooms.some((room) => room.teachers.some((one) => one.person === person && one.tense === 'now') && room.members.some((one) => one.learner === learner && one.tense === 'now'));

/**
 * May an answer, whatever the endpoint, tell this person of that one? Wider than any single right: the sum of whom one has to do
 * with. An endpoint made tomorrow is held to it without being known here.
 */
export function mayHearOf(judge: Judge, who: string, person: string): boolean {
  if (who === person || judge.knowsLearner(who, person)) return true;
  if (judge.holdsEverywhere(who, ['main-user', 'data-protection-officer'])) return true;
  // A school answers for the study rights it gave, also when the learner has moved on or is yet to come.
  if (judge.facts.studies.some((study) => study.learner === person && judge.holdsAt(who, study.school, OFFICE))) return true;
  // Colleagues know who works here; a vendor is no colleague.
  if (judge.rolesOf(who).some(({ role }) => role !== 'vendor') && hasEverWorkedHere(judge, person)) return true;
  // One's own lessons tell with whom one holds them.
  if (judge.facts.groups.some((group) => [who, person].every((one) => group.teachers.some((teacher) => teacher.person === one && teacher.tense === 'now')))) return true;
  // The home knows its teachers.
  const own = [...judge.facts.people.keys()].filter((learner) => learner === who || judge.mayKnowAsGuardian(who, learner));
  if (own.some((learner) => isTeacherOf(judge, person, learner))) return true;
  // Who answers for a learner knows the learner's guardians.
  return judge.facts.guardianships.some(
    (one) => one.guardian === person && one.tense === 'now' && (judge.leads(who, one.learner) || judge.servesLearner(who, one.learner, [...OFFICE, ...WELFARE])),
  );
}
