import { Chip, Section, ShareBar } from '@digione/platform/ui';
import type { GroupPlan, ObjectiveState } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { useCurriculumText } from './ObjectivesField.tsx';

/** Which objectives of the year are taught, planned and not yet: as a bar, then one by one, what is missing first. */
export function Coverage({ objectives }: { objectives: GroupPlan['objectives'] }) {
  const t = useText();
  const textOf = useCurriculumText();
  const order: readonly ObjectiveState[] = ['missing', 'planned', 'taught'];
  const count = (state: ObjectiveState) => objectives.filter((one) => one.state === state).length;
  if (objectives.length === 0) return null;
  return (
    <Section title={t('teaching.plan.coverage')}>
      <CoverageBar label={t('teaching.plan.coverage')} objectives={objectives.length} planned={objectives.length - count('missing')} taught={count('taught')} />
      <ul className="teaching-plan-coverage">
        {order.flatMap((state) =>
          objectives
            .filter((one) => one.state === state)
            .map((objective) => (
              <li key={objective.key}>
                <StateChip state={state} />
                <span>{textOf(objective)}</span>
                {objective.lessons > 0 && <span className="ui-muted ui-numbers">{t('teaching.plan.lessonsOver', { over: objective.over, count: objective.lessons })}</span>}
              </li>
            )),
        )}
      </ul>
    </Section>
  );
}

/** The same as one bar with its legend. */
export function CoverageBar({ label, objectives, planned, taught }: { label: string; objectives: number; planned: number; taught: number }) {
  const t = useText();
  return (
    <ShareBar
      label={label}
      parts={[
        { label: t('teaching.plan.state.taught'), count: taught, tone: 'success' },
        { label: t('teaching.plan.state.planned'), count: planned - taught, tone: 'info' },
        { label: t('teaching.plan.state.missing'), count: objectives - planned, tone: 'neutral' },
      ]}
    />
  );
}

function StateChip({ state }: { state: ObjectiveState }) {
  const t = useText();
  switch (state) {
    case 'taught':
      return (
        <Chip tone="success" icon="check">
          {t('teaching.plan.state.taught')}
        </Chip>
      );
    case 'planned':
      return (
        <Chip tone="info" icon="calendar">
          {t('teaching.plan.state.planned')}
        </Chip>
      );
    case 'missing':
      return (
        <Chip tone="neutral" icon="minus">
          {t('teaching.plan.state.missing')}
        </Chip>
      );
  }
}
