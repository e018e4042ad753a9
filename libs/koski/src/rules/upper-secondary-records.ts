import { hasDuplicates, identityOf, isCompulsory, isConfirmed, isLocal, KIND, sum, extentOf, isAssessed } from './facts.ts';
import { ADULTS, extentOfParts, isCompleted, isExcused, isLops2015, isLops2021, isMarkedCompleted, isSpecialExamination, isSubject, LOPS2021_OF, syllabusOf, YOUTH } from './upper-secondary-facts.ts';
import { onAttainment, onRight, V } from './rule.ts';
import { stateOf, type AttainmentView, type RightView } from './view.ts';

const count = ({ records }: RightView, kind: string): number => records.filter((record) => record.kind === kind).length;

export const incompatibleRecords = onRight({
  key: `${V}.rakenne.epäsopiviaSuorituksia`,
  stage: 'attainments',
  fi: 'Lukion oppimäärän opiskeluoikeudessa voi olla vain yksi suoritus, ja aineopintojen suorituksia vain yksi.',
  sv: 'En studierätt för gymnasiets lärokurs kan ha endast en prestation, och ämnesstudier endast en.',
  en: 'A study right for the upper secondary syllabus has one record, and one for subject studies.',
  breaks: (right) => right.kind === 'lukiokoulutus' && ((count(right, KIND.upperSecondarySyllabus) > 0 && right.records.length > 1) || count(right, KIND.subjectStudies) > 1),
});

export const wrongCurriculum = onAttainment({
  key: `${V}.rakenne.vääräDiaari`,
  stage: 'curriculum',
  fi: 'Nuorten oppimäärän peruste on OPH-2263-2019 ja aikuisten OPH-2267-2019.',
  sv: 'Läroplansgrunden för unga är OPH-2263-2019 och för vuxna OPH-2267-2019.',
  en: 'The core curriculum of the young is OPH-2263-2019, of adults OPH-2267-2019.',
  breaks: (view) => view.parent === undefined && isLops2021(view) && LOPS2021_OF[syllabusOf(view) ?? ''] !== view.attainment.content.curriculum,
});

const MINIMUM: Readonly<Record<string, { readonly all: number; readonly optional: number }>> = { [YOUTH]: { all: 150, optional: 20 }, [ADULTS]: { all: 88, optional: 0 } };

function hasTooFewCredits(view: AttainmentView): boolean {
  const minimum = MINIMUM[syllabusOf(view) ?? ''];
  const courses = view.parts.flatMap(({ parts }) => parts);
  const credits = (some: readonly AttainmentView[]): number => sum(some.map((course) => extentOf(course) ?? 0));
  return minimum !== undefined && (credits(courses) < minimum.all || credits(courses.filter((course) => !isCompulsory(course))) < minimum.optional);
}

export const tooFewCredits = onAttainment({
  key: `${V}.tila.valmiiksiMerkityltäPuuttuuOsasuorituksia`,
  fi: 'Suoritetuksi merkityssä oppimäärässä on oltava vähintään 150 opintopistettä, joista 20 valinnaisia (aikuisilla 88 opintopistettä).',
  sv: 'En slutförd lärokurs ska ha minst 150 studiepoäng, varav 20 valfria (för vuxna 88 studiepoäng).',
  en: 'A completed syllabus has at least 150 credits, 20 of them optional (adults: 88 credits).',
  breaks(view) {
    if (view.parent !== undefined || !isLops2021(view) || isExcused(view.right)) return false;
    if (!(view.kind === KIND.upperSecondarySyllabus ? isCompleted(view) : isMarkedCompleted(view.right))) return false;
    const isByExamination = view.attainment.isSpecialExamination === true || view.parts.some((part) => part.attainment.isSpecialExamination === true);
    if (isByExamination) return view.parts.length === 0;
    return (view.attainment.motherTongueStudies?.parts ?? []).length === 0 && hasTooFewCredits(view);
  },
});

export const subjectStudiesWithoutMark = onRight({
  key: `${V}.tila.osasuoritusPuuttuu`,
  fi: 'Aineopinnot on merkitty valmistuneeksi, mutta yhtään oppiainetta ei ole arvioitu.',
  sv: 'Ämnesstudierna har antecknats som slutförda, men inget läroämne har bedömts.',
  en: 'Subject studies are marked as graduated, yet no subject is assessed.',
  breaks: ({ lastState, records }) => {
    const studies = records.filter(({ kind }) => kind === KIND.subjectStudies);
    return stateOf(lastState) === 'valmistunut' && studies.length > 0 && !studies.some(({ parts }) => parts.some(isAssessed));
  },
});

