import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type Answer, type Builders, type Client, type World } from '@digione/app-server/testing';
import { stopDocuments } from '@digione/platform/documents';
import { partsOf, readPdf } from '@digione/platform/documents/testing';
import { schoolAdminModule } from '../index.ts';

let world: World;
let town: Builders;
let school: string;
let homeroom: string;
let [aino, eino, olga]: string[] = [];
let principal: Client;
let secretary: Client;
let mainUser: Client;
let teacher: Client;

const ADDRESS = 'Piilokatu 7';
const base = () => `/api/providers/${town.educationProviderId}`;
const key = () => ({ 'idempotency-key': crypto.randomUUID() });

beforeAll(async () => {
  world = await createWorld({ modules: [schoolAdminModule] });
  town = await world.provider('koivula');
  school = await town.school('Koivukoulu');
  const year = await town.schoolYear();
  const learner = (callName: string, more: object) => town.person({ callName, lastName: 'Virtanen', bornOn: '2011-03-04', ...more });
  [aino, eino, olga] = [await learner('Aino', { identityCode: '040311A952T' }), await learner('Eino', { identityCode: '040311A953U' }), await learner('Olga', { identityCode: '040311A954V', isProtected: true, address: ADDRESS, phone: '0405559173' })];
  for (const one of [aino, eino, olga]) await town.studyRight(one, school);
  const adult = async (callName: string, title: string | undefined, at: string | null = school) => {
    const id = await town.person({ callName, lastName: 'Aikuinen', bornOn: '1980-01-01' });
    if (title !== undefined) await town.position(id, title, at);
    return id;
  };
  const leader = await adult('Leena', 'class-teacher');
  homeroom = await town.homeroom(school, year, '9B', [aino, eino, olga], leader);
  for (const [code, name] of [['MA', 'matematiikka'], ['KT', 'evankelisluterilainen uskonto'], ['S2', 'S2']] as const) {
    const subjectId = await town.subject(code, name);
    await town.teachingGroup(school, year, `9B ${code}`, code === 'S2' ? [eino] : [aino, eino, olga], leader, { subjectId, homeroomId: homeroom });
  }
  const as = (personId: string) => world.signIn({ of: town, personId });
  principal = await as(await adult('Ritva', 'principal'));
  secretary = await as(await adult('Sirpa', 'school-secretary'));
  teacher = await as(leader);
  const main = await adult('Martti', undefined);
  await town.role(main, 'main-user');
  mainUser = await as(main);
});
afterAll(async () => {
  await stopDocuments();
  await world.close();
});

const prepare = (kind: string, body: object = {}, who = secretary) => who.post(`${base()}/homerooms/${homeroom}/certificates`, { kind, language: 'fi', issuedOn: '2026-12-19', ...body }, key());
const list = async (kind: string, language = 'fi') => (await secretary.get(`${base()}/homerooms/${homeroom}/certificates?kind=${kind}&language=${language}`)).body;
const get = async (id: string) => (await secretary.get(`${base()}/certificates/${id}`)).body;
const pdfOf = async (id: string, who = secretary) => Buffer.from((await who.get(`${base()}/certificates/${id}/file`)).body.file.base64, 'base64');
const issue = (certificates: { certificateId: string; version: number }[], who = principal) => who.post(`${base()}/schools/${school}/certificates/issue`, { certificates }, key());

/** Gives every subject of a draft a mark. */
async function mark(id: string, value: string, more: object = {}): Promise<Answer> {
  const { content, version, issuedOn } = await get(id);
  const subjects = content.subjects.map((subject: object) => ({ ...subject, mark: value }));
  return secretary.put(`${base()}/certificates/${id}`, { issuedOn, subjects, behaviour: content.behaviour, additional: null, ...more }, { 'if-match': `"v${version}"`, ...key() });
}
async function draftOf(kind: string, learner: string | undefined, language = 'fi'): Promise<string> {
  const { learners } = await list(kind, language);
  return learners.find((row: { learnerId: string }) => row.learnerId === learner).certificate.certificateId;
}
async function issued(kind: string, learner: string | undefined, value = '9', language = 'fi') {
  expect((await prepare(kind, { learnerIds: [learner], language })).status).toBe(200);
  const id = await draftOf(kind, learner, language);
  await mark(id, value);
  const { version } = await get(id);
  const answer = await issue([{ certificateId: id, version }]);
  expect(answer.body.results[0].outcome, answer.text).toBe('issued');
  return { id, ...answer.body.results[0] } as { id: string; number: string; sha256: string };
}

