import writeExcelFile from 'write-excel-file/node';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { languages, translate, type Language } from '@digione/platform/i18n';
import { createImportWorld, type ImportWorld } from '../testing/import-world.ts';
import { PEOPLE_SHEETS } from './sheets.ts';
import { headingOf, writeTemplate } from './template.ts';
import { readWorkbook } from './workbook.ts';

let world: ImportWorld;
let provider: string;
let count = 0;
beforeAll(async () => {
  world = await createImportWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  count += 1;
  provider = await world.provider(`kunta-${count}`);
});

type Cells = Readonly<Record<string, string | Date>>;
type Filling = Partial<Record<(typeof PEOPLE_SHEETS)[number]['key'], readonly Cells[]>>;

const cellOf = (value: string | Date | undefined) => (value instanceof Date ? { value, format: 'd.m.yyyy' } : (value ?? null));

/** The template as someone filled it in. */
async function filled(filling: Filling, language: Language = 'fi'): Promise<string> {
  const sheets = PEOPLE_SHEETS.filter(({ key }) => filling[key] !== undefined).map((sheet) => ({
    sheet: translate(language, `exchange.template.sheet.${sheet.key}`),
    data: [sheet.columns.map((column) => headingOf(language, column)), ...(filling[sheet.key] ?? []).map((cells) => sheet.columns.map((column) => cellOf(cells[column.key])))],
  }));
  return world.file('henkilot.xlsx', await writeExcelFile(sheets).toBuffer());
}
const importFile = (path: string) => world.import({ kind: 'people', path, providerKey: `kunta-${count}` });
const SCHOOL: Filling = {
  learners: [
    { id: '1001', identityCode: '010314A902S', firstNames: 'Aino Maria', callName: 'Maria', lastName: 'Korhonen', school: 'Rantakoulu', homeroom: '7A' },
    { id: '1002', firstNames: 'Eero', lastName: 'Laine', bornOn: '24.12.2013', school: 'Rantakoulu', homeroom: '7A', grade: '7' },
    { id: '1003', firstNames: 'Åsa', lastName: 'Öhman', bornOn: new Date('2014-05-06'), school: 'Rantakoulu', homeroom: '7B' },
  ],
  guardians: [
    { firstNames: 'Kaisa', lastName: 'Korhonen', email: 'kaisa@koti.example', child: '1001' },
    { firstNames: 'Kaisa', lastName: 'Korhonen', email: 'kaisa@koti.example', child: '1002', guardianRole: 'vanhempi' },
  ],
  staff: [{ firstNames: 'Teija', lastName: 'Opettaja', email: 'teija@koulu.example', school: 'Rantakoulu', title: 'opettaja', homeroom: '7A' }],
  groups: [
    { school: 'Rantakoulu', group: '7A matematiikka', subjectCode: 'MA', subject: 'Matematiikka', member: '1001' },
    { school: 'Rantakoulu', group: '7A matematiikka', subjectCode: 'MA', subject: 'Matematiikka', member: 'teija@koulu.example' },
  ],
};

test.each(languages)('the template can be fetched in %s, is empty, and tells how it is filled in', async (language) => {
  const path = world.file('pohja.xlsx', await writeTemplate(language));
  const sheets = await readWorkbook(path);
  expect(sheets.map(({ name }) => name)).toEqual(['learners', 'guardians', 'staff', 'groups', 'examples', 'help'].map((key) => translate(language, `exchange.template.sheet.${key}`)));
  expect(sheets.slice(0, 4).map(({ rows }) => rows.length)).toEqual([1, 1, 1, 1]);
  expect(await importFile(path)).toMatchObject({ isAccepted: false, byCode: { empty: 1 } });
});