export const deprecatedCompletion = onAttainment({
  key: `${V}.rakenne.deprekoituLukionAineopintojenPäätasonSuorituksenKenttä`,
  fi: 'Lukion oppimäärän suoritus merkitään opiskeluoikeuteen, ei aineopintojen suoritukseen.',
  sv: 'Att gymnasiets lärokurs slutförts antecknas i studierätten, inte i ämnesstudierna.',
  en: 'Completion of the syllabus is marked in the study right, not in the record of subject studies.',
  breaks: ({ attainment }) => attainment.isWholeSyllabusCompleted !== undefined,
});

export const religionAndEthicsInSyllabus = onAttainment({
  key: `${V}.rakenne.päällekkäisetETjaKTsuoritukset`,
  fi: 'Lukion oppimäärässä on sekä uskonto (KT) että elämänkatsomustieto (ET).',
  sv: 'Gymnasiets lärokurs har både religion (KT) och livsåskådningskunskap (ET).',
  en: 'The upper secondary syllabus has both religion (KT) and ethics (ET).',
  breaks: ({ kind, parts }) => kind === KIND.upperSecondarySyllabus && ['KT', 'ET'].every((code) => parts.some((part) => part.code === code)),
});

export const sameUpperSecondarySubjectTwice = onAttainment({
  key: `${V}.rakenne.duplikaattiOsasuoritus`,
  fi: 'Sama oppiaine on suorituksessa kahdesti.',
  sv: 'Samma läroämne finns två gånger i prestationen.',
  en: 'The same subject stands twice in the record.',
  breaks: ({ kind, parts }) => (kind === KIND.upperSecondarySyllabus || kind === KIND.subjectStudies) && hasDuplicates(parts.map(identityOf)),
});

export const youthSpecialExamination = onAttainment({
  key: `${V}.rakenne.erityisenäTutkintonaSuoritettuNuortenOps`,
  fi: 'Nuorten oppimäärää ei voi suorittaa kokonaan erityisenä tutkintona.',
  sv: 'Lärokursen för unga kan inte i sin helhet avläggas som särskild examen.',
  en: 'The syllabus of the young cannot be taken as a special examination as a whole.',
  breaks: (view) => view.parent === undefined && isLops2021(view) && syllabusOf(view) === YOUTH && view.attainment.isSpecialExamination === true,
});

export const specialExaminationWithoutExtent = onAttainment({
  key: `${V}.laajuudet.oppiaineenLaajuusPuuttuu`,
  fi: 'Erityisenä tutkintona suoritetulta oppiaineelta puuttuu laajuus.',
  sv: 'Ett läroämne som avlagts som särskild examen saknar omfattning.',
  en: 'A subject taken as a special examination lacks its extent.',
  breaks: (view) => isSubject(view) && isSpecialExamination(view) && extentOf(view) === undefined,
});

export const specialExaminationNarrowerThanModules = onAttainment({
  key: `${V}.laajuudet.osasuoritustenLaajuuksienSumma`,
  fi: 'Erityisenä tutkintona suoritetun oppiaineen laajuus on pienempi kuin sen osien yhteensä.',
  sv: 'Omfattningen av ett läroämne som avlagts som särskild examen är mindre än summan av dess delar.',
  en: 'The extent of a subject taken as a special examination is below the sum of its parts.',
  breaks: (view) => isSubject(view) && isSpecialExamination(view) && extentOf(view) !== undefined && (extentOf(view) ?? 0) < extentOfParts(view),
});

const courses2015 = (view: AttainmentView): number => sum(view.parts.flatMap(({ parts }) => parts.map((course) => extentOf(course) ?? 1)));
const isTooNarrow2015 = (view: AttainmentView, syllabus: string, least: number): boolean =>
  view.kind === KIND.upperSecondarySyllabus && isLops2015(view) && syllabusOf(view) === syllabus && isCompleted(view) && !isExcused(view.right) && courses2015(view) < least;

