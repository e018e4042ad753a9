import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createWorld, type Answer, type Client, type World } from '@digione/app-server/testing';
import { addNotice, addTeacher, buildSchoolDay, put, registerPath, type SchoolDay } from '../../testing/school-day.ts';

let world: World;
let day: SchoolDay;
let path: string;
let counter = 0;

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  counter += 1;
  day = await buildSchoolDay(world, `koivula-${counter}`);
  path = registerPath(day);
});
afterAll(() => world.close());

const read = async () => (await day.teacher.client.get(path)).body;
const marksIn = (register: { learners: { lastName: string; mark: string | null }[] }) => register.learners.map((learner) => `${learner.lastName} ${learner.mark}`);
const absencesOf = async (learnerId: string) =>
  (await day.koivula.pool.query('select kind, minutes, absence_type_id, absence_notice_id, marked_by, version from school_admin.absence where learner_id = $1', [learnerId])).rows;
const learner = (index: number): string => {
  const id = day.learners[index];
  if (id === undefined) throw new Error('no such learner');
  return id;
};

describe('reading', () => {
  test('an untaken register says nothing of anyone, in the order of a class list', async () => {
    const register = await read();
    expect(register).toMatchObject({ state: 'untaken', version: 0, takenAt: null, takenBy: null, topic: null, lock: null });
    expect(marksIn(register)).toEqual(['Aalto null', 'Berg null', 'Åberg null', 'Ödman null']);
    expect(register.lesson).toMatchObject({ startsAt: '09:00', endsAt: '09:45', groupName: '7A MA', subject: { code: 'MA' } });
    expect((await day.teacher.client.get(path)).headers['etag']).toBe('"v0"');
  });

  test('a notice of the home is filled in by its kind; its words are not for every teacher', async () => {
    await addNotice(day, learner(1), '[2026-11-23 22:00+00,2026-11-24 22:00+00)');
    const answer = await day.teacher.client.get(path);
    expect(answer.body.learners[1]).toMatchObject({ lastName: 'Berg', mark: null, notice: { typeName: { fi: 'illness' } } });
    expect(answer.body.learners[0].notice).toBeNull();
    expect(answer.text).not.toContain('CANARYNOTE');
  });

  test('the learners are those of the date', async () => {
    await day.koivula.pool.query(`update core_data.teaching_group_member set valid = '[2026-08-01,2026-11-20)' where learner_id = $1`, [learner(0)]);
    expect(marksIn(await read())).toEqual(['Berg null', 'Åberg null', 'Ödman null']);
    const lastWeek = await day.teacher.client.get(registerPath(day, day.running, '2026-11-17'));
    expect(lastWeek.body.learners).toHaveLength(4);
  });

  test('a lesson that is not held that day is not found', async () => {
    for (const date of ['2026-11-25', '2027-08-03', '2026-02-30']) {
      expect((await day.teacher.client.get(registerPath(day, day.running, date))).status, date).toBe(404);
    }
  });
});

