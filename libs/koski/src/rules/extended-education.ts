import type { Period } from '../record/record.ts';
import { daysOf, haveOverlap, isCovered, mergeDays, type Days } from './periods.ts';
import { onRight, V } from './rule.ts';
import { specialSupport, supportDecisions } from './support.ts';
import type { Context, RightView } from './view.ts';

/** Forms for children of the age of compulsory education: adults' education has the fields too, and no rules for them. */
const FORMS = new Set(['esiopetus', 'perusopetus', 'perusopetuksenlisaopetus']);
const isOfChildren = ({ kind }: RightView): boolean => FORMS.has(kind);

const extendedOf = (right: RightView): Period | undefined => (isOfChildren(right) ? right.right.extras?.extendedCompulsoryEducation : undefined);
function disabilities(right: RightView): readonly Period[] {
  const { extras } = right.right;
  return isOfChildren(right) ? [...(extras?.disability ?? []), ...(extras?.severeDisability ?? [])] : [];
}
const all = (periods: readonly Period[]): readonly Days[] => periods.map((period) => daysOf(period));
/** An open period ends with the study right. */
const untilRightEnds = (right: RightView, period: Period): Days => daysOf(period, right.endsOn);

export const extendedEndedBeforeRight = onRight({
  key: `${V}.date.pidennettyOppivelvollisuus`,
  fi: 'Pidennetty oppivelvollisuus on päättynyt ennen opiskeluoikeuden alkamista.',
  sv: 'Den förlängda läroplikten har upphört innan studierätten började.',
  en: 'Extended compulsory education ended before the study right began.',
  breaks: (right) => (extendedOf(right)?.to ?? '9999') < (right.startsOn ?? ''),
});

export const extendedWithoutDisability = onRight({
  key: `${V}.date.vammaisuusjakso`,
  fi: 'Pidennetyssä oppivelvollisuudessa on päiviä, joina vammaisuutta ei ole merkitty.',
  sv: 'Den förlängda läroplikten har dagar för vilka ingen funktionsnedsättning antecknats.',
  en: 'Extended compulsory education has days without a disability marked.',
  breaks(right) {
    const extended = extendedOf(right);
    return extended !== undefined && !isCovered(untilRightEnds(right, extended), all(disabilities(right)));
  },
});

export const disabilityOutsideExtended = onRight({
  key: `${V}.date.vammaisuusjakso`,
  fi: 'Vammaisuuden jakso on pidennetyn oppivelvollisuuden ulkopuolella.',
  sv: 'En period av funktionsnedsättning ligger utanför den förlängda läroplikten.',
  en: 'A disability period is outside extended compulsory education.',
  breaks(right) {
    const extended = extendedOf(right);
    return extended !== undefined && mergeDays(all(disabilities(right))).some((days) => !isCovered(days, all([extended])));
  },
});

export const disabilityEndsOnOtherDay = onRight({
  key: `${V}.date.vammaisuusjakso`,
  fi: 'Viimeinen vammaisuuden jakso ei pääty samana päivänä kuin pidennetty oppivelvollisuus.',
  sv: 'Den sista perioden av funktionsnedsättning slutar inte samma dag som den förlängda läroplikten.',
  en: 'The last disability period does not end with extended compulsory education.',
  breaks(right) {
    const end = extendedOf(right)?.to;
    return end !== undefined && disabilities(right).length > 0 && !disabilities(right).some(({ to }) => to === end);
  },
});

export const bothDisabilities = onRight({
  key: `${V}.date.vammaisuusjakso`,
  fi: 'Vammaisuus ja vaikea vammaisuus on merkitty samalle päivälle.',
  sv: 'Funktionsnedsättning och svår funktionsnedsättning har antecknats för samma dag.',
  en: 'Disability and severe disability are marked for the same day.',
  breaks: (right) => isOfChildren(right) && haveOverlap(right.right.extras?.disability ?? [], right.right.extras?.severeDisability ?? []),
});

export const disabilityWithoutExtended = onRight({
  key: `${V}.date.vammaisuusjakso`,
  fi: 'Vammaisuuden jaksoja voi olla vain pidennetyn oppivelvollisuuden aikana.',
  sv: 'Perioder av funktionsnedsättning kan finnas endast under förlängd läroplikt.',
  en: 'Disability periods exist only during extended compulsory education.',
  breaks: (right) => extendedOf(right) === undefined && disabilities(right).length > 0,
});

export const extendedWithoutSupport = onRight({
  key: `${V}.date.erityisenTuenPäätös`,
  fi: 'Pidennetyssä oppivelvollisuudessa on päiviä, joina ei ole voimassa erityisen tuen eikä tukea koskevaa päätöstä.',
  sv: 'Den förlängda läroplikten har dagar då inget beslut om särskilt stöd eller stöd gäller.',
  en: 'Extended compulsory education has days without a decision on special support or support.',
  breaks(right) {
    const extended = extendedOf(right);
    return extended !== undefined && !isCovered(untilRightEnds(right, extended), all([...specialSupport(right), ...supportDecisions(right)]));
  },
});

/** Periods of the law before the reform cannot begin or go on after its last day; open ones end with the study right. */
function outlives(right: RightView, periods: readonly Period[], { cutOver }: Context): boolean {
  if (right.kind !== 'perusopetus' && right.kind !== 'esiopetus') return false;
  const last = cutOver.extendedEducationUntil;
  return periods.some(({ from, to }) => (from ?? '') > cutOver.extendedEducationStartsUntil || (to ?? right.endsOn ?? '9999') > last);
}

const OLD_LAW = { dates: ['extendedEducationStartsUntil', 'extendedEducationUntil'], enforcedFrom: 'endOfOldPeriodsCheckedFrom' } as const;

export const extendedTooLate = onRight({
  ...OLD_LAW,
  key: `${V}.date.pidennettyOppivelvollisuus`,
  fi: 'Pidennetty oppivelvollisuus on päätettävä viimeistään sen viimeisenä käyttöpäivänä.',
  sv: 'Den förlängda läroplikten ska avslutas senast på dess sista giltighetsdag.',
  en: 'Extended compulsory education must end on its last day of use at the latest.',
  breaks: (right, context) => outlives(right, [extendedOf(right) ?? []].flat(), context),
});

export const disabilityTooLate = onRight({
  ...OLD_LAW,
  key: `${V}.date.vammaisuusjakso`,
  fi: 'Vammaisuuden jaksot on päätettävä viimeistään niiden viimeisenä käyttöpäivänä.',
  sv: 'Perioderna av funktionsnedsättning ska avslutas senast på deras sista giltighetsdag.',
  en: 'Disability periods must end on their last day of use at the latest.',
  breaks: (right, context) => outlives(right, disabilities(right), context),
});

export const specialSupportTooLate = onRight({
  ...OLD_LAW,
  key: `${V}.date`,
  fi: 'Erityisen tuen päätös on päätettävä viimeistään sen viimeisenä käyttöpäivänä.',
  sv: 'Beslutet om särskilt stöd ska avslutas senast på dess sista giltighetsdag.',
  en: 'A decision on special support must end on its last day of use at the latest.',
  breaks: (right, context) => outlives(right, specialSupport(right), context),
});
