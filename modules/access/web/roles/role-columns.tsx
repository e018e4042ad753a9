import { Button, Chip, type Column } from '@digione/platform/ui';
import { useFormat, type Translate } from '@digione/platform/web';
import type { RoleAssignment } from '../../contract/index.ts';
import { roleText, useText, type AccessKey } from '../messages.ts';

type Format = ReturnType<typeof useFormat>;

const nameOf = ({ callName, lastName }: { callName: string; lastName: string }): string => `${callName} ${lastName}`;

const listed = (parts: readonly (string | null | undefined)[]): string => parts.filter((part) => part !== null && part !== undefined && part !== '').join(' · ');

/** The columns of a list of roles; the past tells who ended, the present who gave. */
export function roleColumns(t: Translate<AccessKey>, format: Format, options: { isPast: boolean; onEnd: ((assignment: RoleAssignment) => void) | undefined }): Column<RoleAssignment>[] {
  const { isPast, onEnd } = options;
  const schoolOf = ({ schoolName }: RoleAssignment) => (schoolName === null ? t('access.roles.wholeProvider') : format.name(schoolName));
  const columns: Column<RoleAssignment>[] = [
    { id: 'name', header: t('access.roles.name'), cell: ({ person }) => nameOf(person), sortBy: ({ person }) => `${person.lastName} ${person.callName}`, onPhone: 'title' },
    { id: 'role', header: t('access.roles.role'), cell: ({ role }) => roleText(t, role), sortBy: ({ role }) => roleText(t, role) },
    { id: 'school', header: t('access.roles.school'), cell: schoolOf, sortBy: schoolOf },
    { id: 'valid', header: t('access.roles.valid'), cell: (row) => <Validity assignment={row} />, sortBy: ({ validFrom }) => validFrom },
    { id: 'reason', header: t('access.roles.reason'), cell: ({ reason }) => reason ?? '–', onPhone: 'line' },
  ];
  if (isPast) {
    columns.push({
      id: 'ended',
      header: t('access.roles.ended'),
      cell: ({ endedAt, endedBy, endReason }) => (endedAt === null ? '–' : listed([format.moment(endedAt), endedBy && nameOf(endedBy), endReason])),
      sortBy: ({ endedAt }) => endedAt,
    });
  } else {
    columns.push({
      id: 'given',
      header: t('access.roles.given'),
      cell: ({ givenAt, givenBy }) => listed([givenBy && nameOf(givenBy), format.moment(givenAt)]),
      sortBy: ({ givenAt }) => givenAt,
      onPhone: 'hidden',
    });
  }
  if (onEnd !== undefined && !isPast) {
    columns.push({ id: 'end', header: t('access.roles.acts'), cell: (row) => row.can.end && <EndButton assignment={row} onEnd={onEnd} />, align: 'end', onPhone: 'corner', isNarrow: true });
  }
  return columns;
}

function Validity({ assignment: { state, validFrom, validTo } }: { assignment: RoleAssignment }) {
  const t = useText();
  const format = useFormat();
  if (validFrom === null) return state === 'past' ? '–' : t('access.roles.openEnded');
  return (
    <>
      {validTo === null ? t('access.roles.from', { date: format.date(validFrom, 'numeric') }) : format.dateRange(validFrom, validTo)}{' '}
      {state === 'future' && <Chip icon="clock">{t('access.roles.future')}</Chip>}
    </>
  );
}

function EndButton({ assignment, onEnd }: { assignment: RoleAssignment; onEnd: (assignment: RoleAssignment) => void }) {
  const t = useText();
  return (
    <Button kind="quiet" size="sm" onPress={() => onEnd(assignment)} aria-label={t('access.end.of', { name: nameOf(assignment.person) })}>
      {t('access.end.open')}
    </Button>
  );
}
