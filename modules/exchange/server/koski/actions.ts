import { learnerObject } from '@digione/core-data/server';
import { defineAction, hasAnyRole, hasRoleOverProvider, providerObject } from '@digione/platform/access';
import { officeOfStudyRight } from '@digione/school-admin/server';

const transfer = { purpose: 'purpose.administration' } as const;
const mainUser = hasRoleOverProvider('main-user');

/** The main user answers for the transfer of the whole provider, an office for the study rights of its school. */
export const readKoskiTransfers = defineAction({ name: 'koski-transfer.list', ...transfer, object: providerObject, anyOf: [hasAnyRole('principal', 'school-secretary'), mainUser] });
export const resendStudyRight = defineAction({ name: 'koski-transfer.resend', ...transfer, object: learnerObject, anyOf: [officeOfStudyRight, mainUser] });
export const runKoskiConnection = defineAction({ name: 'koski-connection.run', ...transfer, object: providerObject, anyOf: [mainUser] });
