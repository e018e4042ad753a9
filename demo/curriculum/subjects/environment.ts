import type { SubjectSpec } from '../content.ts';

export const environment: SubjectSpec = {
  code: 'YL',
  name: { fi: 'Ympäristöoppi', sv: 'Omgivningslära' },
  task: {
    fi: 'Ympäristöopissa oppilas tutkii lähiympäristöään, tekee kysymyksiä ja oppii toimimaan turvallisesti ja luontoa säästäen.',
    sv: 'I omgivningslära undersöker eleven sin närmiljö, ställer frågor och lär sig att handla tryggt och skonsamt mot naturen.',
  },
  stages: [
    {
      stage: '3-6',
      guidance: {
        fi: 'Ulkona opitaan ainakin kerran jaksossa. Tutkimukset tehdään pareittain, ja jokaisella on oma tehtävänsä.',
        sv: 'Vi lär oss utomhus åtminstone en gång per period. Undersökningarna görs parvis och var och en har sin uppgift.',
      },
      contents: [
        { name: { fi: 'Lähiluonto', sv: 'Naturen i närheten' }, text: { fi: 'Metsän, suon ja rannan eliöt, vuodenajat, ravintoketju.', sv: 'Skogens, kärrets och strandens organismer, årstiderna, näringskedjan.' } },
        { name: { fi: 'Ilmiöt ja aineet', sv: 'Fenomen och ämnen' }, text: { fi: 'Lämpö, valo, ääni ja voima; veden olomuodot.', sv: 'Värme, ljus, ljud och kraft; vattnets former.' } },
        { name: { fi: 'Ihminen ja terveys', sv: 'Människan och hälsan' }, text: { fi: 'Elimistön toiminta, uni, ravinto ja liikunta, ensiapu.', sv: 'Hur kroppen fungerar, sömn, mat och motion, första hjälpen.' } },
      ],
      objectives: [
        {
          text: { fi: 'ohjata oppilasta havainnoimaan luontoa eri aistein ja kirjaamaan havaintonsa', sv: 'handleda eleven att iaktta naturen med olika sinnen och anteckna sina iakttagelser' },
          contents: [1],
          competences: [1, 4],
          target: { fi: 'Havaintojen tekeminen', sv: 'Att göra iakttagelser' },
          criteria: {
            5: { fi: 'Oppilas havainnoi ohjattuna yhtä kohdetta.', sv: 'Eleven iakttar med handledning ett objekt.' },
            7: { fi: 'Oppilas havainnoi ja kuvaa kohdetta sanoin tai piirtäen.', sv: 'Eleven iakttar och beskriver objektet med ord eller bild.' },
            8: { fi: 'Oppilas havainnoi järjestelmällisesti ja kirjaa havainnot taulukkoon.', sv: 'Eleven iakttar systematiskt och antecknar iakttagelserna i en tabell.' },
            9: { fi: 'Oppilas vertaa havaintojaan muiden havaintoihin ja tekee niistä päätelmiä.', sv: 'Eleven jämför sina iakttagelser med andras och drar slutsatser.' },
          },
        },
        {
          text: { fi: 'rohkaista oppilasta tekemään kysymyksiä ja pieniä kokeita', sv: 'uppmuntra eleven att ställa frågor och göra små försök' },
          contents: [2],
          competences: [1, 6],
          target: { fi: 'Tutkiminen', sv: 'Undersökande' },
          criteria: {
            5: { fi: 'Oppilas tekee kokeen yhdessä toisen kanssa ohjeen mukaan.', sv: 'Eleven gör ett försök tillsammans med en annan enligt anvisning.' },
            7: { fi: 'Oppilas keksii kysymyksen, johon kokeella voi saada vastauksen.', sv: 'Eleven kommer på en fråga som ett försök kan ge svar på.' },
            8: { fi: 'Oppilas suunnittelee kokeen ja kertoo, mitä siitä selvisi.', sv: 'Eleven planerar ett försök och berättar vad det visade.' },
            9: { fi: 'Oppilas muuttaa yhtä asiaa kerrallaan ja perustelee, miksi.', sv: 'Eleven ändrar en sak i taget och motiverar varför.' },
          },
        },
        {
          text: { fi: 'auttaa oppilasta huolehtimaan terveydestään ja turvallisuudestaan', sv: 'hjälpa eleven att ta hand om sin hälsa och säkerhet' },
          contents: [3],
          competences: [3],
          target: { fi: 'Terveys ja turvallisuus', sv: 'Hälsa och säkerhet' },
          criteria: {
            5: { fi: 'Oppilas osaa soittaa apua.', sv: 'Eleven kan ringa efter hjälp.' },
            7: { fi: 'Oppilas kertoo, mikä vaikuttaa jaksamiseen.', sv: 'Eleven berättar vad som påverkar orken.' },
            8: { fi: 'Oppilas suunnittelee itselleen hyvän päivän ja toimii hätätilanteessa oikein.', sv: 'Eleven planerar en bra dag för sig själv och handlar rätt i en nödsituation.' },
            9: { fi: 'Oppilas perustelee terveyteen liittyviä valintoja tutkitulla tiedolla.', sv: 'Eleven motiverar val som gäller hälsan med forskad kunskap.' },
          },
        },
      ],
    },
  ],
};
