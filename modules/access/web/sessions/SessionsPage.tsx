import { signOutEverywhere } from '@digione/access/contract';
import { Button, Card, Chip, Icon, List, ListItem, Page, PageHeader, QueryState } from '@digione/platform/ui';
import { leaveWorkspace, useAction, useEndpoint, useFormat } from '@digione/platform/web';
import { endMySession, listMySessions, type MySession } from '../../contract/index.ts';
import { useText } from '../messages.ts';

/** Where one is signed in, and the way out of each. */
export default function SessionsPage() {
  const t = useText();
  const format = useFormat();
  const sessions = useEndpoint(listMySessions, {});
  const end = useAction(endMySession, { refresh: ['access'], done: t('access.sessions.done') });
  const leave = useAction(signOutEverywhere, { onDone: ({ redirectTo }) => leaveWorkspace(redirectTo) });
  const nameOf = ({ device, kind }: MySession) => device ?? t(kind === 'token' ? 'access.sessions.program' : 'access.sessions.unknown');
  return (
    <Page width="text">
      <PageHeader
        title={t('access.sessions.title')}
        subtitle={t('access.sessions.lead')}
        actions={
          <Button icon="shield" isPending={leave.isPending} onPress={() => leave.run({})}>
            {t('access.sessions.everywhere')}
          </Button>
        }
      />
      <QueryState query={sessions}>
        {({ sessions: list }) => (
          <Card padding="list">
            <List>
              {list.map((session) => (
                <ListItem
                  key={session.sessionId}
                  leading={<Icon name={session.kind === 'token' ? 'settings' : 'lock'} />}
                  title={nameOf(session)}
                  detail={t('access.sessions.times', { from: format.moment(session.createdAt), seen: format.moment(session.lastSeenAt) })}
                  trailing={
                    session.isCurrent ? (
                      <Chip tone="success" icon="check">
                        {t('access.sessions.here')}
                      </Chip>
                    ) : (
                      <Button size="sm" isPending={end.pendingInput?.params?.sessionId === session.sessionId} onPress={() => end.run({ params: { sessionId: session.sessionId } })} aria-label={t('access.sessions.endName', { device: nameOf(session) })}>
                        {t('access.sessions.end')}
                      </Button>
                    )
                  }
                />
              ))}
            </List>
          </Card>
        )}
      </QueryState>
    </Page>
  );
}