export const tooFewCoursesYouth = onAttainment({
  key: `${V}.laajuudet.lops2015VääräLaajuusNuoret`,
  fi: 'Suoritetuksi merkityssä nuorten oppimäärässä (2015) on alle 75 kurssia.',
  sv: 'En slutförd lärokurs för unga (2015) har färre än 75 kurser.',
  en: 'A completed syllabus of the young (2015) has less than 75 courses.',
  breaks: (view) => isTooNarrow2015(view, YOUTH, 75),
});

export const tooFewCoursesAdults = onAttainment({
  key: `${V}.laajuudet.lops2015VääräLaajuusAikuiset`,
  fi: 'Suoritetuksi merkityssä aikuisten oppimäärässä (2015) on alle 44 kurssia.',
  sv: 'En slutförd lärokurs för vuxna (2015) har färre än 44 kurser.',
  en: 'A completed syllabus of adults (2015) has less than 44 courses.',
  breaks: (view) => isTooNarrow2015(view, ADULTS, 44),
});

export const completedWithoutConfirmedSubject = onRight({
  key: `${V}.rakenne.oppimääräSuoritettuIlmanVahvistettuaOppiaineenOppimäärää`,
  fi: 'Oppimäärä on merkitty suoritetuksi, mutta yhtään oppiaineen oppimäärää ei ole vahvistettu.',
  sv: 'Lärokursen har antecknats som slutförd, men ingen ämneslärokurs har bekräftats.',
  en: 'The syllabus is marked as completed, yet no subject syllabus is confirmed.',
  breaks(right) {
    const subjects = right.records.filter(({ kind }) => kind === KIND.subjectSyllabus2015);
    return isMarkedCompleted(right) && subjects.length > 0 && !subjects.some(isConfirmed);
  },
});

const UNIT_OF: Readonly<Record<string, string>> = { 'OPH-4958-2020': '2', '56/011/2015': '4' };

export const preparatoryUpperSecondaryUnit = onAttainment({
  key: `${V}.laajuudet.lukioonValmistavallaKoulutuksellaVääräLaajuudenArvo`,
  fi: 'Lukioon valmistavan koulutuksen laajuuden yksikkö on opintopiste (OPH-4958-2020) tai kurssi (56/011/2015).',
  sv: 'Omfattningen av utbildning som förbereder för gymnasiet anges i studiepoäng (OPH-4958-2020) eller kurser (56/011/2015).',
  en: 'The extent of education preparing for upper secondary is in credits (OPH-4958-2020) or courses (56/011/2015).',
  breaks({ attainment, top }) {
    const unit = top.kind === KIND.preparingForUpperSecondary ? UNIT_OF[top.attainment.content.curriculum ?? ''] : undefined;
    const given = attainment.content.extent?.unit?.value;
    return unit !== undefined && given !== undefined && given !== unit;
  },
});

const RETIRED = new Set(['ib', 'kielijakansainvalisyys', 'matematiikka-luonnontiede-ymparisto-tekniikka', 'steiner', 'taide', 'urheilu', 'muu']);

export const retiredSpecialTask = onRight({
  key: `${V}.koodisto.tuntematonKoodi`,
  fi: 'Erityisen koulutustehtävän koodi on poistunut käytöstä.',
  sv: 'Koden för den särskilda utbildningsuppgiften används inte längre.',
  en: 'The code of the special educational task is no longer in use.',
  breaks: ({ right: { extras } }) => (extras?.specialTasks ?? []).some(({ task }) => RETIRED.has(task.value)),
});

export const localSubjectWithNationalCode = onAttainment({
  key: `${V}.rakenne.epäsopiviaOsasuorituksia`,
  fi: 'Paikallisella oppiaineella on valtakunnallisen oppiaineen koodi.',
  sv: 'Ett lokalt läroämne har koden för ett nationellt läroämne.',
  en: 'A local subject has the code of a national one.',
  breaks: (view) => isSubject(view) && isLocal(view) && NATIONAL_SUBJECTS.has(view.code),
});
const NATIONAL_SUBJECTS = new Set(['A', 'AI', 'AOM', 'B1', 'B2', 'B3', 'BI', 'ET', 'FI', 'FY', 'GE', 'HI', 'KE', 'KT', 'KU', 'LI', 'MA', 'MU', 'OP', 'PS', 'TE', 'YH']);
