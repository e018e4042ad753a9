import { useState } from 'react';
import { blockGuardian, endGuardianBlock, type Person } from '@digione/core-data/contract';
import { Avatar, Button, Card, Chip, Dialog, ErrorState, IconButton, List, ListItem, MenuButton, Row, Stack, TextArea } from '@digione/platform/ui';
import { useAction, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';

type Guardian = Person['guardians'][number];

/** A learner's guardians as the school sees them: rights, contact, and the school's own block. */
export function GuardianList({ person, educationProviderId }: { person: Person; educationProviderId: string }) {
  const t = useText();
  const [blocking, setBlocking] = useState<Guardian | null>(null);
  const target = { params: { educationProviderId, learnerId: person.personId } };
  const unblock = useAction(endGuardianBlock, { refresh: ['person'], done: t('core-data.block.ended') });
  return (
    <Card padding="list">
      <List>
        {person.guardians.map((guardian) => {
          const name = `${guardian.callName} ${guardian.lastName}`;
          return (
            <ListItem
              key={guardian.personId}
              leading={<Avatar name={name} />}
              title={name}
              detail={[guardian.phone, guardian.email].filter(Boolean).join(' · ') || (guardian.isProtected ? t('core-data.person.protected') : '')}
              trailing={
                <Row gap={2}>
                  <RightsChip guardian={guardian} />
                  {person.can.blockGuardian && (
                    <MenuButton
                      label={t('core-data.guardian.actions', { name })}
                      trigger={<IconButton icon="dots" label={t('core-data.guardian.actions', { name })} />}
                      groups={[[
                        guardian.isBlocked
                          ? { id: 'unblock', label: t('core-data.block.end'), icon: 'undo', onAction: () => unblock.run({ ...target, body: { guardianId: guardian.personId } }) }
                          : { id: 'block', label: t('core-data.block.open'), icon: 'ban', onAction: () => setBlocking(guardian) },
                      ]]}
                    />
                  )}
                </Row>
              }
            />
          );
        })}
      </List>
      {blocking !== null && <BlockDialog guardian={blocking} learnerId={person.personId} educationProviderId={educationProviderId} onClose={() => setBlocking(null)} />}
    </Card>
  );
}

function RightsChip({ guardian }: { guardian: Guardian }) {
  const t = useText();
  if (guardian.isBlocked) return <Chip tone="danger" icon="ban">{t('core-data.guardian.blocked')}</Chip>;
  if (guardian.hasCustody) return <Chip tone="success" icon="check">{t('core-data.guardian.custody')}</Chip>;
  if (guardian.hasRightToInformation) return <Chip tone="info" icon="info">{t('core-data.guardian.information')}</Chip>;
  return <Chip tone="attention" icon="lock">{t('core-data.guardian.noCustody')}</Chip>;
}

function BlockDialog({ guardian, learnerId, educationProviderId, onClose }: { guardian: Guardian; learnerId: string; educationProviderId: string; onClose: () => void }) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<ProblemError>();
  const block = useAction(blockGuardian, { refresh: ['person'], done: t('core-data.block.done'), onDone: onClose, onError: setProblem });
  return (
    <Dialog
      title={t('core-data.block.title', { name: `${guardian.callName} ${guardian.lastName}` })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('core-data.cancel')}</Button>
          <Button
            kind="danger"
            isPending={block.isPending}
            isDisabled={reason.trim().length < 5}
            onPress={() => block.run({ params: { educationProviderId, learnerId }, body: { guardianId: guardian.personId, reason } })}
          >
            {t('core-data.block.open')}
          </Button>
        </>
      }
    >
      <Stack>
        {problem !== undefined && <ErrorState error={problem} isCompact />}
        <p>{t('core-data.block.help')}</p>
        <TextArea label={t('core-data.block.reason')} value={reason} onChange={setReason} />
      </Stack>
    </Dialog>
  );
}
