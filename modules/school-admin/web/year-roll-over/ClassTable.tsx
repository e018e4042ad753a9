import { useMemo, useState } from 'react';
import { Button, DataTable, Dialog, EmptyState, List, ListItem, QueryState, Select, type Column } from '@digione/platform/ui';
import { useAction, useEndpoint } from '@digione/platform/web';
import { listRollOverLearners, setRollOverAction, ROLL_OVER_ACTIONS, type RollOver, type RollOverAction } from '@digione/school-admin/contract';
import type { SchoolKey } from '../changes/PathPage.tsx';
import { useText } from '../messages.ts';
import '../arrival/arrival.css';

type ClassRow = RollOver['classes'][number];

/** The difference class by class; a class opens to its pupils, of whom each can be said something else. */
export function ClassTable({ school, rollOver }: { school: SchoolKey; rollOver: RollOver }) {
  const t = useText();
  const [opened, setOpened] = useState<string>();
  const columns = useColumns(setOpened);
  const row = rollOver.classes.find(({ rollOverClassId }) => rollOverClassId === opened);
  return (
    <>
      <DataTable label={t('schoolAdmin.rollOver.classes')} columns={columns} rows={rollOver.classes} rowKey={({ rollOverClassId }) => rollOverClassId} empty={<EmptyState title={t('schoolAdmin.rollOver.classes')} />} />
      {row !== undefined && <ClassDialog school={school} rollOver={rollOver} row={row} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function useColumns(onOpen: (rollOverClassId: string) => void) {
  const t = useText();
  return useMemo<Column<ClassRow>[]>(
    () => [
      { id: 'from', header: t('schoolAdmin.rollOver.from'), cell: (row) => row.fromName },
      {
        id: 'to',
        header: t('schoolAdmin.rollOver.to'),
        cell: (row) => (row.toName === null ? '–' : row.isThere ? t('schoolAdmin.rollOver.toThere', { name: row.toName }) : row.toName),
        onPhone: 'line',
      },
      {
        id: 'pupils',
        header: t('schoolAdmin.rollOver.pupils'),
        cell: (row) => ROLL_OVER_ACTIONS.filter((action) => (row.counts[action] ?? 0) > 0).map((action) => t(`schoolAdmin.rollOver.count.${action}`, { count: row.counts[action] ?? 0 })).join(', '),
        onPhone: 'line',
      },
      { id: 'groups', header: t('schoolAdmin.rollOver.groups'), cell: (row) => row.groups, onPhone: 'hidden', isNarrow: true },
      {
        id: 'open',
        header: t('schoolAdmin.rollOver.action'),
        cell: (row) => (
          <Button size="sm" aria-label={t('schoolAdmin.rollOver.open', { name: row.fromName })} onPress={() => onOpen(row.rollOverClassId)}>
            {t('schoolAdmin.rollOver.pupils')}
          </Button>
        ),
        onPhone: 'corner',
        isNarrow: true,
      },
    ],
    [t, onOpen],
  );
}

function ClassDialog({ school, rollOver, row, onClose }: { school: SchoolKey; rollOver: RollOver; row: ClassRow; onClose: () => void }) {
  const t = useText();
  const params = { ...school, rollOverId: rollOver.rollOverId };
  const learners = useEndpoint(listRollOverLearners, { params: { ...params, rollOverClassId: row.rollOverClassId } });
  const set = useAction(setRollOverAction, { refresh: ['roll-over'] });
  // Who repeats comes to the class that takes this class's name; in the first grade it is made for them.
  const repeatsIn = rollOver.classes.find(({ toName }) => toName === row.fromName)?.toName ?? row.fromName;
  const nameOf = (action: RollOverAction): string | null => (action === 'repeats' ? repeatsIn : action === 'moves-up' ? (row.toName ?? row.fromName) : null);
  const options = ROLL_OVER_ACTIONS.filter((action) => (action !== 'changes-school' || rollOver.nextSchoolName !== null) && (action !== 'moves-up' || row.toName !== null)).map((value) => ({
    value,
    label: t(`schoolAdmin.rollOver.action.${value}`, { name: row.toName ?? '' }),
  }));
  return (
    <Dialog title={t('schoolAdmin.rollOver.open', { name: row.fromName })} isOpen onClose={onClose} size="lg">
      <QueryState query={learners}>
        {(data) =>
          rollOver.state === 'planned' ? (
            <div className="school-admin-two">
              {data.learners.map((one) => (
                <Select
                  key={one.learnerId}
                  label={`${one.lastName} ${one.callName}`}
                  options={options}
                  value={one.action}
                  onChange={(action) => set.run({ params: { ...params, learnerId: one.learnerId }, body: { action, toName: nameOf(action) } })}
                />
              ))}
            </div>
          ) : (
            <List>
              {data.learners.map((one) => (
                <ListItem key={one.learnerId} title={`${one.lastName} ${one.callName}`} trailing={t(`schoolAdmin.rollOver.action.${one.action}`, { name: one.toName ?? '' })} />
              ))}
            </List>
          )
        }
      </QueryState>
    </Dialog>
  );
}
