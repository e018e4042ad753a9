import type { City } from './insert-city.ts';

/** What a draft says, so far as no asking of the fixture changes it. */
export const certificateContent = (city: City, learner: string) => ({
  learner: { firstNames: city.say(city.names.get(learner) ?? 'Uusi'), lastName: city.say('Pohjalainen'), bornOn: '2014-03-01' },
  provider: { fi: city.say('kaupunki') },
  school: { fi: city.say('koulu') },
  schoolContact: null,
  schoolYear: '2026–2027',
  gradeLevel: 5,
  homeroom: null,
  studies: { startsOn: '2020-08-01', endsOn: null },
  subjects: [{ key: 'MA', code: 'MA', name: { fi: city.say('matematiikka') }, syllabus: null, section: 'common', scope: null, mark: '9', words: null, units: [] }],
  behaviour: null,
  additional: null,
  signatories: [],
});

/** A draft at each school; nothing in the fixture's asking makes another of the kind. */
export async function insertCertificates(city: City): Promise<void> {
  for (const learner of ['child', 'other-school', 'protected']) {
    const school = city.facts.studies.find((study) => study.learner === learner)?.school ?? '';
    await city.builders.insert('school_admin.certificate', {
      certificate_id: city.newId('certificate', `of ${learner}`),
      learner_id: city.idOf('person', learner),
      school_id: city.idOf('school', school),
      school_year_id: city.schoolYearId,
      kind: 'resignation',
      language: 'fi-sv',
      content: JSON.stringify(certificateContent(city, learner)),
      issued_on: '2026-11-24',
      source: 'test',
    });
  }
}
