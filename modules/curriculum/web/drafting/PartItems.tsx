import type { ReactNode } from 'react';
import type { DraftPart } from '@digione/curriculum/contract';
import { Button, Chip, IconButton, Switch } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { said } from '../text/said.ts';

export interface NationalItemProps {
  readonly label: string | null;
  readonly text: string;
  readonly isOmitted: boolean;
  /** Leave out where it cannot be left out. */
  readonly onToggle?: (isIn: boolean) => void;
  readonly onAdd?: () => void;
  /** What the provider says beside it. */
  readonly children: ReactNode;
}

/** What the national curriculum says; it is not changed here, only dealt with at this grade level or not. */
export function NationalItem({ label, text, isOmitted, onToggle, onAdd, children }: NationalItemProps) {
  const t = useText();
  return (
    <li className="curriculum-part" data-omitted={isOmitted || undefined}>
      <div className="curriculum-part-line">
        {label !== null && <span className="curriculum-label">{label}</span>}
        <p>
          {text}
          {isOmitted && !onToggle && <Chip>{t('curriculum.draft.omitted')}</Chip>}
        </p>
        <div className="curriculum-part-acts no-print">
          {onToggle && (
            <Switch isSelected={!isOmitted} onChange={onToggle} aria-label={t('curriculum.draft.inThisGrade', { text: label ?? text })}>
              {t(isOmitted ? 'curriculum.draft.omitted' : 'curriculum.draft.dealtWith')}
            </Switch>
          )}
          {onAdd && !isOmitted && (
            <Button kind="quiet" size="sm" icon="plus" onPress={onAdd} aria-label={t('curriculum.draft.addBeside', { text: label ?? text })}>
              {t('curriculum.draft.own.beside')}
            </Button>
          )}
        </div>
      </div>
      <ul className="curriculum-parts curriculum-parts-own">{children}</ul>
    </li>
  );
}

export interface OwnItemProps {
  readonly part: DraftPart;
  readonly onEdit?: () => void;
  readonly onRemove?: () => void;
}

/** What the provider has written. */
export function OwnItem({ part, onEdit, onRemove }: OwnItemProps) {
  const t = useText();
  const { language } = useFormat();
  const [name, body] = [said(part.name, language), said(part.body, language)];
  const title = name.text || body.text.slice(0, 60);
  return (
    <li className="curriculum-part curriculum-part-own">
      <div className="curriculum-part-line">
        <Chip tone="info">{t('curriculum.level.local')}</Chip>
        <div className="curriculum-part-texts">
          {name.text !== '' && <p lang={name.language}>{name.text}</p>}
          {body.text !== '' && (
            <p className="curriculum-part-body" lang={body.language}>
              {body.text}
            </p>
          )}
        </div>
        <div className="curriculum-part-acts no-print">
          {onEdit && <IconButton icon="edit" label={`${t('curriculum.draft.editOne')}: ${title}`} onPress={onEdit} />}
          {onRemove && <IconButton icon="trash" label={`${t('curriculum.draft.removeOne')}: ${title}`} onPress={onRemove} />}
        </div>
      </div>
    </li>
  );
}
