import { standInRegisters, type Fetch, type RegisterConnections } from '@digione/exchange/server';

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

/** Both registers with the same people, in this process, reached by their real protocols; they can break down. */
export function registersOf(people: readonly StandInPerson[], startedAt = '2026-11-24T00:00:00.000Z') {
  const standIns = standInRegisters(people.map((person) => ({ identityCode: person.code, firstNames: person.firstNames, lastName: person.lastName, envelope: envelopeOf(person) })), startedAt);
  let isDown = false;
  const breakable = <C extends { fetch?: Fetch }>(connection: C | undefined) =>
    connection && { ...connection, fetch: (request: Request) => (isDown || connection.fetch === undefined ? Promise.resolve(new Response('{}', { status: 503 })) : connection.fetch(request)) };
  const { population, learnerNumber } = standIns.connections;
  const connections: RegisterConnections = { population: breakable(population), learnerNumber: breakable(learnerNumber) };
  return {
    ...standIns,
    connections,
    /** Nobody answers until it is well again. */
    breakDown(broken: boolean): void {
      isDown = broken;
    },
  };
}
