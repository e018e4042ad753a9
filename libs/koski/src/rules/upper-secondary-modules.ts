import { isAssessed, isCompulsory, isConfirmed, isLanguage, isLocal, KIND, languageOf } from './facts.ts';
import { isCourse, isInCurriculum, isModule, isOtherGroup, isSubject, MODULES } from './upper-secondary-facts.ts';
import { onAttainment, V } from './rule.ts';
import type { AttainmentView } from './view.ts';

const isOther = (view: AttainmentView, code: string): boolean => isOtherGroup(view.parent) && view.parent?.code === code;
const hasModule = (subject: string, module: string): boolean => MODULES.get(subject)?.has(module) === true;

export const moduleAmongThematicStudies = onAttainment({
  key: `${V}.jsonSchema`,
  stage: 'structure',
  fi: 'Teemaopinnoissa ja paikallisessa oppiaineessa voi olla vain paikallisia opintojaksoja.',
  sv: 'Temastudier och ett lokalt läroämne kan ha endast lokala studieavsnitt.',
  en: 'Thematic studies and local subjects hold local courses only.',
  breaks: (view) => isModule(view) && (isOther(view, 'TO') || (view.parent !== undefined && isSubject(view.parent) && isLocal(view.parent))),
});

export const subjectInLanguageOfRecord = onAttainment({
  key: `${V}.rakenne.epäsopiviaOsasuorituksia`,
  fi: 'Oppiaineen suorituskieli merkitään vain, kun se on muu kuin koko suorituksen kieli.',
  sv: 'Läroämnets språk antecknas endast när det är ett annat än hela prestationens språk.',
  en: 'The language of a subject is marked only when it differs from that of the whole record.',
  breaks: (view) => isSubject(view) && view.attainment.language !== undefined && view.attainment.language.value === view.top.attainment.language?.value,
});

export const moduleInLanguageOfSubject = onAttainment({
  key: `${V}.rakenne.epäsopiviaOsasuorituksia`,
  fi: 'Moduulin tai opintojakson suorituskieli merkitään vain, kun se on muu kuin oppiaineen kieli.',
  sv: 'Modulens eller studieavsnittets språk antecknas endast när det är ett annat än läroämnets språk.',
  en: 'The language of a module or course is marked only when it differs from that of its subject.',
  breaks(view) {
    const own = view.attainment.language?.value;
    if (own === undefined || view.parent === undefined || !(isModule(view) || isCourse(view))) return false;
    return own === (view.parent.attainment.language ?? view.top.attainment.language)?.value;
  },
});

export const foreignModuleInMotherTongue = onAttainment({
  key: `${V}.rakenne.epäsopiviaOsasuorituksia`,
  fi: 'Äidinkielessä ja kirjallisuudessa voi olla vain sen omia moduuleja.',
  sv: 'Modersmål och litteratur kan ha endast sina egna moduler.',
  en: 'Mother tongue and literature holds its own modules only.',
  breaks: (view) => isModule(view) && view.parent?.code === 'AI' && isSubject(view.parent) && !hasModule('AI', view.code),
});

const OWN_MOTHER_TONGUE = /^(OÄI|RÄI|SÄI)\d/;

export const ownMotherTongueAsModule = onAttainment({
  key: `${V}.rakenne.epäsopiviaOsasuorituksia`,
  fi: 'Oman äidinkielen moduulit kuuluvat oman äidinkielen opintoihin.',
  sv: 'Modulerna i eget modersmål hör till studierna i eget modersmål.',
  en: 'Modules of the own mother tongue belong to the studies of the own mother tongue.',
  breaks: (view) => isModule(view) && OWN_MOTHER_TONGUE.test(view.code),
});

export const languageModuleWithoutLanguage = onAttainment({
  key: `${V}.rakenne.epäsopiviaOsasuorituksia`,
  fi: 'Muissa suorituksissa vieraan kielen moduulilta (VK) puuttuu kieli.',
  sv: 'En modul i främmande språk (VK) bland övriga prestationer saknar språk.',
  en: 'A foreign-language module (VK) among other studies lacks its language.',
  breaks: (view) => isModule(view) && isOther(view, 'MS') && view.code.startsWith('VK') && languageOf(view) === undefined,
});

const LANGUAGE_MODULE = /^(RU|FIN|FIM|LA|SM|EN|VK)/;

export const otherModuleWithLanguage = onAttainment({
  key: `${V}.rakenne.epäsopiviaOsasuorituksia`,
  fi: 'Kieli on merkitty moduulille, joka ei ole kielen moduuli.',
  sv: 'Språk har antecknats för en modul som inte är en språkmodul.',
  en: 'A language is marked for a module that is no language module.',
  breaks: (view) => isModule(view) && isOther(view, 'MS') && !LANGUAGE_MODULE.test(view.code) && languageOf(view) !== undefined,
});

const UNNAMED_LANGUAGE = '97';

