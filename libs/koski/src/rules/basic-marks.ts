import { isHomeSchooled } from './basic-records.ts';
import { confirmedOn, extentOf, isCompulsory, isConfirmed, isLanguage, isLocal, isNumber, KIND, latestMark, methodOf, SPECIAL_EXAMINATION } from './facts.ts';
import { onAttainment, V } from './rule.ts';
import type { AttainmentView } from './view.ts';

/** From this many weekly lessons per year an optional subject is marked with a number. */
const WIDE = 2;

const isInCertificate = (view: AttainmentView): boolean => view.kind === KIND.subject && view.parent?.kind === KIND.basicSyllabus && isConfirmed(view.parent);
const isReduced = ({ attainment }: AttainmentView): boolean => attainment.isIndividualised === true || attainment.isLimited === true;
const isInWords = (mark: string | undefined): boolean => mark === 'S' || mark === 'O';
const extent = (view: AttainmentView): number => extentOf(view) ?? 0;

/** Guidance may be in words; so may languages with S (the choice of the learner) and what is of the school's own making. */
const mayBeInWords = (view: AttainmentView, mark: string | undefined): boolean =>
  view.code === 'OP' || (mark === 'S' && (isLanguage(view) || isLocal(view))) || (isLocal(view) && extent(view) < WIDE);

export const wordsForSubjectWithNumber = onAttainment({
  key: `${V}.arviointi.sallittuVainValinnaiselle`,
  fi: 'Päättötodistuksessa pakollinen oppiaine ja vähintään kahden vuosiviikkotunnin valinnainen oppiaine arvioidaan numerolla; S tai O käy vain yksilöllistettyyn tai rajattuun oppimäärään.',
  sv: 'I avgångsbetyget bedöms ett obligatoriskt läroämne och ett valfritt ämne på minst två årsveckotimmar med siffra; S eller O duger endast för en individualiserad eller avgränsad lärokurs.',
  en: 'In the leaving certificate a compulsory subject, and an optional one of two weekly lessons or more, has a number; S or O is for an individualised or limited syllabus.',
  breaks(view) {
    const mark = latestMark(view);
    if (!isInCertificate(view) || !isInWords(mark) || isReduced(view) || mayBeInWords(view, mark)) return false;
    return isCompulsory(view) || (mark === 'O' && extent(view) >= WIDE);
  },
});

export const numberForNarrowOptional = onAttainment({
  key: `${V}.arviointi.eiSallittuSuppealleValinnaiselle`,
  fi: 'Alle kahden vuosiviikkotunnin valinnainen oppiaine arvioidaan sanallisesti, ei numerolla.',
  sv: 'Ett valfritt läroämne på mindre än två årsveckotimmar bedöms verbalt, inte med siffra.',
  en: 'An optional subject of less than two weekly lessons is marked in words, not with a number.',
  breaks(view) {
    if (!isInCertificate(view) || !isNumber(latestMark(view)) || isReduced(view) || isCompulsory(view) || isLocal(view) || view.code === 'OP') return false;
    const weekly = extentOf(view);
    return weekly !== undefined && weekly < WIDE;
  },
});

const isSpecial = (view: AttainmentView | undefined): boolean => view !== undefined && methodOf(view) === SPECIAL_EXAMINATION;

export const subjectWithoutExtent = onAttainment({
  key: `${V}.laajuudet.oppiaineenLaajuusPuuttuu`,
  dates: ['extentOfSubjectsFrom'],
  fi: 'Pakolliselta oppiaineelta puuttuu laajuus vahvistetussa suorituksessa.',
  sv: 'Ett obligatoriskt läroämne saknar omfattning i en bekräftad prestation.',
  en: 'A compulsory subject of a confirmed record lacks its extent.',
  breaks(view, { cutOver }) {
    if (view.kind !== KIND.subject || view.parent === undefined || !isCompulsory(view) || extentOf(view) !== undefined) return false;
    const day = confirmedOn(view.parent);
    return day !== undefined && day >= cutOver.extentOfSubjectsFrom && !isSpecial(view) && !isSpecial(view.parent) && !isHomeSchooled(view.right, day);
  },
});

export const activityAreaWithoutExtent = onAttainment({
  key: `${V}.laajuudet.oppiaineenLaajuusPuuttuu`,
  dates: ['extentOfActivityAreasFrom'],
  fi: 'Toiminta-alueelta puuttuu laajuus vahvistetussa suorituksessa.',
  sv: 'Ett verksamhetsområde saknar omfattning i en bekräftad prestation.',
  en: 'An activity area of a confirmed record lacks its extent.',
  breaks(view, { cutOver }) {
    if (view.kind !== KIND.activityArea || view.parent === undefined || extentOf(view) !== undefined) return false;
    return (confirmedOn(view.parent) ?? '') >= cutOver.extentOfActivityAreasFrom;
  },
});
