import { v5 as uuidv5 } from 'uuid';
import { attainmentsOf, continuePeriods, informationOf } from './opening.ts';
import type { AttainmentRow, StudyRightRow } from './records.queries.ts';
import type { AttainmentTree, StudyRightRecord } from './study-right-document.ts';

export interface KeptAttainment extends AttainmentTree {
  readonly attainmentId: string;
  readonly version: number;
  readonly exemptedOn: string | null;
  readonly exemptionReason: string | null;
  readonly parts: readonly KeptAttainment[];
}

export interface KeptRecord extends StudyRightRecord {
  readonly attainments: readonly KeptAttainment[];
}

function treesOf(rows: readonly AttainmentRow[]): readonly KeptAttainment[] {
  const byParent = new Map<string | null, AttainmentRow[]>();
  for (const row of rows) {
    const siblings = byParent.get(row.parentAttainmentId);
    if (siblings === undefined) byParent.set(row.parentAttainmentId, [row]);
    else siblings.push(row);
  }
  const below = (parent: string | null): readonly KeptAttainment[] =>
    (byParent.get(parent) ?? []).map(({ parentAttainmentId: _parent, ...row }) => ({ ...row, parts: below(row.attainmentId), isTold: row.exemptedOn === null }));
  return below(null);
}

/** What only follows from core data has the id already that it gets when it is written down. */
const foreseen = (studyRightId: string) => (tree: AttainmentTree, index: number): KeptAttainment => ({
  ...tree,
  attainmentId: uuidv5(`${index} ${tree.kind ?? ''} ${tree.code ?? ''}`, studyRightId),
  version: 1,
  exemptedOn: null,
  exemptionReason: null,
  parts: [],
});

/** The record of a study right: what was written, or what follows from core data while nothing was. */
export function recordOf(row: StudyRightRow): KeptRecord {
  const isKept = row.version > 0;
  return {
    educationForm: row.educationForm,
    oid: row.oid,
    schoolOid: row.schoolOid,
    expectedEndOn: row.expectedEndOn,
    periods: continuePeriods(row.periods, row),
    information: isKept ? row.information : informationOf(row),
    attainments: isKept ? treesOf(row.attainments) : attainmentsOf(row).map(foreseen(row.studyRightId)),
    more: row.more ?? {},
    received: row.received,
  };
}
