import type { Said } from '../curriculum/content.ts';

/** A unit as teachers call it, how many of ten lessons it takes, and what its lessons are about. */
export interface UnitSpec {
  readonly name: Said;
  readonly tenths: number;
  /** Numbers of objectives of the subject's stage in the demo's curriculum. */
  readonly objectives: readonly number[];
  readonly topics: readonly Said[];
}

export interface SubjectPlanSpec {
  readonly code: string;
  /** Stage of the curriculum: which grade levels it is for. */
  readonly stage: '1-2' | '3-6' | '7-9';
  readonly hasExams: boolean;
  readonly units: readonly UnitSpec[];
}

const said = (text: string): Said => {
  const [fi = '', sv = fi] = text.split(' | ');
  return { fi, sv };
};

const unit = (name: string, tenths: number, objectives: readonly number[], ...topics: readonly string[]): UnitSpec => ({ name: said(name), tenths, objectives, topics: topics.map(said) });

/** A year of a subject at a stage. */
export const subjectPlans: readonly SubjectPlanSpec[] = [
  {
    code: 'MA',
    stage: '7-9',
    hasExams: true,
    units: [
      unit('Luvut ja laskutoimitukset | Tal och räknesätt', 2, [1, 2], 'Negatiiviset luvut | Negativa tal', 'Laskujärjestys | Räkneordning', 'Potenssit | Potenser', 'Pyöristäminen ja arviointi | Avrundning och överslag', 'Kertaus | Repetition'),
      unit('Lausekkeet ja yhtälöt | Uttryck och ekvationer', 3, [2, 3], 'Muuttuja ja lauseke | Variabel och uttryck', 'Yhtälön ratkaiseminen | Lösa ekvationer', 'Yhtälö sanallisesta tehtävästä | Ekvation ur en textuppgift', 'Verranto | Proportion', 'Kertaus ja itsearviointi | Repetition och självvärdering'),
      unit('Prosentit | Procent', 2, [3, 4], 'Prosenttiosuus | Procentandel', 'Muutos prosentteina | Förändring i procent', 'Alennus ja korko | Rabatt och ränta', 'Talousprojekti | Ekonomiprojekt'),
      unit('Geometria | Geometri', 2, [4, 5], 'Kulmat ja suorat | Vinklar och linjer', 'Kolmiot | Trianglar', 'Pinta-ala ja tilavuus | Area och volym', 'Mittaaminen pihalla | Mätning på gården'),
      unit('Tilastot ja todennäköisyys | Statistik och sannolikhet', 1, [5], 'Diagrammit | Diagram', 'Keskiluvut | Lägesmått', 'Todennäköisyys | Sannolikhet'),
    ],
  },
  {
    code: 'MA',
    stage: '3-6',
    hasExams: true,
    units: [
      unit('Kymmenjärjestelmä ja allekkain laskeminen | Tiosystemet och uppställning', 3, [1, 2], 'Suuret luvut | Stora tal', 'Yhteenlasku allekkain | Addition med uppställning', 'Vähennyslasku allekkain | Subtraktion med uppställning', 'Sanallisia tehtäviä | Textuppgifter'),
      unit('Kertolasku ja jakolasku | Multiplikation och division', 3, [2, 3], 'Kertotaulut | Multiplikationstabeller', 'Kertominen osissa | Multiplikation i delar', 'Jakokulma | Division', 'Pelitunti | Speltimme'),
      unit('Murtoluvut ja desimaaliluvut | Bråk och decimaltal', 2, [1, 3], 'Osa kokonaisesta | En del av helheten', 'Samannimiset murtoluvut | Liknämniga bråk', 'Desimaaliluvut mitoissa | Decimaltal i mått'),
      unit('Kuviot ja mittaaminen | Figurer och mätning', 2, [4], 'Piiri | Omkrets', 'Pinta-ala | Area', 'Kulmat | Vinklar'),
    ],
  },
  {
    code: 'FY',
    stage: '7-9',
    hasExams: true,
    units: [
      unit('Mittaaminen ja tutkiminen | Mätning och undersökning', 2, [1, 2], 'Näin tutkitaan | Så undersöker man', 'Mittayksiköt | Måttenheter', 'Tiheys | Densitet', 'Työselostus | Arbetsredogörelse'),
      unit('Liike ja voima | Rörelse och kraft', 3, [2, 3], 'Nopeus | Hastighet', 'Kuvaaja liikkeestä | Graf över rörelse', 'Voima ja vuorovaikutus | Kraft och växelverkan', 'Kitka | Friktion', 'Newtonin lait | Newtons lagar'),
      unit('Lämpö ja energia | Värme och energi', 2, [3, 4], 'Lämpö ja lämpötila | Värme och temperatur', 'Olomuodot | Aggregationsformer', 'Energian säilyminen | Energins bevarande'),
      unit('Sähkö | Elektricitet', 3, [1, 4], 'Virtapiiri | Strömkrets', 'Jännite ja virta | Spänning och ström', 'Sähkö kotona | Elen hemma', 'Turvallisuus | Säkerhet'),
    ],
  },
  {
    code: 'YL',
    stage: '3-6',
    hasExams: true,
    units: [
      unit('Metsän eliöt | Skogens organismer', 3, [1, 2], 'Metsäretki | Skogsutflykt', 'Ravintoketju | Näringskedja', 'Puut ja sammalet | Träd och mossor', 'Retkipäiväkirja | Utflyktsdagbok'),
      unit('Ihmisen keho | Människans kropp', 3, [2, 3], 'Luusto ja lihakset | Skelett och muskler', 'Sydän ja verenkierto | Hjärtat och blodomloppet', 'Terveellinen arki | En hälsosam vardag'),
      unit('Aineet ja ilmiöt | Ämnen och fenomen', 2, [1, 3], 'Veden olomuodot | Vattnets former', 'Magneetit | Magneter', 'Oma tutkimus | En egen undersökning'),
      unit('Suomi ja Pohjola kartalla | Finland och Norden på kartan', 2, [2], 'Kartan lukeminen | Läsa karta', 'Ilmasto ja kasvillisuus | Klimat och växtlighet', 'Matkasuunnitelma | Reseplan'),
    ],
  },
  {
    code: 'AI',
    stage: '7-9',
    hasExams: true,
    units: [
      unit('Novelli ja kertoja | Novellen och berättaren', 3, [], 'Novellin luku | Läsa en novell', 'Kertoja ja näkökulma | Berättare och perspektiv', 'Oma novelli | En egen novell', 'Palautepari | Responspar'),
      unit('Vaikuttaminen | Påverkan', 3, [], 'Mielipideteksti | Insändare', 'Mainos | Reklam', 'Väittely | Debatt', 'Lähteet | Källor'),
      unit('Kielen rakenteet | Språkets strukturer', 2, [], 'Lauseenjäsenet | Satsdelar', 'Sivulause ja pilkku | Bisats och komma', 'Tekstin sidosteisuus | Sammanhang i text'),
      unit('Lukupiiri | Läsecirkel', 2, [], 'Kirjan valinta | Val av bok', 'Lukupäiväkirja | Läsdagbok', 'Kirjaesittely | Bokpresentation'),
    ],
  },
  {
    code: 'AI',
    stage: '3-6',
    hasExams: false,
    units: [
      unit('Kertomus | Berättelse', 4, [], 'Alku, keskikohta ja loppu | Början, mitt och slut', 'Henkilökuvaus | Personbeskrivning', 'Luetaan ääneen | Högläsning', 'Oma kertomus | En egen berättelse'),
      unit('Sanaluokat | Ordklasser', 3, [], 'Substantiivit | Substantiv', 'Verbit | Verb', 'Adjektiivit | Adjektiv', 'Sanaluokkapeli | Ordklasspel'),
      unit('Tiedonhaku | Informationssökning', 3, [], 'Kirjastokäynti | Biblioteksbesök', 'Muistiinpanot | Anteckningar', 'Esitelmä | Föredrag'),
    ],
  },
  {
    code: 'HI',
    stage: '7-9',
    hasExams: true,
    units: [
      unit('Teollistuva maailma | Den industrialiserade världen', 4, [], 'Höyrykone | Ångmaskinen', 'Lapset tehtaassa | Barn i fabriken', 'Kaupungit kasvavat | Städerna växer', 'Lähdetyö | Källarbete'),
      unit('Suomi itsenäistyy | Finland blir självständigt', 3, [], 'Autonomian aika | Autonomins tid', 'Vuosi 1917 | Året 1917', 'Sisällissota | Inbördeskriget'),
      unit('Maailmansodat | Världskrigen', 3, [], 'Ensimmäinen maailmansota | Första världskriget', 'Talvisota | Vinterkriget', 'Rauha ja muisti | Fred och minne'),
    ],
  },
  {
    code: 'BI',
    stage: '7-9',
    hasExams: true,
    units: [
      unit('Vesien luonto | Vattnens natur', 4, [], 'Järven vyöhykkeet | Sjöns zoner', 'Kalat | Fiskar', 'Itämeri | Östersjön', 'Vesinäytteet | Vattenprover'),
      unit('Metsäekosysteemi | Skogens ekosystem', 4, [], 'Metsätyypit | Skogstyper', 'Hajottajat | Nedbrytare', 'Ihminen ja metsä | Människan och skogen'),
      unit('Perinnöllisyys | Ärftlighet', 2, [], 'Solu ja perimä | Cellen och arvsmassan', 'Periytyminen | Nedärvning'),
    ],
  },
];

/** What teachers say most, as the product's own phrases say it. */
export const praise: readonly { readonly fi: string; readonly sv: string; readonly en: string }[] = [
  { fi: 'Aktiivista tuntityöskentelyä', sv: 'Aktivt arbete på lektionen', en: 'Active work in class' },
  { fi: 'Auttoi kaveria', sv: 'Hjälpte en kamrat', en: 'Helped a classmate' },
  { fi: 'Sinnikästä työtä', sv: 'Uthålligt arbete', en: 'Persistent work' },
  { fi: 'Keskittyminen parantunut', sv: 'Koncentrationen har blivit bättre', en: 'Concentration has improved' },
];

export const remarks: typeof praise = [
  { fi: 'Kotitehtävä tekemättä', sv: 'Hemuppgiften ogjord', en: 'Homework not done' },
  { fi: 'Työvälineet puuttuivat', sv: 'Arbetsredskapen saknades', en: 'Equipment missing' },
];
