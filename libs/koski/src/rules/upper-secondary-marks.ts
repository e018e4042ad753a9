import { extentOf, isCompulsory, isLanguage, isLocal, isNumber, latestMark } from './facts.ts';
import { countedExtent, DIPLOMAS, isCourse, isModule, isOtherGroup, isSubject } from './upper-secondary-facts.ts';
import { onAttainment, V } from './rule.ts';
import type { AttainmentView } from './view.ts';

/** Up to how many credits a subject may be marked in words; `undefined`: never. */
function widestInWords(view: AttainmentView, mark: string): number | undefined {
  if (view.code === 'OP') return Infinity;
  if (isLanguage(view) && !isCompulsory(view)) return 4;
  if (mark === 'H') return view.code === 'LI' ? 2 : undefined;
  return view.code === 'LI' || isLocal(view) ? Infinity : 2;
}

export const wordsForWideSubject = onAttainment({
  key: `${V}.arviointi.sallittuVainSuppealle`,
  fi: 'Oppiaineen arvosana on numero, kun sen laajuus on yli 2 opintopistettä (valinnaisella kielellä yli 4); H käy vain liikuntaan ja valinnaiseen kieleen.',
  sv: 'Läroämnets vitsord är en siffra när omfattningen är över 2 studiepoäng (för ett valfritt språk över 4); H duger endast för gymnastik och ett valfritt språk.',
  en: 'A subject of more than 2 credits (an optional language: 4) has a number; H is only for physical education and optional languages.',
  breaks(view) {
    const mark = latestMark(view);
    if (!isSubject(view) || (mark !== 'S' && mark !== 'H')) return false;
    const widest = widestInWords(view, mark);
    return widest === undefined || countedExtent(view) > widest;
  },
});

const isGuidance = ({ code }: AttainmentView): boolean => code === 'OP' || code === 'OP1' || code === 'OP2';

export const numberForGuidance = onAttainment({
  key: `${V}.arviointi.epäsopivaArvosana`,
  fi: 'Opinto-ohjaus arvioidaan merkinnällä S tai H, ei numerolla.',
  sv: 'Studiehandledning bedöms med S eller H, inte med siffra.',
  en: 'Guidance counselling is marked S or H, not with a number.',
  breaks: (view) => (isSubject(view) || isModule(view)) && isGuidance(view) && isNumber(latestMark(view)),
});

export const wordsForModule = onAttainment({
  key: `${V}.arviointi.epäsopivaArvosana`,
  fi: 'Valtakunnallisen moduulin arvosana on numero (lukiodiplomilla ja opinto-ohjauksella voi olla S tai H).',
  sv: 'En nationell moduls vitsord är en siffra (ett gymnasiediplom och studiehandledning kan ha S eller H).',
  en: 'A national module has a number (a diploma and guidance may have S or H).',
  breaks: (view) => isModule(view) && !isGuidance(view) && !DIPLOMAS.has(view.code) && (view.attainment.assessments ?? []).some(({ mark }) => mark.value === 'S' || mark.value === 'H'),
});

/** Subjects under which a diploma of their own may stand. */
const DIPLOMA_OF: Readonly<Record<string, string>> = { KU: 'KULD2', LI: 'LILD4', MU: 'MULD6', TE: 'TELD8' };

export const noDiplomaAmongDiplomas = onAttainment({
  key: `${V}.rakenne.epäsopiviaOsasuorituksia`,
  fi: 'Lukiodiplomeissa voi olla vain lukiodiplomeja.',
  sv: 'Bland gymnasiediplomen kan finnas endast gymnasiediplom.',
  en: 'Among the diplomas only diplomas can stand.',
  breaks: (view) => (isModule(view) || isCourse(view)) && isOtherGroup(view.parent) && view.parent?.code === 'LD' && !DIPLOMAS.has(view.code),
});

export const diplomaElsewhere = onAttainment({
  key: `${V}.rakenne.epäsopiviaOsasuorituksia`,
  stage: 'modules',
  fi: 'Lukiodiplomi kuuluu lukiodiplomeihin tai oman oppiaineensa alle.',
  sv: 'Ett gymnasiediplom hör till gymnasiediplomen eller till sitt eget läroämne.',
  en: 'A diploma belongs among the diplomas or under its own subject.',
  breaks: (view) => isModule(view) && DIPLOMAS.has(view.code) && view.parent?.code !== 'LD' && DIPLOMA_OF[view.parent?.code ?? ''] !== view.code,
});

export const diplomaExtent = onAttainment({
  key: `${V}.laajuudet.lukiodiplominLaajuusVäärä`,
  fi: 'Lukiodiplomin laajuus on aina 2 opintopistettä.',
  sv: 'Ett gymnasiediploms omfattning är alltid 2 studiepoäng.',
  en: 'The extent of a diploma is always 2 credits.',
  breaks: (view) => isModule(view) && DIPLOMAS.has(view.code) && extentOf(view) !== 2,
});
