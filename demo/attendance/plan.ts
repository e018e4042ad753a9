import { addDays, fromHelsinki, type LocalDate } from '@digione/local-date';
import type { AbsenceTypeCode, CityContext } from '../city/context.ts';
import type { Learner } from '../people/area.ts';
import type { Random } from '../rows/random.ts';

/** What happens to one learner on one day, before it is known which registers were taken. */
export interface DayPlan {
  readonly kind: 'absent' | 'late' | 'left-early';
  /** The n-th lesson of the learner's day only, counted from 0; null for every lesson. */
  readonly onlyLesson: number | null;
  readonly minutes: number | null;
  /** Null: to be explained. */
  readonly type: AbsenceTypeCode | null;
  readonly notice: Notice | null;
  readonly explanation: { readonly text: string; readonly by: string; readonly at: string } | null;
}

/** A home's word beforehand, for whole days. */
export interface Notice {
  readonly key: string;
  readonly learner: Learner;
  readonly type: AbsenceTypeCode;
  readonly from: LocalDate;
  /** The first day after it. */
  readonly to: LocalDate;
  readonly note: string | null;
  readonly by: string;
  readonly at: string;
}

export interface LearnerPlan {
  /** By index of the school day. */
  readonly days: ReadonlyMap<number, DayPlan>;
  readonly notices: readonly Notice[];
}

const plain: DayPlan = { kind: 'absent', onlyLesson: null, minutes: null, type: null, notice: null, explanation: null };

const EXPLANATIONS = ['Kuumetta ja flunssaa.', 'Vatsatauti.', 'Migreeni.', 'Oli kipeänä kotona.', 'Förkyld och feber.', 'Flunssa, voi jo paremmin.'];
const LEAVES = ['Perheen matka', 'Sukujuhlat', 'Kilpailumatka', 'Familjeresa'];
const APPOINTMENTS = ['Hammaslääkäri', 'Lääkärikäynti', 'Silmälääkäri', 'Tandläkare'];

/** Chances a day; together about five lessons in a hundred are missed, as schools report. */
const ILLNESS = 0.0125;
const LEAVE = 0.0014;
const SKIPPED_LESSON = 0.001;
const SKIPPED_LESSON_FROM_GRADE_8 = 0.005;
const LATE = 0.009;
const APPOINTMENT = 0.004;
const SCHOOL_ACTIVITY = 0.0012;
const LEFT_EARLY = 0.001;

/** A home explains within a day or two, mostly. */
function isExplainedBy(random: Random, daysAgo: number): boolean {
  return random.chance(daysAgo === 0 ? 0.12 : daysAgo === 1 ? 0.5 : daysAgo <= 3 ? 0.85 : 0.97);
}

/**
 * Plans a learner's absences over the school days of the registers.
 * @param lastIndex index of the last day anything may happen on
 */
export function planLearner(city: CityContext, days: readonly LocalDate[], lastIndex: number, learner: Learner, random: Random): LearnerPlan {
  const planned = new Map<number, DayPlan>();
  const notices: Notice[] = [];
  const reporter = (): string => (learner.guardianIds.length > 0 ? random.pick(learner.guardianIds) : learner.id);
  const daysAgo = (index: number): number => days.length - 1 - index + (days.at(-1) === city.moment.today ? 0 : 1);
  const spread = (start: number, length: number, plan: DayPlan): void => {
    for (let index = start; index < Math.min(start + length, lastIndex + 1); index++) planned.set(index, plan);
  };
  const noticeFor = (start: number, length: number, type: AbsenceTypeCode, note: string | null, daysBefore: number): Notice => {
    const from = days[start] ?? city.moment.today;
    const last = days[start + length - 1] ?? addDays(from, length - 1);
    const isToday = from === city.moment.today;
    // A notice about today has come in before the day began for it: the evening before when it is still early.
    const day = addDays(from, isToday && daysBefore === 0 && city.moment.time < '08:00' ? -1 : -daysBefore);
    const time = daysBefore === 0 && day === from ? `0${random.between(6, 7)}:${random.between(10, 59)}` : `${random.between(17, 21)}:${random.between(10, 59)}`;
    return { key: `${learner.key}/${from}`, learner, type, from, to: addDays(last, 1), note, by: reporter(), at: fromHelsinki(day, time) };
  };
  const explained = (index: number, text: string): DayPlan['explanation'] => {
    const day = days[index] ?? city.moment.today;
    const ago = daysAgo(index);
    const at = fromHelsinki(addDays(day, ago === 0 ? 0 : random.between(0, 1) === 0 || ago < 2 ? 0 : 1), ago === 0 ? city.moment.time : `${random.between(16, 21)}:${random.between(10, 59)}`);
    return { text, by: reporter(), at };
  };

  for (let index = 0; index <= lastIndex; index++) {
    let roll = random.next();
    const happens = (chance: number): boolean => (roll -= chance) < 0;
    if (happens(ILLNESS)) {
      const length = random.pickWeighted([[1, 45], [2, 28], [3, 15], [4, 7], [5, 5]]);
      if (random.chance(0.72)) {
        // Where nothing may happen today, the illness ends the day before.
        const told = lastIndex < days.length - 1 ? Math.min(length, lastIndex - index + 1) : length;
        const notice = noticeFor(index, told, 'illness', random.chance(0.3) ? random.pick(EXPLANATIONS) : null, 0);
        notices.push(notice);
        spread(index, told, { ...plain, type: 'illness', notice });
      } else {
        for (let day = index; day < Math.min(index + length, lastIndex + 1); day++) {
          const isExplained = isExplainedBy(random, daysAgo(day));
          planned.set(day, isExplained ? { ...plain, type: 'illness', explanation: explained(day, random.pick(EXPLANATIONS)) } : plain);
        }
      }
      index += length - 1;
    } else if (happens(LEAVE)) {
      const length = Math.min(random.between(1, 5), lastIndex - index + 1);
      const notice = noticeFor(index, length, 'leave', random.pick(LEAVES), random.between(4, 14));
      notices.push(notice);
      spread(index, length, { ...plain, type: 'leave', notice });
      index += length - 1;
    } else if (happens(learner.level >= 8 ? SKIPPED_LESSON_FROM_GRADE_8 : SKIPPED_LESSON)) {
      const onlyLesson = random.between(0, 4);
      if (!isExplainedBy(random, daysAgo(index))) planned.set(index, { ...plain, onlyLesson });
      else if (random.chance(0.6)) planned.set(index, { ...plain, onlyLesson, type: 'unauthorised' });
      else planned.set(index, { ...plain, onlyLesson, type: 'other', explanation: explained(index, 'Asia on sovittu kotona.') });
    } else if (happens(LATE)) {
      planned.set(index, { ...plain, kind: 'late', onlyLesson: 0, minutes: random.between(2, 20) });
    } else if (happens(APPOINTMENT)) {
      planned.set(index, { ...plain, onlyLesson: random.between(0, 4), type: 'illness', explanation: explained(index, random.pick(APPOINTMENTS)) });
    } else if (happens(SCHOOL_ACTIVITY)) {
      planned.set(index, { ...plain, type: 'school-activity' });
    } else if (happens(LEFT_EARLY)) {
      planned.set(index, { ...plain, kind: 'left-early', onlyLesson: random.between(2, 4), minutes: random.between(5, 20) });
    }
  }
  return { days: planned, notices };
}
