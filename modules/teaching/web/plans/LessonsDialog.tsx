import { Button, Dialog, TextArea, TextField } from '@digione/platform/ui';
import { addToast } from '@digione/platform/ui';
import { call, problemText, useFormat, useLanguage } from '@digione/platform/web';
import { useState } from 'react';
import { MAX_PLAN_NOTES, savePlanLesson, type PlannedLesson, type PlanUnit } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import type { PlanParams } from './use-plan.ts';

interface Words {
  readonly title: string;
  readonly notes: string;
}

const wordsOf = (lesson: PlannedLesson): Words => ({ title: lesson.title ?? '', notes: lesson.notes ?? '' });

/** What is done in each lesson of a unit; the days follow from where the unit stands. */
export function LessonsDialog({ params, unit, onClose, onSaved }: { params: PlanParams; unit: PlanUnit; onClose: () => void; onSaved: () => Promise<unknown> }) {
  const t = useText();
  const format = useFormat();
  const language = useLanguage();
  const [typed, setTyped] = useState<ReadonlyMap<number, Words>>(new Map());
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    let kept = typed;
    try {
      for (const lesson of unit.lessons) {
        const words = typed.get(lesson.lessonNo);
        if (words === undefined) continue;
        const body = { title: words.title.trim() || null, notes: words.notes.trim() || null, objectiveKeys: lesson.objectiveKeys, links: lesson.links };
        await call(savePlanLesson, { params: { ...params, planUnitId: unit.planUnitId, lessonNo: lesson.lessonNo }, body, ifMatch: lesson.version });
        kept = new Map([...kept].filter(([lessonNo]) => lessonNo !== lesson.lessonNo));
        setTyped(kept);
      }
      await onSaved();
      onClose();
    } catch (error) {
      // What has not been saved stays written; a colleague's words come in beside it.
      await onSaved();
      addToast({ tone: 'danger', ...problemText(error, language) });
    } finally {
      setSaving(false);
    }
  };
  return (
    <Dialog
      title={t('teaching.plan.lessonsOf', { name: unit.name })}
      isOpen
      onClose={onClose}
      size="lg"
      footer={
        <Button kind="primary" isPending={isSaving} isDisabled={typed.size === 0} onPress={() => void save()}>
          {t('teaching.entry.save')}
        </Button>
      }
    >
      <ol className="teaching-plan-lessons">
        {unit.lessons.map((lesson) => {
          const words = typed.get(lesson.lessonNo) ?? wordsOf(lesson);
          const set = (what: Partial<Words>) => setTyped(new Map([...typed, [lesson.lessonNo, { ...words, ...what }]]));
          const when = lesson.heldOn === null ? t('teaching.plan.noLesson') : format.day(lesson.heldOn);
          const isOvertaken = typed.has(lesson.lessonNo) && lesson.changedBy !== null && lesson.title !== null;
          return (
            <li key={lesson.lessonNo}>
              <TextField label={`${lesson.lessonNo}. ${when}`} value={words.title} onChange={(title) => set({ title })} maxLength={200} {...(isOvertaken && { description: t('teaching.plan.wasWritten', { name: lesson.changedBy?.callName ?? '', text: lesson.title ?? '' }) })} />
              <TextArea label={t('teaching.plan.lessonNotes')} isOptional value={words.notes} onChange={(notes) => set({ notes })} maxLength={MAX_PLAN_NOTES} />
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}
