import { listSchools } from '@digione/core-data/contract';
import { useEndpoint, useMe, useSearchParam } from '@digione/platform/web';
import { useMemo } from 'react';
import { schoolsOfRoles, type OwnSchool } from './schools-of-roles.ts';

/** Who works with the classes of a school, and so may look at any of them. */
export const SCHOOL_STAFF = ['teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'teaching-assistant', 'principal', 'school-secretary'];
export const SCHOOL_OFFICE = ['principal', 'school-secretary'];

export interface OwnSchools {
  readonly schools: readonly OwnSchool[];
  /** The one the page is about: `?school=` in the address, else the first. */
  readonly school: OwnSchool | undefined;
  readonly choose: (schoolId: string) => void;
  readonly isLoading: boolean;
}

/** The schools where the reader has one of the roles, all of the city's when held over all of them. */
export function useOwnSchools(roles: readonly string[]): OwnSchools {
  const me = useMe();
  const [wanted, choose] = useSearchParam('school');
  const { named, everywhere } = useMemo(() => schoolsOfRoles(me.identities, roles), [me, roles]);
  const all = useEndpoint(listSchools, { params: { educationProviderId: everywhere ?? '' } }, { enabled: everywhere !== undefined });
  const schools = useMemo(
    () => [...(everywhere === undefined ? [] : (all.data?.schools ?? []).map(({ schoolId, name }) => ({ educationProviderId: everywhere, schoolId, name }))), ...named],
    [everywhere, all.data, named],
  );
  return { schools, school: schools.find(({ schoolId }) => schoolId === wanted) ?? schools[0], choose, isLoading: everywhere !== undefined && all.isPending };
}
