import { listRegisterFeeds, runRegisterFeed, solveRegisterTrouble } from '@digione/exchange/contract';
import type { ResponseOf } from '@digione/platform/contract';
import { Button, Card, Chip, EmptyState, Link, List, ListItem, Muted, Page, PageHeader, QueryState, Row, Section, Stack } from '@digione/platform/ui';
import { useAction, useEndpoint, useFormat, useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';

type Feeds = ResponseOf<typeof listRegisterFeeds>;

/** How following the national registers goes, and whom a human has to look at. */
export default function RegistersPage() {
  const t = useText();
  const educationProviderId = useProviderId();
  const feeds = useEndpoint(listRegisterFeeds, { params: { educationProviderId } });
  return (
    <Page>
      <PageHeader title={t('exchange.registers.title')} subtitle={t('exchange.registers.subtitle')} />
      <QueryState query={feeds}>
        {(data) => (
          <Stack gap={8}>
            <Section title={t('exchange.registers.connections')}>
              <Card padding="list">
                <List label={t('exchange.registers.connections')}>
                  {data.feeds.map((feed) => (
                    <Feed key={feed.register} feed={feed} educationProviderId={educationProviderId} />
                  ))}
                </List>
              </Card>
              <Muted>
                <Link href="/imports">{t('exchange.registers.runs')}</Link>
              </Muted>
            </Section>
            <Section title={t('exchange.registers.troubles')}>
              {data.troubles.length === 0 ? (
                <EmptyState icon="check" title={t('exchange.registers.noTroubles')} isCompact />
              ) : (
                <Card padding="list">
                  <List label={t('exchange.registers.troubles')}>
                    {data.troubles.map((trouble) => (
                      <Trouble key={trouble.registerTroubleId} trouble={trouble} educationProviderId={educationProviderId} />
                    ))}
                  </List>
                </Card>
              )}
            </Section>
          </Stack>
        )}
      </QueryState>
    </Page>
  );
}

function Feed({ feed, educationProviderId }: { feed: Feeds['feeds'][number]; educationProviderId: string }) {
  const t = useText();
  const format = useFormat();
  const name = t(`exchange.registers.name.${feed.register}`);
  const run = useAction(runRegisterFeed, { refresh: ['register-feed'], done: t('exchange.registers.asked', { name }) });
  const state = !feed.isConnected ? 'off' : feed.failures > 0 ? 'failing' : 'well';
  return (
    <ListItem
      title={name}
      detail={[
        feed.lastSuccessAt === null ? t('exchange.registers.never') : t('exchange.registers.lastSuccess', { when: format.moment(feed.lastSuccessAt) }),
        ...(feed.failures > 0 ? [t('exchange.registers.failures', { count: feed.failures })] : []),
      ].join(' · ')}
      trailing={
        <Row>
          <Chip tone={state === 'well' ? 'success' : state === 'failing' ? 'attention' : 'neutral'} icon={state === 'well' ? 'check' : state === 'failing' ? 'alert' : 'minus'}>
            {t(`exchange.registers.state.${state}`)}
          </Chip>
          {feed.isConnected && (
            <Button size="sm" aria-label={`${t('exchange.registers.run')}: ${name}`} isPending={run.isPending} onPress={() => run.run({ params: { educationProviderId, register: feed.register } })}>
              {t('exchange.registers.run')}
            </Button>
          )}
        </Row>
      }
    />
  );
}

function Trouble({ trouble, educationProviderId }: { trouble: Feeds['troubles'][number]; educationProviderId: string }) {
  const t = useText();
  const format = useFormat();
  const solve = useAction(solveRegisterTrouble, { refresh: ['register-feed'], done: t('exchange.registers.solved') });
  const nameOf = (one: { callName: string; lastName: string }) => `${one.callName} ${one.lastName}`;
  const name = nameOf(trouble.person);
  return (
    <ListItem
      title={<Link href={`/people/${trouble.person.personId}?provider=${educationProviderId}`}>{name}</Link>}
      detail={[t(`exchange.registers.kind.${trouble.kind}`, { other: trouble.other === null ? '' : nameOf(trouble.other) }), format.moment(trouble.seenAt)].join(' · ')}
      trailing={
        <Button size="sm" aria-label={`${t('exchange.registers.again')}: ${name}`} isPending={solve.isPending} onPress={() => solve.run({ params: { educationProviderId, registerTroubleId: trouble.registerTroubleId } })}>
          {t('exchange.registers.again')}
        </Button>
      }
    />
  );
}
