import { createHash } from 'node:crypto';
import { findIdentityCodeParts, isPersonOid, normalizeIdentityCode } from '@digione/identifiers';
import { formatLocalDate, isLocalDate } from '@digione/local-date';
import { languages, translate } from '@digione/platform/i18n';
import type { CellValue } from 'read-excel-file/node';
import type { ImportContext } from '../pipeline/import-kind.ts';
import { ImportRefused } from '../pipeline/refusal.ts';
import { cleanText } from '../pipeline/stage.queries.ts';
import { gradeOf, type StagedRow } from '../oneroster/roster-row.ts';
import { GUARDIAN_ROLES, PEOPLE_SHEETS, TITLES, type PeopleSheet, type SheetColumn } from './sheets.ts';
import { readWorkbook, type WorkbookSheet } from './workbook.ts';

const normal = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const said = (key: string): Set<string> => new Set(languages.map((language) => normal(translate(language, `exchange.template.${key}`))));

/** A row as it was filled in, by the columns' keys. */
type Filled = Readonly<Record<string, string | null>>;

interface Place {
  file: string;
  line: number;
}

/**
 * Reads the people template into the same stages as a roster. Rows that are wrong are told and given no records.
 * @throws ImportRefused when it is no such template
 */
export async function* readTemplate({ path, fileName, report }: ImportContext): AsyncGenerator<StagedRow> {
  const workbook = await readWorkbook(path);
  const found = PEOPLE_SHEETS.flatMap((sheet) => {
    const names = said(`sheet.${sheet.key}`);
    const match = workbook.find(({ name }) => names.has(normal(name)));
    return match === undefined ? [] : [{ sheet, rows: match }];
  });
  if (found.length === 0) throw new ImportRefused('not-the-template', { file: fileName });
  const people = new Map<string, string>();
  const made = new Set<string>();
  for (const { sheet, rows } of found) {
    for (const { filled, place } of filledRows(sheet, rows, report)) {
      report.read += 1;
      for (const row of recordsOf(sheet.key, filled, place, { people, report })) {
        // Schools, classes and subjects are named by many rows and staged once.
        const key = `${row.stage} ${row.row.external_id}`;
        if (ONCE.has(row.stage) && made.has(key)) continue;
        made.add(key);
        yield row;
      }
    }
  }
}

const ONCE = new Set(['r_org', 'r_class', 'r_course', 'r_relation', 'r_enrollment']);

function* filledRows(sheet: PeopleSheet, { name, rows }: WorkbookSheet, report: ImportContext['report']): Generator<{ filled: Filled; place: Place }> {
  const [header = [], ...body] = rows;
  const places = sheet.columns.map((column) => ({ column, at: header.findIndex((cell) => typeof cell === 'string' && said(`column.${column.key}`).has(normal(cell))) }));
  for (const { column, at } of places) {
    if (at < 0 && column.isRequired && body.length > 0) report.add('error', 'missing-column', { file: name, line: 1, field: translate('fi', `exchange.template.column.${column.key}`) });
  }
  if (report.hasErrors) return;
  for (const [index, cells] of body.entries()) {
    if (cells.every((cell) => cell === null || String(cell).trim() === '')) continue;
    const place = { file: name, line: index + 2 };
    const values = places.map(({ column, at }) => [column, readCell(column, at < 0 ? null : (cells[at] ?? null))] as const);
    const faults = values.flatMap(([column, value]) => (value.fault === undefined ? (column.isRequired && value.text === null ? [{ column, code: 'missing-value', text: '' }] : []) : [{ column, code: value.fault, text: value.text ?? '' }]));
    for (const { column, code, text } of faults) report.add('error', code, { ...place, field: translate('fi', `exchange.template.column.${column.key}`), values: { value: text } });
    if (faults.length > 0) report.count('row', 'refused');
    else yield { filled: Object.fromEntries(values.map(([column, value]) => [column.key, value.text])), place };
  }
}

/** A cell by its column's kind; dates that Excel knows as dates come as such. */
function readCell({ kind }: SheetColumn, cell: CellValue | null): { text: string | null; fault?: string } {
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : cleanText(cell === null ? null : String(cell));
  if (text === null) return { text };
  switch (kind) {
    case 'text':
      return { text };
    case 'identity-code': {
      const code = normalizeIdentityCode(text);
      return findIdentityCodeParts(code) === undefined ? { text, fault: 'bad-identity-code' } : { text: code };
    }
    case 'date': {
      const date = readDate(text);
      return date === undefined ? { text, fault: 'bad-date' } : { text: date };
    }
    case 'title':
      return oneOf(text, TITLES, 'title');
    case 'guardian-role':
      return oneOf(text, GUARDIAN_ROLES, 'role');
  }
}

/** `2014-03-01` or `1.3.2014`. */
function readDate(text: string): string | undefined {
  if (isLocalDate(text)) return text;
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  try {
    return formatLocalDate(Number(year), Number(month), Number(day));
  } catch {
    return undefined;
  }
}

function oneOf(text: string, words: Readonly<Record<string, string>>, prefix: string): { text: string; fault?: string } {
  for (const [key, value] of Object.entries(words)) if (said(`${prefix}.${key}`).has(normal(text))) return { text: value };
  return { text, fault: 'bad-value' };
}

