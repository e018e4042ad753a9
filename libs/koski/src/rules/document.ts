import { findIdentityCodeParts } from '@digione/identifiers';
import { ADULTS, isLops2015 } from './upper-secondary-facts.ts';
import { onDocument, onRight, V } from './rule.ts';
import type { RightView } from './view.ts';

export const noStudyRights = onDocument({
  key: `${V}.tyhjäOpiskeluoikeusLista`,
  stage: 'completion',
  fi: 'Oppijalla ei ole yhtään opiskeluoikeutta.',
  sv: 'Den lärande har inga studierätter.',
  en: 'The learner has no study right.',
  breaks: ({ rights }) => rights.length === 0,
});

export const identityCode = onDocument({
  key: `${V}.henkilötiedot.hetu`,
  stage: 'identity',
  holdsForCancelled: true,
  fi: 'Henkilötunnus ei ole oikea: muoto, tarkistusmerkki tai päivämäärä ei täsmää, tai tunnus on keinotekoinen (yksilönumero 9xx).',
  sv: 'Personbeteckningen är inte riktig: formen, kontrolltecknet eller datumet stämmer inte, eller den är artificiell (individnummer 9xx).',
  en: 'The personal identity code is not right: shape, check character or date, or it is artificial (number 9xx).',
  breaks({ learner }, { today }) {
    if (learner.oid !== undefined || learner.identityCode === undefined) return false;
    const parts = findIdentityCodeParts(learner.identityCode);
    return parts === undefined || parts.isArtificial || parts.bornOn > today;
  },
});

export const unknownLearner = onDocument({
  key: 'notFound.oppijaaEiLöydy',
  stage: 'identity',
  holdsForCancelled: true,
  fi: 'Oppijaa ei löydy oppijanumerolla.',
  sv: 'Den lärande hittas inte med studentnumret.',
  en: 'No learner has this learner number.',
  breaks: ({ learner }, { isKnownLearner }) => learner.oid !== undefined && isKnownLearner !== undefined && !isKnownLearner(learner.oid),
});

export const ownData = onDocument({
  key: 'forbidden.omienTietojenMuokkaus',
  stage: 'access',
  fi: 'Omia tietojaan ei voi muuttaa.',
  sv: 'Man kan inte ändra sina egna uppgifter.',
  en: 'Nobody can change their own data.',
  breaks: ({ learner }, { caller }) => learner.oid !== undefined && learner.oid === caller?.learnerOid,
});

const isOfAdults = ({ records }: RightView): boolean =>
  records.some(({ attainment }) => attainment.syllabus?.value === ADULTS || attainment.content.curriculum === '70/011/2015');

export const oldCurriculum = onRight({
  key: `${V}.rakenne.liianVanhaOpetussuunnitelma`,
  stage: 'person',
  dates: ['lops2021From', 'lops2021BornFrom'],
  fi: 'Nuorten lukio alkaa vuoden 2021 opetussuunnitelman mukaan, ellei oppija ole aloittanut lukiota jo sitä ennen.',
  sv: 'Gymnasiet för unga börjar enligt läroplanen från 2021, om den lärande inte börjat gymnasiet redan före det.',
  en: 'Upper secondary of the young begins by the curriculum of 2021, unless the learner began upper secondary before.',
  breaks(right, { bornOn, cutOver, stored = [] }) {
    if (right.kind !== 'lukiokoulutus' || right.right.oid !== undefined || bornOn === undefined || bornOn < cutOver.lops2021BornFrom) return false;
    if ((right.startsOn ?? '') < cutOver.lops2021From || !right.records.some(isLops2015)) return false;
    const isExcused = right.right.extras?.isExchangeStudent === true || isOfAdults(right);
    return !isExcused && !stored.some((other) => other.kind.value === 'lukiokoulutus' && (other.states[0]?.from ?? '9999') < cutOver.lops2021From);
  },
});
