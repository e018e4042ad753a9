import { formatIdentityCode } from '@digione/identifiers';

/** Somebody whom the national registers know and no city of the demonstration does: about to move here. */
export interface RegisteredNewcomer {
  readonly identityCode: string;
  readonly firstNames: string;
  readonly lastName: string;
  readonly bornOn: string;
  /** As the population register's change service sends a person. */
  readonly envelope: { readonly henkilotunnus: string; readonly tietoryhmat: unknown[] };
}

interface Told {
  readonly firstNames: string;
  readonly callName: string;
  readonly lastName: string;
  readonly bornOn: string;
  readonly gender: 'NAINEN' | 'MIES';
  readonly language?: 'fi' | 'sv';
  readonly isProtected?: boolean;
  readonly home?: { municipality: string; since: string; street: [fi: string, sv: string]; number: string; postalCode: string; office: [fi: string, sv: string] };
  readonly guardians?: readonly { of: RegisteredNewcomer; role: 'AITI' | 'ISA' }[];
}

const day = (arvo: string) => ({ arvo, tarkkuus: 'PAIVA' });
const text = ([fi, sv]: readonly [string, string]) => ({ fi, sv });

function tell(told: Told): RegisteredNewcomer {
  // The last artificial numbers of a sign that the cities reach last of all.
  const identityCode = formatIdentityCode(told.bornOn, told.gender === 'MIES' ? 999 : 998, told.bornOn < '2000' ? 'U' : 'F');
  const since = day(told.bornOn);
  const home =
    told.home === undefined || told.isProtected === true
      ? []
      : [
          { tietoryhma: 'KOTIKUNTA', kuntakoodi: told.home.municipality, kuntaanMuuttopv: day(told.home.since) },
          {
            tietoryhma: 'VAKINAINEN_KOTIMAINEN_OSOITE',
            katunimi: text(told.home.street),
            katunumero: told.home.number,
            postinumero: told.home.postalCode,
            postitoimipaikka: text(told.home.office),
            kuntakoodi: told.home.municipality,
            alkupv: day(told.home.since),
          },
        ];
  const hidden = told.isProtected === true ? [{ tietoryhma: 'TURVAKIELTO', turvakieltoAktiivinen: true }, { tietoryhma: 'KOTIKUNTA', turvakiellonAlaisetKentat: ['KOTIKUNTA'] }] : [];
  return {
    identityCode,
    firstNames: told.firstNames,
    lastName: told.lastName,
    bornOn: told.bornOn,
    envelope: {
      henkilotunnus: identityCode,
      tietoryhmat: [
        { tietoryhma: 'HENKILON_NIMI', etunimi: told.firstNames, sukunimi: told.lastName, alkupv: since },
        { tietoryhma: 'KUTSUMANIMI', nimilaji: 'NYKYINEN_KUTSUMANIMI', nimi: told.callName, alkupv: since },
        { tietoryhma: 'SYNTYMAPAIVA', syntymapv: since },
        { tietoryhma: 'SUKUPUOLI', sukupuoli: told.gender },
        { tietoryhma: 'AIDINKIELI', kielikoodi: told.language ?? 'fi', alkupv: since },
        ...home,
        ...hidden,
        ...(told.guardians ?? []).map(({ of, role }) => ({
          tietoryhma: 'HUOLTAJA',
          huoltaja: { henkilotunnus: of.identityCode, etunimet: of.firstNames, sukunimi: of.lastName, syntymapv: day(of.bornOn) },
          huoltajanLaji: 'LAKISAATEINEN_HUOLTAJA',
          huoltajanRooli: role,
          huoltosuhteenAlkupv: since,
        })),
      ],
    },
  };
}

const KOIVULA = { municipality: '837', since: '2026-11-20', street: ['Puistokatu', 'Parkgatan'], number: '14', postalCode: '99920', office: ['KOIVULA', 'KOIVULA'] } as const;
const home = { ...KOIVULA, street: [...KOIVULA.street] satisfies [string, string], office: [...KOIVULA.office] satisfies [string, string] };

const mother = tell({ firstNames: 'Noora Katariina', callName: 'Noora', lastName: 'Lahtinen', bornOn: '1986-04-12', gender: 'NAINEN', home });
const father = tell({ firstNames: 'Samir Antti', callName: 'Samir', lastName: 'Lahtinen', bornOn: '1984-09-30', gender: 'MIES', home });
const hiddenMother = tell({ firstNames: 'Elsa Maria', callName: 'Elsa', lastName: 'Vuori', bornOn: '1990-02-17', gender: 'NAINEN', isProtected: true });
const swedishMother = tell({ firstNames: 'Ida Sofia', callName: 'Ida', lastName: 'Holmberg', bornOn: '1988-07-05', gender: 'NAINEN', language: 'sv', home });

/** Two siblings who have just moved, a child under non-disclosure, a Swedish-speaking one, and their guardians. */
export const registeredNewcomers: readonly RegisteredNewcomer[] = [
  tell({ firstNames: 'Oiva Antti Samuel', callName: 'Oiva', lastName: 'Lahtinen', bornOn: '2015-03-14', gender: 'MIES', home, guardians: [{ of: mother, role: 'AITI' }, { of: father, role: 'ISA' }] }),
  tell({ firstNames: 'Siiri Helena', callName: 'Siiri', lastName: 'Lahtinen', bornOn: '2018-10-02', gender: 'NAINEN', home, guardians: [{ of: mother, role: 'AITI' }, { of: father, role: 'ISA' }] }),
  tell({ firstNames: 'Toivo Kaarlo', callName: 'Toivo', lastName: 'Vuori', bornOn: '2016-06-21', gender: 'MIES', isProtected: true, guardians: [{ of: hiddenMother, role: 'AITI' }] }),
  tell({ firstNames: 'Alva Linnea', callName: 'Alva', lastName: 'Holmberg', bornOn: '2017-01-09', gender: 'NAINEN', language: 'sv', home, guardians: [{ of: swedishMother, role: 'AITI' }] }),
  mother,
  father,
  hiddenMother,
  swedishMother,
];
