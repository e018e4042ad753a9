import type { StudyRight } from '../record/record.ts';
import { KIND } from './facts.ts';
import { schoolOidOf } from './organisations.ts';
import { onRight, V } from './rule.ts';
import { isCancelled, isFinal, type Context, type RightView } from './view.ts';

export const newRightCancelled = onRight({
  key: `${V}.tila.uudenOpiskeluoikeudenTallennusMitäöitynäEiSallittu`,
  stage: 'storing',
  holdsForCancelled: true,
  fi: 'Uutta opiskeluoikeutta ei voi tallentaa mitätöitynä.',
  sv: 'En ny studierätt kan inte sparas som annullerad.',
  en: 'A new study right cannot be stored as cancelled.',
  breaks: (right) => right.isNew && isCancelled(right),
});

export const wrongVersion = onRight({
  key: 'conflict.versionumero',
  stage: 'storing',
  fi: 'Opiskeluoikeudesta on KOSKESSA toinen versio kuin se, johon muutos perustuu.',
  sv: 'KOSKI har en annan version av studierätten än den som ändringen bygger på.',
  en: 'KOSKI has another version of the study right than the one this change is based on.',
  breaks({ right: { version }, stored, isNew }) {
    if (version === undefined) return false;
    return isNew ? version !== 1 : stored?.version !== undefined && stored.version !== version;
  },
});

export const unknownStudyRight = onRight({
  key: 'notFound.opiskeluoikeuttaEiLöydyTaiEiOikeuksia',
  stage: 'storing',
  holdsForCancelled: true,
  fi: 'Opiskeluoikeutta ei löydy tunnisteella, tai siihen ei ole oikeuksia.',
  sv: 'Studierätten hittas inte, eller så saknas rättigheter till den.',
  en: 'No study right has this identifier, or there is no right to it.',
  breaks: ({ right: { oid }, stored }, { findStudyRight }) => oid !== undefined && stored === undefined && findStudyRight !== undefined && findStudyRight(oid) === undefined,
});

export const studyRightOfOtherLearner = onRight({
  key: 'forbidden.oppijaOidinMuutos',
  stage: 'storing',
  fi: 'Opiskeluoikeus on toisen oppijan.',
  sv: 'Studierätten hör till en annan lärande.',
  en: 'The study right belongs to another learner.',
  breaks({ right: { oid } }, { document, findStudyRight }) {
    const owner = oid === undefined ? undefined : findStudyRight?.(oid)?.learnerOid;
    return owner !== undefined && document.learner.oid !== undefined && owner !== document.learner.oid;
  },
});

export const typeChanged = onRight({
  key: 'forbidden.kiellettyMuutos',
  stage: 'storing',
  fi: 'Tallennetun opiskeluoikeuden tyyppiä ei voi vaihtaa.',
  sv: 'En sparad studierätts typ kan inte ändras.',
  en: 'The type of a stored study right cannot change.',
  breaks: ({ kind, stored }) => stored !== undefined && stored.kind.value !== kind,
});

export const sourceIdRemoved = onRight({
  key: 'forbidden.kiellettyMuutos',
  stage: 'storing',
  fi: 'Tallennetusta opiskeluoikeudesta ei voi poistaa lähdejärjestelmän tunnistetta.',
  sv: 'Källsystemets identifierare kan inte tas bort från en sparad studierätt.',
  en: 'The id of the source system cannot be removed from a stored study right.',
  breaks: ({ right, stored }) => stored?.source !== undefined && right.source === undefined && right.unlinking === undefined,
});

export const schoolChanged = onRight({
  key: `${V}.organisaatio.oppilaitoksenVaihto`,
  stage: 'storing',
  fi: 'Opiskeluoikeutta ei voi siirtää toiseen toimivaan oppilaitokseen: oppija saa siellä uuden opiskeluoikeuden.',
  sv: 'En studierätt kan inte flyttas till en annan verksam läroanstalt: den lärande får en ny studierätt där.',
  en: 'A study right cannot move to another active institution: the learner gets a new one there.',
  breaks(right, { findOrganisation }) {
    const [before, now] = [right.stored?.school?.oid, schoolOidOf(right, findOrganisation)];
    return before !== undefined && now !== undefined && before !== now && findOrganisation?.(before)?.isPassive === false;
  },
});

