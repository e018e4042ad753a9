import { useState } from 'react';
import { SCHOOL_OFFICE, SchoolChoice, useOwnSchools } from '@digione/core-data/web/parts';
import { listLearners } from '@digione/core-data/contract';
import { Avatar, Button, Card, EmptyState, List, ListItem, Muted, Page, PageHeader, QueryState, Row, SearchBox, Section, Skeleton, Stack } from '@digione/platform/ui';
import { useEndpoint, useFormat, useSearchParam } from '@digione/platform/web';
import { getLearnersPath } from '@digione/school-admin/contract';
import { useText } from '../messages.ts';
import { ChangeDialog } from './ChangeDialog.tsx';
import { PlaceDialog } from './PlaceDialog.tsx';
import { RecentChanges } from './RecentChanges.tsx';
import { ChangeLines } from './ChangeLines.tsx';
import '../arrival/arrival.css';

export interface SchoolKey {
  readonly educationProviderId: string;
  readonly schoolId: string;
}

/** What happens to a pupil after they have come: one pupil's path, or the school's latest steps. */
export default function PathPage() {
  const t = useText();
  const own = useOwnSchools(SCHOOL_OFFICE);
  const { school, isLoading } = own;
  const [learnerId, setLearnerId] = useSearchParam('learner');
  return (
    <Page>
      <PageHeader title={t('schoolAdmin.path.title')} subtitle={t('schoolAdmin.path.subtitle')} />
      {school === undefined ? (
        isLoading && <Skeleton kind="card" />
      ) : (
        <Stack gap={8} key={school.schoolId}>
          <SchoolChoice {...own} onChange={() => setLearnerId('')} />
          {learnerId === '' ? (
            <>
              <FindLearner school={school} onChoose={setLearnerId} />
              <RecentChanges school={school} onOpen={setLearnerId} />
            </>
          ) : (
            <LearnersPath school={school} learnerId={learnerId} onLeave={() => setLearnerId('')} />
          )}
        </Stack>
      )}
    </Page>
  );
}

function FindLearner({ school, onChoose }: { school: SchoolKey; onChoose: (learnerId: string) => void }) {
  const t = useText();
  const [q, setQ] = useState('');
  const isAsked = q.trim().length > 1;
  const found = useEndpoint(listLearners, { params: school, query: { schoolId: school.schoolId, q: q.trim(), limit: 8 } }, { enabled: isAsked, keepPrevious: true });
  const learners = isAsked ? found.data?.items : undefined;
  return (
    <Section title={t('schoolAdmin.path.find')}>
      <Stack>
        <SearchBox label={t('schoolAdmin.path.findHelp')} isLabelled value={q} onChange={setQ} />
        {learners !== undefined &&
          (learners.length === 0 ? (
            <Muted>{t('schoolAdmin.path.noneFound')}</Muted>
          ) : (
            <Card padding="list">
              <List>
                {learners.map((one) => {
                  const name = `${one.callName} ${one.lastName}`;
                  return (
                    <ListItem
                      key={one.personId}
                      leading={<Avatar name={name} />}
                      title={name}
                      detail={one.homeroomName}
                      trailing={
                        <Button kind="quiet" onPress={() => onChoose(one.personId)}>
                          {t('schoolAdmin.path.choose', { name })}
                        </Button>
                      }
                    />
                  );
                })}
              </List>
            </Card>
          ))}
      </Stack>
    </Section>
  );
}

function LearnersPath({ school, learnerId, onLeave }: { school: SchoolKey; learnerId: string; onLeave: () => void }) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState<'change' | 'place'>();
  const path = useEndpoint(getLearnersPath, { params: { ...school, learnerId } });
  const close = () => setOpen(undefined);
  return (
    <QueryState query={path}>
      {(learner) => {
        const name = `${learner.callName} ${learner.lastName}`;
        const homeroom = learner.homeroomName ?? 'none';
        return (
          <Section title={name}>
            <Stack gap={6}>
              <span>
                {learner.until === null
                  ? t('schoolAdmin.path.standing', { homeroom, from: format.date(learner.from, 'numeric') })
                  : t('schoolAdmin.path.standingUntil', { homeroom, from: format.date(learner.from, 'numeric'), until: format.date(learner.until, 'numeric') })}
              </span>
              <Row>
                <Button kind="primary" onPress={() => setOpen('change')}>
                  {t('schoolAdmin.path.what')}
                </Button>
                <Button onPress={() => setOpen('place')}>{t('schoolAdmin.path.givePlace')}</Button>
                <Button kind="quiet" onPress={onLeave}>
                  {t('schoolAdmin.path.other')}
                </Button>
              </Row>
              {learner.changes.length === 0 ? (
                <EmptyState icon="history" title={t('schoolAdmin.path.noHistory')} isCompact />
              ) : (
                <Card padding="list">
                  <ChangeLines school={school} changes={learner.changes} label={t('schoolAdmin.path.history')} isOnePupil />
                </Card>
              )}
              {open === 'change' && <ChangeDialog school={school} learner={learner} onClose={close} />}
              {open === 'place' && <PlaceDialog school={school} learner={learner} onClose={close} />}
            </Stack>
          </Section>
        );
      }}
    </QueryState>
  );
}
