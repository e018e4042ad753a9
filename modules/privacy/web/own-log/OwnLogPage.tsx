import { useState } from 'react';
import { getOwnLog } from '@digione/privacy/contract';
import { Button, Card, Chip, EmptyState, Icon, List, ListItem, Muted, Page, PageHeader, QueryState, Row, Section, Segmented } from '@digione/platform/ui';
import { useEndpoint, useFormat, useSearchParam, useT } from '@digione/platform/web';
import type fi from '../../i18n/fi.json';

const ROLES = ['self', 'guardian', 'teacher', 'school-office', 'support', 'data-protection', 'administration', 'operations', 'staff', 'staff-or-family'] as const;

/** Who has seen my data, or my child's: by day, in plain words. */
export default function OwnLogPage() {
  const t = useT<keyof typeof fi>();
  const format = useFormat();
  const [personId, setPersonId] = useSearchParam('person');
  const [before, setBefore] = useState<string>();
  const log = useEndpoint(getOwnLog, { query: { ...(personId !== '' && { personId }), ...(before !== undefined && { before }) } }, { keepPrevious: true });
  const who = (as: string) => t(`privacy.as.${ROLES.find((role) => role === as) ?? 'unknown'}`);
  return (
    <Page width="text">
      <PageHeader title={t('privacy.log.title')} subtitle={t('privacy.log.subtitle')} />
      <QueryState query={log}>
        {({ subjects, items, nextBefore }) => {
          const days = [...new Set(items.map((item) => item.on))];
          const chosen = subjects.find((one) => (personId === '' ? one.isSelf : one.personId === personId));
          const choices = subjects.filter((one, index) => !one.isSelf || subjects.findIndex((other) => other.isSelf) === index);
          return (
            <>
              {choices.length > 1 && (
                <Segmented
                  label={t('privacy.log.whose')}
                  options={choices.map((one) => ({ value: one.isSelf ? 'me' : one.personId, label: one.isSelf ? t('privacy.log.mine') : one.callName }))}
                  value={chosen === undefined || chosen.isSelf ? 'me' : chosen.personId}
                  onChange={(value) => {
                    setBefore(undefined);
                    setPersonId(value === 'me' ? '' : value);
                  }}
                />
              )}
              {items.length === 0 ? (
                <EmptyState icon="eye" title={t('privacy.log.none')}>
                  {t('privacy.log.noneHelp')}
                </EmptyState>
              ) : (
                days.map((day) => (
                  <Section key={day} title={capitalised(format.day(day))}>
                    <Card padding="list">
                      <List>
                        {items
                          .filter((item) => item.on === day)
                          .map((item) => (
                            <ListItem
                              key={`${item.lastAt}-${item.purpose}-${item.as}-${item.act}`}
                              leading={<Icon name={item.wasRefused ? 'ban' : item.as === 'self' ? 'person' : 'eye'} />}
                              title={`${who(item.as)} · ${format.name(item.organisation)}`}
                              detail={`${item.act}: ${item.purpose} · ${format.moment(item.lastAt)}${item.times > 1 ? ` · ${t('privacy.log.times', { count: item.times })}` : ''}`}
                              trailing={
                                item.wasRefused && (
                                  <Chip tone="attention" icon="lock">
                                    {t('privacy.log.refused')}
                                  </Chip>
                                )
                              }
                            />
                          ))}
                      </List>
                    </Card>
                  </Section>
                ))
              )}
              <Row>
                {before !== undefined && <Button onPress={() => setBefore(undefined)}>{t('privacy.log.newest')}</Button>}
                {nextBefore !== null && <Button onPress={() => setBefore(nextBefore)}>{t('privacy.log.older')}</Button>}
              </Row>
              <Muted>{t('privacy.log.help')}</Muted>
            </>
          );
        }}
      </QueryState>
    </Page>
  );
}

/** A heading begins with a capital, “tänään” in a sentence does not. */
const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase('fi') + text.slice(1);