test('a school in four sheets becomes people, classes, groups, positions and guardians', async () => {
  expect(await importFile(await filled(SCHOOL))).toMatchObject({ isAccepted: true, problems: { error: 0 }, byEntity: { person: { created: 5 }, homeroom: { created: 2 }, teaching_group: { created: 1 }, guardianship: { created: 2 } } });
  expect(await world.rows(`select p.call_name, p.last_name, p.born_on, p.source, h.name from core_data.person p left join core_data.homeroom_member m on m.learner_id = p.person_id left join core_data.homeroom h using (homeroom_id)
    where p.education_provider_id = $1 and h.name is not null order by h.name, p.last_name`, [provider])).toEqual([
    { call_name: 'Maria', last_name: 'Korhonen', born_on: '2014-03-01', source: 'spreadsheet', name: '7A' },
    { call_name: 'Eero', last_name: 'Laine', born_on: '2013-12-24', source: 'spreadsheet', name: '7A' },
    { call_name: 'Åsa', last_name: 'Öhman', born_on: '2014-05-06', source: 'spreadsheet', name: '7B' },
  ]);
  expect(await world.rows('select personal_identity_code from core_data.person_identity_code where education_provider_id = $1', [provider])).toEqual([{ personal_identity_code: '010314A902S' }]);
  // No key of a row holds an identity code.
  expect(await world.rows(`select from core_data.external_key where education_provider_id = $1 and external_id like '%010314A902S%'`, [provider])).toEqual([]);
});

test.each(languages)('filled in in %s it reads the same, and again changes nothing', async (language) => {
  const title = translate(language, 'exchange.template.title.teacher');
  const inLanguage: Filling = { ...SCHOOL, staff: [{ ...SCHOOL.staff?.[0], title }], guardians: [{ firstNames: 'Kaisa', lastName: 'Korhonen', child: '1001', guardianRole: translate(language, 'exchange.template.role.guardian') }] };
  expect(await importFile(await filled(inLanguage, language))).toMatchObject({ isAccepted: true, byEntity: { person: { created: 5 } } });
  const before = await world.historyLength();
  expect((await importFile(await filled(inLanguage, language))).counts).toMatchObject({ created: 0, changed: 0, ended: 0 });
  expect(await world.historyLength()).toBe(before);
});

test('it ends nothing: whom it does not name stays', async () => {
  await importFile(await filled(SCHOOL));
  const report = await importFile(await filled({ learners: (SCHOOL.learners ?? []).slice(0, 1) }));
  expect(report.counts).toMatchObject({ ended: 0, created: 0 });
});

describe('refused, with nothing of it kept', () => {
  const learner = { id: '1', firstNames: 'Aino', lastName: 'Korhonen', school: 'Rantakoulu' };
  test.each<[string, Filling, string]>([
    ['30 February', { learners: [{ ...learner, bornOn: '30.2.2014' }] }, 'bad-date'],
    ['a garbled identity code', { learners: [{ ...learner, identityCode: '010314A902X' }] }, 'bad-identity-code'],
    ['no name', { learners: [{ ...learner, lastName: '' }] }, 'missing-value'],
    ['one id twice', { learners: [learner, { ...learner, firstNames: 'Toinen' }] }, 'duplicate-id'],
    ['an unknown position', { staff: [{ firstNames: 'A', lastName: 'B', email: 'a@b.example', title: 'keisari' }] }, 'bad-value'],
    ['a guardian of nobody', { learners: [learner], guardians: [{ firstNames: 'A', lastName: 'B', child: '2' }] }, 'child-not-in-file'],
    ['a member who is nobody', { learners: [learner], groups: [{ school: 'Rantakoulu', group: 'x', member: '9' }] }, 'member-not-in-file'],
  ])('%s', async (_what, filling, code) => {
    const report = await importFile(await filled(filling));
    expect(report).toMatchObject({ isAccepted: false, byCode: { [code]: 1 } });
    expect(report.rows.find((row) => row.code === code)).toMatchObject({ line: expect.any(Number), file: expect.stringMatching(/Oppilaat|Huoltajat|Henkilöstö|Opetusryhmät/) });
    expect(await world.rows('select from core_data.person where education_provider_id = $1', [provider])).toEqual([]);
  });

  test('another workbook, a broken one, a bomb', async () => {
    const other = world.file('muu.xlsx', await writeExcelFile([{ sheet: 'Taul1', data: [['a', 'b']] }]).toBuffer());
    expect(await importFile(other)).toMatchObject({ isAccepted: false, byCode: { 'not-the-template': 1 } });
    const broken = world.file('rikki.xlsx', Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('<workbook'), '[Content_Types].xml': Buffer.from('x') })));
    expect(await importFile(broken)).toMatchObject({ isAccepted: false, byCode: { 'not-a-workbook': 1 } });
    const bomb = world.file('pommi.xlsx', Buffer.from(zipSync({ 'xl/workbook.xml': Buffer.from('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(70 * 2 ** 20) }, { level: 9 })));
    expect(await importFile(bomb)).toMatchObject({ isAccepted: false, byCode: { 'zip-bomb': 1 } });
  });
});
