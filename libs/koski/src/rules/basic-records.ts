import type { LocalDate } from '@digione/local-date';
import { confirmedOn, gradeOf, hasDuplicates, identityOf, isCompulsory, isConfirmed, isLocal, KIND, languageOf, methodOf, SPECIAL_EXAMINATION } from './facts.ts';
import { holds } from './periods.ts';
import { onAttainment, onRight, V } from './rule.ts';
import { stateOf, type AttainmentView, type RightView } from './view.ts';

export const isOutsideGrades = ({ right }: RightView): boolean => right.extras?.isOutsideGrades === true;

export function isHomeSchooled({ right: { extras } }: RightView, day: LocalDate | undefined): boolean {
  const periods = [...(extras?.homeSchooling ?? []), ...(extras?.homeSchoolingOnce === undefined ? [] : [extras.homeSchoolingOnce])];
  return day !== undefined && periods.some((period) => holds(period, day));
}

const isBasic = ({ kind }: RightView): boolean => kind === 'perusopetus';
const ofKind = (right: RightView, kind: string): readonly AttainmentView[] => right.records.filter((record) => record.kind === kind);
const WHOLE: readonly string[] = [KIND.basicSyllabus, KIND.adultSyllabus];

export const syllabusWithoutSubjects = onAttainment({
  key: `${V}.tila.oppiaineetPuuttuvat`,
  fi: 'Päättötodistus on vahvistettu, mutta siinä ei ole yhtään oppiainetta.',
  sv: 'Avgångsbetyget är bekräftat, men det har inga läroämnen.',
  en: 'The leaving certificate is confirmed but has no subjects.',
  breaks: (view) => WHOLE.includes(view.kind) && isConfirmed(view) && view.parts.length === 0,
});

export const gradeWithoutSubjects = onAttainment({
  key: `${V}.tila.oppiaineetPuuttuvat`,
  fi: 'Vuosiluokka on vahvistettu, mutta siinä ei ole yhtään oppiainetta.',
  sv: 'Årskursen är bekräftad, men den har inga läroämnen.',
  en: 'The grade is confirmed but has no subjects.',
  breaks(view) {
    const day = confirmedOn(view);
    const grade = gradeOf(view);
    if (grade === undefined || grade === '9' || day === undefined || view.parts.length > 0) return false;
    const isExcused = view.attainment.repeatsGrade === true || isOutsideGrades(view.right) || (view.right.right.extras?.byGoalEntities ?? []).some((period) => holds(period, day));
    return !isExcused;
  },
});

export const gradeNineWithSubjects = onAttainment({
  key: `${V}.tila.oppiaineitaEiSallita`,
  fi: 'Vahvistetulla 9. vuosiluokalla voi olla oppiaineita vain, jos oppilas jää luokalle: muuten arvosanat ovat päättötodistuksessa.',
  sv: 'En bekräftad årskurs 9 kan ha läroämnen endast om eleven stannar på klassen: annars finns vitsorden i avgångsbetyget.',
  en: 'A confirmed grade 9 has subjects only when it is repeated: otherwise the marks are in the leaving certificate.',
  breaks: (view) => gradeOf(view) === '9' && isConfirmed(view) && view.attainment.repeatsGrade !== true && view.parts.length > 0,
});

export const gradeStartMissing = onAttainment({
  key: `${V}.tila.alkamispäiväPuuttuu`,
  fi: 'Vuosiluokalta puuttuu alkamispäivä.',
  sv: 'Årskursens startdatum saknas.',
  en: 'The grade lacks its first day.',
  breaks: (view) => gradeOf(view) !== undefined && view.attainment.startsOn === undefined,
});

/** Confirmed grades that KOSKI holds and this document leaves out stay in the study right. */
function startsOfGrades(right: RightView): readonly LocalDate[] {
  const sent = ofKind(right, KIND.grade);
  const grades = new Set(sent.map(({ code }) => code));
  const kept = (right.stored?.attainments ?? []).filter(({ kind, content, confirmation }) => kind?.value === KIND.grade && confirmation !== undefined && !grades.has(content.code.value));
  return [...sent.map(({ attainment }) => attainment), ...kept].flatMap(({ startsOn }) => startsOn ?? []);
}

export const gradesStartTogether = onRight({
  key: `${V}.rakenne.epäsopiviaSuorituksia`,
  fi: 'Kahdella vuosiluokalla on sama alkamispäivä.',
  sv: 'Två årskurser har samma startdatum.',
  en: 'Two grades begin on the same day.',
  breaks: (right) => isBasic(right) && hasDuplicates(startsOfGrades(right)),
});

