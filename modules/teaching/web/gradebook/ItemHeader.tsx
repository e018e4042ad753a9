import { Icon, VisuallyHidden } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import { memo } from 'react';
import type { EvidenceItem } from '../../contract/index.ts';
import { useText } from '../messages.ts';

/** What a column is about. A press opens it. */
export const ItemHeader = memo(function ItemHeader({ item, canChange, onPress }: { item: EvidenceItem; canChange: boolean; onPress: (item: EvidenceItem) => void }) {
  const t = useText();
  const format = useFormat();
  const shared = item.sharedAt !== null;
  const body = (
    <>
      <span className="teaching-grid-name">{item.name}</span>
      <span className="teaching-grid-about">
        {t(`teaching.gradebook.kind.${item.kind}`)} {format.date(item.heldOn, 'short')}
        {item.weight !== null && ` · ${t('teaching.gradebook.weightOf', { weight: format.number(item.weight) })}`}
      </span>
      <span className="teaching-grid-about">
        <Icon name={shared ? 'eye' : 'lock'} size={16} />
        <VisuallyHidden>{shared ? t('teaching.gradebook.item.isShared') : t('teaching.gradebook.item.isOwn')}</VisuallyHidden>
        {item.objectiveKeys.length > 0 && ` T × ${item.objectiveKeys.length}`}
      </span>
    </>
  );
  return (
    <th scope="col">
      {canChange ? (
        <button type="button" className="teaching-grid-item" title={t('teaching.gradebook.edit', { name: item.name })} onClick={() => onPress(item)}>
          {body}
        </button>
      ) : (
        <span className="teaching-grid-item">{body}</span>
      )}
    </th>
  );
});