describe('drafts', () => {
  test('have the subjects of the year and tell what is missing', async () => {
    expect((await prepare('interim')).body.prepared).toHaveLength(3);
    // Once more when nothing has changed: the same drafts.
    expect((await prepare('interim')).body.prepared).toHaveLength(3);
    const { learners, kinds } = await list('interim');
    expect(kinds).toEqual(['school-year', 'interim', 'leaving', 'resignation']);
    expect(learners.map((row: { certificate: { state: string; faults: { fault: string }[] } }) => [row.certificate.state, new Set(row.certificate.faults.map(({ fault }) => fault))])).toEqual(Array.from({ length: 3 }, () => ['draft', new Set(['mark-missing'])]));
  });

  test('name no religion, and a second-language syllabus under mother tongue', async () => {
    const { content } = await get(await draftOf('interim', eino));
    expect(content.subjects.map(({ name, syllabus }: { name: { fi: string }; syllabus: { fi: string } | null }) => [name.fi, syllabus?.fi ?? null])).toEqual([
      ['Äidinkieli ja kirjallisuus', 'suomi toisena kielenä ja kirjallisuus'],
      ['matematiikka', null],
      ['Uskonto/elämänkatsomustieto', null],
    ]);
  });

  test('made anew keep what was typed', async () => {
    const id = await draftOf('interim', aino);
    expect((await mark(id, '8', { additional: 'Kuoro' })).status).toBe(200);
    expect((await prepare('interim')).status).toBe(200);
    const { content } = await get(await draftOf('interim', aino));
    expect(content.subjects.map((subject: { mark: string }) => subject.mark)).toEqual(['8', '8']);
    expect(content.additional).toBe('Kuoro');
  });

  test('that somebody else has changed meanwhile are not overwritten', async () => {
    const id = await draftOf('interim', aino);
    const { version, content } = await get(id);
    await mark(id, '7');
    const late = await secretary.put(`${base()}/certificates/${id}`, { issuedOn: '2026-12-19', subjects: content.subjects, behaviour: null, additional: null }, { 'if-match': `"v${version}"`, ...key() });
    expect(late.status).toBe(412);
  });

  test('with something missing are not signed off, and are told', async () => {
    const id = await draftOf('interim', eino);
    const { version } = await get(id);
    expect((await issue([{ certificateId: id, version }])).body.results).toMatchObject([{ outcome: 'not-ready', number: null }]);
  });

  test('can be thrown away; a certificate that was given can not', async () => {
    await prepare('resignation', { learnerIds: [olga] });
    const id = await draftOf('resignation', olga);
    expect((await secretary.post(`${base()}/certificates/${id}/discard`, {}, key())).status).toBe(200);
    const { version, state } = await get(id);
    expect(state).toBe('discarded');
    expect((await issue([{ certificateId: id, version }])).body.results).toMatchObject([{ outcome: 'not-found' }]);
    expect((await list('resignation')).learners.every((row: { certificate: unknown }) => row.certificate === null)).toBe(true);
    const given = await issued('resignation', olga);
    expect((await secretary.post(`${base()}/certificates/${given.id}/discard`, {}, key())).status).toBe(409);
  });
});

describe('who may', () => {
  test('the secretary prepares, the principal alone signs off, the teacher does neither', async () => {
    await prepare('school-year', { learnerIds: [aino] });
    const id = await draftOf('school-year', aino);
    const { version } = await get(id);
    expect((await issue([{ certificateId: id, version }], secretary)).status).toBe(403);
    expect((await prepare('school-year', {}, teacher)).status).toBe(403);
    expect((await teacher.get(`${base()}/certificates/${id}`)).status).toBe(403);
  });

  test('nobody signs off a certificate of another school', async () => {
    const other = await town.school('Muu koulu');
    const head = await town.person({ callName: 'Outi', bornOn: '1975-01-01' });
    await town.position(head, 'principal', other);
    const client = await world.signIn({ of: town, personId: head });
    const id = await draftOf('school-year', aino);
    const answer = await client.post(`${base()}/schools/${other}/certificates/issue`, { certificates: [{ certificateId: id, version: 1 }] }, key());
    expect(answer.body.results).toMatchObject([{ outcome: 'not-found', learnerId: null }]);
  });
});

