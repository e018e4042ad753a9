import type { SubjectSpec } from '../content.ts';

export const physics: SubjectSpec = {
  code: 'FY',
  name: { fi: 'Fysiikka', sv: 'Fysik' },
  task: {
    fi: 'Fysiikassa oppilas selittää ympärillään näkemiään ilmiöitä malleilla ja tarkistaa ne mittaamalla.',
    sv: 'I fysik förklarar eleven fenomen i sin omgivning med modeller och kontrollerar dem genom att mäta.',
  },
  stages: [
    {
      stage: '7-9',
      guidance: {
        fi: 'Työturvallisuus opetellaan ennen ensimmäistä koetta. Mittaustulokset kerätään yhteiseen taulukkoon.',
        sv: 'Säkerheten lärs in före det första försöket. Mätresultaten samlas i en gemensam tabell.',
      },
      contents: [
        { name: { fi: 'Liike ja voima', sv: 'Rörelse och kraft' }, text: { fi: 'Nopeus, kiihtyvyys, kitka ja tasapaino.', sv: 'Hastighet, acceleration, friktion och jämvikt.' } },
        { name: { fi: 'Energia ja sähkö', sv: 'Energi och elektricitet' }, text: { fi: 'Energian muuttuminen, virtapiiri, jännite ja teho kotona.', sv: 'Energins omvandling, strömkrets, spänning och effekt hemma.' } },
        { name: { fi: 'Valo ja ääni', sv: 'Ljus och ljud' }, text: { fi: 'Aaltoliike, heijastuminen ja taittuminen, kuulon suojaaminen.', sv: 'Vågrörelse, reflektion och brytning, att skydda hörseln.' } },
      ],
      objectives: [
        {
          text: { fi: 'ohjata oppilasta suunnittelemaan koe ja mittaamaan luotettavasti', sv: 'handleda eleven att planera ett försök och mäta tillförlitligt' },
          contents: [1, 2, 3],
          competences: [1, 5, 6],
          target: { fi: 'Kokeellinen työskentely', sv: 'Experimentellt arbete' },
          criteria: {
            5: { fi: 'Oppilas mittaa ohjattuna ja noudattaa turvallisuusohjeita.', sv: 'Eleven mäter med handledning och följer säkerhetsanvisningarna.' },
            7: { fi: 'Oppilas tekee mittauksen ohjeen mukaan ja merkitsee tulokset yksiköineen.', sv: 'Eleven gör mätningen enligt anvisning och antecknar resultaten med enheter.' },
            8: { fi: 'Oppilas suunnittelee kokeen yksinkertaiseen kysymykseen ja esittää tulokset kuvaajana.', sv: 'Eleven planerar ett försök till en enkel fråga och visar resultaten i en graf.' },
            9: { fi: 'Oppilas arvioi mittauksen luotettavuutta ja ehdottaa parannuksia.', sv: 'Eleven bedömer mätningens tillförlitlighet och föreslår förbättringar.' },
          },
        },
        {
          text: { fi: 'auttaa oppilasta selittämään liikettä voimien avulla', sv: 'hjälpa eleven att förklara rörelse med hjälp av krafter' },
          contents: [1],
          competences: [1, 3],
          target: { fi: 'Voima ja liike', sv: 'Kraft och rörelse' },
          criteria: {
            5: { fi: 'Oppilas tunnistaa tilanteita, joissa voima muuttaa liikettä.', sv: 'Eleven känner igen situationer där en kraft ändrar rörelsen.' },
            7: { fi: 'Oppilas piirtää kappaleeseen vaikuttavat voimat.', sv: 'Eleven ritar de krafter som verkar på en kropp.' },
            8: { fi: 'Oppilas selittää jarrutusmatkan nopeuden ja kitkan avulla.', sv: 'Eleven förklarar bromssträckan med hastighet och friktion.' },
            9: { fi: 'Oppilas käyttää mallia uuteen tilanteeseen ja kertoo sen rajat.', sv: 'Eleven använder modellen i en ny situation och berättar om dess gränser.' },
          },
        },
        {
          text: { fi: 'kannustaa oppilasta pohtimaan energian käyttöä kotona ja yhteiskunnassa', sv: 'uppmuntra eleven att fundera på hur energi används hemma och i samhället' },
          contents: [2],
          competences: [7],
          target: { fi: 'Energia ja kestävyys', sv: 'Energi och hållbarhet' },
          criteria: {
            5: { fi: 'Oppilas antaa esimerkin laitteesta, joka kuluttaa paljon sähköä.', sv: 'Eleven ger exempel på en apparat som drar mycket el.' },
            7: { fi: 'Oppilas laskee laitteen käytön hinnan.', sv: 'Eleven räknar ut vad det kostar att använda en apparat.' },
            8: { fi: 'Oppilas vertaa energianlähteitä ja perustelee kantansa.', sv: 'Eleven jämför energikällor och motiverar sin åsikt.' },
            9: { fi: 'Oppilas arvioi ratkaisujen vaikutuksia eri näkökulmista.', sv: 'Eleven bedömer lösningarnas följder ur olika synvinklar.' },
          },
        },
      ],
    },
  ],
};
