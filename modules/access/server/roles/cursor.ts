import { z } from 'zod';
import { HttpProblem } from '@digione/platform/http';
import type { RoleAssignment } from '../../contract/index.ts';

const Position = z.tuple([z.string(), z.string(), z.string(), z.uuid()]);

/** Where a page of the list ended; opaque to the caller. */
export const writeCursor = ({ role, person, roleAssignmentId }: RoleAssignment): string =>
  Buffer.from(JSON.stringify([role, person.lastName, person.callName, roleAssignmentId])).toString('base64url');

/** @throws HttpProblem 400 when it is none of ours */
export function readCursor(cursor: string | undefined): { role: string; lastName: string; callName: string; id: string } | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [role, lastName, callName, id] = Position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { role, lastName, callName, id };
  } catch (cause) {
    throw new HttpProblem(400, { detail: 'access.problem.cursor', cause });
  }
}
