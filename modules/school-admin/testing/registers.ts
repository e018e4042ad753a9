import { populationStandIn, learnerNumberStandIn, type NumberedPerson, type RegisterConnections } from '@digione/exchange/server';

const day = (arvo: string) => ({ arvo, tarkkuus: 'PAIVA' });

export interface StandInPerson {
  readonly code: string;
  readonly firstNames: string;
  readonly lastName: string;
  readonly bornOn: string;
  readonly municipality?: string;
  readonly street?: string;
  readonly isProtected?: boolean;
  readonly diedOn?: string;
  readonly guardians?: readonly { code: string; firstNames: string; lastName: string; role: 'AITI' | 'ISA' }[];
}

/** A person as the population register tells of them. */
export const envelopeOf = (person: StandInPerson) => ({
  henkilotunnus: person.code,
  tietoryhmat: [
    { tietoryhma: 'HENKILON_NIMI', etunimi: person.firstNames, sukunimi: person.lastName, alkupv: day(person.bornOn) },
    { tietoryhma: 'SYNTYMAPAIVA', syntymapv: day(person.bornOn) },
    { tietoryhma: 'AIDINKIELI', kielikoodi: 'fi' },
    ...(person.isProtected === true
      ? [{ tietoryhma: 'TURVAKIELTO', turvakieltoAktiivinen: true }, { tietoryhma: 'KOTIKUNTA', turvakiellonAlaisetKentat: ['KOTIKUNTA'] }]
      : [
          { tietoryhma: 'KOTIKUNTA', kuntakoodi: person.municipality ?? '837', kuntaanMuuttopv: day('2026-11-20') },
          { tietoryhma: 'VAKINAINEN_KOTIMAINEN_OSOITE', katunimi: { fi: person.street ?? 'Rantakatu' }, katunumero: '4', postinumero: '33100', postitoimipaikka: { fi: 'TAMPERE' }, alkupv: day('2026-11-20') },
        ]),
    ...(person.diedOn === undefined ? [] : [{ tietoryhma: 'KUOLINPAIVA', kuollut: true, kuolinpv: day(person.diedOn) }]),
    ...(person.guardians ?? []).map((guardian) => ({
      tietoryhma: 'HUOLTAJA',
      huoltaja: { henkilotunnus: guardian.code, etunimet: guardian.firstNames, sukunimi: guardian.lastName, syntymapv: day('1985-05-05') },
      huoltajanLaji: 'LAKISAATEINEN_HUOLTAJA',
      huoltajanRooli: guardian.role,
      huoltosuhteenAlkupv: day(person.bornOn),
    })),
  ],
});

/** Both registers with the same people, in this process, reached by their real protocols. */
export function standInRegisters(people: readonly StandInPerson[], startedAt = '2026-11-24T00:00:00.000Z') {
  const population = populationStandIn({ people: people.map(envelopeOf), user: 'kaupunki', password: 'salainen' });
  const numbered: NumberedPerson[] = people.map(({ code, firstNames, lastName }) => ({ identityCode: code, firstNames, lastName }));
  const learnerNumber = learnerNumberStandIn({ people: numbered, clientId: 'kaupunki', clientSecret: 'salainen', startedAt });
  let isDown = false;
  const down = () => Promise.resolve(new Response('{}', { status: 503 }));
  const connections: RegisterConnections = {
    population: { url: 'https://population.test/api/v1', user: 'kaupunki', password: 'salainen', fetch: (request) => (isDown ? down() : population.fetch(request)) },
    learnerNumber: {
      url: 'https://numbers.test/oppijanumerorekisteri-service',
      tokenUrl: 'https://numbers.test/oauth2/token',
      clientId: 'kaupunki',
      clientSecret: 'salainen',
      fetch: (request) => (isDown ? down() : learnerNumber.fetch(request)),
    },
  };
  return {
    connections,
    population,
    learnerNumber,
    /** Nobody answers until it is well again. */
    breakDown(broken: boolean): void {
      isDown = broken;
    },
  };
}
