import { use } from 'react';
import type { Objective } from '@digione/curriculum/contract';
import { Chip, Icon } from '@digione/platform/ui';
import { useText } from '../messages.ts';
import { said, withoutLabel } from '../text/said.ts';
import { Rich, Said, TextLanguageContext } from '../text/Said.tsx';

export interface ObjectiveItemProps {
  readonly id: string;
  readonly objective: Objective;
  /** It is what the reader came for. */
  readonly isSought: boolean;
}

/** An objective: its number, its text, what it belongs with, and its criteria when they are opened. */
export function ObjectiveItem({ id, objective, isSought }: ObjectiveItemProps) {
  const t = useText();
  const language = use(TextLanguageContext);
  const references = [...objective.contentAreas, ...objective.competences];
  const text = said(objective.text, language);
  return (
    <li id={id} className="curriculum-objective" data-sought={isSought || undefined}>
      {objective.label !== null && <span className="curriculum-label">{objective.label}</span>}
      {objective.label === null && objective.isLocal && (
        <span className="curriculum-label" title={t('curriculum.level.local')}>
          <Icon name="pin" size={16} />
        </span>
      )}
      <div className="curriculum-objective-body">
        <p className="curriculum-objective-text" lang={text.language}>
          {withoutLabel(text.text, objective.label)} {objective.isLocal && <Chip tone="info">{t('curriculum.level.local')}</Chip>}
        </p>
        {references.length > 0 && (
          <ul className="curriculum-references" aria-label={t('curriculum.references')}>
            {references.map((one) => (
              <li key={one.key} lang={said(one.name, language).language}>
                {one.label !== null && <b>{one.label}</b>} {withoutLabel(said(one.name, language).text, one.label).replace(/\s*\([A-Z]\d\)$/, '')}
              </li>
            ))}
          </ul>
        )}
        {objective.sections.map(({ kind, title, text: section }, index) => (
          <div key={`${kind} ${String(index)}`}>
            {title !== null && <Said as="p" text={title} />}
            <Rich html={section} />
          </div>
        ))}
        {objective.criteria.length > 0 && (
          <details className="curriculum-criteria">
            <summary>{t('curriculum.criteria')}</summary>
            {objective.criteria[0]?.target && <Said as="p" text={objective.criteria[0].target} />}
            <dl>
              {objective.criteria.map((criterion) => (
                <div key={criterion.key}>
                  <dt>{criterion.mark === null ? '–' : t('curriculum.mark', { mark: criterion.mark })}</dt>
                  <dd>
                    <Rich html={criterion.text} />
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
    </li>
  );
}
