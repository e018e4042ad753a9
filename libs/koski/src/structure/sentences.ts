import type { StructureError, StructureFinding } from './finding.ts';

type Sentence = Readonly<Record<'fi' | 'sv' | 'en', string>>;

const SENTENCES: Readonly<Record<StructureError, Sentence>> = {
  missingProperty: { fi: 'Pakollinen tieto puuttuu.', sv: 'En obligatorisk uppgift saknas.', en: 'Something required is missing.' },
  unexpectedProperty: { fi: 'KOSKI ei tunne tätä tietoa tässä kohdassa.', sv: 'KOSKI känner inte till den här uppgiften på det här stället.', en: 'KOSKI does not know this field here.' },
  unexpectedType: { fi: 'Tieto on väärää tyyppiä.', sv: 'Uppgiften är av fel typ.', en: 'The value is of the wrong type.' },
  unexpectedValue: { fi: 'Arvo ei ole tässä sallittu.', sv: 'Värdet är inte tillåtet här.', en: 'The value is not allowed here.' },
  emptyString: { fi: 'Tieto on tyhjä.', sv: 'Uppgiften är tom.', en: 'The text is empty.' },
  notAnyOf: { fi: 'Tieto ei vastaa mitään sallituista muodoista.', sv: 'Uppgiften motsvarar ingen av de tillåtna formerna.', en: 'The value has none of the allowed shapes.' },
  tooFewItems: { fi: 'Luettelossa on oltava ainakin yksi tieto.', sv: 'Förteckningen ska ha minst en uppgift.', en: 'The list needs at least one entry.' },
  tooManyItems: { fi: 'Luettelossa on liian monta tietoa.', sv: 'Förteckningen har för många uppgifter.', en: 'The list has too many entries.' },
  tooSmall: { fi: 'Laajuuden on oltava suurempi kuin nolla.', sv: 'Omfattningen ska vara större än noll.', en: 'The extent must be more than zero.' },
  invalidDate: { fi: 'Päivämäärää ei ole olemassa, tai sen muoto ei ole VVVV-KK-PP.', sv: 'Datumet finns inte eller har inte formen ÅÅÅÅ-MM-DD.', en: 'The date does not exist or is not written YYYY-MM-DD.' },
  invalidOid: { fi: 'Tunniste ei ole oikean muotoinen OID.', sv: 'Identifieraren är inte en OID av rätt form.', en: 'The identifier is not an OID of the right kind.' },
  unknownCode: { fi: 'Koodia ei ole koodistossa.', sv: 'Koden finns inte i kodverket.', en: 'The code set has no such code.' },
  periodEndsBeforeItStarts: { fi: 'Jakso päättyy ennen kuin se alkaa.', sv: 'Perioden slutar innan den börjar.', en: 'The period ends before it begins.' },
  periodWithoutStart: { fi: 'Jaksolla on loppu mutta ei alkua.', sv: 'Perioden har ett slut men ingen början.', en: 'The period has an end but no beginning.' },
  unknownOrganisation: { fi: 'Organisaatiota ei ole organisaatiopalvelussa.', sv: 'Organisationen finns inte i organisationstjänsten.', en: 'The organisation service does not know this organisation.' },
  notAnInstitution: { fi: 'Organisaatio ei ole oppilaitos.', sv: 'Organisationen är inte en läroanstalt.', en: 'The organisation is not an institution.' },
};

/** What is wrong with the structure, in a sentence for the person who corrects it; where, tells the finding's path. */
export const describeStructure = ({ error }: StructureFinding, language: keyof Sentence): string => SENTENCES[error.errorType][language];
