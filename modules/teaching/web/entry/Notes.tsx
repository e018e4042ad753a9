import { Button, Card, Checkbox, Chip, IconButton, List, ListItem, Section, Segmented, TextField } from '@digione/platform/ui';
import { call, useFormat } from '@digione/platform/web';
import { useState } from 'react';
import { MAX_WORDS, withdrawLessonNote, writeLessonNotes, type LessonNote, type Phrase, type Tone } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { EntryProps } from './EntrySheet.tsx';
import { LearnerPicker } from './LearnerPicker.tsx';

/** Words to learners and their homes: choose whom, press what; praise comes first. */
export function Notes(props: EntryProps) {
  const { params, entry, outbox } = props;
  const t = useText();
  const format = useFormat();
  const nameOf = (id: string) => entry.learners.filter(({ personId }) => personId === id).map(({ callName, lastName }) => `${callName} ${lastName}`)[0] ?? '';
  const saidIn = ({ phrase, words }: Pick<LessonNote, 'phrase' | 'words'>) => [phrase === null ? null : format.name(phrase), words].filter(Boolean).join('. ');
  if (!entry.can.write && entry.notes.length === 0) return null;
  const withdraw = (note: LessonNote) =>
    outbox.post({
      id: note.lessonNoteId,
      text: t('teaching.entry.removing', { text: saidIn(note) }),
      send: (key) => call(withdrawLessonNote, { params: { educationProviderId: params.educationProviderId, lessonNoteId: note.lessonNoteId }, ifMatch: note.version }, { idempotencyKey: key }),
    });
  return (
    <Section title={t('teaching.entry.notes')} description={t('teaching.entry.notesHelp')}>
      {entry.notes.length > 0 && (
        <Card padding="list">
          <List>
            {entry.notes.map((note) => (
              <ListItem
                key={note.lessonNoteId}
                title={nameOf(note.learnerId)}
                leading={<ToneChip tone={note.tone} />}
                detail={`${saidIn(note)} · ${note.writtenBy.callName} ${note.writtenBy.lastName}`}
                {...(note.can.correct && { trailing: <IconButton icon="trash" size="sm" label={t('teaching.entry.withdraw', { name: nameOf(note.learnerId), text: saidIn(note) })} onPress={() => withdraw(note)} /> })}
              />
            ))}
          </List>
        </Card>
      )}
      {entry.can.write && <NoteForm {...props} />}
    </Section>
  );
}

export function ToneChip({ tone }: { tone: Tone }) {
  const t = useText();
  return tone === 'positive' ? (
    <Chip tone="success" icon="star">
      {t('teaching.entry.positive')}
    </Chip>
  ) : (
    <Chip tone="neutral" icon="note">
      {t('teaching.entry.neutral')}
    </Chip>
  );
}

function NoteForm({ params, entry, outbox }: EntryProps) {
  const t = useText();
  const format = useFormat();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [words, setWords] = useState('');
  const [tone, setTone] = useState<Tone>('positive');
  const [keeps, setKeeps] = useState(false);
  const say = (phrase: Phrase | undefined) => {
    const said = words.trim();
    const body = { learnerIds: [...chosen], tone: phrase?.tone ?? tone, phraseKey: phrase?.key ?? null, words: said === '' ? null : said, keepPhrase: keeps && said !== '' };
    outbox.post({
      id: crypto.randomUUID(),
      text: [phrase === undefined ? null : format.name(phrase.name), said].filter(Boolean).join('. '),
      send: (key) => call(writeLessonNotes, { params, body }, { idempotencyKey: key }),
    });
    setChosen([]);
    setWords('');
    setKeeps(false);
  };
  const isNobody = chosen.length === 0;
  const tones = [
    { value: 'positive' as const, label: t('teaching.entry.positive'), icon: 'star' as const },
    { value: 'neutral' as const, label: t('teaching.entry.neutral'), icon: 'note' as const },
  ];
  return (
    <Card>
      <div className="teaching-entry-form" data-kind="note">
        <LearnerPicker learners={entry.learners} chosen={chosen} onChange={setChosen} />
        <Segmented label={t('teaching.entry.tone')} options={tones} value={tone} onChange={setTone} />
        <div className="teaching-phrases" role="group" aria-label={t('teaching.entry.phrases')}>
          {entry.phrases
            .filter((phrase) => phrase.tone === tone)
            .map((phrase) => (
              <Button key={phrase.key} size="sm" isDisabled={isNobody} onPress={() => say(phrase)}>
                {format.name(phrase.name)}
              </Button>
            ))}
        </div>
        <div className="teaching-entry-form-foot">
          <TextField label={t('teaching.entry.words')} isOptional value={words} onChange={setWords} maxLength={MAX_WORDS} />
          <Button isDisabled={isNobody || words.trim() === ''} onPress={() => say(undefined)}>
            {t('teaching.entry.send')}
          </Button>
        </div>
        {words.trim() !== '' && (
          <Checkbox isSelected={keeps} onChange={setKeeps}>
            {t('teaching.entry.keepPhrase')}
          </Checkbox>
        )}
      </div>
    </Card>
  );
}
