import { SCHOOL_OFFICE, SchoolChoice, useOwnSchools } from '@digione/core-data/web/parts';
import { Button, Card, Checkbox, Chip, DatePicker, Dialog, EmptyState, List, ListItem, Page, PageHeader, QueryState, Select, TextField } from '@digione/platform/ui';
import { today, useAction, useEndpoint, useFormat, useGo, type ProblemError } from '@digione/platform/web';
import { useState } from 'react';
import { addMarkRound, listMarkRounds, RoundKind, type MarkRound } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { roundAddress } from './addresses.ts';
import './assessment.css';

/** A school's rounds of marks. */
export default function MarkRoundsPage() {
  const t = useText();
  const format = useFormat();
  const own = useOwnSchools(SCHOOL_OFFICE);
  const { school } = own;
  const [isBeginning, setBeginning] = useState(false);
  const begin = (
    <Button kind="primary" icon="plus" onPress={() => setBeginning(true)}>
      {t('teaching.rounds.begin')}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t('teaching.rounds.title')} {...(school && { subtitle: format.name(school.name), actions: begin })} />
      <SchoolChoice {...own} />
      {school && <Rounds educationProviderId={school.educationProviderId} schoolId={school.schoolId} />}
      {school && isBeginning && <BeginDialog educationProviderId={school.educationProviderId} schoolId={school.schoolId} onClose={() => setBeginning(false)} />}
    </Page>
  );
}

export function RoundChip({ round }: { round: MarkRound }) {
  const t = useText();
  const format = useFormat();
  const when = round.publishAt === null ? '' : format.moment(round.publishAt);
  if (round.state === 'published') return <Chip tone="success" icon="check">{t('teaching.rounds.state.published', { when })}</Chip>;
  if (round.state === 'approved') return <Chip tone="info" icon="clock">{t('teaching.rounds.state.approved', { when })}</Chip>;
  return <Chip tone="attention" icon="edit">{t('teaching.rounds.state.open')}</Chip>;
}

function Rounds({ educationProviderId, schoolId }: { educationProviderId: string; schoolId: string }) {
  const t = useText();
  const format = useFormat();
  const rounds = useEndpoint(listMarkRounds, { params: { educationProviderId, schoolId } });
  return (
    <QueryState query={rounds}>
      {(read) =>
        read.rounds.length === 0 ? (
          <EmptyState icon="exam" title={t('teaching.rounds.empty')}>
            {t('teaching.rounds.emptyHelp')}
          </EmptyState>
        ) : (
          <Card padding="list">
            <List label={t('teaching.rounds.title')}>
              {read.rounds.map((round) => (
                <ListItem
                  key={round.markRoundId}
                  href={roundAddress(educationProviderId, schoolId, round.markRoundId)}
                  title={round.name}
                  detail={[t(`teaching.rounds.kind.${round.kind}`), `${t('teaching.rounds.dueOn')} ${format.day(round.dueOn)}`, levelsOf(round.gradeLevels)].filter(Boolean).join(' · ')}
                  trailing={<RoundChip round={round} />}
                />
              ))}
            </List>
          </Card>
        )
      }
    </QueryState>
  );
}

const levelsOf = (levels: readonly number[]): string => levels.join(', ');
const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

function BeginDialog({ educationProviderId, schoolId, onClose }: { educationProviderId: string; schoolId: string; onClose: () => void }) {
  const t = useText();
  const go = useGo();
  const [kind, setKind] = useState<RoundKind>('interim');
  const [name, setName] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(today());
  const [gradeLevels, setGradeLevels] = useState<readonly number[]>([]);
  const [problem, setProblem] = useState<ProblemError>();
  const add = useAction(addMarkRound, { onDone: ({ markRoundId }) => go(roundAddress(educationProviderId, schoolId, markRoundId)), onError: setProblem });
  const dueFault = problem?.messageFor('dueOn');
  const begin = () => {
    if (dueOn !== null) add.run({ params: { educationProviderId, schoolId }, body: { kind, name: name.trim() === '' ? t(`teaching.rounds.kind.${kind}`) : name, dueOn, gradeLevels: [...gradeLevels] } });
  };
  return (
    <Dialog
      title={t('teaching.rounds.begin')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('teaching.rounds.cancel')}</Button>
          <Button kind="primary" isPending={add.isPending} isDisabled={dueOn === null} onPress={begin}>
            {t('teaching.rounds.begin')}
          </Button>
        </>
      }
    >
      <div className="teaching-item-form">
        <Select label={t('teaching.rounds.kind')} options={RoundKind.options.map((value) => ({ value, label: t(`teaching.rounds.kind.${value}`) }))} value={kind} onChange={setKind} />
        <TextField label={t('teaching.rounds.name')} value={name} onChange={setName} placeholder={t(`teaching.rounds.kind.${kind}`)} maxLength={120} isOptional />
        <DatePicker label={t('teaching.rounds.dueOn')} value={dueOn} onChange={setDueOn} {...(dueFault !== undefined && { errorMessage: dueFault })} />
        <fieldset className="teaching-objectives">
          <legend>{t('teaching.rounds.gradeLevels')}</legend>
          <p className="ui-muted">{t('teaching.rounds.gradeLevelsHelp')}</p>
          <div className="teaching-levels">
            {LEVELS.map((level) => (
              <Checkbox key={level} isSelected={gradeLevels.includes(level)} onChange={(isOn) => setGradeLevels(isOn ? [...gradeLevels, level] : gradeLevels.filter((one) => one !== level))}>
                {t('teaching.rounds.level', { level })}
              </Checkbox>
            ))}
          </div>
        </fieldset>
      </div>
    </Dialog>
  );
}
