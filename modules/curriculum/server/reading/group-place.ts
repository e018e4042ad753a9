import type { ResponseOf } from '@digione/platform/contract';
import type { Transaction } from '@digione/platform/db';
import type { findGroupCurriculum } from '../../contract/index.ts';
import { findEdition, listAdoptions } from '../editions/editions.queries.ts';
import { findGroup, findPlace } from '../manage/meanings.queries.ts';

/** Where the curriculum in force tells of a teaching group's subject at its grade level; undefined when there is no such group. */
export async function findGroupPlace(tx: Transaction, groupId: string): Promise<ResponseOf<typeof findGroupCurriculum> | undefined> {
  const group = await findGroup(tx, groupId);
  if (group === undefined) return undefined;
  const { groupName, educationForm, gradeLevel } = group;
  const found = { groupName, educationForm, gradeLevel };
  // The local curriculum first: it tells more closely what is taught here.
  const inForce = (await listAdoptions(tx, 'today')).filter((one) => one.educationForm === educationForm).toSorted((one, other) => one.kind.localeCompare(other.kind));
  for (const { edition } of inForce) {
    const readable = await findEdition(tx, edition.editionId);
    const place = readable === undefined ? undefined : await findPlace(tx, readable, group);
    if (place !== undefined) return { ...found, editionId: edition.editionId, ...place };
  }
  return { ...found, editionId: inForce[0]?.edition.editionId ?? null, subjectKey: null, unitKey: null };
}
