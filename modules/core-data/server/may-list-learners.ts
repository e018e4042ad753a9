import { hasRole, type Identity } from '@digione/platform/access';

/** Whose pages of learners and homerooms are open at all. */
export const mayListLearners = (identity: Identity): boolean => hasRole(identity, 'principal', 'school-secretary', 'teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor');
