import { Builders } from '@digione/app-server/testing';
import { v7 as uuidv7 } from 'uuid';
import type pg from 'pg';

const HOMEROOMS = 36;
const SUBJECTS = ['AI', 'MA', 'FY', 'KE', 'BI', 'GE', 'HI', 'EN', 'RU', 'KT', 'KU', 'LI'];
const IN_GROUP = 25;

export interface BenchSchool {
  readonly of: Builders;
  readonly school: string;
  readonly principal: string;
  readonly learners: number;
  readonly groups: number;
  /** A teacher of each group, who holds its lessons. */
  readonly lessons: readonly { weeklyLessonId: string; weekday: number; teacher: string; members: readonly string[] }[];
}

/** A comprehensive school of 900 learners in 36 classes, twelve subjects each, three lessons a week and a plan of five units for every group. */
export async function buildSchool(pool: pg.Pool): Promise<BenchSchool> {
  const of = await Builders.provider(pool, 'bench');
  const provider = of.educationProviderId;
  const school = await of.school('Suuri koulu');
  const year = await of.schoolYear();
  const principal = await of.person({ bornOn: '1970-01-01' });
  await of.position(principal, 'principal', school);
  const subjects = await Promise.all(SUBJECTS.map((code) => of.subject(code, code)));
  const learners = Array.from({ length: HOMEROOMS * IN_GROUP }, () => uuidv7());
  await pool.query(`insert into core_data.person (education_provider_id, person_id, first_names, call_name, last_name, born_on, source) select $1, id, 'Oppi', 'Oppi', 'Las', '2013-01-01', 'bench' from unnest($2::uuid[]) id`, [provider, learners]);
  const lessons: BenchSchool['lessons'][number][] = [];
  for (let room = 0; room < HOMEROOMS; room += 1) {
    const members = learners.slice(room * IN_GROUP, (room + 1) * IN_GROUP);
    for (const [nth, subjectId] of subjects.entries()) {
      const teacher = await of.person({ bornOn: '1980-01-01' });
      await of.position(teacher, 'teacher', school);
      const group = await of.teachingGroup(school, year, `${room + 1} ${SUBJECTS[nth]}`, [], teacher, { subjectId });
      await pool.query(`insert into core_data.teaching_group_member (education_provider_id, teaching_group_member_id, teaching_group_id, learner_id, valid, source) select $1, gen_random_uuid(), $2, id, '[2026-08-01,2027-08-01)', 'bench' from unnest($3::uuid[]) id`, [provider, group, members]);
      for (let lesson = 0; lesson < 3; lesson += 1) {
        const slot = nth * 3 + lesson;
        const weekday = (slot % 5) + 1;
        const hour = 8 + Math.floor(slot / 5);
        const weeklyLessonId = await of.weeklyLesson(school, group, weekday, `${String(hour).padStart(2, '0')}:00`, `${String(hour).padStart(2, '0')}:45`);
        lessons.push({ weeklyLessonId, weekday, teacher, members });
      }
      const keys = Array.from({ length: 20 }, (_, index) => `${SUBJECTS[nth]}-T${index + 1}`);
      const plan = uuidv7();
      await of.insert('teaching.plan', { plan_id: plan, school_id: school, teaching_group_id: group, school_year_id: year, subject_id: subjectId, name: 'Suunnitelma', objective_keys: keys, made_by: teacher, made_at: '2026-08-10T10:00:00Z', source: 'bench' });
      for (let unit = 0; unit < 5; unit += 1) {
        const planUnit = uuidv7();
        await of.insert('teaching.plan_unit', {
          ...{ plan_unit_id: planUnit, plan_id: plan, name: `Jakso ${unit + 1}`, starts_on: `2026-${String(8 + unit).padStart(2, '0')}-10`, lesson_count: 12, objective_keys: keys.slice(unit * 4, unit * 4 + 6) },
          ...{ changed_by: teacher, changed_at: '2026-08-10T10:00:00Z', source: 'bench' },
        });
        await pool.query(
          `insert into teaching.plan_lesson (education_provider_id, plan_lesson_id, plan_unit_id, lesson_no, title, objective_keys, changed_by, changed_at, source)
           select $1, gen_random_uuid(), $2, n, 'Tunti ' || n, case when n % 3 = 0 then array[$4::text] else '{}' end, $3, '2026-08-10T10:00:00Z', 'bench' from generate_series(1, 12) n`,
          [provider, planUnit, teacher, keys[unit]],
        );
      }
    }
  }
  await pool.query('analyze');
  return { of, school, principal, learners: learners.length, groups: HOMEROOMS * SUBJECTS.length, lessons };
}
