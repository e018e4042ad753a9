import { getLessonHours, setLessonHours, type Draft } from '@digione/curriculum/contract';
import { QueryState, Section, Skeleton, Stack } from '@digione/platform/ui';
import { useAction, useEndpoint, useFormat, useProviderId } from '@digione/platform/web';
import { HoursTable } from '../hours/HoursTable.tsx';
import { warningText } from '../hours/warning-text.ts';
import { useText } from '../messages.ts';

/** Weekly lessons by subject and grade level; each is kept when one leaves its field, and can be taken back. */
export function HoursTab({ draft }: { draft: Draft }) {
  const t = useText();
  const format = useFormat();
  const params = { educationProviderId: useProviderId(), draftId: draft.draftId };
  const read = useEndpoint(getLessonHours, { params });
  // What a cell held before stands beside its input, for taking it back.
  const before = (code: string, gradeLevel: number) => read.data?.rows.find((row) => row.code === code)?.hours[gradeLevel - 1] ?? null;
  const set = useAction(setLessonHours, {
    refresh: ['curriculum-draft'],
    done: (_response, { body }) => t('curriculum.hours.set', { subject: t(`curriculum.hours.subject.${body.code}`), grade: body.gradeLevel, hours: body.hours === null ? '–' : format.number(body.hours) }),
    undo: (_response, input) => ({ ...input, body: { ...input.body, hours: before(input.body.code, input.body.gradeLevel) } }),
  });
  return (
    <QueryState query={read} loading={<Skeleton rows={12} />}>
      {(lessonHours) => (
        <Stack gap={6}>
          <p className="ui-muted no-print">{t('curriculum.hours.help')}</p>
          <HoursTable lessonHours={lessonHours} {...(!draft.isSubmitted && { onSet: (code, gradeLevel, hours) => set.run({ params, body: { code, gradeLevel, hours } }) })} />
          <Section title={t('curriculum.hours.warnings', { count: lessonHours.warnings.length })}>
            {lessonHours.warnings.length === 0 ? (
              <p>{t('curriculum.hours.allRight')}</p>
            ) : (
              <ul className="curriculum-warnings">
                {lessonHours.warnings.map((warning) => (
                  <li key={JSON.stringify(warning)}>{warningText(warning, t, format.number)}</li>
                ))}
              </ul>
            )}
          </Section>
        </Stack>
      )}
    </QueryState>
  );
}
