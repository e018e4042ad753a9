import { isConfirmed, isAssessed, KIND } from './facts.ts';
import { onAttainment, onRight, V } from './rule.ts';
import { isCancelled, isFinal, stateOf, type AttainmentView, type RightView } from './view.ts';

const finals = ({ right }: RightView): number => right.states.filter(isFinal).length;

export const statesNotInOrder = onRight({
  key: `${V}.date.opiskeluoikeusjaksojenPäivämäärät`,
  fi: 'Opiskeluoikeuden tilat eivät ole aikajärjestyksessä: jokaisen on alettava edellisen jälkeen.',
  sv: 'Studierättens status är inte i tidsordning: var och en ska börja efter den föregående.',
  en: 'The states of the study right are not in order: each begins after the one before.',
  breaks: ({ right: { states } }) => states.some((state, index) => {
    const before = states[index - 1];
    return before !== undefined && (state.from < before.from || (state.from === before.from && stateOf(state) !== 'mitatoity'));
  }),
});

export const stateAfterFinal = onRight({
  key: `${V}.tila.tilaMuuttunutLopullisenTilanJälkeen`,
  fi: 'Opiskeluoikeudella on tila päättävän tilan jälkeen.',
  sv: 'Studierätten har en status efter den avslutande.',
  en: 'The study right has a state after its final one.',
  breaks: (right) => finals(right) === 1 && !isFinal(right.lastState),
});

export const severalFinalStates = onRight({
  key: `${V}.tila.montaPäättävääTilaa`,
  fi: 'Opiskeluoikeudella on useampi päättävä tila.',
  sv: 'Studierätten har flera avslutande status.',
  en: 'The study right has more than one final state.',
  breaks: (right) => finals(right) > 2 || (finals(right) === 2 && !isCancelled(right)),
});

export const cancelledInFuture = onRight({
  key: `${V}.tila.mitätöintiTulevaisuudessa`,
  fi: 'Opiskeluoikeus on mitätöity tulevaisuudessa: mitätöinnin päivä on enintään tämä päivä.',
  sv: 'Studierätten är annullerad i framtiden: annulleringens datum är högst i dag.',
  en: 'The study right is cancelled in the future: the day is at most today.',
  holdsForCancelled: true,
  breaks: (right, { today }) => isCancelled(right) && (right.lastState?.from ?? '') > today,
});

const FUNDED = new Set(['lukiokoulutus', 'luva', 'aikuistenperusopetus']);

export const fundingMissing = onRight({
  key: `${V}.tila.tilaltaPuuttuuRahoitusmuoto`,
  fi: 'Tilalta Läsnä tai Valmistunut puuttuu rahoitusmuoto.',
  sv: 'Finansieringsform saknas för status Närvarande eller Utexaminerad.',
  en: 'A state "present" or "graduated" lacks its funding.',
  breaks: ({ kind, right }) => FUNDED.has(kind) && right.states.some((state) => ['lasna', 'valmistunut'].includes(stateOf(state) ?? '') && state.funding === undefined),
});

export const tuitionFeeTooEarly = onRight({
  key: `${V}.date.alkamispäivä`,
  dates: ['tuitionFeeFrom'],
  fi: 'Lukuvuosimaksua voi käyttää rahoituksena vasta sen voimaantulon jälkeen alkavassa lukion opiskeluoikeudessa.',
  sv: 'Läsårsavgift kan vara finansieringsform endast i en studierätt i gymnasiet som börjar efter ikraftträdandet.',
  en: 'A tuition fee can fund only study rights in upper secondary that begin once the law is in force.',
  breaks: ({ kind, right, startsOn = '' }, { cutOver }) => kind === 'lukiokoulutus' && startsOn < cutOver.tuitionFeeFrom && right.states.some(({ funding }) => funding?.value === '16'),
});

const SUBJECT_SYLLABUSES: readonly string[] = [KIND.basicSubjectSyllabus, KIND.adultSubjectSyllabus, KIND.subjectSyllabus2015];
const isSubjectSyllabus = ({ kind }: AttainmentView): boolean => SUBJECT_SYLLABUSES.includes(kind);
/** Confirmed, and assessed where the record itself has a mark. */
const isComplete = (view: AttainmentView): boolean => isConfirmed(view) && (!isSubjectSyllabus(view) || isAssessed(view));
const isCompleteSubject = (view: AttainmentView): boolean => isSubjectSyllabus(view) && isComplete(view) && view.code !== 'XX';
const isGraduated = (right: RightView): boolean => stateOf(right.lastState) === 'valmistunut';

/** The records that must be confirmed before the study right can be marked as graduated. */
function toBeConfirmed({ kind, records }: RightView): readonly AttainmentView[] {
  if (records.some(isCompleteSubject) || records.some((record) => record.kind === KIND.subjectStudies)) return [];
  return kind === 'aikuistenperusopetus' ? records.filter((record) => record.kind !== KIND.adultInitial) : records;
}

