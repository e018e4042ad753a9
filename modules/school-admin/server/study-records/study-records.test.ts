import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type Answer, type Client, type World } from '@digione/app-server/testing';
import { schoolDay, child, type SchoolDay } from '../../testing/school-day.ts';

let world: World;
let koivula: SchoolDay;
let pupil: string;
let secretary: Client;
let base: string;

beforeAll(async () => {
  world = await createWorld();
  koivula = await schoolDay(world, 'koivula', async (town) => [(pupil = await child(town, 'Oona'))]);
  const office = await koivula.town.person({ callName: 'Tarja', lastName: 'Kanslia', bornOn: '1980-01-01' });
  await koivula.town.position(office, 'school-secretary', koivula.schoolId);
  secretary = await world.signIn({ of: koivula.town, personId: office });
  await koivula.town.pool.query(`update core_data.school set oid = '1.2.246.562.10.99900000015' where school_id = $1`, [koivula.schoolId]);
  await koivula.town.pool.query(`update core_data.education_provider set municipality_code = '179' where education_provider_id = $1`, [koivula.town.educationProviderId]);
  base = `/api/providers/${koivula.town.educationProviderId}`;
});
afterAll(() => world.close());

async function newcomer(name: string): Promise<{ learner: string; path: string; right: string }> {
  const learner = await child(koivula.town, name);
  const right = await koivula.town.studyRight(learner, koivula.schoolId);
  return { learner, path: `${base}/learners/${learner}`, right: `${base}/learners/${learner}/study-rights/${right}` };
}

const first = ({ body }: Answer) => body.studyRights[0];
const named = (answer: Answer, code: string) => first(answer).attainments.find((one: { code: string }) => one.code === code);
const etag = (version: number) => ({ 'if-match': `"v${version}"` });

