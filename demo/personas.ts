import type { Name } from './calendar/school-year.ts';

/** Somebody to sign in as. The key is also the demo sign-in's subject. */
export interface Persona {
  readonly key: string;
  readonly name: string;
  readonly role: string;
  readonly providerKey: string;
  readonly description: Name;
}

const persona = (key: string, name: string, role: string, fi: string, sv: string, en: string): Persona => ({
  key,
  name,
  role,
  providerKey: 'koivula',
  description: { fi, sv, en },
});

/** Everybody one can sign in as, in the order of a school day. */
export const personas: readonly Persona[] = [
  persona('teacher', 'Elina Rautio', 'teacher', 'Opettaa matematiikkaa ja fysiikkaa. Klo 9.00 alkaa tunti 8A:lle, 24 oppilasta.', 'Undervisar i matematik och fysik. Kl. 9.00 börjar lektionen för 8A, 24 elever.', 'Teaches mathematics and physics. At 9:00 a lesson begins for 8A, 24 pupils.'),
  persona('class-teacher', 'Antti Saarinen', 'class-teacher', 'Luokan 5A luokanopettaja. Yksi poissaolo odottaa selvitystä.', 'Klasslärare för 5A. En frånvaro väntar på utredning.', 'Class teacher of 5A. One absence waits to be explained.'),
  persona('special-needs-teacher', 'Leena Hiltunen', 'special-needs-teacher', 'Erityisopettaja, mukana monen luokan tunneilla.', 'Speciallärare, med på många klassers lektioner.', 'Special needs teacher, takes part in many classes’ lessons.'),
  persona('counsellor', 'Jari Koskela', 'guidance-counsellor', 'Opinto-ohjaaja, luokat 8 ja 9.', 'Studiehandledare, årskurserna 8 och 9.', 'Guidance counsellor, grades 8 and 9.'),
  persona('principal', 'Kristiina Palmu', 'principal', 'Koivulan koulun rehtori, 450 oppilasta.', 'Rektor för Koivula skola, 450 elever.', 'Principal of Koivula Comprehensive School, 450 pupils.'),
  persona('secretary', 'Tarja Lehto', 'school-secretary', 'Koivulan koulun koulusihteeri.', 'Skolsekreterare i Koivula skola.', 'School secretary of Koivula Comprehensive School.'),
  persona('guardian', 'Maria Rantanen', 'guardian', 'Kolmen lapsen huoltaja: Helmi 8A, Eino 5A ja Aino 2B. Einon poissaolo odottaa selvitystä.', 'Vårdnadshavare för tre barn: Helmi 8A, Eino 5A och Aino 2B. Einos frånvaro väntar på utredning.', 'Guardian of three: Helmi 8A, Eino 5A and Aino 2B. Eino’s absence waits to be explained.'),
  persona('guardian-two-cities', 'Laura Mäkelä', 'guardian', 'Leevi käy koulua Koivulassa, Elli Saarelassa.', 'Leevi går i skola i Koivula, Elli i Saarela.', 'Leevi goes to school in Koivula, Elli in Saarela.'),
  persona('guardian-no-custody', 'Jarno Heino', 'guardian', 'Maxin huoltaja. Toisen lapsensa tietoihin hänellä ei ole oikeutta.', 'Vårdnadshavare för Max. Har inte rätt till sitt andra barns uppgifter.', 'Guardian of Max. Has no right to his other child’s data.'),
  persona('protected-guardian', 'Sanna Heino', 'guardian', 'Äiti, jolla ja jonka tyttärellä on turvakielto.', 'Mamma med spärrmarkering, liksom hennes dotter.', 'A mother who, like her daughter, is under non-disclosure for personal safety.'),
  persona('swedish-guardian', 'Camilla Sundström', 'guardian', 'Freja 3A ja Viggo 6A ruotsinkielisessä koulussa.', 'Freja 3A och Viggo 6A i den svenska skolan.', 'Freja 3A and Viggo 6A in the Swedish school.'),
  persona('learner', 'Helmi Rantanen', 'learner', 'Kahdeksasluokkalainen, 8A.', 'Elev i åttan, 8A.', 'In grade 8, homeroom 8A.'),
  persona('upper-secondary-learner', 'Samuel Koskinen', 'learner', 'Toisen vuoden lukiolainen.', 'Andra årets studerande i gymnasiet.', 'In the second year of upper secondary.'),
  persona('swedish-teacher', 'Johan Lindqvist', 'class-teacher', 'Björklundan koulun 3A:n luokanopettaja.', 'Klasslärare för 3A i Björklunda skola.', 'Class teacher of 3A in the Swedish school.'),
  persona('expert', 'Outi Salonen', 'expert', 'Opetuspäällikkö, näkee kaupungin koulut kokonaisuutena.', 'Undervisningschef, ser stadens skolor som en helhet.', 'Head of education, sees the city’s schools as a whole.'),
  persona('main-user', 'Mikko Aaltonen', 'main-user', 'Pääkäyttäjä: tuonnit, roolit, alustan ylläpito.', 'Huvudanvändare: importer, roller, plattformens underhåll.', 'Main user: imports, roles, running the platform.'),
  persona('data-protection-officer', 'Riikka Vainio', 'data-protection-officer', 'Kaupungin tietosuojavastaava.', 'Stadens dataskyddsombud.', 'The city’s data protection officer.'),
  persona('vendor', 'Daniel Berg', 'vendor', 'Palveluntuottajan edustaja.', 'Representant för en tjänsteleverantör.', 'Represents a vendor.'),
];