describe('taking', () => {
  test('all present: one act, and only then is everyone present', async () => {
    const answer = await put(day.teacher.client, path, 0, { allPresent: true });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ state: 'taken', version: 1, takenBy: { personId: day.teacher.id }, takenAt: '2026-11-24T07:20:00.000Z' });
    expect(answer.body.changed).toHaveLength(4);
    expect(marksIn(await read())).toEqual(['Aalto present', 'Berg present', 'Åberg present', 'Ödman present']);
  });

  test('a first mark alone begins the register and says nothing of the others', async () => {
    const answer = await put(day.teacher.client, path, 0, { marks: [{ learnerId: learner(1), mark: 'absent' }] });
    expect(answer.body).toMatchObject({ state: 'partial', version: 1, changed: [{ personId: learner(1), mark: 'absent', absenceTypeName: null }] });
    const register = await read();
    expect(register.state).toBe('partial');
    expect(marksIn(register)).toEqual(['Aalto null', 'Berg absent', 'Åberg null', 'Ödman null']);
  });

  test('marks one by one, the rest present: two of four absent', async () => {
    await put(day.teacher.client, path, 0, { marks: [{ learnerId: learner(1), mark: 'absent' }] });
    const late = await put(day.teacher.client, path, 1, { marks: [{ learnerId: learner(3), mark: 'late', minutes: 12 }] });
    expect(late.body).toMatchObject({ state: 'partial', version: 2 });
    const done = await put(day.teacher.client, path, 2, { allPresent: true });
    expect(done.body).toMatchObject({ state: 'taken', version: 3 });
    expect(marksIn(await read())).toEqual(['Aalto present', 'Berg absent', 'Åberg present', 'Ödman late']);
    expect(await absencesOf(learner(3))).toMatchObject([{ kind: 'late', minutes: 12 }]);
  });

  test('who goes through everyone has taken the register without saying so', async () => {
    const [first, ...rest] = day.learners.map((learnerId) => ({ learnerId, mark: 'present' }));
    const begun = await put(day.teacher.client, path, 0, { marks: [first] });
    expect(begun.body.state).toBe('partial');
    expect(marksIn(await read())[0]).toBe('Aalto present');
    const done = await put(day.teacher.client, path, 1, { marks: rest });
    expect(done.body).toMatchObject({ state: 'taken', version: 2 });
    expect(marksIn(await read())).toEqual(['Aalto present', 'Berg present', 'Åberg present', 'Ödman present']);
  });

  test('saying that the rest is present does not make the sick present', async () => {
    await addNotice(day, learner(1), '[2026-11-23 22:00+00,2026-11-24 22:00+00)');
    await addNotice(day, learner(2), '[2026-11-23 22:00+00,2026-11-24 22:00+00)');
    // Ella has come after all: the teacher's eyes win.
    const answer = await put(day.teacher.client, path, 0, { allPresent: true, marks: [{ learnerId: learner(2), mark: 'present' }] });
    expect(answer.body.state).toBe('taken');
    expect(marksIn(await read())).toEqual(['Aalto present', 'Berg absent', 'Åberg present', 'Ödman present']);
    expect(await absencesOf(learner(1))).toMatchObject([{ kind: 'absent', absence_type_id: day.illness, absence_notice_id: expect.any(String) }]);
    expect(await absencesOf(learner(2))).toEqual([]);
    expect(answer.body.changed).toContainEqual({ personId: learner(1), mark: 'absent', minutes: null, absenceTypeName: { fi: 'illness', sv: 'illness', en: 'illness' } });
  });

  test('a topic is kept, and alone it takes no register', async () => {
    const answer = await put(day.teacher.client, path, 0, { topic: '  Murtoluvut ' });
    expect(answer.body).toMatchObject({ state: 'partial', topic: 'Murtoluvut' });
    expect(marksIn(await read())).toEqual(['Aalto null', 'Berg null', 'Åberg null', 'Ödman null']);
    const cleared = await put(day.teacher.client, path, 1, { topic: null, allPresent: true });
    expect(cleared.body).toMatchObject({ state: 'taken', topic: null });
  });

  test('minutes belong to the late and the early', async () => {
    await put(day.teacher.client, path, 0, { marks: [{ learnerId: learner(0), mark: 'absent', minutes: 10 }, { learnerId: learner(1), mark: 'left-early', minutes: 15 }] });
    expect(await absencesOf(learner(0))).toMatchObject([{ kind: 'absent', minutes: null }]);
    expect(await absencesOf(learner(1))).toMatchObject([{ kind: 'left-early', minutes: 15 }]);
  });

  test('nothing, a stranger, the same learner twice, an unknown mark, too much time: refused, and nothing kept', async () => {
    const stranger = await day.koivula.person();
    const one = { learnerId: learner(0), mark: 'absent' };
    for (const body of [
      {},
      { marks: [{ learnerId: stranger, mark: 'absent' }] },
      { marks: [one, { learnerId: stranger, mark: 'absent' }] },
      { marks: [one, one] },
      { marks: [{ ...one, mark: 'gone' }] },
      { marks: [{ ...one, mark: 'late', minutes: 601 }] },
      { allPresent: true, topic: 'x'.repeat(501) },
      { allPresent: true, isAdmin: true },
    ]) {
      expect((await put(day.teacher.client, path, 0, body)).status, JSON.stringify(body).slice(0, 80)).toBe(400);
    }
    expect((await read()).state).toBe('untaken');
    expect(await absencesOf(learner(0))).toEqual([]);
  });
});

