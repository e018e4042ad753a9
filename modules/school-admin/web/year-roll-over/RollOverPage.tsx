import { useState } from 'react';
import { listSchools } from '@digione/core-data/contract';
import { SCHOOL_OFFICE, SchoolChoice, useOwnSchools } from '@digione/core-data/web/parts';
import { Button, Card, Chip, ConfirmDialog, ErrorState, Muted, Page, PageHeader, ProgressBar, QueryState, Row, Section, Select, Skeleton, Stack, type IconName, type Tone } from '@digione/platform/ui';
import { useAction, useEndpoint, useFormat } from '@digione/platform/web';
import { applyRollOver, getRollOver, planRollOver, ROLL_OVER_ACTIONS, undoRollOver, type RollOver } from '@digione/school-admin/contract';
import type { SchoolKey } from '../changes/PathPage.tsx';
import { useText } from '../messages.ts';
import { ClassTable } from './ClassTable.tsx';

const NONE = 'none';
const REFRESH = ['roll-over'];

/** The school year changes in three looks: plan, see the difference, carry out; and back again. */
export default function RollOverPage() {
  const t = useText();
  const own = useOwnSchools(SCHOOL_OFFICE);
  const { school, isLoading } = own;
  return (
    <Page width="wide">
      <PageHeader title={t('schoolAdmin.rollOver.title')} subtitle={t('schoolAdmin.rollOver.subtitle')} />
      {school === undefined ? (
        isLoading && <Skeleton kind="card" />
      ) : (
        <Stack gap={8} key={school.schoolId}>
          <SchoolChoice {...own} />
          <OfSchool school={school} />
        </Stack>
      )}
    </Page>
  );
}

function OfSchool({ school }: { school: SchoolKey }) {
  const latest = useEndpoint(getRollOver, { params: school });
  return (
    <QueryState query={latest}>
      {({ rollOver }) => (
        <>
          {(rollOver === null || rollOver.can.planAnew) && <PlanForm school={school} isAnew={rollOver?.state === 'planned'} />}
          {rollOver !== null && <Shown school={school} rollOver={rollOver} />}
        </>
      )}
    </QueryState>
  );
}

function PlanForm({ school, isAnew }: { school: SchoolKey; isAnew: boolean }) {
  const t = useText();
  const format = useFormat();
  const [next, setNext] = useState(NONE);
  const schools = useEndpoint(listSchools, { params: school });
  const plan = useAction(planRollOver, { refresh: REFRESH });
  const others = (schools.data?.schools ?? []).filter((one) => one.schoolId !== school.schoolId && one.educationForms.includes('basic-education'));
  return (
    <Card>
      <Stack>
        <Muted>{t('schoolAdmin.rollOver.startHelp')}</Muted>
        <Select
          label={t('schoolAdmin.rollOver.nextSchool')}
          description={t('schoolAdmin.rollOver.nextSchoolHelp')}
          options={[{ value: NONE, label: t('schoolAdmin.rollOver.noNext') }, ...others.map((one) => ({ value: one.schoolId, label: format.name(one.name) }))]}
          value={next}
          onChange={setNext}
        />
        <Row>
          <Button kind={isAnew ? 'secondary' : 'primary'} isPending={plan.isPending} onPress={() => plan.run({ params: school, body: next === NONE ? {} : { nextSchoolId: next } })}>
            {t(isAnew ? 'schoolAdmin.rollOver.planAnew' : 'schoolAdmin.rollOver.start')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

const STATES: Readonly<Record<RollOver['state'], { tone: Tone; icon: IconName }>> = {
  planned: { tone: 'info', icon: 'eye' },
  applying: { tone: 'attention', icon: 'clock' },
  applied: { tone: 'success', icon: 'check' },
  undoing: { tone: 'attention', icon: 'clock' },
  undone: { tone: 'neutral', icon: 'undo' },
};

function Shown({ school, rollOver }: { school: SchoolKey; rollOver: RollOver }) {
  const t = useText();
  const format = useFormat();
  const [asks, setAsks] = useState<'apply' | 'undo'>();
  const params = { ...school, rollOverId: rollOver.rollOverId };
  const close = () => setAsks(undefined);
  const apply = useAction(applyRollOver, { refresh: REFRESH, done: t('schoolAdmin.rollOver.started'), onDone: close });
  const undo = useAction(undoRollOver, { refresh: REFRESH, done: t('schoolAdmin.rollOver.undoStarted'), onDone: close });
  const { progress, state } = rollOver;
  const isRunning = state === 'applying' || state === 'undoing';
  const count = ROLL_OVER_ACTIONS.reduce((sum, action) => sum + (rollOver.counts[action] ?? 0), 0);
  return (
    <Section title={t('schoolAdmin.rollOver.year', { name: rollOver.yearName })}>
      <Stack gap={6}>
        <Row>
          <Chip {...STATES[state]}>{t(`schoolAdmin.rollOver.state.${state}`)}</Chip>
          <span>{format.dateRange(rollOver.startsOn, rollOver.endsOn)}</span>
          {rollOver.nextSchoolName !== null && <span>{t('schoolAdmin.path.toSchoolLine', { school: format.name(rollOver.nextSchoolName) })}</span>}
        </Row>
        {isRunning && <ProgressBar label={t(`schoolAdmin.rollOver.state.${state}`)} value={progress.total === 0 ? null : progress.done / progress.total} detail={t('schoolAdmin.rollOver.progress', progress)} />}
        <Row>
          {ROLL_OVER_ACTIONS.filter((action) => (rollOver.counts[action] ?? 0) > 0).map((action) => (
            <Chip key={action}>{t(`schoolAdmin.rollOver.count.${action}`, { count: rollOver.counts[action] ?? 0 })}</Chip>
          ))}
          {state === 'planned' && <Chip icon="plus">{t('schoolAdmin.rollOver.made', { rooms: rollOver.newHomerooms, groups: rollOver.newGroups })}</Chip>}
        </Row>
        <Row>
          {rollOver.can.apply && (
            <Button kind="primary" onPress={() => setAsks('apply')}>
              {t('schoolAdmin.rollOver.apply')}
            </Button>
          )}
          {rollOver.can.undo && <Button onPress={() => setAsks('undo')}>{t('schoolAdmin.rollOver.undo')}</Button>}
        </Row>
        {apply.error && <ErrorState error={apply.error} isCompact />}
        <ClassTable school={school} rollOver={rollOver} />
        <ConfirmDialog title={t('schoolAdmin.rollOver.apply')} confirmLabel={t('schoolAdmin.rollOver.apply')} isOpen={asks === 'apply'} isPending={apply.isPending} onConfirm={() => apply.run({ params })} onClose={close}>
          {t('schoolAdmin.rollOver.applyHelp', { count, date: format.date(rollOver.startsOn, 'numeric') })}
        </ConfirmDialog>
        <ConfirmDialog title={t('schoolAdmin.rollOver.undo')} confirmLabel={t('schoolAdmin.rollOver.undo')} isOpen={asks === 'undo'} isPending={undo.isPending} isDanger onConfirm={() => undo.run({ params })} onClose={close}>
          {t('schoolAdmin.rollOver.undoHelp')}
        </ConfirmDialog>
      </Stack>
    </Section>
  );
}
