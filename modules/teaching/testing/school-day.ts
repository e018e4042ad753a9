import { v7 as uuidv7 } from 'uuid';
import type { Builders, Client, World } from '@digione/app-server/testing';

export interface SchoolDay {
  koivula: Builders;
  school: string;
  year: string;
  teacher: { id: string; client: Client };
  secretary: { id: string; client: Client };
  /** In the order of the class list: Aalto, Berg, Åberg, Ödman. */
  learners: string[];
  group: string;
  /** Tuesday 9.00–9.45: running in the tests' world, where it is 9.20. */
  running: string;
  illness: string;
}

const LEARNERS = [
  ['Venla', 'Aalto'],
  ['Otto', 'Berg'],
  ['Ella', 'Åberg'],
  ['Niilo', 'Ödman'],
] as const;

/** One school with one group of four and a lesson that is running. */
export async function buildSchoolDay(world: World, key = 'koivula'): Promise<SchoolDay> {
  const koivula = await world.provider(key);
  const school = await koivula.school('Mansikkalan koulu');
  const year = await koivula.schoolYear();
  const staff = async (title: string, callName: string) => {
    const id = await koivula.person({ callName, lastName: 'Väki', bornOn: '1980-01-01' });
    await koivula.position(id, title, school);
    return { id, client: await world.signIn({ of: koivula, personId: id }) };
  };
  const teacher = await staff('teacher', 'Tuula');
  const secretary = await staff('school-secretary', 'Sirpa');
  const learners: string[] = [];
  for (const [callName, lastName] of LEARNERS) {
    const learner = await koivula.person({ callName, lastName });
    await koivula.studyRight(learner, school);
    learners.push(learner);
  }
  // Inserted in another order than the list's.
  await koivula.homeroom(school, year, '7A', learners);
  const group = await koivula.teachingGroup(school, year, '7A MA', learners.toReversed(), teacher.id, { subjectId: await koivula.subject('MA', 'Matematiikka') });
  const running = await koivula.weeklyLesson(school, group, 2, '09:00', '09:45');
  const illness = await koivula.absenceType('illness', 'illness');
  return { koivula, school, year, teacher, secretary, learners, group, running, illness };
}

export const registerPath = (day: SchoolDay, lesson = day.running, heldOn = '2026-11-24') =>
  `/api/providers/${day.koivula.educationProviderId}/lessons/${lesson}/${heldOn}/register`;

/** Saves a register as the page does: under the version it has read. */
export async function put(client: Client, path: string, version: number, body: unknown, headers: Record<string, string> = {}) {
  return client.put(path, body, { 'if-match': `"v${version}"`, ...headers });
}

export async function addTeacher(day: SchoolDay, personId: string, role: string, valid: string, group = day.group): Promise<void> {
  await day.koivula.insert('core_data.teaching_group_teacher', { teaching_group_teacher_id: uuidv7(), teaching_group_id: group, person_id: personId, role, valid, source: 'test' });
}

/** The home tells that the learner is away, for instants in `during`. */
export async function addNotice(day: SchoolDay, learnerId: string, during: string): Promise<void> {
  await day.koivula.insert('school_admin.absence_notice', {
    absence_notice_id: uuidv7(),
    learner_id: learnerId,
    absence_type_id: day.illness,
    during,
    is_whole_days: true,
    note: 'CANARYNOTE kuumetta',
    reported_by: learnerId,
    reported_at: '2026-11-24T05:00:00Z',
    source: 'test',
  });
}