describe('a study record', () => {
  test('follows from core data while nobody has written anything: the programme and the running grade', async () => {
    const answer = await secretary.get(`${base}/learners/${pupil}/study-record`);
    expect(answer.status).toBe(200);
    expect(answer.body.learner).toMatchObject({ callName: 'Oona' });
    expect(first(answer)).toMatchObject({ version: 0, educationForm: 'basic-education', periods: [{ startsOn: '2022-08-01', state: 'lasna', funding: null }], findings: [], can: { change: true } });
    expect(first(answer).attainments).toMatchObject([{ kind: 'perusopetuksenoppimaara', version: 1 }, { kind: 'perusopetuksenvuosiluokka', code: '5', homeroom: '5B', startsOn: '2026-08-01' }]);
  });

  test('the school writes marks of a grade; what was there stays in the history', async () => {
    const { right, path } = await newcomer('Aada');
    const graded = await secretary.post(`${right}/attainments`, { kind: 'perusopetuksenvuosiluokka', code: '4', codeSet: 'perusopetuksenluokkaaste', startsOn: '2025-08-07', homeroom: '4B', parentAttainmentId: null });
    expect(graded.status).toBe(201);
    const grade = named(graded, '4');
    const marked = await secretary.post(`${right}/attainments`, {
      kind: 'perusopetuksenoppiaine', code: 'MA', codeSet: 'koskioppiaineetyleissivistava', isCompulsory: true, extent: 4, extentUnit: '3', mark: '8', parentAttainmentId: grade.attainmentId,
    });
    expect(named(marked, 'MA')).toMatchObject({ depth: 1, parentAttainmentId: grade.attainmentId, mark: '8', extent: 4, name: { fi: 'Matematiikka' } });
    const mark = named(marked, 'MA');
    const better = await secretary.patch(`${right}/attainments/${mark.attainmentId}`, { mark: '9' }, etag(mark.version));
    expect(named(better, 'MA')).toMatchObject({ mark: '9', extent: 4, version: mark.version + 1 });
    expect((await secretary.patch(`${right}/attainments/${mark.attainmentId}`, { mark: '10' }, etag(mark.version))).status).toBe(412);
    const confirmed = await secretary.patch(`${right}/attainments/${grade.attainmentId}`, { confirmedOn: '2026-05-30', confirmedBy: { name: 'Rea Reksi', title: 'rehtori' } }, etag(grade.version));
    expect(named(confirmed, '4')).toMatchObject({ confirmedOn: '2026-05-30' });

    const gone = await secretary.delete(`${right}/attainments/${mark.attainmentId}`, undefined, etag(mark.version + 1));
    expect(named(gone, 'MA')).toBeUndefined();
    const { body } = await secretary.get(`${path}/study-record/history`);
    expect(body.items.slice(0, 3)).toMatchObject([
      { operation: 'delete', subject: 'attainment', changedBy: { lastName: 'Kanslia' } },
      { operation: 'update', subject: 'attainment' },
      { operation: 'update', subject: 'attainment' },
    ]);
    expect(body.items[0].before).toContainEqual({ field: 'mark', value: '9' });
    expect(body.items[2].before).toContainEqual({ field: 'mark', value: '8' });
  });

  test('what only follows from core data is written down with the first change, under the id it was shown with', async () => {
    const { right } = await newcomer('Lotta');
    const [shown] = first(await secretary.get(`${right.split('/study-rights')[0]}/study-record`)).attainments;
    const changed = await secretary.patch(`${right}/attainments/${shown.attainmentId}`, { recognition: 'Aiemmat opinnot' }, etag(1));
    expect(first(changed)).toMatchObject({ version: 2, attainments: [{ attainmentId: shown.attainmentId, version: 2, recognition: 'Aiemmat opinnot' }] });
  });

  test('what the national register would refuse is told in a sentence, at its place', async () => {
    const { right } = await newcomer('Eino');
    const graded = await secretary.post(`${right}/attainments`, { kind: 'perusopetuksenvuosiluokka', code: '3', codeSet: 'perusopetuksenluokkaaste', homeroom: '3A', startsOn: '2024-08-07', parentAttainmentId: null });
    const grade = named(graded, '3');
    expect(first(graded).findings).toEqual([]);
    const confirmed = await secretary.patch(`${right}/attainments/${grade.attainmentId}`, { confirmedOn: '2025-05-31', confirmedBy: { name: 'Rea Reksi', title: 'rehtori' } }, { ...etag(grade.version), 'accept-language': 'en' });
    expect(first(confirmed).findings).toEqual([{ key: 'badRequest.validation.tila.oppiaineetPuuttuvat', attainmentId: grade.attainmentId, message: expect.stringContaining('subject') }]);
  });

  test('periods go on in order, end what they end, and core data follows', async () => {
    const { right, path } = await newcomer('Iida');
    const put = (periods: object[], version: number) => secretary.put(`${right}/periods`, { periods, expectedEndOn: null }, etag(version));
    const from = { startsOn: '2022-08-01', state: 'lasna', funding: null };
    expect((await put([from, { startsOn: '2022-08-01', state: 'eronnut', funding: null }], 0)).body.errors).toMatchObject([{ path: 'periods.1.startsOn' }]);
    expect((await put([from, { startsOn: '2026-11-20', state: 'eronnut', funding: null }, { startsOn: '2026-11-23', state: 'lasna', funding: null }], 0)).body.errors).toMatchObject([{ path: 'periods.2.state' }]);
    const away = await put([from, { startsOn: '2026-11-20', state: 'valiaikaisestikeskeytynyt', funding: null }], 0);
    expect(first(away)).toMatchObject({ lastDay: null, periods: [{}, { state: 'valiaikaisestikeskeytynyt' }] });
    expect((await put([from], 0)).status).toBe(412);
    const left = await put([from, { startsOn: '2026-11-20', state: 'eronnut', funding: null }], first(away).version);
    expect(first(left)).toMatchObject({ lastDay: '2026-11-20' });
    const { rows } = await koivula.town.pool.query(`select state, valid::text from core_data.study_right where study_right_id = $1`, [right.split('/').at(-1)]);
    expect(rows).toEqual([{ state: 'resigned', valid: '[2022-08-01,2026-11-21)' }]);
    // The school still answers for the study right that has ended.
    expect((await secretary.get(`${path}/study-record`)).status).toBe(200);
  });

  test('a study right that an import has ended is told as ended', async () => {
    const { right, path } = await newcomer('Onni');
    await secretary.put(`${right}/periods`, { periods: [{ startsOn: '2022-08-01', state: 'lasna', funding: null }], expectedEndOn: '2031-05-31' }, etag(0));
    await koivula.town.pool.query(`update core_data.study_right set valid = '[2022-08-01,2026-10-01)' where study_right_id = $1`, [right.split('/').at(-1)]);
    expect(first(await secretary.get(`${path}/study-record`))).toMatchObject({ expectedEndOn: '2031-05-31', periods: [{ state: 'lasna' }, { startsOn: '2026-09-30', state: 'eronnut' }] });
  });

  test('additional information holds for a time; kinds that are not named by hand stay', async () => {
    const { right } = await newcomer('Venla');
    const put = (information: object[], version: number) => secretary.put(`${right}/additional-information`, { information }, etag(version));
    const said = await put([{ kind: 'support-decision', startsOn: '2025-09-01', endsOn: null }, { kind: 'home-schooling', startsOn: '2026-01-05', endsOn: '2026-02-01' }], 0);
    expect(first(said).information).toMatchObject([{ kind: 'support-decision', endsOn: null }, { kind: 'home-schooling', endsOn: '2026-02-01' }]);
    expect((await put([{ kind: 'support-decision', startsOn: '2025-09-01', endsOn: '2025-08-01' }], first(said).version)).body.errors).toMatchObject([{ path: 'information.0.endsOn' }]);
    await koivula.town.pool.query(`insert into school_admin.additional_information (education_provider_id, additional_information_id, study_record_id, position, kind, starts_on, source)
      values ($1, gen_random_uuid(), $2, 9, 'special-support-decision-once', '2020-08-01', 'test')`, [koivula.town.educationProviderId, right.split('/').at(-1)]);
    const less = await put([{ kind: 'support-decision', startsOn: '2025-09-01', endsOn: '2026-06-01' }], first(said).version);
    expect(first(less).information.map((one: { kind: string }) => one.kind)).toEqual(['special-support-decision-once', 'support-decision']);
  });

  test('a subject one is freed from stays in the school, what was studied elsewhere keeps its grounds', async () => {
    const { right } = await newcomer('Helmi');
    const graded = await secretary.post(`${right}/attainments`, { kind: 'perusopetuksenvuosiluokka', code: '3', codeSet: 'perusopetuksenluokkaaste', homeroom: '3A', startsOn: '2024-08-07', parentAttainmentId: null });
    const parentAttainmentId = named(graded, '3').attainmentId;
    const subject = { kind: 'perusopetuksenoppiaine', codeSet: 'koskioppiaineetyleissivistava', isCompulsory: true, parentAttainmentId };
    expect((await secretary.post(`${right}/attainments`, { ...subject, code: 'LI', exemptedOn: '2026-01-01' })).body.errors).toMatchObject([{ path: 'exemptionReason' }]);
    const freed = await secretary.post(`${right}/attainments`, { ...subject, code: 'LI', exemptedOn: '2026-01-01', exemptionReason: 'Terveydellinen syy' });
    expect(named(freed, 'LI')).toMatchObject({ exemptedOn: '2026-01-01', exemptionReason: 'Terveydellinen syy' });
    // Nothing is assessed of it, and the register is not told of it: no finding.
    expect(first(freed).findings).toEqual([]);
    const local = await secretary.post(`${right}/attainments`, { ...subject, code: 'SHAKKI', codeSet: null, parentAttainmentId });
    expect(local.body.errors).toMatchObject([{ path: 'name' }]);
    const recognised = await secretary.post(`${right}/attainments`, { ...subject, code: 'KO', recognition: 'Suoritettu ulkomailla' });
    expect(named(recognised, 'KO')).toMatchObject({ recognition: 'Suoritettu ulkomailla' });
  });
});

