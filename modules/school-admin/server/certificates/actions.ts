import { defineAction, hasAnyRole, hasRoleOverProvider, providerObject, roleAtSchool } from '@digione/platform/access';
import { homeroomObject, roleAtHomeroomsSchool, schoolObject } from '@digione/core-data/server';
import { certificateObject, roleAtCertificatesSchool } from './relations.queries.ts';

const OFFICE = ['principal', 'school-secretary'] as const;
const about = { purpose: 'purpose.administration' };

export const readClassCertificates = defineAction({ name: 'class-certificate.read', ...about, object: homeroomObject, anyOf: [roleAtHomeroomsSchool(...OFFICE)] });
export const prepareCertificates = defineAction({ name: 'class-certificate.prepare', ...about, object: homeroomObject, anyOf: [roleAtHomeroomsSchool(...OFFICE)] });
export const readCertificate = defineAction({ name: 'certificate.read', ...about, object: certificateObject, anyOf: [roleAtCertificatesSchool(...OFFICE)] });
export const changeCertificate = defineAction({ name: 'certificate.change', ...about, object: certificateObject, anyOf: [roleAtCertificatesSchool(...OFFICE)] });

/** The principal signs certificates off (Basic Education Decree, Act on General Upper Secondary Education 39 §). */
export const issueCertificates = defineAction({ name: 'certificate.issue', ...about, object: schoolObject, anyOf: [roleAtSchool('principal')] });

export const readCertificateTemplate = defineAction({
  name: 'certificate-template.read',
  ...about,
  object: providerObject,
  anyOf: [hasAnyRole(...OFFICE), hasRoleOverProvider('main-user')],
});
export const changeCertificateTemplate = defineAction({ name: 'certificate-template.change', ...about, object: providerObject, anyOf: [hasRoleOverProvider('main-user')] });