export const unnamedLanguage = onAttainment({
  key: `${V}.rakenne.deprekoituKielikoodi`,
  fi: 'Kielikoodia 97 ei käytetä: kieli on nimettävä.',
  sv: 'Språkkoden 97 används inte: språket ska anges.',
  en: 'Language code 97 is not used: name the language.',
  breaks: (view) => languageOf(view) === UNNAMED_LANGUAGE && ((isSubject(view) && isLanguage(view)) || (isModule(view) && isOtherGroup(view.parent))),
});

export const deprecatedMotherTongue = onAttainment({
  key: `${V}.rakenne.deprekoituOppimäärä`,
  fi: 'Äidinkielen oppimäärää AIAI ei käytetä: äidinkielenomainen suomi siirretään kielenä.',
  sv: 'Lärokursen AIAI i modersmål används inte: modersmålsinriktad finska överförs som språk.',
  en: 'The mother-tongue syllabus AIAI is not used: it is transferred as a language.',
  breaks: (view) => isSubject(view) && view.code === 'AI' && languageOf(view) === 'AIAI',
});

const NEEDS_ORAL_TEST = new Set(['RUA8', 'RUB16', 'RUÄ8', 'FINA8', 'FINB16', 'FIM8', 'ENA8', 'VKA8', 'SMA8']);
const LANGUAGE_OF_MODULE: ReadonlyArray<readonly [prefix: string, language: string]> = [['RU', 'SV'], ['FIN', 'FI'], ['FIM', 'FI'], ['LA', 'LA'], ['SM', 'SE'], ['EN', 'EN']];

/** Under a language the subject's; elsewhere what the code of the module says, else what is marked. */
function moduleLanguage(view: AttainmentView): string | undefined {
  if (view.parent !== undefined && isSubject(view.parent)) return isLanguage(view.parent) ? languageOf(view.parent) : undefined;
  return LANGUAGE_OF_MODULE.find(([prefix]) => view.code.startsWith(prefix))?.[1] ?? languageOf(view);
}

function needsOralTest(view: AttainmentView): boolean {
  if (!isModule(view) || !NEEDS_ORAL_TEST.has(view.code) || view.parent === undefined) return false;
  return view.top.kind === KIND.upperSecondarySyllabus ? isConfirmed(view.top) : isSubject(view.parent) && isAssessed(view.parent);
}

export const oralTestMissing = onAttainment({
  key: `${V}.rakenne.puuttuvaSuullisenKielitaidonKoe`,
  fi: 'Suullisen kielitaidon moduuli edellyttää suullisen kielitaidon koetta samassa kielessä.',
  sv: 'En modul i muntlig språkfärdighet förutsätter ett prov i muntlig språkfärdighet i samma språk.',
  en: 'A module of oral skills needs an oral test in the same language.',
  breaks(view) {
    const language = moduleLanguage(view);
    return needsOralTest(view) && language !== undefined && !(view.top.attainment.oralTests ?? []).some((test) => test.language.value === language);
  },
});

/** Whose modules are looked at: languages and mother tongue have so many syllabuses that KOSKI does not. */
const OF_ONE_SUBJECT: readonly string[] = ['BI', 'ET', 'FI', 'FY', 'GE', 'HI', 'KE', 'KT', 'KU', 'LI', 'MU', 'OP', 'PS', 'TE', 'YH'];
const VIEWS_OF_LIFE: Readonly<Record<string, string>> = { KT: 'ET', ET: 'KT' };

const isWorldview = (subject: string): boolean => VIEWS_OF_LIFE[subject] !== undefined;
const isOwnDiploma = (subject: string, module: string): boolean => hasModule('LD', module) && module.startsWith(subject);

function isMisplaced(view: AttainmentView, subject: AttainmentView): boolean {
  const { code } = subject;
  if (code === 'MA') {
    const syllabus = subject.attainment.content.syllabus?.value ?? '';
    if (hasModule(`MA/${syllabus}`, view.code) || hasModule('MA/MAY', view.code)) return false;
    const isOtherSyllabus = hasModule('MA/MAA', view.code) || hasModule('MA/MAB', view.code);
    return !isOtherSyllabus || isCompulsory(view);
  }
  if (!OF_ONE_SUBJECT.includes(code) || hasModule(code, view.code) || isOwnDiploma(code, view.code)) return false;
  const isOtherWorldview = isWorldview(code) && hasModule(VIEWS_OF_LIFE[code] ?? '', view.code);
  return !isOtherWorldview || isCompulsory(view);
}

export const moduleOfAnotherSubject = onAttainment({
  key: `${V}.rakenne`,
  stage: 'modules',
  enforcedFrom: 'moduleStructureFrom',
  fi: 'Moduuli kuuluu toiseen oppiaineeseen tai oppimäärään.',
  sv: 'Modulen hör till ett annat läroämne eller en annan lärokurs.',
  en: 'The module belongs to another subject or syllabus.',
  breaks: (view) => isModule(view) && view.parent !== undefined && isSubject(view.parent) && isInCurriculum(view.code) && isMisplaced(view, view.parent),
});
