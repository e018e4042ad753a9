import type { FreeEducation, Period } from '../record/record.ts';
import { hasDuplicates } from './facts.ts';
import { overlap } from './periods.ts';
import { onRight, V } from './rule.ts';
import type { RightView } from './view.ts';

const freeOf = ({ right }: RightView): readonly FreeEducation[] => right.extras?.freeEducation ?? [];
const extensionsOf = ({ right }: RightView): readonly Period[] => right.extras?.freeEducationExtensions ?? [];
const isWithin = ({ startsOn, endsOn }: RightView, day: string): boolean => startsOn !== undefined && day >= startsOn && day <= (endsOn ?? '9999');
const isReversed = ({ from = '', to = '' }: Period): boolean => to < from;

export const freeEducationOutsideRight = onRight({
  key: V,
  stage: 'completion',
  fi: 'Maksuttomuuden jakson alkupäivä ei ole opiskeluoikeuden voimassaolon sisällä.',
  sv: 'Startdatumet för en period av avgiftsfrihet ligger inte inom studierättens giltighetstid.',
  en: 'A period of free education begins outside the study right.',
  breaks: (right) => freeOf(right).some(({ from = '' }) => !isWithin(right, from)),
});

export const freeEducationStartsTogether = onRight({
  key: V,
  stage: 'completion',
  fi: 'Kahdella maksuttomuuden jaksolla on sama alkupäivä.',
  sv: 'Två perioder av avgiftsfrihet har samma startdatum.',
  en: 'Two periods of free education begin on the same day.',
  breaks: (right) => hasDuplicates(freeOf(right).map(({ from = '' }) => from)),
});

export const extensionOutsideRight = onRight({
  key: V,
  stage: 'completion',
  fi: 'Maksuttomuuden pidennys ei ole opiskeluoikeuden voimassaolon sisällä.',
  sv: 'Förlängningen av avgiftsfriheten ligger inte inom studierättens giltighetstid.',
  en: 'An extension of free education is outside the study right.',
  breaks: (right) => extensionsOf(right).some(({ from = '', to = '' }) => !isWithin(right, from) || !isWithin(right, to)),
});

export const extensionReversed = onRight({
  key: V,
  stage: 'completion',
  fi: 'Maksuttomuuden pidennys päättyy ennen kuin se alkaa.',
  sv: 'Förlängningen av avgiftsfriheten slutar innan den börjar.',
  en: 'An extension of free education ends before it begins.',
  breaks: (right) => extensionsOf(right).some(isReversed),
});

export const extensionsOfFreeEducationOverlap = onRight({
  key: V,
  stage: 'completion',
  fi: 'Maksuttomuuden pidennykset ovat päällekkäin.',
  sv: 'Förlängningarna av avgiftsfriheten överlappar varandra.',
  en: 'Extensions of free education overlap.',
  breaks: (right) => {
    const days = extensionsOf(right).map(({ from = '', to = '' }) => ({ from, to }));
    return days.some((one, index) => days.slice(index + 1).some((other) => overlap(one, other)));
  },
});

/** A period of free education lasts until the next one begins. */
function stretches(right: RightView): ReadonlyArray<{ readonly from: string; readonly before: string; readonly isFree: boolean }> {
  const inOrder = freeOf(right).toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  return inOrder.map(({ from = '', isFree }, index) => ({ from, before: inOrder[index + 1]?.from ?? '9999-12-31', isFree }));
}

export const extensionWithoutFreeEducation = onRight({
  key: V,
  stage: 'completion',
  fi: 'Maksuttomuutta voi pidentää vain ajalta, jolloin koulutus on maksutonta.',
  sv: 'Avgiftsfriheten kan förlängas endast för den tid då utbildningen är avgiftsfri.',
  en: 'Free education can be extended only while the education is free.',
  breaks: (right) => extensionsOf(right).some(({ from = '', to = '' }) => !stretches(right).some((free) => free.isFree && free.from <= from && to < free.before)),
});

const POST_COMPULSORY = new Set(['lukiokoulutus', 'luva', 'aikuistenperusopetus']);

export const freeEducationOutsideLaw = onRight({
  key: V,
  stage: 'person',
  dates: ['freeEducationBornFrom'],
  fi: 'Maksuttomuutta ei merkitä oppijalle, joka ei syntymävuotensa vuoksi kuulu laajennetun oppivelvollisuuden piiriin.',
  sv: 'Avgiftsfrihet antecknas inte för den som på grund av sitt födelseår inte omfattas av den utvidgade läroplikten.',
  en: 'Free education is not marked for a learner whom the law on extended compulsory education does not concern by year of birth.',
  breaks: (right, { bornOn, cutOver }) => bornOn !== undefined && bornOn < cutOver.freeEducationBornFrom && freeOf(right).length + extensionsOf(right).length > 0,
});

const isBasicUntilLaw = (stored: RightView['right'], from: string): boolean => {
  const last = stored.states.at(-1);
  return stored.kind.value === 'perusopetus' && (last?.state.value !== 'valmistunut' || last.from >= from);
};

export const freeEducationMissing = onRight({
  key: V,
  stage: 'person',
  dates: ['freeEducationFrom', 'freeEducationBornFrom'],
  fi: 'Tieto koulutuksen maksuttomuudesta puuttuu.',
  sv: 'Uppgift om utbildningens avgiftsfrihet saknas.',
  en: 'It is not said whether the education is free.',
  breaks(right, { bornOn, cutOver, document, stored = [] }) {
    if (!POST_COMPULSORY.has(right.kind) || bornOn === undefined || bornOn < cutOver.freeEducationBornFrom || document.learner.identityCode === undefined) return false;
    if ((right.startsOn ?? '') < cutOver.freeEducationFrom || freeOf(right).length > 0) return false;
    return stored.some((other) => isBasicUntilLaw(other, cutOver.freeEducationFrom));
  },
});
