import { startOfWeek } from '@digione/local-date';
import { Button, EmptyState, LinkButton, MenuButton, Page, PageHeader, QueryState, Row, Section, Skeleton } from '@digione/platform/ui';
import { useAction, useEndpoint, useFormat, useParam, useProviderId, useToday } from '@digione/platform/web';
import { useState } from 'react';
import { getGroupPlan, removePlanUnit, savePlan, type GroupPlan, type PlanUnit } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { CopyDialog } from './CopyDialog.tsx';
import { Coverage } from './Coverage.tsx';
import { LessonsDialog } from './LessonsDialog.tsx';
import { draftOf, type UnitDraft } from './merge.ts';
import { MergeDialog } from './MergeDialog.tsx';
import { ShareDialog } from './ShareDialog.tsx';
import { UnitDialog } from './UnitDialog.tsx';
import { useUnitSaving, type PlanParams } from './use-plan.ts';
import { WeekBoard } from './WeekBoard.tsx';
import './plan.css';

/** A group's year: units on its weeks, and which objectives they cover. */
export default function PlanPage() {
  const t = useText();
  const format = useFormat();
  const params = { educationProviderId: useProviderId(), groupId: useParam('groupId') };
  const read = useEndpoint(getGroupPlan, { params });
  const [open, setOpen] = useState<'copy' | 'share' | 'template'>();
  const { plan, group, can } = read.data ?? {};
  const entry = (id: 'copy' | 'share' | 'template', label: string, icon: 'copy' | 'people' | 'star') => ({ id, label, icon, onAction: () => setOpen(id) });
  return (
    <Page width="wide">
      <PageHeader
        title={group?.name ?? t('teaching.plan.title')}
        documentTitle={group === undefined ? t('teaching.plan.title') : t('teaching.plan.documentTitle', { group: group.name })}
        {...(group !== undefined && { subtitle: [group.subject === null ? null : format.name(group.subject.name), read.data?.year.name].filter(Boolean).join(' · ') })}
        back={{ href: '/plans', label: t('teaching.plan.nav') }}
        actions={
          <Row gap={2}>
            {group?.subject && (
              <LinkButton icon="book" href={`/curriculum?group=${params.groupId}&provider=${params.educationProviderId}`}>
                {t('teaching.register.curriculum')}
              </LinkButton>
            )}
            {can?.edit === true && plan && (
              <MenuButton
                label={t('teaching.plan.more')}
                trigger={<Button icon="dots">{t('teaching.plan.more')}</Button>}
                groups={[[entry('copy', t('teaching.plan.copyTitle'), 'copy')], [entry('share', t('teaching.plan.share'), 'people'), entry('template', t('teaching.plan.keepTemplate'), 'star')]]}
              />
            )}
          </Row>
        }
      />
      <QueryState query={read} loading={<Skeleton rows={10} />}>
        {(found) => (found.plan === null ? <Begin params={params} plan={found} onCopy={() => setOpen('copy')} /> : <Board params={params} plan={found} />)}
      </QueryState>
      {open === 'copy' && <CopyDialog params={params} onClose={() => setOpen(undefined)} />}
      {(open === 'share' || open === 'template') && plan && <ShareDialog params={params} plan={plan} asTemplate={open === 'template'} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function Begin({ params, plan, onCopy }: { params: PlanParams; plan: GroupPlan; onCopy: () => void }) {
  const t = useText();
  const format = useFormat();
  const begin = useAction(savePlan, { refresh: ['plan'] });
  const name = [plan.group.subject === null ? plan.group.name : format.name(plan.group.subject.name), plan.year.name].join(' ');
  return (
    <EmptyState icon="calendar" title={t('teaching.plan.none')}>
      <p>{t(plan.can.edit ? 'teaching.plan.noneHelp' : 'teaching.plan.noneOthers', { count: plan.lessons.length })}</p>
      {plan.can.edit && (
        <Row gap={2}>
          <Button kind="primary" icon="plus" isPending={begin.isPending} onPress={() => begin.run({ params, body: { name }, ifMatch: 0 })}>
            {t('teaching.plan.begin')}
          </Button>
          <Button icon="copy" onPress={onCopy}>
            {t('teaching.plan.copyTitle')}
          </Button>
        </Row>
      )}
    </EmptyState>
  );
}

/** Which unit is open: one that is there, or a new one with its id. */
interface Open {
  readonly planUnitId: string;
  readonly unit: PlanUnit | undefined;
  readonly draft: UnitDraft;
  readonly side: 'unit' | 'lessons';
}

const LESSONS_OF_NEW = 6;

function Board({ params, plan }: { params: PlanParams; plan: GroupPlan }) {
  const t = useText();
  const today = useToday();
  const [open, setOpen] = useState<Open>();
  const { save, isSaving, clash, closeClash, refresh } = useUnitSaving(params);
  const remove = useAction(removePlanUnit, { refresh: ['plan'], done: t('teaching.plan.unitRemoved') });
  const close = () => setOpen(undefined);
  const openUnit = (unit: PlanUnit) => setOpen({ planUnitId: unit.planUnitId, unit, draft: draftOf(unit), side: 'unit' });
  const add = (startsOn: string) => {
    const draft = { name: '', notes: null, startsOn: startsOn < plan.year.startsOn ? plan.year.startsOn : startsOn, lessonCount: LESSONS_OF_NEW, objectiveKeys: [], contentKeys: [], links: [] };
    setOpen({ planUnitId: crypto.randomUUID(), unit: undefined, draft, side: 'unit' });
  };
  const current = open?.unit === undefined ? undefined : (plan.units.find(({ planUnitId }) => planUnitId === open.planUnitId) ?? open.unit);
  return (
    <div className="teaching-plan">
      <Section
        title={t('teaching.plan.units')}
        actions={
          plan.can.edit && (
            <Button icon="plus" onPress={() => add(startOfWeek(today))}>
              {t('teaching.plan.add')}
            </Button>
          )
        }
      >
        <WeekBoard
          plan={plan}
          onOpen={openUnit}
          onAdd={add}
          onMove={(unit, startsOn) => void save(unit.planUnitId, { ...draftOf(unit), startsOn }, { draft: draftOf(unit), version: unit.version })}
        />
      </Section>
      <Coverage objectives={plan.objectives} />
      {open?.side === 'unit' && clash === undefined && (
        <UnitDialog
          key={open.planUnitId}
          plan={plan}
          unit={open.unit}
          draft={open.draft}
          isSaving={isSaving}
          onClose={close}
          onLessons={() => setOpen({ ...open, side: 'lessons' })}
          onRemove={() => {
            if (current !== undefined) remove.run({ params: { ...params, planUnitId: current.planUnitId }, ifMatch: current.version });
            close();
          }}
          onSave={(draft) => {
            setOpen({ ...open, draft });
            // Based on what was there when the dialog was opened: what came since is joined to it.
            void save(open.planUnitId, draft, { draft: open.unit === undefined ? open.draft : draftOf(open.unit), version: open.unit?.version ?? 0 }).then((isSaved) => isSaved && close());
          }}
        />
      )}
      {open?.side === 'lessons' && current !== undefined && <LessonsDialog params={params} unit={current} onClose={close} onSaved={refresh} />}
      {clash !== undefined && (
        <MergeDialog
          clash={clash}
          onClose={closeClash}
          onSave={(draft) => {
            closeClash();
            void save(clash.theirs.planUnitId, draft, { draft: draftOf(clash.theirs), version: clash.theirs.version }).then((isSaved) => isSaved && close());
          }}
        />
      )}
    </div>
  );
}
