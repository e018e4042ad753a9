import { Button, Card, IconButton, List, ListItem, Section } from '@digione/platform/ui';
import { call, useFormat } from '@digione/platform/web';
import { useState } from 'react';
import { removeExam, saveExam, type Exam } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { EntryProps } from './EntrySheet.tsx';
import { ExamDialog } from './ExamDialog.tsx';

/** The group's exams to come. */
export function Exams({ params, entry, outbox }: EntryProps) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState<Exam | 'new'>();
  const groupId = entry.lesson.teachingGroupId;
  const at = (examId: string) => ({ educationProviderId: params.educationProviderId, groupId, examId });
  const canSet = entry.can.setExam;
  if (!canSet && entry.exams.length === 0) return null;
  const remove = (exam: Exam) =>
    outbox.post({ id: exam.examId, text: t('teaching.entry.removing', { text: exam.name }), send: (key) => call(removeExam, { params: at(exam.examId), ifMatch: exam.version }, { idempotencyKey: key }) });
  return (
    <Section
      title={t('teaching.entry.exams')}
      actions={
        canSet && (
          <Button kind="quiet" icon="plus" onPress={() => setOpen('new')}>
            {t('teaching.entry.newExam')}
          </Button>
        )
      }
    >
      {entry.exams.length === 0 ? (
        <p className="teaching-entry-empty ui-muted">{t('teaching.entry.noExams')}</p>
      ) : (
        <Card padding="list">
          <List>
            {entry.exams.map((exam) => (
              <ListItem
                key={exam.examId}
                title={exam.name}
                detail={[format.day(exam.heldOn), exam.area].filter(Boolean).join(' · ')}
                {...(canSet && {
                  trailing: (
                    <>
                      <IconButton icon="edit" size="sm" label={t('teaching.entry.correct', { text: exam.name })} onPress={() => setOpen(exam)} />
                      <IconButton icon="trash" size="sm" label={t('teaching.entry.remove', { text: exam.name })} onPress={() => remove(exam)} />
                    </>
                  ),
                })}
              />
            ))}
          </List>
        </Card>
      )}
      {open !== undefined && (
        <ExamDialog
          educationProviderId={params.educationProviderId}
          entry={entry}
          exam={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
          onSave={(body) => {
            const [examId, ifMatch] = open === 'new' ? [crypto.randomUUID(), 0] : [open.examId, open.version];
            outbox.post({ id: examId, text: body.name, send: (key) => call(saveExam, { params: at(examId), body, ifMatch }, { idempotencyKey: key }) });
          }}
        />
      )}
    </Section>
  );
}