export const syllabusAndSubjectsSwapped = onRight({
  key: `${V}.rakenne.suorituksenTyyppiMuuttunut`,
  stage: 'storing',
  fi: 'Lukion oppimäärän opiskeluoikeutta ei voi muuttaa aineopinnoiksi eikä päinvastoin.',
  sv: 'En studierätt för gymnasiets lärokurs kan inte ändras till ämnesstudier eller tvärtom.',
  en: 'A study right for the upper secondary syllabus cannot become subject studies, nor the reverse.',
  breaks({ records, stored }) {
    const had = (kind: string): boolean => (stored?.attainments ?? []).some((attainment) => attainment.kind?.value === kind);
    const has = (kind: string): boolean => records.some((record) => record.kind === kind);
    return (had(KIND.upperSecondarySyllabus) && has(KIND.subjectStudies)) || (had(KIND.subjectStudies) && has(KIND.upperSecondarySyllabus));
  },
});

export const linkedRightMissing = onRight({
  key: `${V}.sisältäväOpiskeluoikeus.eiLöydy`,
  fi: 'Opiskeluoikeutta, johon tämä sisältyy, ei löydy.',
  sv: 'Studierätten som denna ingår i hittas inte.',
  en: 'The study right that this one is part of is not found.',
  breaks: ({ right: { partOf } }, { findStudyRight }) => partOf !== undefined && findStudyRight !== undefined && findStudyRight(partOf.oid) === undefined,
});

export const linkedRightElsewhere = onRight({
  key: `${V}.sisältäväOpiskeluoikeus.vääräOppilaitos`,
  fi: 'Opiskeluoikeus, johon tämä sisältyy, on toisessa oppilaitoksessa kuin on merkitty.',
  sv: 'Studierätten som denna ingår i finns i en annan läroanstalt än den angivna.',
  en: 'The study right that this one is part of is in another institution than stated.',
  breaks({ right: { partOf } }, { findStudyRight }) {
    const linked = partOf === undefined ? undefined : findStudyRight?.(partOf.oid);
    return linked !== undefined && linked.schoolOid !== partOf?.school?.oid;
  },
});

export const linkedRightOfOtherLearner = onRight({
  key: `${V}.sisältäväOpiskeluoikeus.henkilöTiedot`,
  fi: 'Opiskeluoikeus, johon tämä sisältyy, on toisen oppijan.',
  sv: 'Studierätten som denna ingår i hör till en annan lärande.',
  en: 'The study right that this one is part of belongs to another learner.',
  breaks({ right: { partOf } }, { findStudyRight, document, storedLearnerOid }) {
    const linked = partOf === undefined ? undefined : findStudyRight?.(partOf.oid);
    const learner = document.learner.oid ?? storedLearnerOid;
    return linked !== undefined && linked.schoolOid === partOf?.school?.oid && learner !== undefined && linked.learnerOid !== learner;
  },
});

const endOf = ({ states }: StudyRight): string | undefined => (isFinal(states.at(-1)) ? states.at(-1)?.from : undefined);
const overlaps = (right: RightView, other: StudyRight): boolean => (right.startsOn ?? '') <= (endOf(other) ?? '9999') && (other.states[0]?.from ?? '') <= (right.endsOn ?? '9999');
const firstOf = ({ attainments: [first] }: StudyRight): string => `${first?.kind?.value ?? ''}/${first?.content.code.value ?? ''}`;
const isBasic = ({ attainments }: StudyRight): boolean => attainments.some(({ kind }) => kind?.value === KIND.basicSyllabus || kind?.value === KIND.grade);

/** What counts as the same study right a second time, by the form of education. */
function isDuplicate(right: RightView, other: StudyRight): boolean {
  if (right.kind === 'perusopetus') return isBasic(right.right) === isBasic(other) && (isBasic(other) ? overlaps(right, other) : endOf(other) === undefined);
  if (right.kind === 'lukiokoulutus' && right.records.some(({ kind }) => kind !== KIND.upperSecondarySyllabus)) return false;
  return firstOf(right.right) === firstOf(other) && overlaps(right, other);
}

function isComparable(right: RightView, other: StudyRight, { findOrganisation }: Context): boolean {
  const isSamePlace = other.school?.oid === schoolOidOf(right, findOrganisation);
  const isLinkedAlike = (other.partOf === undefined) === (right.right.partOf === undefined);
  return isSamePlace && isLinkedAlike && other.kind.value === right.kind && other.states.at(-1)?.state.value !== 'mitatoity';
}

export const duplicateStudyRight = onRight({
  key: 'conflict.exists',
  stage: 'person',
  fi: 'Oppijalla on jo samanlainen opiskeluoikeus tässä oppilaitoksessa.',
  sv: 'Den lärande har redan en likadan studierätt i den här läroanstalten.',
  en: 'The learner already has such a study right in this institution.',
  breaks(right, context) {
    // Those before it in the document are stored before it.
    const { rights } = context.document;
    const before = rights.slice(0, rights.indexOf(right)).map((other) => other.right);
    return right.isNew && [...(context.stored ?? []), ...before].some((other) => isComparable(right, other, context) && isDuplicate(right, other));
  },
});
