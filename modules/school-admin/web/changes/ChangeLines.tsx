import { Button, Chip, List, ListItem, Row } from '@digione/platform/ui';
import { useAction, useFormat } from '@digione/platform/web';
import { undoLearnerChange, type LearnerChange } from '@digione/school-admin/contract';
import { useText } from '../messages.ts';

interface ChangeLinesProps {
  readonly school: { readonly educationProviderId: string; readonly schoolId: string };
  readonly changes: readonly LearnerChange[];
  readonly label: string;
  /** All of one pupil: the step is the title, not the name. */
  readonly isOnePupil?: boolean;
  readonly onOpen?: (learnerId: string) => void;
}

/** Steps, the latest first: what, from when, by which decision, by whom; what is fresh can be undone. */
export function ChangeLines({ school, changes, label, isOnePupil = false, onOpen }: ChangeLinesProps) {
  const t = useText();
  const format = useFormat();
  const undo = useAction(undoLearnerChange, { refresh: ['person', 'homeroom', 'group', 'learner-change'], done: t('schoolAdmin.change.undone') });
  const whatOf = (change: LearnerChange) => {
    const what = change.endReason === null ? t(`schoolAdmin.change.kind.${change.kind}`) : `${t(`schoolAdmin.change.kind.${change.kind}`)}: ${t(`schoolAdmin.path.reason.${change.endReason}`).toLocaleLowerCase()}`;
    return `${what}, ${change.until === null ? format.day(change.from) : format.dateRange(change.from, change.until)}`;
  };
  const moreOf = (change: LearnerChange) => [
    ...(change.toSchoolName === null ? [] : [t('schoolAdmin.path.toSchoolLine', { school: format.name(change.toSchoolName) })]),
    ...(change.otherSchool === null ? [] : [change.otherSchool]),
    ...(change.decidedOn === null ? [] : [t('schoolAdmin.path.decisionLine', { number: change.decisionNumber ?? '', who: change.decidedBy ?? '', when: format.date(change.decidedOn, 'numeric') })]),
    ...(change.note === null ? [] : [change.note]),
    t('schoolAdmin.change.madeBy', { who: change.madeBy === null ? '–' : `${change.madeBy.callName} ${change.madeBy.lastName}`, when: format.moment(change.madeAt) }),
  ];
  return (
    <List label={label}>
      {changes.map((change) => {
        const name = `${change.callName} ${change.lastName}`;
        return (
          <ListItem
            key={change.learnerChangeId}
            title={isOnePupil ? whatOf(change) : name}
            detail={[...(isOnePupil ? [] : [whatOf(change)]), ...moreOf(change)].join(' · ')}
            trailing={
              <Row>
                {change.undoneAt !== null && <Chip icon="undo">{t('schoolAdmin.change.isUndone')}</Chip>}
                {onOpen !== undefined && (
                  <Button kind="quiet" aria-label={`${t('schoolAdmin.newcomer.openPerson')}: ${name}`} onPress={() => onOpen(change.learnerId)}>
                    {t('schoolAdmin.newcomer.openPerson')}
                  </Button>
                )}
                {change.can.undo && (
                  <Button
                    kind="quiet"
                    aria-label={`${t('schoolAdmin.change.undo')}: ${name}`}
                    isPending={undo.pendingInput?.params.learnerChangeId === change.learnerChangeId}
                    onPress={() => undo.run({ params: { ...school, learnerChangeId: change.learnerChangeId } })}
                  >
                    {t('schoolAdmin.change.undo')}
                  </Button>
                )}
              </Row>
            }
          />
        );
      })}
    </List>
  );
}