describe('when', () => {
  test('a lesson that has not begun cannot be taken; it can be looked at, and from five minutes before also taken', async () => {
    const later = await day.koivula.weeklyLesson(day.school, day.group, 2, '09:26', '10:10');
    const soon = await day.koivula.weeklyLesson(day.school, day.group, 2, '09:25', '10:10');
    const answer = await put(day.teacher.client, registerPath(day, later), 0, { allPresent: true });
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toContain('ei ole vielä alkanut');
    expect((await day.teacher.client.get(registerPath(day, later))).body).toMatchObject({ lock: 'not-begun', state: 'untaken' });
    expect((await put(day.secretary.client, registerPath(day, later), 0, { allPresent: true })).status).toBe(409);
    expect((await put(day.teacher.client, registerPath(day, day.running, '2026-12-01'), 0, { allPresent: true })).status).toBe(409);
    expect((await put(day.teacher.client, registerPath(day, soon), 0, { allPresent: true })).status).toBe(200);
  });

  test("the teacher's time ends after fourteen days, the office's does not", async () => {
    expect((await put(day.teacher.client, registerPath(day, day.running, '2026-11-10'), 0, { allPresent: true })).status).toBe(200);
    const old = registerPath(day, day.running, '2026-11-03');
    const refused = await put(day.teacher.client, old, 0, { allPresent: true });
    expect(refused.status).toBe(403);
    expect(refused.body.detail).toContain('14');
    expect((await day.teacher.client.get(old)).body.lock).toBe('too-old');
    expect((await put(day.secretary.client, old, 0, { allPresent: true })).status).toBe(200);
  });
});

describe('who', () => {
  const client = (personId: string) => world.signIn({ of: day.koivula, personId });
  const adult = (title?: string, school: string | null = day.school) =>
    day.koivula.person({ bornOn: '1980-01-01' }).then(async (id) => {
      if (title !== undefined) await day.koivula.position(id, title, school);
      return id;
    });
  const tryBoth = async (who: Client, at = path) => [(await who.get(at)).status, (await put(who, at, 0, { marks: [{ learnerId: learner(0), mark: 'absent' }] })).status];

  test("substitute and co-teacher today; not yesterday's substitute, a former teacher or tomorrow's", async () => {
    for (const [role, valid] of [
      ['substitute', '[2026-11-23,2026-11-24)'],
      ['main', '[2026-08-01,2026-11-24)'],
      ['substitute', '[2026-11-25,2026-11-26)'],
    ] as const) {
      const id = await adult('teacher');
      await addTeacher(day, id, role, valid);
      expect(await tryBoth(await client(id)), `${role} ${valid}`).toEqual([403, 403]);
    }
    const substitute = await adult('teacher');
    await addTeacher(day, substitute, 'substitute', '[2026-11-24,2026-11-25)');
    expect(await tryBoth(await client(substitute))).toEqual([200, 200]);
    expect((await read()).takenBy.personId).toBe(substitute);
    const co = await adult('teacher');
    await addTeacher(day, co, 'co', '[2026-08-01,2027-06-01)');
    expect((await put(await client(co), path, 1, { allPresent: true })).status).toBe(200);
  });

  test('an assistant sees the register and does not take it', async () => {
    const id = await adult('teaching-assistant');
    await addTeacher(day, id, 'assistant', '[2026-08-01,2027-06-01)');
    const assistant = await client(id);
    expect(await tryBoth(assistant)).toEqual([200, 403]);
    expect((await assistant.get(path)).body.lock).toBe('no-right');
  });

  test('principal and secretary of the school, not of another; no colleague, guardian, learner or provider-wide expert', async () => {
    const other = await day.koivula.school('Toinen koulu');
    expect(await tryBoth(await client(await adult('principal')))).toEqual([200, 200]);
    expect(await tryBoth(await client(await adult('principal', other)))).toEqual([403, 403]);
    expect(await tryBoth(await client(await adult('teacher')))).toEqual([403, 403]);
    expect(await tryBoth(await client(await adult('expert', null)))).toEqual([403, 403]);
    const guardian = await adult();
    await day.koivula.guardianship(guardian, learner(0));
    expect(await tryBoth(await client(guardian))).toEqual([403, 403]);
    expect(await tryBoth(await client(learner(0)))).toEqual([403, 403]);
  });

  test('another provider finds nothing', async () => {
    const elsewhere = await buildSchoolDay(world, `etela-${counter}`);
    expect(await tryBoth(elsewhere.teacher.client)).toEqual([404, 404]);
    expect(await tryBoth(elsewhere.secretary.client, registerPath(elsewhere, day.running))).toEqual([404, 404]);
    expect((await put(elsewhere.teacher.client, registerPath(elsewhere), 0, { marks: [{ learnerId: learner(0), mark: 'absent' }] })).status).toBe(400);
  });
});

