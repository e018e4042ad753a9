import { addDays, birthday, type LocalDate } from '@digione/local-date';
import type { CastFamily } from './family.ts';

const together = [{ guardian: 'one' }, { guardian: 'two' }] as const;

/** The upper secondary level of somebody by their birth year, as most are. */
const upperSecondaryLevel = (startYear: number, bornOn: LocalDate): number => Math.min(12, Math.max(10, startYear - 6 - Number(bornOn.slice(0, 4))));

/** The families of Koivula that tests, demonstrations and the README speak of. */
export function koivulaFamilies(today: LocalDate, startYear: number): CastFamily[] {
  const turns18 = birthday(addDays(today, 5), -18);
  const turned18 = birthday(addDays(today, -6), -18);
  return [
    {
      key: 'rantanen',
      area: 'keskusta',
      guardians: [
        { key: 'maria-rantanen', personaKey: 'guardian', firstNames: 'Maria Johanna', callName: 'Maria', lastName: 'Rantanen', gender: 'female', age: 41 },
        { key: 'petteri-rantanen', firstNames: 'Petteri Juhani', callName: 'Petteri', lastName: 'Rantanen', gender: 'male', age: 43 },
      ],
      children: [
        { key: 'helmi-rantanen', personaKey: 'learner', firstNames: 'Helmi Maria Sofia', callName: 'Helmi', lastName: 'Rantanen', gender: 'female', area: 'keskusta', level: 8, homeroom: '8A', links: [{ guardian: 'maria-rantanen' }, { guardian: 'petteri-rantanen' }] },
        { key: 'eino-rantanen', firstNames: 'Eino Petteri', callName: 'Eino', lastName: 'Rantanen', gender: 'male', area: 'keskusta', level: 5, homeroom: '5A', links: [{ guardian: 'maria-rantanen' }, { guardian: 'petteri-rantanen' }] },
        { key: 'aino-rantanen', firstNames: 'Aino Elisabet', callName: 'Aino', lastName: 'Rantanen', gender: 'female', area: 'keskusta', level: 2, homeroom: '2B', links: [{ guardian: 'maria-rantanen' }, { guardian: 'petteri-rantanen' }] },
      ],
    },
    {
      key: 'makela',
      area: 'keskusta',
      guardians: [
        { key: 'laura-makela', personaKey: 'guardian-two-cities', firstNames: 'Laura Katariina', callName: 'Laura', lastName: 'Mäkelä', gender: 'female', age: 37, shared: { human: 'laura-makela', makesAccount: true } },
        { key: 'ville-makela', firstNames: 'Ville Matias', callName: 'Ville', lastName: 'Mäkelä', gender: 'male', age: 39, home: 1 },
      ],
      children: [
        { key: 'leevi-makela', firstNames: 'Leevi Ville Olavi', callName: 'Leevi', lastName: 'Mäkelä', gender: 'male', area: 'keskusta', level: 3, homeroom: '3A', links: [{ guardian: 'laura-makela' }, { guardian: 'ville-makela' }] },
      ],
    },
    {
      key: 'heino',
      area: 'keskusta',
      guardians: [
        { key: 'sanna-heino', personaKey: 'protected-guardian', firstNames: 'Sanna Maarit', callName: 'Sanna', lastName: 'Heino', gender: 'female', age: 36, isProtected: true },
        { key: 'jarno-heino', personaKey: 'guardian-no-custody', firstNames: 'Jarno Antero', callName: 'Jarno', lastName: 'Heino', gender: 'male', age: 38, home: 1 },
      ],
      children: [
        { key: 'lumi-heino', firstNames: 'Lumi Aurora', callName: 'Lumi', lastName: 'Heino', gender: 'female', area: 'keskusta', level: 4, homeroom: '4A', isProtected: true, links: [{ guardian: 'sanna-heino' }, { guardian: 'jarno-heino', hasCustody: false, hasRightToInformation: false, livesWith: false }] },
      ],
    },
    {
      key: 'heino-linden',
      area: 'bjorklunda',
      guardians: [
        { key: 'jarno', sameAs: { in: 'keskusta', key: 'jarno-heino' }, firstNames: 'Jarno Antero', callName: 'Jarno', lastName: 'Heino', gender: 'male', age: 38 },
        { key: 'linda-linden', firstNames: 'Linda Maria', callName: 'Linda', lastName: 'Lindén', gender: 'female', age: 34, preferredLanguage: 'sv' },
      ],
      children: [
        { key: 'max-heino', firstNames: 'Max Oliver', callName: 'Max', lastName: 'Heino', gender: 'male', preferredLanguage: 'sv', area: 'bjorklunda', level: 1, homeroom: '1A', links: [{ guardian: 'jarno' }, { guardian: 'linda-linden' }] },
      ],
    },
    {
      key: 'laine',
      area: 'keskusta',
      guardians: [
        { key: 'hanna-laine', firstNames: 'Hanna Elina', callName: 'Hanna', lastName: 'Laine', gender: 'female', age: 42 },
        { key: 'mika-salonen', firstNames: 'Mika Tapani', callName: 'Mika', lastName: 'Salonen', gender: 'male', age: 45, home: 1 },
      ],
      children: [
        { key: 'toivo-laine', firstNames: 'Toivo Mikael', callName: 'Toivo', lastName: 'Laine', gender: 'male', area: 'keskusta', level: 6, homeroom: '6B', links: [{ guardian: 'hanna-laine' }, { guardian: 'mika-salonen', hasCustody: false, livesWith: false }] },
      ],
    },
    {
      key: 'turunen',
      area: 'keskusta',
      guardians: [
        { key: 'niina-turunen', firstNames: 'Niina Susanna', callName: 'Niina', lastName: 'Turunen', gender: 'female', age: 40 },
        { key: 'pasi-turunen', firstNames: 'Pasi Kalevi', callName: 'Pasi', lastName: 'Turunen', gender: 'male', age: 44, home: 1 },
      ],
      children: [
        { key: 'iida-turunen', firstNames: 'Iida Emilia', callName: 'Iida', lastName: 'Turunen', gender: 'female', area: 'keskusta', level: 7, homeroom: '7A', links: [{ guardian: 'niina-turunen' }, { guardian: 'pasi-turunen', livesWith: false, blockedBecause: 'Käräjäoikeuden määräämä lähestymiskielto.' }] },
      ],
    },
    {
      key: 'lehtonen',
      area: 'keskusta',
      guardians: [{ key: 'riitta-lehtonen', firstNames: 'Riitta Anneli', callName: 'Riitta', lastName: 'Lehtonen', gender: 'female', age: 52 }],
      children: [
        { key: 'oskari-lehtonen', firstNames: 'Oskari Johannes', callName: 'Oskari', lastName: 'Lehtonen', gender: 'male', area: 'keskusta', level: upperSecondaryLevel(startYear, turns18), bornOn: turns18, links: [{ guardian: 'riitta-lehtonen' }] },
      ],
    },
    {
      key: 'savolainen',
      area: 'keskusta',
      guardians: [{ key: 'kari-savolainen', firstNames: 'Kari Olavi', callName: 'Kari', lastName: 'Savolainen', gender: 'male', age: 50 }],
      children: [
        { key: 'emilia-savolainen', firstNames: 'Emilia Anna', callName: 'Emilia', lastName: 'Savolainen', gender: 'female', area: 'keskusta', level: upperSecondaryLevel(startYear, turned18), bornOn: turned18, links: [{ guardian: 'kari-savolainen' }] },
      ],
    },
    {
      key: 'koskinen',
      area: 'keskusta',
      guardians: [
        { key: 'anu-koskinen', firstNames: 'Anu Kristiina', callName: 'Anu', lastName: 'Koskinen', gender: 'female', age: 48 },
        { key: 'timo-koskinen', firstNames: 'Timo Sakari', callName: 'Timo', lastName: 'Koskinen', gender: 'male', age: 49 },
      ],
      children: [
        { key: 'samuel-koskinen', personaKey: 'upper-secondary-learner', firstNames: 'Samuel Timo', callName: 'Samuel', lastName: 'Koskinen', gender: 'male', area: 'keskusta', level: 11, links: [{ guardian: 'anu-koskinen' }, { guardian: 'timo-koskinen' }] },
      ],
    },
    {
      key: 'nurmi',
      area: 'keskusta',
      guardians: [
        { key: 'heidi', sameAs: { in: 'staff', key: 'heidi-nurmi' }, firstNames: 'Heidi Marjaana', callName: 'Heidi', lastName: 'Nurmi', gender: 'female', age: 39 },
        { key: 'jussi-nurmi', firstNames: 'Jussi Eemeli', callName: 'Jussi', lastName: 'Nurmi', gender: 'male', age: 40 },
      ],
      children: [
        { key: 'otso-nurmi', firstNames: 'Otso Aleksi', callName: 'Otso', lastName: 'Nurmi', gender: 'male', area: 'keskusta', level: 3, homeroom: '3B', links: [{ guardian: 'heidi' }, { guardian: 'jussi-nurmi' }] },
      ],
    },
    {
      key: 'kurki',
      area: 'keskusta',
      guardians: [{ key: 'eeva-kurki', firstNames: 'Eeva Kaarina', callName: 'Eeva', lastName: 'Kurki', gender: 'female', age: 47, shared: { human: 'eeva-kurki', makesAccount: true } }],
      children: [
        { key: 'tilda-kurki', firstNames: 'Tilda Eeva', callName: 'Tilda', lastName: 'Kurki', gender: 'female', area: 'keskusta', level: 9, homeroom: '9A', links: [{ guardian: 'eeva-kurki' }] },
      ],
    },
    {
      key: 'warsame',
      area: 'keskusta',
      guardians: [{ key: 'fadumo-ali', firstNames: 'Fadumo', callName: 'Fadumo', lastName: 'Ali Hassan', gender: 'female', age: 40, motherTongue: 'so', preferredLanguage: 'en' }],
      children: [
        { key: 'yusuf-warsame', firstNames: 'Yusuf', callName: 'Yusuf', lastName: 'Warsame', gender: 'male', motherTongue: 'so', area: 'keskusta', level: 7, homeroom: '7B', links: [{ guardian: 'fadumo-ali' }] },
        { key: 'hodan-warsame', firstNames: 'Hodan', callName: 'Hodan', lastName: 'Warsame', gender: 'female', motherTongue: 'so', area: 'keskusta', level: 4, homeroom: '4B', links: [{ guardian: 'fadumo-ali' }] },
        { key: 'bilal-warsame', firstNames: 'Bilal', callName: 'Bilal', lastName: 'Warsame', gender: 'male', motherTongue: 'so', area: 'keskusta', level: 1, homeroom: '1A', links: [{ guardian: 'fadumo-ali' }] },
      ],
    },
    {
      key: 'aalto-peltola',
      area: 'keskusta',
      guardians: [
        { key: 'one', firstNames: 'Jenni Maria', callName: 'Jenni', lastName: 'Aalto', gender: 'female', age: 35 },
        { key: 'two', firstNames: 'Katja Orvokki', callName: 'Katja', lastName: 'Peltola', gender: 'female', age: 37 },
      ],
      children: [
        { key: 'niilo-aalto', firstNames: 'Niilo Johannes', callName: 'Niilo', lastName: 'Aalto', gender: 'male', area: 'keskusta', level: 2, homeroom: '2A', links: together },
      ],
    },
    {
      key: 'sundstrom',
      area: 'bjorklunda',
      guardians: [
        { key: 'camilla-sundstrom', personaKey: 'swedish-guardian', firstNames: 'Camilla Ann-Sofie', callName: 'Camilla', lastName: 'Sundström', gender: 'female', age: 42, preferredLanguage: 'sv' },
        { key: 'mats-sundstrom', firstNames: 'Mats Erik', callName: 'Mats', lastName: 'Sundström', gender: 'male', age: 44, preferredLanguage: 'sv' },
      ],
      children: [
        { key: 'viggo-sundstrom', firstNames: 'Viggo Mats', callName: 'Viggo', lastName: 'Sundström', gender: 'male', preferredLanguage: 'sv', area: 'bjorklunda', level: 6, homeroom: '6A', links: [{ guardian: 'camilla-sundstrom' }, { guardian: 'mats-sundstrom' }] },
        { key: 'freja-sundstrom', firstNames: 'Freja Linnea', callName: 'Freja', lastName: 'Sundström', gender: 'female', preferredLanguage: 'sv', area: 'bjorklunda', level: 3, homeroom: '3A', links: [{ guardian: 'camilla-sundstrom' }, { guardian: 'mats-sundstrom' }] },
      ],
    },
  ];
}
