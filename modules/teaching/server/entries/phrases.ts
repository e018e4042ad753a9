import type { Phrase } from '../../contract/index.ts';

const phrase = (key: string, tone: Phrase['tone'], fi: string, sv: string, en: string): Phrase => ({ key, tone, name: { fi, sv, en }, isOwn: false });

/** What is offered until a school has chosen its own: praise first, since most lessons give reason for it. */
const BUILT_IN: readonly Phrase[] = [
  phrase('active', 'positive', 'Aktiivista tuntityöskentelyä', 'Aktivt arbete på lektionen', 'Active work in class'),
  phrase('eager', 'positive', 'Innokkuutta opiskelussa', 'Iver i studierna', 'Eager to learn'),
  phrase('focused', 'positive', 'Keskittyminen parantunut', 'Koncentrationen har blivit bättre', 'Concentration has improved'),
  phrase('kind', 'positive', 'Auttoi kaveria', 'Hjälpte en kamrat', 'Helped a classmate'),
  phrase('creative', 'positive', 'Luova ratkaisu', 'En kreativ lösning', 'A creative solution'),
  phrase('persevering', 'positive', 'Sinnikästä työtä', 'Uthålligt arbete', 'Persistent work'),
  phrase('homework-undone', 'neutral', 'Kotitehtävä tekemättä', 'Hemuppgiften ogjord', 'Homework not done'),
  phrase('equipment', 'neutral', 'Työvälineet puuttuivat', 'Arbetsredskapen saknades', 'Equipment missing'),
  phrase('restless', 'neutral', 'Tunnilla levotonta', 'Orolig på lektionen', 'Restless in class'),
];

/** A school's own phrases take the place of the product's; one's own come after them. */
export const offered = (ofSchool: readonly Phrase[], own: readonly Phrase[]): Phrase[] => [...(ofSchool.length > 0 ? ofSchool : BUILT_IN), ...own];
