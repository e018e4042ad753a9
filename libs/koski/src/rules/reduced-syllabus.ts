import { isOutsideGrades } from './basic-records.ts';
import { confirmedOn, gradeOf, isConfirmed, KIND, latestMark } from './facts.ts';
import { holds } from './periods.ts';
import { onAttainment, V } from './rule.ts';
import { specialSupport, supportDecisions } from './support.ts';
import type { AttainmentView } from './view.ts';

const isLimited = (view: AttainmentView): boolean => view.kind === KIND.subject && view.attainment.isLimited === true;
const gradeAbove = ({ parent }: AttainmentView): string | undefined => (parent === undefined ? undefined : gradeOf(parent));
const isAboveConfirmed = ({ parent }: AttainmentView): boolean => parent !== undefined && isConfirmed(parent);
const dayAbove = ({ parent }: AttainmentView): string | undefined => (parent === undefined ? undefined : confirmedOn(parent));
const isMarkedOtherThan = (view: AttainmentView, allowed: readonly string[]): boolean => {
  const mark = latestMark(view);
  return mark !== undefined && !allowed.includes(mark);
};

export const individualisedAndLimited = onAttainment({
  key: `${V}.rakenne`,
  fi: 'Oppiaine ei voi olla sekä yksilöllistetty että rajattu.',
  sv: 'Ett läroämne kan inte vara både individualiserat och avgränsat.',
  en: 'A subject cannot be both individualised and limited.',
  breaks: (view) => isLimited(view) && view.attainment.isIndividualised === true,
});

export const limitedBeforeReform = onAttainment({
  key: `${V}.date`,
  dates: ['limitedSyllabusFrom'],
  fi: 'Rajattua oppimäärää ei voi käyttää suorituksessa, joka on vahvistettu ennen sen voimaantuloa.',
  sv: 'En avgränsad lärokurs kan inte användas i en prestation som bekräftats innan den trätt i kraft.',
  en: 'A limited syllabus cannot stand in a record confirmed before it came into force.',
  breaks: (view, { cutOver }) => isLimited(view) && (dayAbove(view) ?? '9999') < cutOver.limitedSyllabusFrom,
});

export const limitedWithoutDecision = onAttainment({
  key: `${V}.date`,
  fi: 'Rajatulla oppimäärällä on oltava tukea tai erityistä tukea koskeva päätös suorituksen vahvistuspäivänä.',
  sv: 'En avgränsad lärokurs förutsätter ett beslut om stöd eller särskilt stöd den dag prestationen bekräftas.',
  en: 'A limited syllabus needs a decision on support or special support on the day of confirmation.',
  breaks(view) {
    const day = dayAbove(view);
    return isLimited(view) && day !== undefined && ![...supportDecisions(view.right), ...specialSupport(view.right)].some((period) => holds(period, day));
  },
});

export const limitedMarkInGrade = onAttainment({
  key: `${V}.date`,
  fi: 'Rajattu oppimäärä arvioidaan vuosiluokilla 1–8 vain merkinnällä S tai H.',
  sv: 'En avgränsad lärokurs bedöms i årskurserna 1–8 endast med S eller H.',
  en: 'In grades 1–8 a limited syllabus is marked S or H.',
  breaks: (view) => isLimited(view) && isAboveConfirmed(view) && gradeAbove(view) !== undefined && gradeAbove(view) !== '9' && isMarkedOtherThan(view, ['S', 'H']),
});

export const limitedMarkWhenRepeating = onAttainment({
  key: `${V}.date`,
  fi: 'Rajattu oppimäärä arvioidaan luokalle jäävän 9. vuosiluokalla vain merkinnällä S tai H.',
  sv: 'En avgränsad lärokurs bedöms i årskurs 9 för den som stannar på klassen endast med S eller H.',
  en: 'In a repeated grade 9 a limited syllabus is marked S or H.',
  breaks: (view) => isLimited(view) && gradeAbove(view) === '9' && view.parent?.attainment.repeatsGrade === true && isMarkedOtherThan(view, ['S', 'H']),
});

export const limitedMarkInCertificate = onAttainment({
  key: `${V}.date`,
  fi: 'Rajatun oppimäärän päättöarvosana on aina 5.',
  sv: 'Slutvitsordet för en avgränsad lärokurs är alltid 5.',
  en: 'The final mark of a limited syllabus is always 5.',
  breaks: (view) => isLimited(view) && view.parent?.kind === KIND.basicSyllabus && isAboveConfirmed(view) && isMarkedOtherThan(view, ['5']),
});

export const individualisedTooLate = onAttainment({
  key: `${V}.date`,
  dates: ['individualisedUntil'],
  fi: 'Yksilöllistettyä oppimäärää ei voi enää käyttää: suoritus on vahvistettu sen viimeisen käyttöpäivän jälkeen.',
  sv: 'En individualiserad lärokurs kan inte längre användas: prestationen har bekräftats efter dess sista giltighetsdag.',
  en: 'An individualised syllabus can no longer be used: the record is confirmed after its last day.',
  breaks: (view, { cutOver }) => view.kind === KIND.subject && view.attainment.isIndividualised === true && (dayAbove(view) ?? '') > cutOver.individualisedUntil,
});

const hasOtherGrade = (view: AttainmentView): boolean => view.kind === KIND.subject && view.attainment.gradeLevel !== undefined && gradeAbove(view) !== undefined && isAboveConfirmed(view);
const isExcusedOutsideGrades = (view: AttainmentView, until: string): boolean => isOutsideGrades(view.right) && (dayAbove(view) ?? '') <= until;

export const gradeLevelWithoutPeriod = onAttainment({
  key: `${V}.date`,
  dates: ['outsideGradesUntil'],
  fi: 'Oppiaineella on oma luokka-aste, mutta vuosiluokan vahvistuspäivänä ei ole voimassa tavoitekokonaisuuksittain opiskelua eikä yhdysluokkaa.',
  sv: 'Läroämnet har en egen årskurs, men den dag årskursen bekräftas gäller varken studier enligt målhelheter eller sammansatt klass.',
  en: 'A subject has its own grade level, yet on the day the grade is confirmed neither goal entities nor a combined class holds.',
  breaks(view, { cutOver }) {
    const day = dayAbove(view);
    if (day === undefined || !hasOtherGrade(view) || isExcusedOutsideGrades(view, cutOver.outsideGradesUntil)) return false;
    const { extras } = view.right.right;
    return ![...(extras?.byGoalEntities ?? []), ...(extras?.combinedGradeClass ?? [])].some((period) => holds(period, day));
  },
});

export const gradeLevelOfItsGrade = onAttainment({
  key: `${V}.date`,
  dates: ['outsideGradesUntil'],
  fi: 'Oppiaineen luokka-aste on sama kuin vuosiluokan: sitä ei merkitä erikseen.',
  sv: 'Läroämnets årskurs är samma som årskursens: den antecknas inte särskilt.',
  en: 'The grade level of a subject is that of the grade itself: it is not marked.',
  breaks: (view, { cutOver }) => hasOtherGrade(view) && !isExcusedOutsideGrades(view, cutOver.outsideGradesUntil) && view.attainment.gradeLevel?.value === gradeAbove(view),
});
