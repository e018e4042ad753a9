import { isObject } from '../json.ts';
import { flag, listOf, number, shape, text, type Codec } from './codec.ts';
import type {
  Assessment,
  Attainment,
  Code,
  Confirmation,
  Content,
  Extent,
  Extras,
  FreeEducation,
  KoskiRecord,
  Learner,
  LocalText,
  MotherTongueStudies,
  OralTest,
  Organisation,
  Period,
  SourceId,
  SpecialTask,
  StatePeriod,
  StudyRight,
  StudyRightReference,
  Unlinking,
} from './record.ts';

// What a document does not say, where the record has to hold something.
const NO_CODE: Code = { value: '' };
const NO_CONTENT: Content = { code: NO_CODE };
const NO_LEARNER: Learner = {};
const NO_STATES: readonly StatePeriod[] = [];
const NO_ATTAINMENTS: readonly Attainment[] = [];
const NO_RIGHTS: readonly StudyRight[] = [];

const localText = shape<LocalText>(() => ({}), (of) => [of('fi', 'fi', text), of('sv', 'sv', text), of('en', 'en', text)]);

const code = shape<Code>(
  () => ({ value: '' }),
  (of) => [of('koodiarvo', 'value', text), of('koodistoUri', 'set', text), of('koodistoVersio', 'version', number), of('nimi', 'name', localText), of('lyhytNimi', 'shortName', localText)],
);

const extent = shape<Extent>(() => ({ value: 0 }), (of) => [of('arvo', 'value', number), of('yksikkö', 'unit', code)]);

const period = shape<Period>(() => ({}), (of) => [of('alku', 'from', text), of('loppu', 'to', text)]);
const periods = listOf(period);

const organisation = shape<Organisation>(
  () => ({}),
  (of) => [of('oid', 'oid', text), of('oppilaitosnumero', 'number', code), of('nimi', 'name', localText), of('kotipaikka', 'municipality', code), of('yTunnus', 'businessId', text)],
);

const learner = shape<Learner>(
  () => ({}),
  (of) => [
    of('oid', 'oid', text),
    of('hetu', 'identityCode', text),
    of('etunimet', 'firstNames', text),
    of('kutsumanimi', 'callName', text),
    of('sukunimi', 'lastName', text),
    of('syntymäaika', 'bornOn', text),
  ],
);

const statePeriod = shape<StatePeriod>(
  () => ({ from: '', state: NO_CODE }),
  (of) => [of('alku', 'from', text), of('tila', 'state', code), of('opintojenRahoitus', 'funding', code)],
);

const assessment = shape<Assessment>(
  () => ({ mark: NO_CODE }),
  (of) => [of('arvosana', 'mark', code), of('päivä', 'on', text), of('hyväksytty', 'isPassed', flag), of('kuvaus', 'description', localText)],
);

const confirmation = shape<Confirmation>(() => ({ on: '' }), (of) => [of('päivä', 'on', text), of('paikkakunta', 'place', code), of('myöntäjäOrganisaatio', 'by', organisation)]);

const content = shape<Content>(
  () => ({ code: NO_CODE }),
  (of) => [
    of('tunniste', 'code', code),
    of('laajuus', 'extent', extent),
    of('pakollinen', 'isCompulsory', flag),
    of('kieli', 'language', code),
    of('oppimäärä', 'syllabus', code),
    of('perusteenDiaarinumero', 'curriculum', text),
    of('kuvaus', 'description', localText),
  ],
);

// An attainment holds attainments: the codec is needed before it is there.
const inner: Codec<Attainment> = { read: (value) => attainment.read(value), write: (value) => attainment.write(value) };
const parts = listOf(inner);

const motherTongueStudies = shape<MotherTongueStudies>(() => ({}), (of) => [of('laajuus', 'extent', extent), of('osasuoritukset', 'parts', parts)]);
const oralTest = shape<OralTest>(() => ({ language: NO_CODE }), (of) => [of('kieli', 'language', code)]);

const attainment = shape<Attainment>(
  () => ({ content: NO_CONTENT }),
  (of) => [
    of('tyyppi', 'kind', code),
    of('koulutusmoduuli', 'content', content),
    of('toimipiste', 'site', organisation),
    of('alkamispäivä', 'startsOn', text),
    of('arviointi', 'assessments', listOf(assessment)),
    of('vahvistus', 'confirmation', confirmation),
    of('osasuoritukset', 'parts', parts),
    of('suorituskieli', 'language', code),
    of('suoritustapa', 'method', code),
    of('oppimäärä', 'syllabus', code),
    of('luokkaAste', 'gradeLevel', code),
    of('luokka', 'homeroom', text),
    of('jääLuokalle', 'repeatsGrade', flag),
    of('yksilöllistettyOppimäärä', 'isIndividualised', flag),
    of('rajattuOppimäärä', 'isLimited', flag),
    of('painotettuOpetus', 'isEmphasised', flag),
    of('suoritettuErityisenäTutkintona', 'isSpecialExamination', flag),
    of('lukionOppimääräSuoritettu', 'isWholeSyllabusCompleted', flag),
    of('omanÄidinkielenOpinnot', 'motherTongueStudies', motherTongueStudies),
    of('suullisenKielitaidonKokeet', 'oralTests', listOf(oralTest)),
    of('kokonaislaajuus', 'totalExtent', extent),
  ],
);

