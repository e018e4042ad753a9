import { Avatar, Card, Chip, EmptyState, Facts, Link, List, ListItem, Muted, Row, Section, Stack, type IconName, type Tone } from '@digione/platform/ui';
import { useFormat, useLanguage } from '@digione/platform/web';
import { useText } from '../messages.ts';
import type { Found } from './FindForm.tsx';

/** Whom the registers and the platform know, with the guardians; or why nobody was found. */
export function FoundPerson({ found, educationProviderId }: { found: Found; educationProviderId: string }) {
  const t = useText();
  const { newcomer, hindrance, asked } = found;
  if (newcomer === null) {
    const out = asked.population === 'unavailable' || asked.population === 'not-connected' ? asked.population : undefined;
    return (
      <Card>
        <EmptyState icon={out ? 'offline' : 'question'} title={out ? t(`schoolAdmin.newcomer.population.${out}`) : t('schoolAdmin.newcomer.notFound')}>
          {t(out ? 'schoolAdmin.newcomer.unavailableHelp' : 'schoolAdmin.newcomer.notFoundHelp')}
        </EmptyState>
      </Card>
    );
  }
  const name = `${newcomer.callName} ${newcomer.lastName}`;
  return (
    <>
      {hindrance !== null && (
        <Card tone="attention">
          <Row>
            <Chip tone="attention" icon="alert">
              {t('schoolAdmin.newcomer.hindered')}
            </Chip>
            <span>{t(`schoolAdmin.newcomer.hindrance.${hindrance}`)}</span>
            {newcomer.personId !== null && hindrance === 'already-here' && <Link href={`/people/${newcomer.personId}?provider=${educationProviderId}`}>{t('schoolAdmin.newcomer.openPerson')}</Link>}
          </Row>
        </Card>
      )}
      <Section title={name}>
        <Stack>
          <Sources found={found} />
          {newcomer.isProtected && (
            <Card tone="attention">
              <Row>
                <Chip tone="attention" icon="shield">
                  {t('schoolAdmin.newcomer.protected')}
                </Chip>
                <span>{t('schoolAdmin.newcomer.protectedHelp')}</span>
              </Row>
            </Card>
          )}
          <Card>
            <PersonFacts newcomer={newcomer} />
          </Card>
        </Stack>
      </Section>
      {(found.lookAlikes.length > 0 || found.hiddenLookAlikes > 0) && <LookAlikes found={found} educationProviderId={educationProviderId} />}
      <Guardians found={found} />
    </>
  );
}

const TONES: Readonly<Record<string, { tone: Tone; icon: IconName }>> = {
  found: { tone: 'success', icon: 'check' },
  'not-found': { tone: 'attention', icon: 'question' },
  conflict: { tone: 'attention', icon: 'alert' },
  unavailable: { tone: 'attention', icon: 'offline' },
};

function Sources({ found: { asked } }: { found: Found }) {
  const t = useText();
  const population = TONES[asked.population];
  const number = TONES[asked.learnerNumber];
  return (
    <Row>
      {population !== undefined && asked.population !== 'conflict' && asked.population !== 'not-asked' && (
        <Chip {...population}>{t(`schoolAdmin.newcomer.population.${asked.population}`)}</Chip>
      )}
      {number !== undefined && (asked.learnerNumber === 'not-found' || asked.learnerNumber === 'conflict' || asked.learnerNumber === 'unavailable') && (
        <Chip {...number}>{t(`schoolAdmin.newcomer.number.${asked.learnerNumber}`)}</Chip>
      )}
    </Row>
  );
}

function PersonFacts({ newcomer }: { newcomer: NonNullable<Found['newcomer']> }) {
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const tongue = newcomer.motherTongue === null ? null : (new Intl.DisplayNames(language, { type: 'language', fallback: 'code' }).of(newcomer.motherTongue) ?? newcomer.motherTongue);
  const told = [
    { label: t('schoolAdmin.newcomer.firstNames'), value: newcomer.firstNames },
    { label: t('schoolAdmin.newcomer.bornOn'), value: newcomer.bornOn && format.date(newcomer.bornOn, 'numeric') },
    { label: t('schoolAdmin.newcomer.learnerNumber'), value: newcomer.learnerNumber },
    { label: t('schoolAdmin.newcomer.motherTongue'), value: tongue },
    { label: t('schoolAdmin.newcomer.municipality'), value: newcomer.municipalityName && format.name(newcomer.municipalityName) },
    { label: t('schoolAdmin.newcomer.address'), value: newcomer.address },
  ];
  return <Facts facts={told.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))} />;
}

function LookAlikes({ found, educationProviderId }: { found: Found; educationProviderId: string }) {
  const t = useText();
  const format = useFormat();
  return (
    <Section title={t('schoolAdmin.newcomer.alikeTitle')}>
      <Card padding="list">
        <List>
          {found.lookAlikes.map((one) => (
            <ListItem
              key={one.personId}
              leading={<Avatar name={`${one.callName} ${one.lastName}`} />}
              title={`${one.callName} ${one.lastName}`}
              detail={one.bornOn && format.date(one.bornOn, 'numeric')}
              href={`/people/${one.personId}?provider=${educationProviderId}`}
            />
          ))}
          {found.hiddenLookAlikes > 0 && <ListItem leading={<Avatar name="?" />} title={t('schoolAdmin.newcomer.alikeHidden', { count: found.hiddenLookAlikes })} />}
        </List>
      </Card>
    </Section>
  );
}

function Guardians({ found }: { found: Found }) {
  const t = useText();
  const isByHand = found.asked.population === 'not-asked';
  return (
    <Section title={t('schoolAdmin.newcomer.guardians')}>
      {found.guardians.length === 0 ? (
        <Muted>{t(isByHand ? 'schoolAdmin.newcomer.noGuardiansByHand' : 'schoolAdmin.newcomer.noGuardians')}</Muted>
      ) : (
        <Stack gap={2}>
          <Card padding="list">
            <List>
              {found.guardians.map((guardian, index) => (
                <ListItem
                  key={guardian.personId ?? index}
                  leading={<Avatar name={`${guardian.callName} ${guardian.lastName}`} />}
                  title={`${guardian.callName} ${guardian.lastName}`}
                  detail={[t(`schoolAdmin.newcomer.role.${guardian.role}`), ...(guardian.livesWith ? [] : [t('schoolAdmin.newcomer.livesElsewhere')])].join(', ')}
                  trailing={
                    <Row>
                      {guardian.isProtected && (
                        <Chip tone="attention" icon="shield">
                          {t('schoolAdmin.newcomer.protected')}
                        </Chip>
                      )}
                      {guardian.personId !== null && <Chip icon="check">{t('schoolAdmin.newcomer.guardianKnown')}</Chip>}
                    </Row>
                  }
                />
              ))}
            </List>
          </Card>
          <Muted>{t('schoolAdmin.newcomer.guardiansHelp')}</Muted>
        </Stack>
      )}
    </Section>
  );
}