describe('correcting', () => {
  test('a correction keeps the taker and the history of what was', async () => {
    await put(day.teacher.client, path, 0, { allPresent: true, marks: [{ learnerId: learner(1), mark: 'absent' }] });
    const corrected = await put(day.secretary.client, path, 1, { marks: [{ learnerId: learner(1), mark: 'late', minutes: 5 }, { learnerId: learner(0), mark: 'absent' }] });
    expect(corrected.body).toMatchObject({ state: 'taken', version: 2, takenBy: { personId: day.teacher.id } });
    expect(marksIn(await read())).toEqual(['Aalto absent', 'Berg late', 'Åberg present', 'Ödman present']);
    const { rows } = await day.koivula.pool.query(
      `select table_name, changed_by, before ->> 'kind' as kind from platform.row_history where education_provider_id = $1 and table_name in ('school_admin.absence', 'teaching.lesson_register') order by row_history_id`,
      [day.koivula.educationProviderId],
    );
    expect(rows).toEqual([
      { table_name: 'school_admin.absence', changed_by: day.secretary.id, kind: 'absent' },
      { table_name: 'teaching.lesson_register', changed_by: day.secretary.id, kind: null },
    ]);
  });

  test('present takes an absence away, and the history has it', async () => {
    await put(day.teacher.client, path, 0, { allPresent: true, marks: [{ learnerId: learner(1), mark: 'absent' }] });
    const answer = await put(day.teacher.client, path, 1, { marks: [{ learnerId: learner(1), mark: 'present' }] });
    expect(answer.body).toMatchObject({ version: 2, changed: [{ personId: learner(1), mark: 'present' }] });
    expect(await absencesOf(learner(1))).toEqual([]);
  });

  test('a mark taken back: nothing is known again, and a register said to be complete is open again', async () => {
    await put(day.teacher.client, path, 0, { allPresent: true, marks: [{ learnerId: learner(1), mark: 'absent' }] });
    const reopened = await put(day.teacher.client, path, 1, { marks: [{ learnerId: learner(0), mark: null }, { learnerId: learner(1), mark: null }] });
    expect(reopened.body).toMatchObject({ state: 'partial', version: 2, changed: [{ personId: learner(0), mark: null }, { personId: learner(1), mark: null }] });
    expect(marksIn(await read())).toEqual(['Aalto null', 'Berg null', 'Åberg present', 'Ödman present']);
    expect(await absencesOf(learner(1))).toEqual([]);
    const { rows } = await day.koivula.pool.query(`select name from events.outbox where education_provider_id = $1 order by position`, [day.koivula.educationProviderId]);
    expect(rows.map((row) => row.name)).toEqual(['absence.marked', 'register.taken', 'absence.marked', 'register.reopened']);
    expect((await put(day.teacher.client, path, 2, { allPresent: true })).body).toMatchObject({ state: 'taken', version: 3 });
  });

  test('saying the same again changes nothing', async () => {
    const body = { allPresent: true, marks: [{ learnerId: learner(1), mark: 'absent' }] };
    await put(day.teacher.client, path, 0, body);
    const again = await put(day.teacher.client, path, 1, body);
    expect(again.body).toMatchObject({ state: 'taken', version: 1 });
    expect(await absencesOf(learner(1))).toMatchObject([{ version: 1 }]);
    const { rows } = await day.koivula.pool.query(`select count(*)::int as n from events.outbox where education_provider_id = $1 and name = 'absence.marked'`, [day.koivula.educationProviderId]);
    expect(rows[0].n).toBe(1);
  });
});

