import { onAttainment, onRight, V } from './rule.ts';
import type { AttainmentView } from './view.ts';

const isAfter = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && a > b;
const assessedOn = ({ attainment }: AttainmentView): readonly string[] => (attainment.assessments ?? []).flatMap(({ on }) => on ?? []);
const startsAfterAssessment = (view: AttainmentView): boolean => view.attainment.startsOn !== undefined && assessedOn(view).some((on) => isAfter(view.attainment.startsOn, on));
const isAssessedAfterConfirmation = (view: AttainmentView): boolean => view.attainment.confirmation !== undefined && assessedOn(view).some((on) => isAfter(on, view.attainment.confirmation?.on));

function* above(view: AttainmentView): Generator<AttainmentView> {
  for (let parent = view.parent; parent !== undefined; parent = parent.parent) yield parent;
}

export const rightEndsBeforeStart = onRight({
  key: `${V}.date.päättymisPäiväEnnenAlkamispäivää`,
  fi: 'Opiskeluoikeus päättyy ennen kuin se alkaa.',
  sv: 'Studierätten slutar innan den börjar.',
  en: 'The study right ends before it begins.',
  breaks: ({ startsOn, endsOn }) => isAfter(startsOn, endsOn),
});

export const expectedEndBeforeStart = onRight({
  key: `${V}.date.arvioituPäättymisPäiväEnnenAlkamispäivää`,
  fi: 'Arvioitu päättymispäivä on ennen opiskeluoikeuden alkamista.',
  sv: 'Det beräknade slutdatumet är före studierättens början.',
  en: 'The expected end is before the study right begins.',
  breaks: ({ right, startsOn }) => isAfter(startsOn, right.expectedEndOn),
});

export const recordBeforeRight = onAttainment({
  key: `${V}.date.suorituksenAlkamispäiväEnnenOpiskeluoikeudenAlkamispäivää`,
  fi: 'Suoritus alkaa ennen opiskeluoikeutta.',
  sv: 'Prestationen börjar före studierätten.',
  en: 'The attainment begins before the study right.',
  breaks: ({ attainment, parent, right }) => parent === undefined && isAfter(right.startsOn, attainment.startsOn),
});

export const confirmedAfterRightEnded = onAttainment({
  key: `${V}.date.päättymispäiväEnnenVahvistusta`,
  fi: 'Suoritus on vahvistettu opiskeluoikeuden päättymisen jälkeen.',
  sv: 'Prestationen har bekräftats efter att studierätten upphört.',
  en: 'The attainment is confirmed after the study right ended.',
  breaks: ({ attainment, right }) => isAfter(attainment.confirmation?.on, right.endsOn),
});

export const assessedBeforeStart = onAttainment({
  key: `${V}.date.arviointiEnnenAlkamispäivää`,
  fi: 'Suoritus on arvioitu ennen kuin se alkoi.',
  sv: 'Prestationen har bedömts innan den började.',
  en: 'The attainment is assessed before it began.',
  breaks: startsAfterAssessment,
});

export const confirmedBeforeAssessment = onAttainment({
  key: `${V}.date.vahvistusEnnenArviointia`,
  fi: 'Suoritus on vahvistettu ennen kuin se arvioitiin.',
  sv: 'Prestationen har bekräftats innan den bedömdes.',
  en: 'The attainment is confirmed before it was assessed.',
  breaks: (view) => isAssessedAfterConfirmation(view) && !startsAfterAssessment(view),
});

export const confirmedBeforeStart = onAttainment({
  key: `${V}.date.vahvistusEnnenAlkamispäivää`,
  fi: 'Suoritus on vahvistettu ennen kuin se alkoi.',
  sv: 'Prestationen har bekräftats innan den började.',
  en: 'The attainment is confirmed before it began.',
  breaks: (view) => isAfter(view.attainment.startsOn, view.attainment.confirmation?.on) && !startsAfterAssessment(view) && !isAssessedAfterConfirmation(view),
});

export const partConfirmedAfterWhole = onAttainment({
  key: `${V}.date.suorituksenVahvistusEnnenSuorituksenOsanVahvistusta`,
  fi: 'Osa on vahvistettu kokonaisuuden jälkeen.',
  sv: 'En del har bekräftats efter helheten.',
  en: 'A part is confirmed after the whole.',
  breaks: (view) => view.attainment.confirmation !== undefined && [...above(view)].some((whole) => isAfter(view.attainment.confirmation?.on, whole.attainment.confirmation?.on)),
});
