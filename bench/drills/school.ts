import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { insertSession } from '@digione/access/server';
import { Builders } from '@digione/app-server/testing';
import { addDays } from '@digione/local-date';
import { systemClock } from '@digione/platform/time';

const LEARNERS = 5;
const LESSONS_A_DAY = 6;
/** Teachers may save the registers of so many days back. */
const DAYS = 12;

/** A group with its teacher, a guardian of all its learners, and lessons on the last days: nobody else writes about them. */
export interface Class {
  readonly learners: readonly string[];
  readonly lessons: readonly { weeklyLessonId: string; heldOn: string }[];
  readonly teacherToken: string;
  readonly guardianToken: string;
}

export interface DrillSchool {
  readonly educationProviderId: string;
  readonly secretaryToken: string;
  readonly classes: readonly Class[];
}

/** Fills an empty database with a school whose classes can be written about side by side. */
export async function fillSchool(pool: pg.Pool, classes: number): Promise<DrillSchool> {
  const today = systemClock.today();
  const always = '[2000-01-01,)';
  const city = await Builders.provider(pool, 'drill');
  const school = await city.school();
  const year = await city.schoolYear(`[${addDays(today, -200)},${addDays(today, 200)})`);
  await city.absenceType('leave', 'leave');
  const signIn = async (personId: string): Promise<string> => {
    const accountId = uuidv7();
    await pool.query('insert into access.account (account_id) values ($1)', [accountId]);
    await city.insert('access.account_identity', { person_id: personId, account_id: accountId, source: 'drill' });
    return (await insertSession(pool, systemClock, { accountId, kind: 'token', hours: 1_000 })).token;
  };
  const staff = async (title: string): Promise<string> => {
    const person = await city.person({ callName: 'Virka', bornOn: '1980-01-01' });
    await city.position(person, title, school);
    return person;
  };
  const made: Class[] = [];
  for (let index = 0; index < classes; index++) {
    const teacher = await staff('teacher');
    const guardian = await city.person({ callName: 'Huoltaja', bornOn: '1985-01-01' });
    const learners: string[] = [];
    for (let number = 0; number < LEARNERS; number++) {
      const learner = await city.person({ callName: `Oppilas${number}`, bornOn: addDays(today, -4_000) });
      await city.studyRight(learner, school);
      await city.guardianship(guardian, learner);
      learners.push(learner);
    }
    const group = await city.teachingGroup(school, year, `R${index}`, learners, teacher, { valid: always });
    const lessons: { weeklyLessonId: string; heldOn: string }[] = [];
    for (let weekday = 1; weekday <= 7; weekday++) {
      for (let lesson = 0; lesson < LESSONS_A_DAY; lesson++) {
        const weeklyLessonId = uuidv7();
        await city.insert('timetable.weekly_lesson', { weekly_lesson_id: weeklyLessonId, school_id: school, teaching_group_id: group, weekday, starts_at: `${10 + lesson}:00`, ends_at: `${10 + lesson}:45`, valid: always, source: 'drill' });
        for (let back = 1; back <= DAYS; back++) {
          const heldOn = addDays(today, -back);
          if (isoWeekday(heldOn) === weekday) lessons.push({ weeklyLessonId, heldOn });
        }
      }
    }
    made.push({ learners, lessons, teacherToken: await signIn(teacher), guardianToken: await signIn(guardian) });
  }
  return { educationProviderId: city.educationProviderId, secretaryToken: await signIn(await staff('school-secretary')), classes: made };
}

const isoWeekday = (date: string): number => ((new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7) + 1;
