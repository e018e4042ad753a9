import type { CurriculumText } from '@digione/curriculum/contract';
import { EmptyState, Skeleton } from '@digione/platform/ui';
import { useLanguage } from '@digione/platform/web';
import { useGroupUnit } from '../gradebook/ObjectivePicker.tsx';
import type { BookParams } from '../gradebook/use-book-store.ts';
import { useText } from '../messages.ts';

/** The curriculum's criteria are safe HTML; here their words are enough. */
const wordsOf = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ').trim();

/** Objectives of the group's subject and grade level, each with its criteria for marks, the national ones in the final assessment. */
export function CriteriaList({ params }: { params: BookParams }) {
  const t = useText();
  const language = useLanguage();
  const { unit, isPending } = useGroupUnit(params);
  const said = (text: CurriculumText | null): string => text?.[language] ?? text?.fi ?? text?.sv ?? '';
  const objectives = unit?.objectiveGroups.flatMap((group) => group.objectives) ?? [];
  if (isPending) return <Skeleton rows={4} />;
  if (objectives.length === 0) return <EmptyState icon="book" title={t('teaching.marks.noCriteria')} isCompact />;
  return (
    <div className="teaching-criteria">
      {objectives.map((objective) => (
        <details key={objective.key}>
          <summary>{said(objective.text)}</summary>
          <dl>
            {objective.criteria.map((criterion) => (
              <div key={criterion.key}>
                <dt>{criterion.mark ?? '–'}</dt>
                <dd>{wordsOf(said(criterion.text))}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </div>
  );
}
