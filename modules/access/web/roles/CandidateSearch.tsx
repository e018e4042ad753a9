import { useDeferredValue, useState } from 'react';
import { Avatar, Button, EmptyState, List, ListItem, Muted, QueryState, SearchBox, Skeleton, Stack } from '@digione/platform/ui';
import { useEndpoint, useFormat } from '@digione/platform/web';
import { searchRoleCandidates, type RoleCandidate } from '../../contract/index.ts';
import { roleText, useText } from '../messages.ts';

const SHORTEST = 2;

/** Finds the person by name; what each already may is told beside the name. */
export function CandidateSearch({ educationProviderId, onChoose }: { educationProviderId: string; onChoose: (personId: string) => void }) {
  const t = useText();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const found = useEndpoint(searchRoleCandidates, { params: { educationProviderId }, query: { q } }, { enabled: q.length >= SHORTEST, keepPrevious: true });
  return (
    <Stack>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to write a name, and this is its one field */}
      <SearchBox label={t('access.give.search')} value={text} onChange={setText} autoFocus />
      {q.length < SHORTEST ? (
        <Muted>{t('access.give.searchHelp')}</Muted>
      ) : (
        <QueryState query={found} loading={<Skeleton rows={3} />}>
          {({ candidates }) =>
            candidates.length === 0 ? (
              <EmptyState icon="search" title={t('access.give.nobody')} isCompact>
                {t('access.give.nobodyHelp')}
              </EmptyState>
            ) : (
              <List label={t('access.give.found')}>
                {candidates.map((candidate) => (
                  <ListItem
                    key={candidate.personId}
                    {...lineOf(candidate)}
                    detail={<RolesOf candidate={candidate} />}
                    trailing={
                      candidate.isMe ? (
                        <Muted>{t('access.give.self')}</Muted>
                      ) : (
                        <Button size="sm" onPress={() => onChoose(candidate.personId)} aria-label={t('access.give.chooseName', { name: nameOf(candidate) })}>
                          {t('access.give.chooseThis')}
                        </Button>
                      )
                    }
                  />
                ))}
              </List>
            )
          }
        </QueryState>
      )}
    </Stack>
  );
}

const nameOf = ({ callName, lastName }: RoleCandidate) => `${callName} ${lastName}`;
const lineOf = (candidate: RoleCandidate) => ({ title: nameOf(candidate), leading: <Avatar name={nameOf(candidate)} /> });

/** The chosen person, with the roles they have. */
export function CandidateLine({ candidate }: { candidate: RoleCandidate }) {
  return (
    <List>
      <ListItem {...lineOf(candidate)} detail={<RolesOf candidate={candidate} />} />
    </List>
  );
}

function RolesOf({ candidate }: { candidate: RoleCandidate }) {
  const t = useText();
  const format = useFormat();
  if (candidate.roles.length === 0) return t('access.give.noRoles');
  return candidate.roles.map(({ role, schoolName }) => (schoolName === null ? roleText(t, role) : `${roleText(t, role)}, ${format.name(schoolName)}`)).join(' · ');
}
