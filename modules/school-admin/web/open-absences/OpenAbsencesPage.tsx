import { useMemo, useState } from 'react';
import { toHelsinki } from '@digione/local-date';
import { ClassGrid, ClassPicker, SCHOOL_OFFICE, useOwnSchools } from '@digione/core-data/web/parts';
import { Button, DataTable, EmptyState, Link, Page, PageHeader, QueryState, Stack, type Column } from '@digione/platform/ui';
import { useEndpoint, useFormat, useProviderId, useSearchParam } from '@digione/platform/web';
import { listOpenAbsences, type OpenDayOfHomeroom } from '@digione/school-admin/contract';
import { ExplainDialog } from '../explain/ExplainDialog.tsx';
import { useText } from '../messages.ts';
import './open-absences.css';

/** What the homeroom teacher asks the homes about, with whom to ring; the answer is written down on the spot. */
export default function OpenAbsencesPage() {
  const t = useText();
  const educationProviderId = useProviderId();
  const isOffice = useOwnSchools(SCHOOL_OFFICE).school !== undefined;
  const [homeroomId, setHomeroomId] = useSearchParam('homeroom');
  const [, setProvider] = useSearchParam('provider');
  // The school's office looks at any class of its school; a homeroom teacher has nothing to choose.
  const choose = (homeroom: string, provider: string) => {
    setHomeroomId(homeroom);
    setProvider(provider);
  };
  const [asked, setAsked] = useState<OpenDayOfHomeroom>();
  const absences = useEndpoint(listOpenAbsences, { params: { educationProviderId }, query: { ...(homeroomId !== '' && { homeroomId }) } }, { keepPrevious: true });
  const columns = useColumns(setAsked);
  return (
    <Page width="wide">
      <PageHeader title={t('schoolAdmin.absences.title')} subtitle={t(homeroomId === '' && !isOffice ? 'schoolAdmin.absences.subtitle' : 'schoolAdmin.absences.subtitleHomeroom')} />
      {homeroomId !== '' && (
        <div className="school-admin-choice">
          <ClassPicker roles={SCHOOL_OFFICE} value={homeroomId} onChange={choose} />
        </div>
      )}
      <QueryState query={absences}>
        {({ days, types }) => isOffice && homeroomId === '' && days.length === 0 ? <ClassGrid roles={SCHOOL_OFFICE} help={t('schoolAdmin.absences.chooseHelp')} onChoose={choose} /> : (
          <>
            <DataTable
              label={t('schoolAdmin.absences.title')}
              columns={columns}
              rows={days}
              rowKey={({ learnerId, heldOn }) => `${learnerId} ${heldOn}`}
              empty={<EmptyState title={t('schoolAdmin.absences.none')}>{t('schoolAdmin.absences.noneHelp')}</EmptyState>}
            />
            {asked && (
              <ExplainDialog
                educationProviderId={educationProviderId}
                learnerId={asked.learnerId}
                callName={asked.callName}
                absenceIds={asked.absenceIds}
                types={types}
                detail={`${asked.lastName} ${asked.callName}, ${asked.homeroomName}`}
                onClose={() => setAsked(undefined)}
              />
            )}
          </>
        )}
      </QueryState>
    </Page>
  );
}

function useColumns(onAsk: (day: OpenDayOfHomeroom) => void) {
  const t = useText();
  const format = useFormat();
  return useMemo<Column<OpenDayOfHomeroom>[]>(
    () => [
      { id: 'learner', header: t('schoolAdmin.absences.learner'), cell: (day) => `${day.lastName} ${day.callName}`, sortBy: (day) => `${day.lastName} ${day.callName}` },
      { id: 'homeroom', header: t('schoolAdmin.absences.homeroom'), cell: (day) => day.homeroomName, sortBy: (day) => day.homeroomName, onPhone: 'line' },
      { id: 'day', header: t('schoolAdmin.absences.day'), cell: (day) => format.day(day.heldOn), sortBy: (day) => day.heldOn, onPhone: 'line' },
      { id: 'lessons', header: t('schoolAdmin.absences.lessons'), cell: (day) => `${day.absenceIds.length} · ${format.timeRange(toHelsinki(day.startsAt).time, toHelsinki(day.endsAt).time)}`, onPhone: 'line' },
      { id: 'guardians', header: t('schoolAdmin.absences.guardians'), cell: (day) => <Guardians day={day} />, onPhone: 'line' },
      {
        id: 'action',
        header: t('schoolAdmin.absences.action'),
        cell: (day) => (
          <Button size="sm" onPress={() => onAsk(day)}>
            {t('schoolAdmin.explain.open')}
          </Button>
        ),
        onPhone: 'corner',
        isNarrow: true,
      },
    ],
    [t, format, onAsk],
  );
}

function Guardians({ day }: { day: OpenDayOfHomeroom }) {
  const t = useText();
  return (
    <Stack gap={1}>
      {day.guardians.map(({ personId, callName, lastName, phone }) => (
        <span key={personId}>
          {callName} {lastName}{' '}
          {phone === null ? (
            <span className="ui-muted">({t('schoolAdmin.absences.noPhone')})</span>
          ) : (
            <Link href={`tel:${phone.replaceAll(' ', '')}`} aria-label={t('schoolAdmin.absences.call', { name: `${callName} ${lastName}` })}>
              {phone}
            </Link>
          )}
        </span>
      ))}
    </Stack>
  );
}