export const gradeStartsAfterEnd = onAttainment({
  key: `${V}.date.päättymisPäiväEnnenAlkamispäivää`,
  fi: 'Vuosiluokka alkaa opiskeluoikeuden päättymisen jälkeen.',
  sv: 'Årskursen börjar efter att studierätten upphört.',
  en: 'The grade begins after the study right ended.',
  breaks: (view) => gradeOf(view) !== undefined && view.right.endsOn !== undefined && (view.attainment.startsOn ?? '') > view.right.endsOn,
});

export const severalUnfinishedGrades = onRight({
  key: `${V}.tila.useitaKeskeneräisiäVuosiluokanSuoritukia`,
  fi: 'Opiskeluoikeuteen jäisi kaksi keskeneräistä vuosiluokkaa.',
  sv: 'Studierätten skulle få två oavslutade årskurser.',
  en: 'The study right would hold two unfinished grades.',
  stage: 'storing',
  breaks(right) {
    if (right.stored === undefined || !isBasic(right)) return false;
    const sent = ofKind(right, KIND.grade);
    const grades = new Set(sent.map(({ code }) => code));
    const stored = right.stored.attainments.filter(({ kind, confirmation, content }) => kind?.value === KIND.grade && confirmation === undefined && !grades.has(content.code.value));
    return sent.filter((grade) => !isConfirmed(grade)).length + stored.length > 1;
  },
});

export const graduatedWithoutCertificate = onRight({
  key: `${V}.tila.nuortenPerusopetuksenValmistunutTilaIlmanVahvistettuaPäättötodistusta`,
  fi: 'Perusopetus on merkitty valmistuneeksi ilman vahvistettua päättötodistusta.',
  sv: 'Den grundläggande utbildningen har antecknats som slutförd utan bekräftat avgångsbetyg.',
  en: 'Basic education is marked as graduated without a confirmed leaving certificate.',
  breaks: (right) =>
    isBasic(right) && stateOf(right.lastState) === 'valmistunut' && !ofKind(right, KIND.basicSyllabus).some(isConfirmed) && ofKind(right, KIND.basicSubjectSyllabus).length === 0,
});

export const graduatedWithoutGradeNine = onRight({
  key: `${V}.tila.nuortenPerusopetuksenValmistunutTilaIlmanYsiluokanSuoritusta`,
  fi: 'Päättötodistus on vahvistettu, mutta 9. vuosiluokan suoritus puuttuu.',
  sv: 'Avgångsbetyget är bekräftat, men prestationen för årskurs 9 saknas.',
  en: 'The leaving certificate is confirmed but grade 9 is missing.',
  breaks(right) {
    const syllabuses = ofKind(right, KIND.basicSyllabus);
    if (!isBasic(right) || !syllabuses.some(isConfirmed)) return false;
    const isExcused = syllabuses.some((syllabus) => methodOf(syllabus) === SPECIAL_EXAMINATION || isHomeSchooled(right, confirmedOn(syllabus)));
    return !isExcused && !isOutsideGrades(right) && ofKind(right, KIND.basicSubjectSyllabus).length === 0 && !ofKind(right, KIND.grade).some(({ code }) => code === '9');
  },
});

const WITH_SUBJECTS: readonly string[] = [KIND.basicSyllabus, KIND.grade, KIND.adultSyllabus];

export const sameSubjectTwice = onAttainment({
  key: `${V}.rakenne.duplikaattiOsasuoritus`,
  fi: 'Sama pakollinen oppiaine on suorituksessa kahdesti.',
  sv: 'Samma obligatoriska läroämne finns två gånger i prestationen.',
  en: 'The same compulsory subject stands twice in the record.',
  breaks: ({ kind, parts }) =>
    WITH_SUBJECTS.includes(kind) && hasDuplicates(parts.filter((part) => isCompulsory(part)).map((part) => `${identityOf(part)}@${part.attainment.gradeLevel?.value ?? ''}`)),
});

export const religionAndEthics = onAttainment({
  key: `${V}.rakenne.duplikaattiOsasuoritus`,
  fi: 'Samassa suorituksessa on sekä uskonto (KT) että elämänkatsomustieto (ET).',
  sv: 'Samma prestation har både religion (KT) och livsåskådningskunskap (ET).',
  en: 'One record has both religion (KT) and ethics (ET).',
  breaks: ({ kind, parts, right }) => isBasic(right) && WITH_SUBJECTS.includes(kind) && ['KT', 'ET'].every((code) => parts.some((part) => part.code === code)),
});

