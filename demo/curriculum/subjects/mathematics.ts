import type { SubjectSpec } from '../content.ts';

export const mathematics: SubjectSpec = {
  code: 'MA',
  name: { fi: 'Matematiikka', sv: 'Matematik' },
  task: {
    fi: 'Matematiikassa oppilas oppii ajattelemaan täsmällisesti, perustelemaan ja ratkaisemaan arjen ongelmia luvuilla, kuvioilla ja kuvaajilla.',
    sv: 'I matematik lär sig eleven att tänka exakt, motivera och lösa vardagens problem med tal, figurer och grafer.',
  },
  stages: [
    {
      stage: '3-6',
      guidance: {
        fi: 'Uusi asia aloitetaan välineillä ja piirtämällä. Oppilas saa kertoa ratkaisunsa omin sanoin ennen merkintöjä.',
        sv: 'Det nya börjar med hjälpmedel och med att rita. Eleven får berätta sin lösning med egna ord före beteckningarna.',
      },
      contents: [
        { name: { fi: 'Luvut ja laskeminen', sv: 'Tal och räkning' }, text: { fi: 'Kymmenjärjestelmä, päässälasku, murtoluvut ja desimaaliluvut, arviointi.', sv: 'Tiosystemet, huvudräkning, bråk och decimaltal, överslag.' } },
        { name: { fi: 'Kuviot ja mittaaminen', sv: 'Figurer och mätning' }, text: { fi: 'Kulmat, pinta-ala ja piiri, koordinaatisto, yksiköiden muuttaminen.', sv: 'Vinklar, area och omkrets, koordinatsystem, omvandling av enheter.' } },
        { name: { fi: 'Tiedot ja sattuma', sv: 'Data och slump' }, text: { fi: 'Taulukon ja diagrammin lukeminen ja tekeminen, keskiarvo, todennäköisyyden ajatus.', sv: 'Läsa och göra tabeller och diagram, medelvärde, tanken om sannolikhet.' } },
      ],
      objectives: [
        {
          text: { fi: 'ohjata oppilasta päättelemään ja kertomaan, miten ratkaisu syntyi', sv: 'handleda eleven att resonera och berätta hur lösningen kom till' },
          contents: [1, 2],
          competences: [1, 4],
          target: { fi: 'Päättely ja perusteleminen', sv: 'Resonemang och motivering' },
          criteria: {
            5: { fi: 'Oppilas kertoo ohjattuna yhden ratkaisun vaiheen.', sv: 'Eleven berättar med handledning om ett steg i lösningen.' },
            7: { fi: 'Oppilas kertoo ratkaisunsa vaiheet pääosin itse.', sv: 'Eleven berättar till största delen själv om stegen i sin lösning.' },
            8: { fi: 'Oppilas kertoo ja kirjoittaa ratkaisunsa niin, että toinen voi seurata sitä.', sv: 'Eleven berättar och skriver sin lösning så att en annan kan följa den.' },
            9: { fi: 'Oppilas vertaa ratkaisutapoja ja perustelee, mikä niistä sopii.', sv: 'Eleven jämför lösningssätt och motiverar vilket som passar.' },
          },
        },
        {
          text: { fi: 'auttaa oppilasta laskemaan sujuvasti päässä ja paperilla ja arvioimaan tulosta', sv: 'hjälpa eleven att räkna flytande i huvudet och på papper och att bedöma resultatet' },
          contents: [1],
          competences: [1, 3],
          target: { fi: 'Laskutaidot', sv: 'Räknefärdigheter' },
          criteria: {
            5: { fi: 'Oppilas laskee helppoja laskuja välineiden avulla.', sv: 'Eleven räknar lätta uppgifter med hjälpmedel.' },
            7: { fi: 'Oppilas laskee tavallisia laskuja ja huomaa selvän virheen.', sv: 'Eleven räknar vanliga uppgifter och märker ett klart fel.' },
            8: { fi: 'Oppilas laskee sujuvasti ja arvioi ensin, mitä suuruusluokkaa tulos on.', sv: 'Eleven räknar flytande och bedömer först resultatets storleksordning.' },
            9: { fi: 'Oppilas valitsee laskutavan luvuista riippuen ja tarkistaa sen toisella tavalla.', sv: 'Eleven väljer räknesätt efter talen och kontrollerar på ett annat sätt.' },
          },
        },
        {
          text: { fi: 'innostaa oppilasta keräämään tietoja ja esittämään ne muille', sv: 'inspirera eleven att samla in data och presentera dem för andra' },
          contents: [3],
          competences: [2, 4, 5],
          target: { fi: 'Tietojen käsittely', sv: 'Behandling av data' },
          criteria: {
            5: { fi: 'Oppilas lukee diagrammista yhden arvon.', sv: 'Eleven läser av ett värde i ett diagram.' },
            7: { fi: 'Oppilas tekee taulukon itse kerätyistä tiedoista.', sv: 'Eleven gör en tabell av data som hen själv har samlat in.' },
            8: { fi: 'Oppilas valitsee tietoihin sopivan diagrammin ja kertoo, mitä se näyttää.', sv: 'Eleven väljer ett diagram som passar och berättar vad det visar.' },
            9: { fi: 'Oppilas arvioi, mitä tiedoista voi ja mitä ei voi päätellä.', sv: 'Eleven bedömer vad man kan och inte kan dra för slutsatser av data.' },
          },
        },
      ],
    },
    {
      stage: '7-9',
      guidance: {
        fi: 'Tehtävissä on tarjolla sekä varmistavia että haastavia polkuja. Ratkaisuista keskustellaan pareittain ennen yhteistä koontia.',
        sv: 'I uppgifterna finns både trygga och utmanande vägar. Lösningarna diskuteras parvis före den gemensamma genomgången.',
      },
      contents: [
        { name: { fi: 'Luvut ja laskutoimitukset', sv: 'Tal och räkneoperationer' }, text: { fi: 'Negatiiviset luvut, potenssit, prosentit ja verrannollisuus.', sv: 'Negativa tal, potenser, procent och proportionalitet.' } },
        { name: { fi: 'Lausekkeet ja yhtälöt', sv: 'Uttryck och ekvationer' }, text: { fi: 'Muuttuja ja lauseke, yhtälön ratkaiseminen, yhtälön muodostaminen sanallisesta tilanteesta.', sv: 'Variabel och uttryck, att lösa en ekvation, att ställa upp en ekvation utifrån en situation.' } },
        { name: { fi: 'Funktiot ja kuvaajat', sv: 'Funktioner och grafer' }, text: { fi: 'Riippuvuus, suora ja sen kulmakerroin, kuvaajan tulkinta.', sv: 'Beroende, linjen och dess riktningskoefficient, tolkning av grafer.' } },
        { name: { fi: 'Geometria', sv: 'Geometri' }, text: { fi: 'Yhdenmuotoisuus, Pythagoraan lause, ympyrä, kappaleiden tilavuus.', sv: 'Likformighet, Pythagoras sats, cirkeln, kroppars volym.' } },
      ],
      objectives: [
        {
          text: { fi: 'kannustaa oppilasta tarttumaan ongelmaan, jota ei vielä osaa, ja yrittämään eri tavoin', sv: 'uppmuntra eleven att ta itu med ett problem som hen ännu inte kan och att försöka på olika sätt' },
          contents: [1, 2, 4],
          competences: [1, 6],
          target: { fi: 'Ongelmanratkaisu', sv: 'Problemlösning' },
          criteria: {
            5: { fi: 'Oppilas poimii tehtävästä ohjattuna tiedot, joita tarvitaan.', sv: 'Eleven plockar med handledning ut de uppgifter som behövs.' },
            7: { fi: 'Oppilas ratkaisee tutun kaltaisen ongelman ja kertoo, mitä teki.', sv: 'Eleven löser ett problem som liknar ett bekant och berättar vad hen gjorde.' },
            8: { fi: 'Oppilas jakaa ongelman osiin, ratkaisee sen ja tarkistaa, onko tulos mahdollinen.', sv: 'Eleven delar upp problemet, löser det och kontrollerar om resultatet är möjligt.' },
            9: { fi: 'Oppilas vertaa useita ratkaisutapoja ja yleistää ratkaisunsa.', sv: 'Eleven jämför flera lösningssätt och generaliserar sin lösning.' },
          },
        },
        {
          text: { fi: 'ohjata oppilasta muodostamaan ja ratkaisemaan yhtälöitä', sv: 'handleda eleven att ställa upp och lösa ekvationer' },
          contents: [2],
          competences: [1, 4],
          target: { fi: 'Yhtälöt', sv: 'Ekvationer' },
          criteria: {
            5: { fi: 'Oppilas kokeilee, mikä luku toteuttaa yksinkertaisen yhtälön.', sv: 'Eleven prövar vilket tal som satisfierar en enkel ekvation.' },
            7: { fi: 'Oppilas ratkaisee ensimmäisen asteen yhtälön vaiheittain.', sv: 'Eleven löser en ekvation av första graden stegvis.' },
            8: { fi: 'Oppilas muodostaa yhtälön sanallisesta tilanteesta ja ratkaisee sen.', sv: 'Eleven ställer upp en ekvation utifrån en situation och löser den.' },
            9: { fi: 'Oppilas ratkaisee yhtälöparin ja perustelee valitsemansa tavan.', sv: 'Eleven löser ett ekvationspar och motiverar sitt val av metod.' },
          },
        },
        {
          text: { fi: 'auttaa oppilasta näkemään riippuvuuksia ja kuvaamaan niitä funktioilla ja kuvaajilla', sv: 'hjälpa eleven att se samband och beskriva dem med funktioner och grafer' },
          contents: [3],
          competences: [4, 5],
          target: { fi: 'Funktiot', sv: 'Funktioner' },
          criteria: {
            5: { fi: 'Oppilas merkitsee pisteitä koordinaatistoon.', sv: 'Eleven märker ut punkter i ett koordinatsystem.' },
            7: { fi: 'Oppilas piirtää suoran taulukon avulla ja lukee siitä arvoja.', sv: 'Eleven ritar en linje med hjälp av en tabell och läser av värden.' },
            8: { fi: 'Oppilas kertoo, mitä kulmakerroin ja vakiotermi tilanteessa merkitsevät.', sv: 'Eleven berättar vad riktningskoefficienten och konstanttermen betyder i situationen.' },
            9: { fi: 'Oppilas valitsee tilanteeseen sopivan mallin ja arvioi, missä se pätee.', sv: 'Eleven väljer en modell som passar och bedömer var den gäller.' },
          },
        },
        {
          text: { fi: 'ohjata oppilasta mittaamaan, piirtämään ja päättelemään kuvioiden ominaisuuksia', sv: 'handleda eleven att mäta, rita och dra slutsatser om figurers egenskaper' },
          contents: [4],
          competences: [1, 5],
          target: { fi: 'Geometria', sv: 'Geometri' },
          criteria: {
            5: { fi: 'Oppilas nimeää tavallisia kuvioita ja mittaa niiden sivuja.', sv: 'Eleven namnger vanliga figurer och mäter deras sidor.' },
            7: { fi: 'Oppilas laskee kolmion ja ympyrän pinta-alan.', sv: 'Eleven räknar ut arean av en triangel och en cirkel.' },
            8: { fi: 'Oppilas käyttää yhdenmuotoisuutta ja Pythagoraan lausetta.', sv: 'Eleven använder likformighet och Pythagoras sats.' },
            9: { fi: 'Oppilas yhdistää geometrian tietoja ja perustelee päätelmänsä.', sv: 'Eleven förenar kunskaper i geometri och motiverar sina slutsatser.' },
          },
        },
        {
          text: { fi: 'kehittää oppilaan taitoa laskea prosenteilla arjen tilanteissa', sv: 'utveckla elevens förmåga att räkna med procent i vardagliga situationer' },
          contents: [1],
          competences: [3, 7],
          target: { fi: 'Prosenttilaskenta', sv: 'Procenträkning' },
          criteria: {
            5: { fi: 'Oppilas tietää, mitä puolet, neljäsosa ja kymmenesosa ovat prosentteina.', sv: 'Eleven vet vad hälften, en fjärdedel och en tiondel är i procent.' },
            7: { fi: 'Oppilas laskee, paljonko annettu prosenttimäärä on luvusta.', sv: 'Eleven räknar ut hur mycket en given procent är av ett tal.' },
            8: { fi: 'Oppilas laskee muutoksen prosentteina ja arvioi alennuksia ja korkoja.', sv: 'Eleven räknar ut en förändring i procent och bedömer rabatter och räntor.' },
            9: { fi: 'Oppilas ratkaisee usean muutoksen tehtäviä ja erottaa prosentin ja prosenttiyksikön.', sv: 'Eleven löser uppgifter med flera förändringar och skiljer mellan procent och procentenhet.' },
          },
        },
      ],
    },
  ],
};