const freeEducation = shape<FreeEducation>(() => ({ isFree: false }), (of) => [of('alku', 'from', text), of('loppu', 'to', text), of('maksuton', 'isFree', flag)]);
const specialTask = shape<SpecialTask>(() => ({ task: NO_CODE }), (of) => [of('alku', 'from', text), of('loppu', 'to', text), of('tehtävä', 'task', code)]);

const extras = shape<Extras>(
  () => ({}),
  (of) => [
    of('tuenPäätöksenJaksot', 'supportDecisions', periods),
    of('erityisenTuenPäätökset', 'specialSupportDecisions', periods),
    of('erityisenTuenPäätös', 'specialSupportDecision', period),
    of('pidennettyOppivelvollisuus', 'extendedCompulsoryEducation', period),
    of('varhennetunOppivelvollisuudenJaksot', 'earlyCompulsoryEducation', periods),
    of('vammainen', 'disability', periods),
    of('vaikeastiVammainen', 'severeDisability', periods),
    of('toimintaAlueittainOpiskelu', 'byActivityAreas', periods),
    of('tavoitekokonaisuuksittainOpiskelu', 'byGoalEntities', periods),
    of('opetuksenJärjestäminenVammanSairaudenTaiRajoitteenPerusteella', 'dueToDisabilityOrIllness', periods),
    of('yhdysluokka', 'combinedGradeClass', periods),
    of('kotiopetusjaksot', 'homeSchooling', periods),
    of('kotiopetus', 'homeSchoolingOnce', period),
    of('valmistavanLisäopetus', 'preparatoryExtension', periods),
    of('vuosiluokkiinSitoutumatonOpetus', 'isOutsideGrades', flag),
    of('maksuttomuus', 'freeEducation', listOf(freeEducation)),
    of('oikeuttaMaksuttomuuteenPidennetty', 'freeEducationExtensions', periods),
    of('erityisenKoulutustehtävänJaksot', 'specialTasks', listOf(specialTask)),
    of('ulkomainenVaihtoopiskelija', 'isExchangeStudent', flag),
  ],
);

const states = listOf(statePeriod);
/** KOSKI keeps the list of states in an object of its own. */
const stateHistory: Codec<readonly StatePeriod[]> = {
  read(value) {
    const isPlain = isObject(value) && Object.keys(value).join() === 'opiskeluoikeusjaksot';
    return isPlain ? states.read(value['opiskeluoikeusjaksot']) : undefined;
  },
  write: (list) => ({ opiskeluoikeusjaksot: states.write(list) }),
};

const sourceId = shape<SourceId>(() => ({ system: NO_CODE }), (of) => [of('id', 'id', text), of('lähdejärjestelmä', 'system', code)]);
const reference = shape<StudyRightReference>(() => ({ oid: '' }), (of) => [of('oid', 'oid', text), of('oppilaitos', 'school', organisation)]);
const unlinking = shape<Unlinking>(() => ({ on: '' }), (of) => [of('purettu', 'on', text)]);

const studyRight = shape<StudyRight>(
  () => ({ kind: NO_CODE, states: NO_STATES, attainments: NO_ATTAINMENTS }),
  (of) => [
    of('oid', 'oid', text),
    of('versionumero', 'version', number),
    of('lähdejärjestelmänId', 'source', sourceId),
    of('lähdejärjestelmäkytkentäPurettu', 'unlinking', unlinking),
    of('oppilaitos', 'school', organisation),
    of('koulutustoimija', 'provider', organisation),
    of('sisältyyOpiskeluoikeuteen', 'partOf', reference),
    of('järjestämismuoto', 'arrangement', code),
    of('tyyppi', 'kind', code),
    of('arvioituPäättymispäivä', 'expectedEndOn', text),
    of('oppimääräSuoritettu', 'isSyllabusCompleted', flag),
    of('tila', 'states', stateHistory),
    of('suoritukset', 'attainments', parts),
    of('lisätiedot', 'extras', extras),
  ],
);

export const koskiRecord = shape<KoskiRecord>(() => ({ learner: NO_LEARNER, studyRights: NO_RIGHTS }), (of) => [of('henkilö', 'learner', learner), of('opiskeluoikeudet', 'studyRights', listOf(studyRight))]);
