import { Button, Dialog, EmptyState, List, ListItem, QueryState } from '@digione/platform/ui';
import { useAction, useEndpoint, useFormat } from '@digione/platform/web';
import { copyPlan, listPlansToCopy } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { PlanParams } from './use-plan.ts';

/** Own plans, shared ones and templates, the nearest first; a press copies one. */
export function CopyDialog({ params, onClose }: { params: PlanParams; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const plans = useEndpoint(listPlansToCopy, { params });
  const copy = useAction(copyPlan, { refresh: ['plan'], done: ({ units }) => t('teaching.plan.copied', { count: units }), onDone: onClose });
  return (
    <Dialog title={t('teaching.plan.copyTitle')} isOpen onClose={onClose} size="lg">
      <QueryState query={plans}>
        {(read) =>
          read.plans.length === 0 ? (
            <EmptyState icon="copy" title={t('teaching.plan.nothingToCopy')}>
              {t('teaching.plan.nothingToCopyHelp')}
            </EmptyState>
          ) : (
            <List>
              {read.plans.map((plan) => (
                <ListItem
                  key={plan.planId}
                  title={plan.name}
                  detail={[
                    plan.isTemplate ? t('teaching.plan.template') : plan.groupName,
                    plan.subject === null ? null : format.name(plan.subject.name),
                    format.name(plan.schoolName),
                    plan.schoolYearName,
                    t('teaching.plan.unitCount', { count: plan.units }),
                    `${plan.madeBy.callName} ${plan.madeBy.lastName}`,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  trailing={
                    <Button size="sm" icon="copy" isPending={copy.isPending} onPress={() => copy.run({ params, body: { planId: plan.planId } })} aria-label={t('teaching.plan.copyThis', { name: plan.name })}>
                      {t('teaching.plan.copy')}
                    </Button>
                  }
                />
              ))}
            </List>
          )
        }
      </QueryState>
    </Dialog>
  );
}
