/** How a column's cells are read. */
export type CellKind = 'text' | 'date' | 'identity-code' | 'title' | 'guardian-role';

export interface SheetColumn {
  readonly key: string;
  readonly kind: CellKind;
  readonly isRequired: boolean;
  /** What stands in the example sheet. */
  readonly example: string;
}

export interface PeopleSheet {
  readonly key: 'learners' | 'guardians' | 'staff' | 'groups';
  readonly columns: readonly SheetColumn[];
}

const column = (key: string, example: string, kind: CellKind = 'text', isRequired = false): SheetColumn => ({ key, kind, isRequired, example });
const required = (key: string, example: string, kind: CellKind = 'text'): SheetColumn => column(key, example, kind, true);

/**
 * The people template: one sheet each for learners, guardians, staff and groups. Headings and help are messages
 * (`exchange.template.<sheet>`, `exchange.template.column.<key>`), in the language of the one who fetches it; any language is read.
 * Identity codes of the examples are artificial.
 */
export const PEOPLE_SHEETS: readonly PeopleSheet[] = [
  {
    key: 'learners',
    columns: [
      column('id', '1001'),
      column('identityCode', '010314A902S', 'identity-code'),
      column('learnerNumber', ''),
      required('firstNames', 'Aino Maria'),
      column('callName', 'Aino'),
      required('lastName', 'Korhonen'),
      column('bornOn', '1.3.2014', 'date'),
      required('school', 'Rantakoulu'),
      column('homeroom', '7A'),
      column('grade', '7'),
      column('email', ''),
      column('phone', ''),
    ],
  },
  {
    key: 'guardians',
    columns: [
      column('identityCode', '170584-904U', 'identity-code'),
      required('firstNames', 'Kaisa'),
      required('lastName', 'Korhonen'),
      column('email', 'kaisa.korhonen@esimerkki.fi'),
      column('phone', '+358 40 123 4567'),
      required('child', '1001'),
      column('guardianRole', '', 'guardian-role'),
    ],
  },
  {
    key: 'staff',
    columns: [
      column('identityCode', '', 'identity-code'),
      required('firstNames', 'Teija'),
      required('lastName', 'Opettaja'),
      required('email', 'teija.opettaja@esimerkki.fi'),
      column('phone', ''),
      column('school', 'Rantakoulu'),
      required('title', '', 'title'),
      column('homeroom', '7A'),
    ],
  },
  {
    key: 'groups',
    columns: [required('school', 'Rantakoulu'), required('group', '7A matematiikka'), column('subjectCode', 'MA'), column('subject', 'Matematiikka'), required('member', '1001')],
  },
];

/** Titles by the key of their name; what an import may give. */
export const TITLES = { teacher: 'teacher', 'teaching-assistant': 'aide', 'guidance-counsellor': 'counselor', principal: 'principal', other: 'staff' } as const;
/** A guardian has custody; a relative is left out. */
export const GUARDIAN_ROLES = { parent: 'parent', guardian: 'guardian' } as const;
