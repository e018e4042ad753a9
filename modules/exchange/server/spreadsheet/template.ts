import { registerMessages, translate, type Language } from '@digione/platform/i18n';
import writeExcelFile, { type Row } from 'write-excel-file/node';
import en from '../../i18n/en.json' with { type: 'json' };
import fi from '../../i18n/fi.json' with { type: 'json' };
import sv from '../../i18n/sv.json' with { type: 'json' };
import { GUARDIAN_ROLES, PEOPLE_SHEETS, TITLES, type PeopleSheet, type SheetColumn } from './sheets.ts';

registerMessages({ fi, sv, en });

const HEADING = { fontWeight: 'bold', backgroundColor: '#e6ecf5' } as const;

const text = (language: Language, key: string): string => translate(language, `exchange.template.${key}`);
export const headingOf = (language: Language, { key, isRequired }: SheetColumn): string => `${text(language, `column.${key}`)}${isRequired ? ' *' : ''}`;

/** What an example cell shows: words where the column takes one of a list. */
function exampleOf(language: Language, { kind, example }: SheetColumn): string {
  if (kind === 'title') return text(language, 'title.teacher');
  return kind === 'guardian-role' ? text(language, 'role.parent') : example;
}

function helpOf(language: Language): Row[] {
  const column = (sheet: PeopleSheet): Row[] => [
    [{ value: text(language, `sheet.${sheet.key}`), fontWeight: 'bold' }],
    ...sheet.columns.map((one): Row => [headingOf(language, one), text(language, `help.${one.key}`)]),
    [null],
  ];
  return [
    [{ value: text(language, 'help.title'), fontWeight: 'bold', fontSize: 14 }],
    [text(language, 'help.intro')],
    [text(language, 'help.required')],
    [`${text(language, 'help.titles')} ${Object.keys(TITLES).map((title) => text(language, `title.${title}`)).join(', ')}`],
    [`${text(language, 'help.roles')} ${Object.keys(GUARDIAN_ROLES).map((role) => text(language, `role.${role}`)).join(', ')}`],
    [null],
    ...PEOPLE_SHEETS.flatMap(column),
  ];
}

/** The template as an xlsx file: four sheets to fill in, one with examples, one with help. All cells are text, so that no zero is lost. */
export async function writeTemplate(language: Language): Promise<Buffer> {
  const filled = PEOPLE_SHEETS.map((sheet) => ({
    sheet: text(language, `sheet.${sheet.key}`),
    stickyRowsCount: 1,
    columns: sheet.columns.map(() => ({ width: 22 })),
    data: [sheet.columns.map((column) => ({ value: headingOf(language, column), ...HEADING }))],
  }));
  const examples = PEOPLE_SHEETS.flatMap((sheet): Row[] => [
    [{ value: text(language, `sheet.${sheet.key}`), fontWeight: 'bold' }],
    sheet.columns.map((column) => ({ value: headingOf(language, column), ...HEADING })),
    sheet.columns.map((column) => exampleOf(language, column) || null),
    [null],
  ]);
  return writeExcelFile([
    ...filled,
    { sheet: text(language, 'sheet.examples'), columns: Array.from({ length: 12 }, () => ({ width: 22 })), data: examples },
    { sheet: text(language, 'sheet.help'), columns: [{ width: 32 }, { width: 90 }], data: helpOf(language) },
  ]).toBuffer();
}
