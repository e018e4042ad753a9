import { Button, EmptyState, ErrorState, Page, PageHeader, Row, SearchBox, Segmented, Select, Skeleton } from '@digione/platform/ui';
import { useAbility, useEndpointPages, useProviderId, useSearchParam } from '@digione/platform/web';
import { GIVABLE_ROLES, listRoleAssignments, type RoleAssignment } from '../../contract/index.ts';
import { roleText, useText } from '../messages.ts';
import { GiveRoleDialog } from './GiveRoleDialog.tsx';
import { RoleTable } from './RoleTable.tsx';

const ALL = 'all';
const ORDER: readonly string[] = [...GIVABLE_ROLES, 'platform-operator'];

/** Who may do what: roles given by hand, given and ended here. */
export default function RolesPage() {
  const t = useText();
  const mayGive = useAbility('roles.give');
  const educationProviderId = useProviderId();
  const [q, setQ] = useSearchParam('q');
  const [role, setRole] = useSearchParam('role', ALL);
  const [state, setState] = useSearchParam('state', 'open');
  const [give, setGive] = useSearchParam('give');
  const isPast = state === 'past';
  const assignments = useEndpointPages(
    listRoleAssignments,
    {
      params: { educationProviderId },
      query: { limit: 200, state: isPast ? 'past' : 'open', ...(q.trim() !== '' && { q: q.trim() }), ...(role !== ALL && { role }) },
    },
    { keepPrevious: true },
  );

  return (
    <Page width="wide">
      <PageHeader
        title={t('access.roles.title')}
        subtitle={t('access.roles.lead')}
        actions={
          mayGive && (
            <Button kind="primary" icon="plus" onPress={() => setGive('new')}>
              {t('access.roles.give')}
            </Button>
          )
        }
      />
      <Row align="end">
        <SearchBox label={t('access.roles.find')} isLabelled value={q} onChange={setQ} />
        <Select
          label={t('access.roles.role')}
          options={[{ value: ALL, label: t('access.roles.all') }, ...ORDER.map((one) => ({ value: one, label: roleText(t, one) }))]}
          value={role}
          onChange={setRole}
        />
        <Segmented
          label={t('access.roles.state')}
          options={[
            { value: 'open', label: t('access.roles.open') },
            { value: 'past', label: t('access.roles.past') },
          ]}
          value={isPast ? 'past' : 'open'}
          onChange={setState}
        />
      </Row>
      {assignments.items === undefined ? (
        assignments.error === null ? <Skeleton rows={8} /> : <ErrorState error={assignments.error} onRetry={assignments.retry} />
      ) : (
        <>
          <RoleTable
            rows={byRole(assignments.items)}
            educationProviderId={educationProviderId}
            isPast={isPast}
            mayEnd={mayGive}
            empty={
              <EmptyState icon="key" title={q === '' && role === ALL ? t(isPast ? 'access.roles.noPast' : 'access.roles.none') : t('access.roles.noneFound')}>
                {t('access.roles.noneHelp')}
              </EmptyState>
            }
          />
          {assignments.hasMore && (
            <Row>
              <Button onPress={assignments.loadMore} isPending={assignments.isLoadingMore}>
                {t('access.roles.more')}
              </Button>
            </Row>
          )}
        </>
      )}
      {give !== '' && mayGive && <GiveRoleDialog educationProviderId={educationProviderId} personId={give === 'new' ? null : give} onPerson={setGive} onClose={() => setGive('')} />}
    </Page>
  );
}

/** In the order of a school's daily life, as the choice of roles is. */
const byRole = (items: readonly RoleAssignment[]): RoleAssignment[] => items.toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
