import { Card, Link, Section } from '@digione/platform/ui';
import { useText } from '../messages.ts';
import { useCurriculumText } from '../plans/ObjectivesField.tsx';
import type { EntryProps } from './EntrySheet.tsx';

/** What the group's plan says of the lesson: what is done, links, objectives of the curriculum. */
export function LessonPlan({ params, entry }: EntryProps) {
  const t = useText();
  const textOf = useCurriculumText();
  if (entry.plan.length === 0) return null;
  return (
    <Section title={t('teaching.plan.ofLesson')} actions={<Link href={`/groups/${entry.lesson.teachingGroupId}/plan?provider=${params.educationProviderId}`}>{t('teaching.plan.open')}</Link>}>
      {entry.plan.map((plan) => (
        <Card key={`${plan.unitName} ${plan.lessonNo}`}>
          <div className="teaching-lesson-plan">
            <p className="ui-muted">{t('teaching.plan.lessonOf', { unit: plan.unitName, no: plan.lessonNo, count: plan.lessonCount })}</p>
            <h3>{plan.title ?? plan.unitName}</h3>
            {plan.notes !== null && <p className="teaching-lesson-notes">{plan.notes}</p>}
            {plan.links.length > 0 && (
              <ul>
                {plan.links.map((link) => (
                  <li key={link.url}>
                    <a href={link.url} target="_blank" rel="noreferrer">
                      {link.title}
                    </a>
                  </li>
                ))}
              </ul>
            )}
            {plan.objectives.length > 0 && (
              <details>
                <summary>{t('teaching.plan.objectiveCount', { count: plan.objectives.length })}</summary>
                <ul>
                  {plan.objectives.map((objective) => (
                    <li key={objective.key}>{textOf(objective)}</li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        </Card>
      ))}
    </Section>
  );
}