describe('at the same time', () => {
  test('a save needs the version it was based on', async () => {
    expect((await day.teacher.client.put(path, { allPresent: true })).status).toBe(428);
    expect((await put(day.teacher.client, path, 7, { allPresent: true })).status).toBe(412);
    expect((await read()).state).toBe('untaken');
  });

  test('two teachers save at once: one is told, and nothing of the first is lost', async () => {
    const co = await day.koivula.person({ bornOn: '1980-01-01' });
    await day.koivula.position(co, 'teacher', day.school);
    await addTeacher(day, co, 'co', '[2026-08-01,2027-06-01)');
    const coTeacher = await world.signIn({ of: day.koivula, personId: co });
    const mine = { learnerId: learner(0), mark: 'absent' };
    const theirs = { learnerId: learner(3), mark: 'late', minutes: 3 };
    const race = async (version: number, a: object, b: object): Promise<Answer[]> => Promise.all([put(day.teacher.client, path, version, a), put(coTeacher, path, version, b)]);

    const begun = await race(0, { marks: [mine] }, { marks: [theirs] });
    expect(begun.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 412]);
    // The second looks, sees the first's mark and saves the own on top.
    const isMineFirst = begun[0]?.status === 200;
    expect(marksIn(await read()).filter((mark) => !mark.endsWith('null'))).toEqual([isMineFirst ? 'Aalto absent' : 'Ödman late']);
    expect((await put(coTeacher, path, 1, { marks: [isMineFirst ? theirs : mine] })).status).toBe(200);
    expect(marksIn(await read())).toEqual(['Aalto absent', 'Berg null', 'Åberg null', 'Ödman late']);

    const finished = await race(2, { allPresent: true }, { marks: [{ learnerId: learner(1), mark: 'absent' }] });
    expect(finished.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  test('a repeat under the same key gets the same answer and does nothing', async () => {
    const body = { marks: [{ learnerId: learner(0), mark: 'absent' }] };
    const key = { 'idempotency-key': `register-${counter}-000001` };
    const answers = await Promise.all([1, 2, 3].map(() => put(day.teacher.client, path, 0, body, key)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body);
    expect((await read()).version).toBe(1);
    expect(await absencesOf(learner(0))).toHaveLength(1);
  });
});

describe('telling', () => {
  const outbox = async () =>
    (await day.koivula.pool.query('select name, payload, live from events.outbox where education_provider_id = $1 order by position', [day.koivula.educationProviderId])).rows;

  test('guardians with a right, the learner, the teacher and the office hear of a change; nobody else', async () => {
    const adult = () => day.koivula.person({ bornOn: '1985-01-01' });
    const [guardian, withoutCustody, blocked, ofAnother] = [await adult(), await adult(), await adult(), await adult()];
    await day.koivula.guardianship(guardian, learner(1));
    await day.koivula.guardianship(withoutCustody, learner(1), { hasCustody: false });
    await day.koivula.guardianship(blocked, learner(1));
    await day.koivula.block(blocked, learner(1));
    await day.koivula.guardianship(ofAnother, learner(2));
    await put(day.teacher.client, path, 0, { allPresent: true, marks: [{ learnerId: learner(1), mark: 'absent' }] });
    const [marked, taken] = await outbox();
    expect(marked).toMatchObject({
      name: 'absence.marked',
      payload: { schoolId: day.school, weeklyLessonId: day.running, heldOn: '2026-11-24', startsAt: '2026-11-24T07:00:00.000Z', learnerIds: [learner(1)], changes: [{ learnerId: learner(1), kind: 'absent', absenceId: expect.any(String) }] },
      live: { topics: ['absence', 'register', 'desk'] },
    });
    expect(marked.live.personIds.toSorted()).toEqual([learner(1), guardian, day.teacher.id, day.secretary.id].toSorted());
    expect(taken).toMatchObject({ name: 'register.taken', live: null });
  });

  test('a register where everyone is there tells the office, not the homes', async () => {
    const guardian = await day.koivula.person({ bornOn: '1985-01-01' });
    await day.koivula.guardianship(guardian, learner(0));
    await put(day.teacher.client, path, 0, { allPresent: true });
    const events = await outbox();
    expect(events).toMatchObject([{ name: 'register.taken', live: { topics: ['register', 'desk'] } }]);
    expect(events[0].live.personIds.toSorted()).toEqual([day.teacher.id, day.secretary.id].toSorted());
  });

  test('whose presence was recorded is in the audit', async () => {
    await put(day.teacher.client, path, 0, { allPresent: true });
    const { rows } = await day.koivula.pool.query(`select person_ids, basis, purpose from audit.entry where education_provider_id = $1 and endpoint = 'teaching.saveRegister'`, [day.koivula.educationProviderId]);
    expect(rows).toMatchObject([{ basis: 'holds-lesson', purpose: 'purpose.attendance' }]);
    expect(rows[0].person_ids).toEqual(expect.arrayContaining(day.learners));
  });
});