/** Keys of rows must not hold identity codes: a digest stands in. */
const digest = (...parts: readonly (string | null)[]): string => createHash('sha256').update(parts.map((part) => part ?? '').join('|')).digest('hex').slice(0, 24);

function personKey(filled: Filled): string {
  const { id, learnerNumber, identityCode, email, firstNames, lastName, bornOn } = filled;
  if (id) return `id:${id}`;
  if (learnerNumber) return `number:${learnerNumber}`;
  if (identityCode) return `code:${digest(identityCode)}`;
  return email ? `mail:${email.toLowerCase()}` : `name:${digest(firstNames ?? '', lastName ?? '', bornOn ?? '')}`;
}

const schoolKey = (school: string): string => `school:${normal(school)}`;
const classKey = (school: string, name: string): string => `class:${normal(school)}:${normal(name)}`;

function* recordsOf(sheet: PeopleSheet['key'], filled: Filled, place: Place, known: { people: Map<string, string>; report: ImportContext['report'] }): Generator<StagedRow> {
  const { people, report } = known;
  const head = (external_id: string) => ({ external_id, ...place, is_deleted: false });
  const school = filled['school'] ?? null;
  if (school !== null) yield { stage: 'r_org', row: { ...head(schoolKey(school)), name: school, type: 'school', identifier: null } };
  if (sheet === 'groups') {
    yield* groupRecords(filled, school ?? '', head, place, known);
    return;
  }
  const key = personKey(filled);
  // Any of a person's ids may stand in the other sheets.
  for (const id of [filled['id'], filled['learnerNumber'], filled['identityCode'], filled['email']?.toLowerCase()]) if (id) people.set(id, key);
  const role = sheet === 'learners' ? 'student' : sheet === 'guardians' ? (filled['guardianRole'] ?? 'guardian') : (filled['title'] ?? 'staff');
  const code = filled['identityCode'] ?? null;
  const callName = filled['callName'] ?? filled['firstNames']?.split(' ')[0] ?? null;
  const isFirst = sheet !== 'guardians' || !known.people.has(`guardian ${key}`);
  people.set(`guardian ${key}`, key);
  if (isFirst) {
    const learnerNumber = filled['learnerNumber'] ?? null;
    if (learnerNumber !== null && !isPersonOid(learnerNumber)) report.add('error', 'bad-value', { ...place, values: { value: learnerNumber } });
    yield {
      stage: 'r_user',
      row: { ...head(key), first_names: filled['firstNames'] ?? null, call_name: callName, last_name: filled['lastName'] ?? null, email: filled['email'] ?? null, phone: filled['phone'] ?? null, username: null, learner_number: learnerNumber, identity_code: code, grade: gradeOf([filled['grade'] ?? filled['homeroom'] ?? '']), role, orgs: school === null ? [] : [schoolKey(school)], agents: [] },
    };
    const born = filled['bornOn'] ?? (code === null ? null : (findIdentityCodeParts(code)?.bornOn ?? null));
    const sex = code === null ? null : (findIdentityCodeParts(code)?.sex ?? null);
    if (born !== null) yield { stage: 'r_demographics', row: { ...head(key), born_on: born, sex } };
  }
  if (sheet === 'guardians') {
    const child = people.get(filled['child'] ?? '') ?? people.get((filled['child'] ?? '').toUpperCase());
    if (child === undefined) report.add('error', 'child-not-in-file', { ...place, values: { value: filled['child'] ?? '' } });
    else yield { stage: 'r_relation', row: { ...head(`${key}|${child}`), guardian_user: key, learner_user: child, role } };
    return;
  }
  const homeroom = filled['homeroom'] ?? null;
  if (homeroom === null || school === null) return;
  const id = classKey(school, homeroom);
  yield { stage: 'r_class', row: { ...head(id), title: homeroom, code: null, type: 'homeroom', course: null, org: schoolKey(school), terms: [], grade: gradeOf([homeroom]) } };
  yield { stage: 'r_enrollment', row: { ...head(`${id}|${key}`), class: id, user_id: key, role: sheet === 'learners' ? 'student' : 'teacher', is_primary: true, begin_on: null, end_on: null } };
}

function* groupRecords(filled: Filled, school: string, head: (id: string) => StagedRow['row'], place: Place, { people, report }: { people: Map<string, string>; report: ImportContext['report'] }): Generator<StagedRow> {
  const group = filled['group'] ?? '';
  const member = filled['member'] ?? '';
  const key = people.get(member) ?? people.get(member.toLowerCase()) ?? people.get(member.toUpperCase());
  if (key === undefined) {
    report.add('error', 'member-not-in-file', { ...place, values: { value: member } });
    return;
  }
  const subject = filled['subjectCode'] ?? filled['subject'] ?? null;
  const course = subject === null ? null : `subject:${normal(subject)}`;
  if (course !== null) yield { stage: 'r_course', row: { ...head(course), title: filled['subject'] ?? subject, code: subject, org: schoolKey(school), year: null, grade: null } };
  const id = `group:${normal(school)}:${normal(group)}`;
  yield { stage: 'r_class', row: { ...head(id), title: group, code: null, type: 'scheduled', course, org: schoolKey(school), terms: [], grade: null } };
  const isTeacher = key.startsWith('mail:');
  yield { stage: 'r_enrollment', row: { ...head(`${id}|${key}`), class: id, user_id: key, role: isTeacher ? 'teacher' : 'student', is_primary: true, begin_on: null, end_on: null } };
}
