import { useMemo, useState } from 'react';
import { Button, Card, Checkbox, DatePicker, ErrorState, Row, Section, Select, Skeleton, Stack, TextField } from '@digione/platform/ui';
import { today, useAction, useEndpoint, useFormat, type ProblemError } from '@digione/platform/web';
import { admitNewcomer, listPlaces, undoLearnerChange, type NewcomerIdentity, type PlaceGroup } from '@digione/school-admin/contract';
import { useText } from '../messages.ts';
import type { Found, School } from './FindForm.tsx';
import { proposeGroups, proposeHomeroom } from './propose.ts';

const NONE = 'none';
const LANGUAGES = ['fi', 'sv', 'en'] as const;

interface PlaceFormProps {
  readonly school: School;
  readonly identity: NewcomerIdentity;
  readonly found: Found;
  readonly problem: ProblemError | undefined;
  readonly onProblem: (problem: ProblemError | undefined) => void;
  readonly onDone: () => void;
}

/** From which day, in which class and groups; what is proposed can be taken as it is. */
export function PlaceForm({ school, identity, found, problem, onProblem, onDone }: PlaceFormProps) {
  const t = useText();
  const [startsOn, setStartsOn] = useState<string | null>(today());
  const [wishedHomeroom, setWishedHomeroom] = useState<string>();
  const [wishedGroups, setWishedGroups] = useState<readonly string[]>();
  const [formerSchool, setFormerSchool] = useState('');
  const [language, setLanguage] = useState<(typeof LANGUAGES)[number]>(found.newcomer?.motherTongue === 'sv' ? 'sv' : 'fi');
  const [isAnother, setIsAnother] = useState(false);
  const places = useEndpoint(listPlaces, { params: school, query: { on: startsOn ?? today() } }, { keepPrevious: true });
  const undo = useAction(undoLearnerChange, { refresh: ['person', 'homeroom', 'group', 'learner-change'], done: t('schoolAdmin.newcomer.undone') });
  const admit = useAction(admitNewcomer, {
    refresh: ['person', 'homeroom', 'group', 'learner-change'],
    done: (admitted) => t('schoolAdmin.newcomer.done', { name: `${admitted.callName} ${admitted.lastName}`, homeroom: admitted.homeroomName ?? 'none' }),
    undo: (admitted) => undo.run({ params: { ...school, learnerChangeId: admitted.learnerChangeId } }),
    onDone,
    onError: onProblem,
  });
  const homeroomId = wishedHomeroom ?? proposeHomeroom(places.data?.homerooms ?? [], found.gradeLevel)?.homeroomId ?? NONE;
  const groups = places.data?.groups;
  const proposed = useMemo(() => proposeGroups(groups ?? [], homeroomId), [groups, homeroomId]);
  const chosen = wishedGroups ?? proposed;
  const needsConfirming = found.lookAlikes.length > 0 || found.hiddenLookAlikes > 0;
  const fault = (path: string) => {
    const message = problem?.messageFor(path);
    return message === undefined ? {} : { errorMessage: message };
  };
  const send = () => {
    onProblem(undefined);
    if (startsOn === null) return;
    admit.run({
      params: school,
      body: {
        identity,
        startsOn,
        homeroomId: homeroomId === NONE ? null : homeroomId,
        teachingGroupIds: [...chosen],
        preferredLanguage: language,
        isAnotherPerson: isAnother,
        ...(formerSchool.trim() !== '' && { formerSchool: formerSchool.trim() }),
      },
    });
  };
  if (places.data === undefined) return places.error === null ? <Skeleton kind="card" /> : <ErrorState error={places.error} onRetry={() => void places.refetch()} />;
  const grade = found.gradeLevel;
  return (
    <Section title={t('schoolAdmin.newcomer.place')}>
      <Card>
        <Stack gap={6}>
          {problem !== undefined && problem.errors.length === 0 && <ErrorState error={problem} isCompact />}
          <div className="school-admin-two">
            <DatePicker label={t('schoolAdmin.newcomer.startsOn')} value={startsOn} onChange={setStartsOn} {...fault('startsOn')} />
            <Select
              label={t('schoolAdmin.newcomer.homeroom')}
              {...(grade !== null && grade > 0 && { description: t('schoolAdmin.newcomer.homeroomHelp', { grade }) })}
              options={[
                ...sortedByNearness(places.data.homerooms, grade).map((one) => ({ value: one.homeroomId, label: t('schoolAdmin.newcomer.homeroomOption', { name: one.name, count: one.learnerCount }) })),
                { value: NONE, label: t('schoolAdmin.newcomer.noHomeroom') },
              ]}
              value={homeroomId}
              onChange={(value) => {
                setWishedHomeroom(value);
                setWishedGroups(undefined);
              }}
              {...fault('homeroomId')}
            />
            <Select label={t('schoolAdmin.newcomer.language')} options={LANGUAGES.map((value) => ({ value, label: t(`schoolAdmin.newcomer.language.${value}`) }))} value={language} onChange={setLanguage} />
            <TextField label={t('schoolAdmin.newcomer.formerSchool')} description={t('schoolAdmin.newcomer.formerSchoolHelp')} isOptional value={formerSchool} onChange={setFormerSchool} maxLength={200} />
          </div>
          <Groups
            groups={places.data.groups}
            homeroomId={homeroomId}
            chosen={chosen}
            onToggle={(id, isOn) => setWishedGroups(isOn ? [...chosen, id] : chosen.filter((one) => one !== id))}
          />
          {needsConfirming && (
            <Checkbox isSelected={isAnother} onChange={setIsAnother}>
              {t('schoolAdmin.newcomer.isAnother')}
            </Checkbox>
          )}
          <Row>
            <Button kind="primary" isPending={admit.isPending} isDisabled={startsOn === null || (needsConfirming && !isAnother)} onPress={send}>
              {t('schoolAdmin.newcomer.admit')}
            </Button>
          </Row>
        </Stack>
      </Card>
    </Section>
  );
}