export const nearMotherTongueLanguage = onAttainment({
  key: `${V}.rakenne.deprekoituKielikoodi`,
  fi: 'Äidinkielenomaisen kielen voi opiskella vain suomeksi tai ruotsiksi (FI, SV).',
  sv: 'Ett modersmålsinriktat språk kan endast vara finska eller svenska (FI, SV).',
  en: 'A language at mother-tongue level is Finnish or Swedish (FI, SV).',
  breaks: (view) => view.code === 'AOM' && !['FI', 'SV'].includes(languageOf(view) ?? ''),
});

export const optionalSubjectSyllabus = onAttainment({
  key: `${V}.perusopetus.valinnainenOppiaineenOppimäärä`,
  fi: 'Oppiaineen oppimääränä voi suorittaa vain pakollisen oppiaineen.',
  sv: 'Endast ett obligatoriskt läroämne kan avläggas som ämnets lärokurs.',
  en: 'Only a compulsory subject can be a subject syllabus.',
  breaks: (view) => view.kind === KIND.basicSubjectSyllabus && !isCompulsory(view),
});

const SUBJECT_SYLLABUSES: readonly string[] = [KIND.basicSubjectSyllabus, KIND.adultSubjectSyllabus, KIND.subjectSyllabus2015];

export const unknownSubjectConfirmed = onAttainment({
  key: `${V}.tila.tyhjänOppiaineenVahvistus`,
  fi: 'Oppiainetta "Ei tiedossa" ei voi vahvistaa.',
  sv: 'Läroämnet "Ej känt" kan inte bekräftas.',
  en: 'The subject "not known" cannot be confirmed.',
  breaks: (view) => SUBJECT_SYLLABUSES.includes(view.kind) && view.code === 'XX' && isConfirmed(view),
});

export const gradeLevelOnSubjectSyllabus = onAttainment({
  key: `${V}.jsonSchema`,
  stage: 'structure',
  fi: 'Luokka-asteen voi antaa oppiaineen oppimäärälle vain erityisessä tutkinnossa tai vuosiluokkiin sitomattomassa opetuksessa.',
  sv: 'Årskurs kan anges för ett ämnes lärokurs endast i särskild examen eller i undervisning som inte är bunden till årskurser.',
  en: 'A grade level is given to a subject syllabus only in a special examination or in education outside grades.',
  breaks: (view) => view.kind === KIND.basicSubjectSyllabus && view.attainment.gradeLevel !== undefined && methodOf(view) !== SPECIAL_EXAMINATION && !isOutsideGrades(view.right),
});

export const sameGradeLevelTwice = onRight({
  key: `${V}.tila.nuortenPerusopetuksenLuokkaAsteSamaUseammassaSuorituksessa`,
  fi: 'Saman oppiaineen erityisellä tutkinnolla on sama luokka-aste kahdesti.',
  sv: 'Samma läroämne har samma årskurs två gånger i särskild examen.',
  en: 'One subject has the same grade level twice in special examinations.',
  breaks(right) {
    const special = ofKind(right, KIND.basicSubjectSyllabus).filter((record) => methodOf(record) === SPECIAL_EXAMINATION);
    return hasDuplicates(special.flatMap((record) => (record.attainment.gradeLevel === undefined ? [] : [`${identityOf(record)}@${record.attainment.gradeLevel.value}`])));
  },
});

export const adultOptionalSpecialExamination = onAttainment({
  key: `${V}.perusopetus.erityinenTutkintoValinnainenOppiaineenOppimäärä`,
  fi: 'Erityisenä tutkintona voi suorittaa vain pakollisen oppiaineen.',
  sv: 'Endast ett obligatoriskt läroämne kan avläggas som särskild examen.',
  en: 'Only a compulsory subject can be taken as a special examination.',
  breaks: (view) => view.kind === KIND.adultSubjectSyllabus && methodOf(view) === SPECIAL_EXAMINATION && !isLocal(view) && !isCompulsory(view),
});

export const adultLocalSpecialExamination = onAttainment({
  key: `${V}.perusopetus.erityinenTutkintoPaikallinenOppiaineenOppimäärä`,
  fi: 'Paikallista oppiainetta ei voi suorittaa erityisenä tutkintona.',
  sv: 'Ett lokalt läroämne kan inte avläggas som särskild examen.',
  en: 'A local subject cannot be taken as a special examination.',
  breaks: (view) => view.kind === KIND.adultSubjectSyllabus && methodOf(view) === SPECIAL_EXAMINATION && isLocal(view),
});