export const graduatedUnconfirmed = onRight({
  key: `${V}.tila.vahvistusPuuttuu`,
  fi: 'Opiskeluoikeus on valmistunut, mutta suoritukselta puuttuu vahvistus.',
  sv: 'Studierätten är utexaminerad, men en prestation saknar bekräftelse.',
  en: 'The study right is graduated, yet a record is not confirmed.',
  breaks: (right) => isGraduated(right) && toBeConfirmed(right).some((record) => !isComplete(record)),
});

export const graduatedFromInitialPhaseOnly = onRight({
  key: `${V}.tila.suoritusPuuttuu`,
  fi: 'Aikuisten perusopetusta ei voi merkitä valmistuneeksi pelkällä alkuvaiheella.',
  sv: 'Grundläggande utbildning för vuxna kan inte avslutas med enbart inledningsskedet.',
  en: 'Basic education for adults cannot be graduated with the initial phase alone.',
  breaks: (right) => right.kind === 'aikuistenperusopetus' && isGraduated(right) && right.records.every(({ kind }) => kind === KIND.adultInitial),
});

export const confirmedWithoutAssessment = onAttainment({
  key: `${V}.tila.vahvistusIlmanArviointia`,
  fi: 'Oppiaineen oppimäärä on vahvistettu ilman arvosanaa.',
  sv: 'Ett ämnes lärokurs har bekräftats utan vitsord.',
  en: 'The syllabus of a subject is confirmed without a mark.',
  breaks: (view) => isSubjectSyllabus(view) && isConfirmed(view) && !isAssessed(view),
});

/** Groups of courses outside subjects: they have no mark of their own. */
const WITHOUT_MARK = new Set(['MS', 'LD', 'TO']);
const isUnassessed = (view: AttainmentView): boolean => !isAssessed(view) && !(view.kind === KIND.otherStudies && WITHOUT_MARK.has(view.code));

const hasUnassessedPart = (view: AttainmentView): boolean => view.parts.some((part) => isUnassessed(part) || hasUnassessedPart(part));

export const confirmedWithUnassessedPart = onAttainment({
  key: `${V}.tila.keskeneräinenOsasuoritus`,
  fi: 'Vahvistetussa suorituksessa on osa, jolta puuttuu arvosana.',
  sv: 'En bekräftad prestation har en del utan vitsord.',
  en: 'A confirmed record has a part without a mark.',
  breaks: (view) => view.parent === undefined && (isConfirmed(view) || (view.right.kind === 'lukiokoulutus' && view.right.right.isSyllabusCompleted === true)) && hasUnassessedPart(view),
});

/** Records that are nothing without parts, and have no rule of their own about them. */
const MADE_OF_PARTS: readonly string[] = [KIND.preparatory, KIND.additional, KIND.preparingForUpperSecondary];

export const confirmedWithoutParts = onAttainment({
  key: `${V}.tila.valmiiksiMerkityltäPuuttuuOsasuorituksia`,
  fi: 'Suoritus on vahvistettu, mutta siinä ei ole yhtään osaa.',
  sv: 'Prestationen är bekräftad, men den har inga delar.',
  en: 'The record is confirmed but has no parts.',
  // A stored study right may have its parts in another one that is linked to it.
  breaks: (view) => MADE_OF_PARTS.includes(view.kind) && isConfirmed(view) && view.parts.length === 0 && view.right.isNew,
});

const LEFT = new Set(['eronnut', 'katsotaaneronneeksi', 'keskeytynyt']);
/** The records that a learner who left cannot have confirmed, by the form of education. */
const WHOLE: Readonly<Record<string, (record: AttainmentView) => boolean>> = {
  esiopetus: () => true,
  perusopetuksenlisaopetus: () => true,
  perusopetus: ({ kind }) => kind === KIND.basicSyllabus,
  aikuistenperusopetus: ({ kind }) => kind === KIND.adultSyllabus,
  lukiokoulutus: ({ kind }) => kind === KIND.upperSecondarySyllabus,
};

export const leftThoughConfirmed = onRight({
  key: `${V}.tila.tilaEronnutTaiKatsotaanEronneeksiVaikkaVahvistettuPäätasonSuoritus`,
  fi: 'Oppija on merkitty eronneeksi, vaikka koko oppimäärä on vahvistettu.',
  sv: 'Den lärande har antecknats som avgången, fastän hela lärokursen är bekräftad.',
  en: 'The learner is marked as having left, though the whole syllabus is confirmed.',
  breaks: ({ kind, right, records }) => right.states.some((state) => LEFT.has(stateOf(state) ?? '')) && records.some((record) => isConfirmed(record) && WHOLE[kind]?.(record) === true),
});