describe('a certificate that was given', () => {
  test('has a number, a hash that proves its document, and says what the law wants', async () => {
    const { id, number, sha256 } = await issued('leaving', aino);
    const pdf = await pdfOf(id);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(sha256);
    expect(number).toMatch(/^2026-\d{6}$/);
    const read = await readPdf(pdf);
    expect(read).toMatchObject({ isTagged: true, uaPart: '1', language: 'fi-FI', title: 'Perusopetuksen päättötodistus – Aino Virtanen', fontsEmbedded: true });
    for (const text of ['Perusopetuksen päättötodistus', 'Kaupunki koivula', 'Koivukoulu', 'Aino Virtanen', '040311A952T', 'kiitettävä 9', 'Uskonto/elämänkatsomustieto', 'Ritva Aikuinen', 'perusopetuslain (628/1998)', 'Arvosana-asteikko']) expect(read.text).toContain(text);
    expect(read.text).not.toContain('LUONNOS');
    expect(partsOf(read.structure, 'H1')).toHaveLength(1);
    expect(partsOf(read.structure, 'TH').length).toBeGreaterThan(1);
  });

  test('never changes, whoever tries, and its document stays when the template does not', async () => {
    const { id } = await issued('leaving', eino);
    const before = await pdfOf(id);
    expect((await mark(id, '10')).status).toBe(409);
    const { system } = world.server.kernel.database;
    await expect(system.query(`update school_admin.certificate set content = '{}' where certificate_id = $1`, [id])).rejects.toThrow(/is kept/);
    await expect(system.query('delete from school_admin.certificate where certificate_id = $1', [id])).rejects.toThrow(/is kept|violates/);
    const { body } = await mainUser.get(`${base()}/certificate-template`);
    expect((await mainUser.post(`${base()}/certificate-templates`, { basedOn: body.number, template: { ...body.template, marksInWords: false, place: { fi: 'Koivula' } } }, key())).status).toBe(200);
    expect((await pdfOf(id)).equals(before)).toBe(true);
  });

  test('is corrected by a new one, which names it; the old one holds until then', async () => {
    const old = await issued('resignation', aino, '7');
    const { body } = await secretary.post(`${base()}/certificates/${old.id}/correct`, {}, key());
    expect(await get(old.id)).toMatchObject({ state: 'issued', replacedBy: { certificateId: body.certificateId, number: null } });
    await mark(body.certificateId, '8');
    const { version } = await get(body.certificateId);
    const [result] = (await issue([{ certificateId: body.certificateId, version }])).body.results;
    expect(await get(old.id)).toMatchObject({ state: 'replaced', number: old.number });
    const printed = await pdfOf(body.certificateId);
    const { text } = await readPdf(printed);
    expect(text).toContain('Matematiikka 8');
    expect(text).toContain(`Korvaa todistuksen ${old.number}`);
    expect((await get(body.certificateId)).replaces.number).toBe(old.number);
    expect(createHash('sha256').update(printed).digest('hex')).toBe(result.sha256);
    expect((await secretary.post(`${base()}/certificates/${old.id}/correct`, {}, key())).status).toBe(409);
  });

  test('is signed off once: the same again is told so and takes no number', async () => {
    const { id, number } = await issued('interim', olga);
    const { version } = await get(id);
    expect((await issue([{ certificateId: id, version }])).body.results).toMatchObject([{ outcome: 'already-issued', number: null }]);
    const next = await issued('school-year', olga);
    expect(Number(next.number.slice(5))).toBe(Number(number.slice(5)) + 1);
  });

  test('of a protected learner has the name of the register, and no address or phone anywhere', async () => {
    const id = await draftOf('school-year', olga);
    const { text } = await readPdf(await pdfOf(id));
    const answer = await secretary.get(`${base()}/certificates/${id}`);
    expect(text).toContain('Olga Virtanen');
    for (const secret of [ADDRESS, '0405559173']) {
      expect(text).not.toContain(secret);
      expect(answer.text).not.toContain(secret);
    }
    // The identity code is on paper alone.
    expect(answer.text).not.toContain('040311A954V');
  });
});

test('a draft says that it is one, in its page and to a screen reader', async () => {
  await prepare('interim', { language: 'fi-sv', learnerIds: [eino] });
  const id = await draftOf('interim', eino, 'fi-sv');
  const read = await readPdf(await pdfOf(id));
  expect(read.text).toContain('LUONNOS');
  expect(read.text).toContain('Välitodistus / Mellanbetyg');
  const svg = await secretary.get(`${base()}/certificates/${id}/file?format=svg`);
  expect(Buffer.from(svg.body.file.base64, 'base64').toString()).toMatch(/^<svg/);
});

