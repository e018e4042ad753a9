import { useMemo, useState, type ReactNode } from 'react';
import { DataTable } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import type { RoleAssignment } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { EndRoleDialog } from './EndRoleDialog.tsx';
import { roleColumns } from './role-columns.tsx';

interface RoleTableProps {
  rows: readonly RoleAssignment[];
  educationProviderId: string;
  isPast: boolean;
  mayEnd: boolean;
  empty: ReactNode;
}

/** Who has which role, where, how long, why and by whom. */
export function RoleTable({ rows, educationProviderId, isPast, mayEnd, empty }: RoleTableProps) {
  const t = useText();
  const format = useFormat();
  const [ending, setEnding] = useState<RoleAssignment>();
  const columns = useMemo(() => roleColumns(t, format, { isPast, onEnd: mayEnd ? setEnding : undefined }), [t, format, isPast, mayEnd]);
  return (
    <>
      <DataTable label={t('access.roles.title')} columns={columns} rows={rows} rowKey={({ roleAssignmentId }) => roleAssignmentId} empty={empty} />
      {ending !== undefined && <EndRoleDialog assignment={ending} educationProviderId={educationProviderId} onClose={() => setEnding(undefined)} />}
    </>
  );
}
