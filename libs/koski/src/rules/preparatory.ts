import { diffDays, findYearMonthDay, type LocalDate } from '@digione/local-date';
import type { Period } from '../record/record.ts';
import { extentOf, isAssessed, KIND, latestMark, methodOf, SPECIAL_EXAMINATION } from './facts.ts';
import { daysOf, overlap } from './periods.ts';
import { onAttainment, onRight, V } from './rule.ts';
import type { RightView } from './view.ts';

const extensions = ({ right }: RightView): readonly Period[] => right.extras?.preparatoryExtension ?? [];
/** Both ends count; an open period counts as its first day. */
const lengthOf = ({ from, to }: Period): number => (from === undefined || to === undefined ? 1 : diffDays(from, to) + 1);

/** The same day a year before; text compares as dates do, so 29 February may stay. */
const yearBefore = (day: LocalDate): LocalDate => `${String((findYearMonthDay(day)?.year ?? 1) - 1).padStart(4, '0')}${day.slice(4)}`;

const MOST_DAYS = 365;

export const extensionBeforeLaw = onRight({
  key: `${V}.perusopetus.valmistavanLisäopetusEiSallittuEnnen`,
  dates: ['preparatoryExtensionFrom'],
  fi: 'Valmistavan opetuksen lisäopetus ei voi alkaa ennen sen voimaantuloa.',
  sv: 'Tilläggsundervisning inom förberedande undervisning kan inte börja innan den trätt i kraft.',
  en: 'Additional preparatory education cannot begin before it came into force.',
  breaks: (right, { cutOver }) => extensions(right).some(({ from }) => (from ?? '') < cutOver.preparatoryExtensionFrom),
});

export const extensionTooLong = onRight({
  key: `${V}.perusopetus.valmistavanLisäopetuksenKestoYlittääVuoden`,
  fi: 'Valmistavan opetuksen lisäopetusta on yhteensä yli vuosi.',
  sv: 'Tilläggsundervisningen inom förberedande undervisning överskrider sammanlagt ett år.',
  en: 'Additional preparatory education exceeds a year in all.',
  breaks: (right) => extensions(right).reduce((days, period) => days + lengthOf(period), 0) > MOST_DAYS,
});

export const extensionsOverlap = onRight({
  key: `${V}.perusopetus.valmistavanLisäopetusJaksotPäällekkäin`,
  fi: 'Valmistavan opetuksen lisäopetuksen jaksot ovat päällekkäin.',
  sv: 'Perioderna av tilläggsundervisning inom förberedande undervisning överlappar varandra.',
  en: 'Periods of additional preparatory education overlap.',
  breaks: (right) => extensions(right).some((one, index) => extensions(right).slice(index + 1).some((other) => overlap(daysOf(one), daysOf(other)))),
});

export const openExtensionTooOld = onRight({
  key: `${V}.perusopetus.valmistavanLisäopetusAvoinJaksoLiianVanha`,
  fi: 'Valmistavan opetuksen lisäopetuksen avoin jakso on alkanut yli vuosi sitten.',
  sv: 'En öppen period av tilläggsundervisning inom förberedande undervisning började för över ett år sedan.',
  en: 'An open period of additional preparatory education began over a year ago.',
  breaks: (right, { today }) => extensions(right).some(({ from, to }) => to === undefined && (from ?? '') < yearBefore(today)),
});

export const preparatoryLanguage = onAttainment({
  key: `${V}.rakenne.virheellinenSuorituskieli`,
  fi: 'Perusopetukseen valmistavan opetuksen suorituskieli on suomi tai ruotsi.',
  sv: 'Språket i undervisning som förbereder för grundläggande utbildning är finska eller svenska.',
  en: 'Education preparing for basic education is in Finnish or Swedish.',
  breaks: ({ kind, attainment }) => kind === KIND.preparatory && !['FI', 'SV'].includes(attainment.language?.value ?? ''),
});

export const preparatorySubjectWithoutExtent = onAttainment({
  key: `${V}.laajuudet.oppiaineenLaajuusPuuttuu`,
  fi: 'Perusopetuksen oppiaineelta puuttuu laajuus valmistavassa opetuksessa.',
  sv: 'Ett ämne i den grundläggande utbildningen saknar omfattning i den förberedande undervisningen.',
  en: 'A subject of basic education lacks its extent in preparatory education.',
  breaks: (view) => view.kind === KIND.preparatorySubject && extentOf(view) === undefined && methodOf(view) !== SPECIAL_EXAMINATION,
});

export const preparatorySubjectWithoutGradeLevel = onAttainment({
  key: `${V}.rakenne.luokkaAstePuuttuu`,
  fi: 'Arvioidulta perusopetuksen oppiaineelta puuttuu luokka-aste valmistavassa opetuksessa.',
  sv: 'Ett bedömt ämne i den grundläggande utbildningen saknar årskurs i den förberedande undervisningen.',
  en: 'An assessed subject of basic education lacks its grade level in preparatory education.',
  breaks: (view) => view.kind === KIND.preparatorySubject && isAssessed(view) && latestMark(view) !== 'O' && view.attainment.gradeLevel === undefined,
});

const HOURS = '5';

export const preparatoryExtentNotInHours = onRight({
  key: `${V}.laajuudet.perusopetukseenValmistavaOpetusKokonaislaajuusYksikköEiTunneissa`,
  enforcedFrom: 'preparatoryHoursFrom',
  fi: 'Perusopetukseen valmistavan opetuksen kokonaislaajuus ilmoitetaan tunteina.',
  sv: 'Den sammanlagda omfattningen av undervisning som förbereder för grundläggande utbildning anges i timmar.',
  en: 'The total extent of education preparing for basic education is in hours.',
  breaks: ({ records }) =>
    records.some(({ kind, attainment }) => kind === KIND.preparatory && attainment.totalExtent !== undefined && attainment.totalExtent.unit?.value !== HOURS),
});

export const additionalEducationTooLate = onRight({
  key: `${V}.tila.perusopetuksenLisäopetuksenOpiskeluoikeudenTilaEiSallittu`,
  stage: 'attainments',
  dates: ['additionalEducationUntil'],
  fi: 'Perusopetuksen lisäopetusta ei enää ole: opiskeluoikeudella on tila sen päättymisen jälkeen.',
  sv: 'Påbyggnadsundervisning finns inte längre: studierätten har en status efter att den upphört.',
  en: 'Additional basic education exists no more: the study right has a state after its end.',
  breaks: ({ kind, right }, { cutOver }) => kind === 'perusopetuksenlisaopetus' && right.states.some(({ from }) => from > cutOver.additionalEducationUntil),
});