test('a class is had as the documents themselves in a zip, or as one document', async () => {
  const path = `${base()}/homerooms/${homeroom}/certificates/file?kind=leaving&language=fi`;
  const zip = await secretary.get(`${path}&format=zip`);
  const files = unzipSync(Buffer.from(zip.body.file.base64, 'base64'));
  expect(Object.keys(files)).toEqual([expect.stringMatching(/^Perusopetuksen päättötodistus Virtanen Aino 2026-\d{6}\.pdf$/), expect.stringContaining('Eino')]);
  expect(Buffer.from(Object.values(files)[0] ?? []).equals(await pdfOf(await draftOf('leaving', aino)))).toBe(true);
  expect(zip.body.learnerIds).toEqual([aino, eino]);
  // As they were given: by the template of then, whatever stands in the one of today.
  const one = await readPdf(Buffer.from((await secretary.get(`${path}&format=pdf`)).body.file.base64, 'base64'));
  expect(one.pages).toBe(2);
  expect(partsOf(one.structure, 'H1')).toHaveLength(2);
  expect(one.text).toContain('Matematiikka kiitettävä 9');
});

const hasPdfinfo = spawnSync('pdfinfo', ['-v']).error === undefined;

// A second reader, where the machine has one (poppler-utils).
test.skipIf(!hasPdfinfo)('another reader finds the same structure: a heading, tables with heads, no untagged text', async () => {
  const id = await draftOf('leaving', aino);
  const { stdout } = spawnSync('pdfinfo', ['-struct-text', '-'], { input: await pdfOf(id), encoding: 'utf8' });
  expect(stdout).toMatch(/Document[\s\S]*H1[\s\S]*"Perusopetuksen päättötodistus"[\s\S]*Table[\s\S]*THead[\s\S]*TH[\s\S]*"Oppiaine"/);
});

describe('the template', () => {
  const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';
  const save = async (change: object, more: object = {}) => {
    const { body } = await mainUser.get(`${base()}/certificate-template`);
    return mainUser.post(`${base()}/certificate-templates`, { basedOn: body.number, template: { ...body.template, ...change }, ...more }, key());
  };

  test('is changed by the main user without a line of code, in versions', async () => {
    const { number } = (await save({ place: { fi: 'Koivula' }, footer: { fi: 'Koivulan kaupunki, sivistyspalvelut' } })).body;
    const id = await draftOf('interim', aino);
    expect((await readPdf(await pdfOf(id))).text).toContain('Koivulan kaupunki, sivistyspalvelut');
    expect((await mainUser.get(`${base()}/certificate-template`)).body).toMatchObject({ number, hasLogo: false, template: { place: { fi: 'Koivula' } } });
    expect((await secretary.post(`${base()}/certificate-templates`, {}, key())).status).toBe(400);
    const { body } = await secretary.get(`${base()}/certificate-template`);
    expect((await secretary.post(`${base()}/certificate-templates`, { basedOn: number, template: body.template }, key())).status).toBe(403);
  });

  test('takes a logo only with words for it, and only what is a picture', async () => {
    expect((await save({}, { logo: PNG })).body.errors).toMatchObject([{ path: 'template.logoText' }]);
    expect((await save({ logoText: { fi: 'Koivulan vaakuna' } }, { logo: Buffer.from('<svg/>').toString('base64') })).body.errors).toMatchObject([{ path: 'logo' }]);
    expect((await save({ logoText: { fi: 'Koivulan vaakuna' } }, { logo: PNG.slice(0, 40) })).body.errors).toMatchObject([{ path: 'logo' }]);
    expect((await save({ logoText: { fi: 'Koivulan vaakuna' } }, { logo: PNG })).status).toBe(200);
    const read = await readPdf(await pdfOf(await draftOf('interim', aino)));
    expect(partsOf(read.structure, 'Figure')).toMatchObject([{ alt: 'Koivulan vaakuna' }]);
  });

  test('that somebody else has saved meanwhile is not overwritten', async () => {
    const { body } = await mainUser.get(`${base()}/certificate-template`);
    expect((await mainUser.post(`${base()}/certificate-templates`, { basedOn: body.number - 1, template: body.template }, key())).status).toBe(409);
  });
});

test('every look at a certificate leaves a record of whose it was', async () => {
  const id = await draftOf('leaving', aino);
  await pdfOf(id);
  const { rows } = await world.server.kernel.database.system.query<{ personIds: string[] }>(`select person_ids as "personIds" from audit.entry where endpoint = 'school-admin.getCertificateFile' and object_id = $1`, [id]);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ personIds }) => personIds.includes(aino ?? ''))).toBe(true);
});
