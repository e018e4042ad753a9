import { useMemo } from 'react';
import type { StudyAttainment, StudyRight } from '@digione/school-admin/contract';
import { Chip, DataTable, IconButton, MenuButton, Muted, type Column, type MenuEntry } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import { useText } from '../messages.ts';
import type { AttainmentTarget } from './AttainmentDialog.tsx';
import { extentOf, GRADE, nameOf } from './words.ts';

const TAKES_PARTS = new Set([GRADE, 'perusopetuksenoppimaara', 'lukionoppimaara', 'lukionaineopinnot', 'lukionoppiaine', 'perusopetuksenlisaopetus', 'perusopetukseenvalmistavaopetus', 'aikuistenperusopetuksenoppimaara']);

/** All attainments of a study right, parts indented under what they are part of. */
export function AttainmentTable({ right, onOpen }: { right: StudyRight; onOpen: (target: AttainmentTarget) => void }) {
  const t = useText();
  const columns = useColumns(right, onOpen);
  return (
    <DataTable
      label={t('schoolAdmin.record.attainments')}
      columns={columns}
      rows={right.attainments}
      rowKey={(one) => one.attainmentId}
      empty={<Muted>{t('schoolAdmin.record.unsaved')}</Muted>}
    />
  );
}

function useColumns(right: StudyRight, onOpen: (target: AttainmentTarget) => void) {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<StudyAttainment>[]>(
    () => [
      {
        id: 'name',
        header: t('schoolAdmin.record.name'),
        cell: (one) => (
          <span className={`school-admin-record-depth-${Math.min(one.depth, 3)}`}>
            {nameOf(t, format, one)}
            {one.homeroom !== null && <Muted> {one.homeroom}</Muted>}{' '}
            {one.exemptedOn !== null && <Chip tone="neutral" icon="info">{t('schoolAdmin.record.exempted')}</Chip>}
            {one.recognition !== null && <Chip tone="neutral" icon="info">{t('schoolAdmin.record.recognised')}</Chip>}
          </span>
        ),
        onPhone: 'title',
      },
      { id: 'mark', header: t('schoolAdmin.record.mark'), cell: (one) => one.mark ?? '–', onPhone: 'line', isNarrow: true },
      { id: 'extent', header: t('schoolAdmin.record.extent'), cell: (one) => extentOf(t, format, one), onPhone: 'line', isNarrow: true },
      {
        id: 'compulsory',
        header: `${t('schoolAdmin.record.compulsory')} / ${t('schoolAdmin.record.optional').toLowerCase()}`,
        cell: (one) => (one.isCompulsory === null ? '–' : t(one.isCompulsory ? 'schoolAdmin.record.compulsory' : 'schoolAdmin.record.optional')),
        onPhone: 'hidden',
      },
      { id: 'assessed', header: t('schoolAdmin.record.assessedOn'), cell: (one) => (one.assessedOn === null ? '–' : format.date(one.assessedOn, 'numeric')), onPhone: 'hidden' },
      { id: 'confirmed', header: t('schoolAdmin.record.confirmedOn'), cell: (one) => (one.confirmedOn === null ? '–' : format.date(one.confirmedOn, 'numeric')), onPhone: 'line' },
      ...(right.can.change ? [{ id: 'acts', header: t('schoolAdmin.record.edit'), isNarrow: true, onPhone: 'corner' as const, cell: (one: StudyAttainment) => <Acts attainment={one} onOpen={onOpen} /> }] : []),
    ],
    [t, format, right.can.change, onOpen],
  );
}

/** What may be done with one attainment. */
function Acts({ attainment, onOpen }: { attainment: StudyAttainment; onOpen: (target: AttainmentTarget) => void }) {
  const t = useText();
  const format = useFormat();
  const adds: MenuEntry = { id: 'add', label: t(attainment.kind === 'lukionoppiaine' ? 'schoolAdmin.record.addModule' : 'schoolAdmin.record.addSubject'), icon: 'plus', onAction: () => onOpen({ kind: 'add', parent: attainment }) };
  const entries: MenuEntry[] = [
    { id: 'change', label: t('schoolAdmin.record.edit'), icon: 'edit', onAction: () => onOpen({ kind: 'change', attainment }) },
    ...(TAKES_PARTS.has(attainment.kind) ? [adds] : []),
    { id: 'remove', label: t('schoolAdmin.record.remove'), icon: 'trash', isDanger: true, onAction: () => onOpen({ kind: 'remove', attainment }) },
  ];
  const label = t('schoolAdmin.record.editAttainment', { name: [nameOf(t, format, attainment), attainment.homeroom].filter(Boolean).join(' ') });
  return <MenuButton label={label} trigger={<IconButton icon="dots" label={label} />} groups={[entries]} />;
}
