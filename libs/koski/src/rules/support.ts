import type { Period } from '../record/record.ts';
import { daysOf, haveOverlap, isCovered } from './periods.ts';
import { onRight, V } from './rule.ts';
import type { RightView } from './view.ts';

export const supportDecisions = ({ right: { extras } }: RightView): readonly Period[] => extras?.supportDecisions ?? [];
export function specialSupport({ right: { extras } }: RightView): readonly Period[] {
  return [...(extras?.specialSupportDecisions ?? []), ...(extras?.specialSupportDecision === undefined ? [] : [extras.specialSupportDecision])];
}
const extended = ({ right: { extras } }: RightView): readonly Period[] => (extras?.extendedCompulsoryEducation === undefined ? [] : [extras.extendedCompulsoryEducation]);

const startsBefore = (periods: readonly Period[] | undefined, day: string): boolean => (periods ?? []).some(({ from }) => from !== undefined && from < day);
const isOutsideDecisions = (right: RightView, periods: readonly Period[] | undefined): boolean => {
  const decided = supportDecisions(right).map((period) => daysOf(period));
  return (periods ?? []).some((period) => !isCovered(daysOf(period), decided));
};

export const supportBeforeReform = onRight({
  key: `${V}.date`,
  dates: ['supportPeriodsFrom'],
  fi: 'Tukea koskeva päätös ei voi alkaa ennen oppimisen tuen uudistuksen voimaantuloa.',
  sv: 'Ett beslut om stöd kan inte börja innan reformen av stödet för lärande trätt i kraft.',
  en: 'A decision on support cannot begin before the reform of learning support.',
  breaks: (right, { cutOver }) => startsBefore(supportDecisions(right), cutOver.supportPeriodsFrom),
});

export const supportEndedBeforeRight = onRight({
  key: `${V}.date`,
  fi: 'Tukea koskeva päätös on päättynyt ennen opiskeluoikeuden alkamista.',
  sv: 'Beslutet om stöd har upphört innan studierätten började.',
  en: 'A decision on support ended before the study right began.',
  breaks: (right) => supportDecisions(right).some(({ to }) => to !== undefined && right.startsOn !== undefined && to < right.startsOn),
});

export const specialSupportOverlapsSupport = onRight({
  key: `${V}.date.erityisenTuenPäätös`,
  fi: 'Erityisen tuen päätös ja tukea koskeva päätös ovat voimassa samana päivänä.',
  sv: 'Beslutet om särskilt stöd och beslutet om stöd gäller samma dag.',
  en: 'A decision on special support and one on support hold on the same day.',
  breaks: (right) => haveOverlap(specialSupport(right), supportDecisions(right)),
});

export const goalEntitiesBeforeReform = onRight({
  key: `${V}.date`,
  dates: ['goalEntitiesFrom'],
  fi: 'Tavoitekokonaisuuksittain opiskelu ei voi alkaa ennen sen voimaantuloa.',
  sv: 'Studier enligt målhelheter kan inte börja innan de trätt i kraft.',
  en: 'Studies by goal entities cannot begin before they came into force.',
  breaks: ({ right: { extras } }, { cutOver }) => startsBefore(extras?.byGoalEntities, cutOver.goalEntitiesFrom),
});

export const goalEntitiesWithoutDecision = onRight({
  key: `${V}.date`,
  fi: 'Tavoitekokonaisuuksittain opiskelulla on oltava koko ajan voimassa tukea koskeva päätös.',
  sv: 'Studier enligt målhelheter förutsätter att ett beslut om stöd gäller hela tiden.',
  en: 'Studies by goal entities need a decision on support for all their days.',
  breaks: (right) => isOutsideDecisions(right, right.right.extras?.byGoalEntities),
});

export const activityAreasBeforeReform = onRight({
  key: `${V}.date`,
  dates: ['activityAreasFrom'],
  fi: 'Toiminta-alueittain opiskelun jakso ei voi alkaa ennen sen voimaantuloa.',
  sv: 'Perioden för studier enligt verksamhetsområde kan inte börja innan den trätt i kraft.',
  en: 'A period of studies by activity areas cannot begin before it came into force.',
  breaks: ({ right: { extras } }, { cutOver }) => startsBefore(extras?.byActivityAreas, cutOver.activityAreasFrom),
});

export const activityAreasWithoutDecision = onRight({
  key: `${V}.date`,
  fi: 'Toiminta-alueittain opiskelulla on oltava koko ajan voimassa tukea koskeva päätös.',
  sv: 'Studier enligt verksamhetsområde förutsätter att ett beslut om stöd gäller hela tiden.',
  en: 'Studies by activity areas need a decision on support for all their days.',
  breaks: (right) => isOutsideDecisions(right, right.right.extras?.byActivityAreas),
});

