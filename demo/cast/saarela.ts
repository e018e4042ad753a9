import type { Cast } from '../city/spec.ts';

/** Saarela's part in lives that two cities know. */
export const saarelaCast: Cast = {
  families: [
    {
      key: 'kallio',
      area: 'saari',
      guardians: [
        { key: 'laura-makela', personaKey: 'guardian-two-cities', firstNames: 'Laura Katariina', callName: 'Laura', lastName: 'Mäkelä', gender: 'female', age: 37, home: 1, shared: { human: 'laura-makela', makesAccount: false } },
        { key: 'tuomas-kallio', firstNames: 'Tuomas Ilmari', callName: 'Tuomas', lastName: 'Kallio', gender: 'male', age: 38 },
      ],
      children: [
        { key: 'elli-kallio', firstNames: 'Elli Laura', callName: 'Elli', lastName: 'Kallio', gender: 'female', area: 'saari', level: 1, homeroom: '1A', links: [{ guardian: 'tuomas-kallio' }, { guardian: 'laura-makela', livesWith: false }] },
      ],
    },
  ],
  staff: [
    { key: 'eeva-kurki', firstNames: 'Eeva Kaarina', callName: 'Eeva', lastName: 'Kurki', gender: 'female', age: 47, school: 'saarelan-koulu', title: 'principal', shared: { human: 'eeva-kurki', makesAccount: false } },
  ],
  absences: [{ learner: 'elli-kallio', schoolDaysAgo: 1, onlyLesson: 1 }],
};
