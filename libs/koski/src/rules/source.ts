import { onRight, V } from './rule.ts';
import { isFinal } from './view.ts';

export const sourceIdMissing = onRight({
  key: 'forbidden.lähdejärjestelmäIdPuuttuu',
  stage: 'source',
  holdsForCancelled: true,
  fi: 'Tiedonsiirrosta puuttuu opiskeluoikeuden tunniste lähdejärjestelmässä.',
  sv: 'Överföringen saknar studierättens identifierare i källsystemet.',
  en: 'A service user must send the id of the study right in its source system.',
  breaks: ({ right }, { caller }) => caller?.kind === 'service' && right.source === undefined,
});

export const sourceIdNotAllowed = onRight({
  key: 'forbidden.lähdejärjestelmäIdEiSallittu',
  stage: 'source',
  fi: 'Vain tiedonsiirron käyttäjä voi antaa tunnisteen lähdejärjestelmässä.',
  sv: 'Endast en användare för dataöverföring kan ange en identifierare i källsystemet.',
  en: 'Only a service user may send an id of a source system.',
  breaks: ({ right }, { caller }) => caller?.kind === 'official' && right.source !== undefined,
});

export const newRightUnlinked = onRight({
  key: 'forbidden.lähdejärjestelmäkytkennänPurkaminenEiSallittu',
  fi: 'Uuden opiskeluoikeuden kytkentää lähdejärjestelmään ei voi purkaa.',
  sv: 'En ny studierätts koppling till källsystemet kan inte upplösas.',
  en: 'A new study right cannot be unlinked from its source system.',
  breaks: ({ right, isNew }) => isNew && right.unlinking !== undefined,
});

export const activeRightUnlinked = onRight({
  key: `${V}.tila.terminaalitilaaEiSaaPurkaa`,
  fi: 'Vain päättyneen opiskeluoikeuden kytkennän lähdejärjestelmään voi purkaa.',
  sv: 'Endast en avslutad studierätts koppling till källsystemet kan upplösas.',
  en: 'Only a study right that has ended can be unlinked from its source system.',
  breaks: ({ right, lastState }) => right.unlinking !== undefined && !isFinal(lastState),
});
