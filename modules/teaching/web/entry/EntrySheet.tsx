import { Button, Card, Icon, List, ListItem, Muted, QueryState, Section, Skeleton, Spinner } from '@digione/platform/ui';
import { problemText, useEndpoint, useFormat, useLanguage } from '@digione/platform/web';
import { useState } from 'react';
import { getLessonEntry, type LessonEntry, type Register } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { Topic } from '../register/Topic.tsx';
import { useSaveQueue, type RegisterParams } from '../register/use-save-queue.ts';
import { Exams } from './Exams.tsx';
import { FormerDialog } from './FormerDialog.tsx';
import { HomeworkForm } from './HomeworkForm.tsx';
import { HomeworkRow } from './HomeworkRow.tsx';
import { LessonPlan } from './LessonPlan.tsx';
import { Notes } from './Notes.tsx';
import type { Outbox, OutboxSnapshot } from './outbox.ts';
import { useOutbox } from './use-outbox.ts';
import './entry.css';

/** What one passes down of a lesson: where it is, what is known of it, and the way to the server. */
export interface EntryProps {
  readonly params: RegisterParams;
  readonly entry: LessonEntry;
  readonly outbox: Outbox;
}

/** The lesson beside its register: what was done, homework, exams, words to homes. */
export function EntrySheet({ params, register }: { params: RegisterParams; register: Register }) {
  const t = useText();
  const entry = useEndpoint(getLessonEntry, { params });
  const { outbox, snapshot } = useOutbox(`${params.educationProviderId} ${params.weeklyLessonId} ${params.heldOn}`);
  const saving = useSaveQueue(params, register);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  return (
    <QueryState query={entry} loading={<Skeleton rows={8} />}>
      {(read) => {
        const props = { params, entry: read, outbox };
        return (
          <div className="teaching-entry">
            <LessonPlan {...props} />
            <Due due={read.due} />
            <Card>
              <Topic topic={saving.snapshot.register.topic} isLocked={register.lock !== null} onChange={(topic) => saving.queue.act({ marks: new Map(), allPresent: false, topic })} />
              {register.lock === 'not-begun' && <Muted>{t('teaching.entry.topicLater')}</Muted>}
            </Card>
            <Section title={t('teaching.entry.homework')}>
              <Card padding={read.can.write ? 'normal' : 'list'}>
                {read.homework.length > 0 && (
                  <List>
                    {read.homework.map((homework) => (
                      <HomeworkRow key={`${homework.homeworkId} ${homework.version}`} {...props} homework={homework} />
                    ))}
                  </List>
                )}
                {read.can.write ? <HomeworkForm {...props} /> : read.homework.length === 0 && <Empty text={t('teaching.entry.noHomework')} />}
              </Card>
            </Section>
            <Exams {...props} />
            <Notes {...props} />
            <Sending snapshot={snapshot} />
            <div>
              <Button kind="quiet" icon="history" onPress={() => setHistoryOpen(true)}>
                {t('teaching.entry.history')}
              </Button>
            </div>
            {isHistoryOpen && <FormerDialog params={params} learners={read.learners} onClose={() => setHistoryOpen(false)} />}
          </div>
        );
      }}
    </QueryState>
  );
}

const Empty = ({ text }: { text: string }) => <p className="teaching-entry-empty ui-muted">{text}</p>;

/** What was set to do for this lesson: first thing to look at. */
function Due({ due }: { due: LessonEntry['due'] }) {
  const t = useText();
  const format = useFormat();
  if (due.length === 0) return null;
  return (
    <Section title={t('teaching.entry.due')}>
      <Card padding="list">
        <List>
          {due.map((homework) => (
            <ListItem key={homework.homeworkId} leading={<Icon name="homework" />} title={homework.text} detail={t('teaching.entry.givenOn', { when: format.day(homework.givenOn) })} />
          ))}
        </List>
      </Card>
    </Section>
  );
}

/** What is on its way, what waits for the network, what was refused. */
function Sending({ snapshot: { letters, state, error } }: { snapshot: OutboxSnapshot }) {
  const t = useText();
  const language = useLanguage();
  if (letters.length === 0 && error === undefined) return <p role="status" className="teaching-entry-sending" />;
  return (
    <div role="status" className="teaching-entry-sending" data-state={state}>
      {letters.length > 0 && (
        <>
          {state === 'waiting' ? <Icon name="offline" size={16} /> : <Spinner />}
          <span>{state === 'waiting' ? t('teaching.entry.waiting', { count: letters.length }) : t('teaching.register.saving')}</span>
          <ul>
            {letters.map((letter, index) => (
              <li key={`${letter.id} ${index}`}>{letter.text}</li>
            ))}
          </ul>
        </>
      )}
      {error !== undefined && (
        <>
          <Icon name="alert" size={16} /> <span>{problemText(error, language).text}</span>
        </>
      )}
    </div>
  );
}
