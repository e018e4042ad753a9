import { v7 as uuidv7 } from 'uuid';
import type { City } from './city/insert-city.ts';
import { NOTES, PHRASES } from './city/insert-lesson-entries.ts';
import type { ThingKind } from './oracle/expectation.ts';
import type { Judge } from './oracle/judge.ts';

/** What a request is about. */
export interface Thing {
  readonly key: string;
  readonly id: string;
  /** There is such a thing of the kind asked for, in the city asked. */
  readonly isThere: boolean;
}

/** Stands for whoever asks. */
export const SELF = 'self';

const KEYS: Readonly<Record<ThingKind, readonly string[]>> = {
  nothing: [],
  person: [
    'child',
    'other-class',
    'other-school',
    'left',
    'coming',
    'moved',
    'came-of-age',
    'almost-adult',
    'protected',
    'sheltered',
    'mother',
    'protected-mother',
    'protected-informed-father',
    'teacher@hill',
    'former-teacher@hill',
    'main-user',
    SELF,
  ],
  learner: ['child', 'other-class', 'other-school', 'left', 'coming', 'moved', 'came-of-age', 'almost-adult', 'protected', 'sheltered', 'mother'],
  school: ['hill', 'lake', 'hidden'],
  homeroom: ['5a', '6a', '4h'],
  group: ['math5a', 'math6a', 'math4h'],
  lesson: ['first math5a', 'first math6a', 'first math4h'],
  notice: ["mother's of child", "uncle's of child", "blocked aunt's of child", "informed father's of child", "office's of child", "new adult's own", "parent's of new adult", "protected mother's", 'at the other school'],
  absences: ['open child', 'open other-school'],
  candidate: ['teacher@hill', 'mother'],
  run: ['import'],
  certificate: ['of child', 'of other-school', 'of protected'],
  edition: ['older'],
  draft: ['own'],
  note: Object.keys(NOTES),
  phrase: Object.keys(PHRASES),
};

/** What there is of a kind in a city, by name. */
export const keysOf = (kind: ThingKind): readonly string[] => (kind === 'nothing' ? ['–'] : KEYS[kind]);

const STORED = { person: 'person', learner: 'person', candidate: 'person', school: 'school', homeroom: 'homeroom', group: 'group', lesson: 'lesson', notice: 'notice', absences: 'absence', run: 'run', certificate: 'certificate', edition: 'edition', draft: 'draft', note: 'note', phrase: 'phrase' } as const;

/** The things of a kind, those of the other city and an id nobody has. */
export function thingsOf(kind: ThingKind, city: City, other: City, judge: Judge): Thing[] {
  if (kind === 'nothing') return [{ key: '–', id: '', isThere: true }];
  const own = KEYS[kind].map((key) => ({ key, id: key === SELF ? '' : city.idOf(STORED[kind], key), isThere: kind !== 'learner' || judge.isLearner(key) }));
  const first = KEYS[kind][0] ?? '';
  return [...own, { key: `${first} of the other city`, id: other.idOf(STORED[kind], first), isThere: false }, { key: 'nobody', id: uuidv7(), isThere: false }];
}

const FIELDS: Readonly<Record<ThingKind, string>> = {
  nothing: '',
  person: 'personId',
  learner: 'learnerId',
  school: 'schoolId',
  homeroom: 'homeroomId',
  group: 'groupId',
  lesson: 'weeklyLessonId',
  notice: 'absenceNoticeId',
  absences: 'absenceIds',
  candidate: 'personId',
  run: 'importRunId',
  certificate: 'certificateId',
  edition: 'editionId',
  draft: 'draftId',
  note: 'lessonNoteId',
  phrase: 'feedbackPhraseId',
};
export const fieldOf = (kind: ThingKind): string => FIELDS[kind];
