import { useState } from 'react';
import { getPerson, type Person } from '@digione/core-data/contract';
import { Avatar, Button, Card, Chip, EmptyState, Facts, IconButton, Link, MenuButton, Page, PageHeader, QueryState, Row, Section, Stack, SubjectChip, subjectHue, Tabs, type MenuEntry } from '@digione/platform/ui';
import { useAbility, useEndpoint, useFormat, useMe, useParam, useProviderId, useSearchParam } from '@digione/platform/web';
import { titleText, useText } from '../messages.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { GuardianList } from './GuardianList.tsx';
import { HistoryList } from './HistoryList.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { RevealDialog } from './RevealDialog.tsx';

type Open = 'correct' | 'move' | 'reveal' | null;

/** One person with what the reader may know: facts, guardians, groups, history; corrections and moves where allowed. */
export default function PersonPage() {
  const t = useText();
  const me = useMe();
  const educationProviderId = useProviderId();
  const personId = useParam('personId');
  const person = useEndpoint(getPerson, { params: { educationProviderId, personId } });
  const canList = me.abilities.includes('people.list');
  return (
    <Page>
      <PageHeader
        title={person.data === undefined ? t('core-data.person.title') : `${person.data.callName} ${person.data.lastName}`}
        leading={person.data && <Avatar name={`${person.data.callName} ${person.data.lastName}`} size="lg" />}
        subtitle={person.data && <Place person={person.data} />}
        {...(canList && { back: { href: '/people', label: t('core-data.people.title') } })}
      />
      <QueryState query={person}>{(data) => <PersonBody person={data} educationProviderId={educationProviderId} />}</QueryState>
    </Page>
  );
}

function Place({ person }: { person: Person }) {
  const t = useText();
  const format = useFormat();
  const places = [
    ...person.enrolments.map((one) => [one.homeroomName, format.name(one.schoolName)].filter(Boolean).join(' · ')),
    ...person.positions.map((one) => [titleText(t, one.title), one.schoolName && format.name(one.schoolName)].filter(Boolean).join(' · ')),
  ];
  return <>{places.join(', ')}</>;
}

function PersonBody({ person, educationProviderId }: { person: Person; educationProviderId: string }) {
  const t = useText();
  const [tab, setTab] = useSearchParam('tab', 'facts');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const me = useMe();
  const [enrolment] = person.enrolments;
  const isLearner = enrolment !== undefined;
  const readsRecords = useAbility('study-record.read');
  const more: MenuEntry[] = [
    ...(isLearner && readsRecords ? [{ id: 'study-record', label: t('core-data.person.studyRecord'), icon: 'book' as const, href: `/learners/${person.personId}/study-record` }] : []),
    ...(person.can.moveGroups && isLearner ? [{ id: 'move', label: t('core-data.move.open'), icon: 'swap' as const, onAction: () => setOpen('move') }] : []),
    ...(person.can.moveGroups && enrolment !== undefined && me.abilities.includes('places.change')
      ? [{ id: 'path', label: t('core-data.person.path'), icon: 'history' as const, href: `/learner-changes?learner=${person.personId}&school=${enrolment.schoolId}` }]
      : []),
    ...(person.can.revealProtectedContact ? [{ id: 'reveal', label: t('core-data.reveal.open'), icon: 'eye' as const, onAction: () => setOpen('reveal') }] : []),
  ];
  return (
    <>
      {person.isProtected && (
        <Card tone="attention">
          <Row>
            <Chip tone="attention" icon="shield">
              {t('core-data.person.protected')}
            </Chip>
            <span>{t('core-data.person.protectedHelp')}</span>
          </Row>
        </Card>
      )}
      {(person.can.correct || more.length > 0) && (
        <Row>
          {person.can.correct && (
            <Button kind="primary" icon="edit" onPress={() => setOpen('correct')}>
              {t('core-data.correct.open')}
            </Button>
          )}
          {more.length > 0 && <MenuButton label={t('core-data.person.more')} trigger={<IconButton icon="dots" label={t('core-data.person.more')} />} groups={[more]} />}
        </Row>
      )}
      {person.can.readHistory ? (
        <Tabs
          label={t('core-data.person.tabs')}
          selected={tab === 'history' ? 'history' : 'facts'}
          onSelect={setTab}
          pages={[
            { id: 'facts', label: t('core-data.person.facts'), content: <PersonFacts person={person} educationProviderId={educationProviderId} /> },
            { id: 'history', label: t('core-data.person.history'), content: <HistoryList educationProviderId={educationProviderId} personId={person.personId} /> },
          ]}
        />
      ) : (
        <PersonFacts person={person} educationProviderId={educationProviderId} />
      )}
      {open === 'correct' && <CorrectDialog person={person} educationProviderId={educationProviderId} onClose={close} />}
      {isLearner && <MoveDialog person={person} educationProviderId={educationProviderId} isOpen={open === 'move'} onClose={close} />}
      <RevealDialog person={person} educationProviderId={educationProviderId} isOpen={open === 'reveal'} onClose={close} />
    </>
  );
}

function PersonFacts({ person, educationProviderId }: { person: Person; educationProviderId: string }) {
  const t = useText();
  const format = useFormat();
  const { contact } = person;
  const told = (value: string | null | undefined) => value ?? '–';
  return (
    <Stack gap={8}>
      <Section title={t('core-data.person.basics')}>
        <Card>
          <Facts
            facts={[
              { label: t('core-data.person.firstNames'), value: person.firstNames },
              { label: t('core-data.person.callName'), value: person.callName },
              { label: t('core-data.person.lastName'), value: person.lastName },
              { label: t('core-data.person.bornOn'), value: person.bornOn === null ? '–' : format.date(person.bornOn, 'numeric') },
              { label: t('core-data.person.language'), value: person.preferredLanguage === null ? '–' : t(`core-data.language.${person.preferredLanguage}`) },
              { label: t('core-data.person.learnerNumber'), value: told(person.learnerNumber) },
            ]}
          />
        </Card>
      </Section>
      {contact !== null && (
        <Section title={t('core-data.person.contact')}>
          <Card>
            <Facts
              facts={[
                { label: t('core-data.person.phone'), value: contact.phone === null ? '–' : <Link href={`tel:${contact.phone.replaceAll(' ', '')}`}>{contact.phone}</Link> },
                { label: t('core-data.person.email'), value: contact.email === null ? '–' : <Link href={`mailto:${contact.email}`}>{contact.email}</Link> },
                {
                  label: t('core-data.person.address'),
                  value: contact.streetAddress === null ? '–' : `${contact.streetAddress}, ${told(contact.postalCode)} ${told(contact.postOffice)}`,
                },
              ]}
            />
          </Card>
        </Section>
      )}
      {person.guardians.length > 0 && (
        <Section title={t('core-data.person.guardians')}>
          <GuardianList person={person} educationProviderId={educationProviderId} />
        </Section>
      )}
      {person.enrolments.length > 0 && (
        <Section title={t('core-data.person.groups')}>
          {person.groups.length === 0 ? (
            <EmptyState icon="group" title={t('core-data.person.noGroups')} />
          ) : (
            <Card>
              <Row>
                {person.groups.map((group) => (
                  <SubjectChip key={group.teachingGroupId} hue={subjectHue(group.subjectCode ?? group.name)}>
                    {group.name}
                  </SubjectChip>
                ))}
              </Row>
            </Card>
          )}
        </Section>
      )}
    </Stack>
  );
}
