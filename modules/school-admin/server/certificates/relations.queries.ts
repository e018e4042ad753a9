import { sql } from 'kysely';
import { schoolCondition, type ObjectKind, type Role, type Rule } from '@digione/platform/access';

const provider = sql`(select platform.current_provider())`;

export const certificateObject: ObjectKind = {
  name: 'certificate',
  exists: (certificate) => sql<boolean>`exists (select from school_admin.certificate o where o.education_provider_id = ${provider} and o.certificate_id = ${certificate})`,
};

/** The actor has one of the roles at the school that gives the certificate: its learner may have left it long ago. */
export const roleAtCertificatesSchool = (...roles: readonly Role[]): Rule => ({
  name: `${roles.join('-or-')}-of-certificates-school`,
  when: (actor, certificate) => {
    const condition = schoolCondition(actor, roles, sql`ce.school_id`);
    if (typeof condition === 'boolean') return condition;
    return sql<boolean>`exists (select from school_admin.certificate ce where ce.education_provider_id = ${provider} and ce.certificate_id = ${certificate} and ${condition})`;
  },
});
