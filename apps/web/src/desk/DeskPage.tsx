import { isoWeek, toHelsinki } from '@digione/local-date';
import { Card, EmptyState, ErrorState, Icon, List, ListItem, Page, PageHeader, Section, Skeleton } from '@digione/platform/ui';
import { deskRegions, useFormat, useMe, useNow, useT, type DeskRegion, type Me, type ProblemError } from '@digione/platform/web';
import { useQuery } from '@tanstack/react-query';
import type fi from '../../i18n/fi.json';
import { navigationOf } from '../modules.ts';
import { DeskCard } from './DeskCard.tsx';
import { cardsOf, hasDeskWidgets, type DeskCardData } from './desk-cards.ts';
import { deskQuery, type Desk } from './desk-query.ts';
import './desk.css';

/** The first page: what is now, what waits, what changed, what is coming. One request for all of it. */
export function DeskPage() {
  const me = useMe();
  const { data, error, refetch } = useQuery<Desk, ProblemError>(deskQuery);
  return (
    <Page>
      <DeskHeader me={me} />
      {error && <ErrorState error={error} isCompact={data !== undefined} onRetry={() => void refetch()} />}
      {data ? <Regions me={me} desk={data} /> : !error && <Skeleton kind="card" />}
    </Page>
  );
}

function DeskHeader({ me }: { me: Me }) {
  const t = useT<keyof typeof fi>();
  const format = useFormat();
  const { date, time } = toHelsinki(useNow());
  const hour = Number(time.slice(0, 2));
  const name = me.identities[0]?.callName ?? me.displayName;
  const greeting = hour >= 4 && hour < 10 ? 'web.desk.morning' : hour >= 17 || hour < 4 ? 'web.desk.evening' : 'web.desk.day';
  const day = format.date(date, 'long');
  return (
    <PageHeader
      title={t(greeting, { name })}
      documentTitle={t('web.desk.title')}
      subtitle={`${day.charAt(0).toLocaleUpperCase(format.language)}${day.slice(1)} · ${t('web.desk.week', { week: isoWeek(date).week })}`}
    />
  );
}

function Regions({ me, desk }: { me: Me; desk: Desk }) {
  const t = useT<keyof typeof fi>();
  const cards = cardsOf(me, desk);
  if (cards.length === 0 && !hasDeskWidgets(me)) {
    return (
      <EmptyState icon="desk" title={t('web.desk.empty')}>
        {t('web.desk.emptyText')}
      </EmptyState>
    );
  }
  const inRegion = (region: DeskRegion) => cards.filter((card) => card.region === region);
  const [main, side] = [deskRegions.slice(0, 2), deskRegions.slice(2)];
  const hasSide = side.some((region) => inRegion(region).length > 0);
  return (
    <div className={`desk${hasSide ? ' desk-two' : ''}`}>
      <div className="desk-column">
        {main.map((region) => (
          <Region key={region} region={region} cards={inRegion(region)} />
        ))}
        {cards.length === 0 && <Services me={me} />}
      </div>
      {hasSide && (
        <div className="desk-column">
          {side.map((region) => (
            <Region key={region} region={region} cards={inRegion(region)} />
          ))}
        </div>
      )}
    </div>
  );
}

/** On a quiet desk, where one's services are: nobody shall look at an empty page. */
function Services({ me }: { me: Me }) {
  const t = useT<keyof typeof fi>();
  const translate = useT<string>();
  const items = navigationOf(me);
  if (items.length === 0) return null;
  return (
    <Section title={t('web.desk.services')}>
      <Card padding="list">
        <List>
          {items.map((item) => (
            <ListItem key={item.to} leading={<Icon name={item.icon} />} title={translate(item.label)} href={item.to} />
          ))}
        </List>
      </Card>
    </Section>
  );
}

function Region({ region, cards }: { region: DeskRegion; cards: readonly DeskCardData[] }) {
  const t = useT<keyof typeof fi>();
  const format = useFormat();
  // Only waiting nothing is worth saying; the other regions are simply not there.
  if (cards.length === 0 && region !== 'waiting') return null;
  return (
    <Section title={t(`web.desk.${region}`)}>
      {cards.length === 0 && (
        <div className="ui-card ui-card-list">
          <EmptyState isCompact title={t('web.desk.nothingWaiting')} />
        </div>
      )}
      {cards.map((card) => (
        <div key={card.key} className="desk-card">
          {card.origin && <p className="desk-origin">{format.name(card.origin)}</p>}
          <DeskCard card={card} />
        </div>
      ))}
    </Section>
  );
}