export const dueToDisabilityBeforeReform = onRight({
  key: `${V}.date`,
  dates: ['dueToDisabilityFrom'],
  fi: 'Opetuksen järjestäminen vamman, sairauden tai rajoitteen perusteella ei voi alkaa ennen sen voimaantuloa.',
  sv: 'Undervisning på grund av funktionsnedsättning, sjukdom eller begränsning kan inte börja innan den trätt i kraft.',
  en: 'Education due to disability, illness or restriction cannot begin before it came into force.',
  breaks: ({ right: { extras } }, { cutOver }) => startsBefore(extras?.dueToDisabilityOrIllness, cutOver.dueToDisabilityFrom),
});

export const dueToDisabilityWithoutDecision = onRight({
  key: `${V}.date`,
  fi: 'Opetuksen järjestämisellä vamman, sairauden tai rajoitteen perusteella on oltava koko ajan voimassa tukea koskeva päätös.',
  sv: 'Undervisning på grund av funktionsnedsättning, sjukdom eller begränsning förutsätter att ett beslut om stöd gäller hela tiden.',
  en: 'Education due to disability, illness or restriction needs a decision on support for all its days.',
  breaks: (right) => isOutsideDecisions(right, right.right.extras?.dueToDisabilityOrIllness),
});

export const dueToDisabilityOverlapsActivityAreas = onRight({
  key: `${V}.date`,
  fi: 'Opetuksen järjestäminen vamman, sairauden tai rajoitteen perusteella ja toiminta-alueittain opiskelu ovat voimassa samana päivänä.',
  sv: 'Undervisning på grund av funktionsnedsättning, sjukdom eller begränsning och studier enligt verksamhetsområde gäller samma dag.',
  en: 'Education due to disability, illness or restriction and studies by activity areas hold on the same day.',
  breaks: ({ right: { extras } }) => haveOverlap(extras?.dueToDisabilityOrIllness ?? [], extras?.byActivityAreas ?? []),
});

export const dueToDisabilityOverlapsExtended = onRight({
  key: `${V}.date.erityisenTuenPäätös`,
  fi: 'Opetuksen järjestäminen vamman, sairauden tai rajoitteen perusteella ja pidennetty oppivelvollisuus ovat voimassa samana päivänä.',
  sv: 'Undervisning på grund av funktionsnedsättning, sjukdom eller begränsning och förlängd läroplikt gäller samma dag.',
  en: 'Education due to disability, illness or restriction and extended compulsory education hold on the same day.',
  breaks: (right) => haveOverlap(right.right.extras?.dueToDisabilityOrIllness ?? [], extended(right)),
});

export const earlyEducationBeforeReform = onRight({
  key: `${V}.date`,
  dates: ['earlyEducationFrom'],
  fi: 'Varhennettu oppivelvollisuus ei voi alkaa ennen sen voimaantuloa.',
  sv: 'Tidigarelagd läroplikt kan inte börja innan den trätt i kraft.',
  en: 'Early compulsory education cannot begin before it came into force.',
  breaks: ({ right: { extras } }, { cutOver }) => startsBefore(extras?.earlyCompulsoryEducation, cutOver.earlyEducationFrom),
});

export const earlyEducationOverlapsExtended = onRight({
  key: `${V}.date.erityisenTuenPäätös`,
  fi: 'Varhennettu ja pidennetty oppivelvollisuus ovat voimassa samana päivänä.',
  sv: 'Tidigarelagd och förlängd läroplikt gäller samma dag.',
  en: 'Early and extended compulsory education hold on the same day.',
  breaks: (right) => haveOverlap(right.right.extras?.earlyCompulsoryEducation ?? [], extended(right)),
});

export const outsideGradesTooLate = onRight({
  key: `${V}.rakenne.vsopPäivämäärä`,
  dates: ['outsideGradesUntil'],
  fi: 'Vuosiluokkiin sitomatonta opetusta ei voi enää merkitä uuteen opiskeluoikeuteen.',
  sv: 'Undervisning som inte är bunden till årskurser kan inte längre antecknas i en ny studierätt.',
  en: 'Education outside grades can no longer be marked in a new study right.',
  breaks: ({ kind, right: { extras }, startsOn = '' }, { cutOver }) => kind === 'perusopetus' && extras?.isOutsideGrades === true && startsOn > cutOver.outsideGradesUntil,
});