/** The grade by age first, then its neighbours. */
const sortedByNearness = <One extends { gradeLevel: number | null }>(homerooms: readonly One[], grade: number | null): One[] =>
  grade === null ? [...homerooms] : homerooms.toSorted((a, b) => Math.abs((a.gradeLevel ?? 99) - grade) - Math.abs((b.gradeLevel ?? 99) - grade));

interface GroupsProps {
  readonly groups: readonly PlaceGroup[];
  readonly homeroomId: string;
  readonly chosen: readonly string[];
  readonly onToggle: (id: string, isOn: boolean) => void;
}

/** The class's groups, and under them those that several classes share. */
function Groups({ groups, homeroomId, chosen, onToggle }: GroupsProps) {
  const t = useText();
  const format = useFormat();
  const own = groups.filter((one) => one.homeroomId === homeroomId);
  const shared = groups.filter((one) => one.homeroomId === null);
  const box = (group: PlaceGroup) => (
    <Checkbox key={group.teachingGroupId} isSelected={chosen.includes(group.teachingGroupId)} onChange={(isOn) => onToggle(group.teachingGroupId, isOn)} {...(group.subjectName !== null && { description: format.name(group.subjectName) })}>
      {group.name}
    </Checkbox>
  );
  if (own.length + shared.length === 0) return null;
  return (
    <Stack>
      {own.length > 0 && (
        <fieldset className="school-admin-groups">
          <legend>{t('schoolAdmin.newcomer.groups')}</legend>
          <p className="ui-muted">{t('schoolAdmin.newcomer.groupsHelp')}</p>
          <div className="school-admin-boxes">{own.map(box)}</div>
        </fieldset>
      )}
      {shared.length > 0 && (
        <details className="school-admin-groups">
          <summary>{t('schoolAdmin.newcomer.otherGroups')}</summary>
          <div className="school-admin-boxes">{shared.map(box)}</div>
        </details>
      )}
    </Stack>
  );
}