describe('who', () => {
  test('a school that the learner has left keeps its own study right, and learns nothing of the next one', async () => {
    const { learner, right, path } = await newcomer('Sulo');
    const other = await koivula.town.school('Rantakoulu');
    await secretary.put(`${right}/periods`, { periods: [{ startsOn: '2022-08-01', state: 'lasna', funding: null }, { startsOn: '2026-10-01', state: 'eronnut', funding: null }], expectedEndOn: null }, etag(0));
    await koivula.town.studyRight(learner, other, '[2026-10-02,)');
    const before = await secretary.get(`${path}/study-record`);
    expect(before.body.studyRights).toHaveLength(1);
    expect(before.text).not.toContain('Rantakoulu');
    const head = await koivula.town.person({ callName: 'Reino', bornOn: '1975-01-01' });
    await koivula.town.position(head, 'principal', other);
    const reino = await world.signIn({ of: koivula.town, personId: head });
    const now = await reino.get(`${path}/study-record`);
    expect(now.body.studyRights.map((one: { can: { change: boolean } }) => one.can.change)).toEqual([true, false]);
    const foreign = await reino.put(`${right}/periods`, { periods: [{ startsOn: '2022-08-01', state: 'lasna', funding: null }], expectedEndOn: null }, etag(1));
    expect(foreign.status).toBe(403);
  });

  test('a teacher of the class has no part in it', async () => {
    const teacher = await world.signIn({ of: koivula.town, personId: koivula.teacher });
    expect((await teacher.get(`${base}/learners/${pupil}/study-record`)).status).toBe(403);
  });

  test("another learner's study right is none", async () => {
    const [one, two] = [await newcomer('Yksi'), await newcomer('Kaksi')];
    const mixed = `${one.path}/study-rights/${two.right.split('/').at(-1)}`;
    expect((await secretary.put(`${mixed}/periods`, { periods: [{ startsOn: '2022-08-01', state: 'lasna', funding: null }], expectedEndOn: null }, etag(0))).status).toBe(404);
  });
});
