import { useState } from 'react';
import type { Draft, DraftPart, PartWish, SubjectLine } from '@digione/curriculum/contract';
import { Button, Chip, ComboBox, EmptyState, IconButton, LinkButton, Section, Stack } from '@digione/platform/ui';
import { useFormat, useProviderId, useSearchParam, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { unitTitle } from '../reading/unit-title.ts';
import { said } from '../text/said.ts';
import { StudyUnitDialog } from './StudyUnitDialog.tsx';
import { EMPTY, useDraftActs, wishOf } from './use-draft-acts.ts';

/** Upper secondary: the provider's study units under the national modules they are made of. */
export function StudyUnitsTab({ draft }: { draft: Draft }) {
  const t = useText();
  const { language } = useFormat();
  const subjects = draft.subjects.filter(({ units }) => units.some(({ kind }) => kind === 'module'));
  const [wanted, setSubject] = useSearchParam('subject');
  const subject = subjects.find(({ key }) => key === wanted) ?? subjects[0];
  const [editing, setEditing] = useState<{ wish: PartWish; id?: string }>();
  const [problem, setProblem] = useState<ProblemError>();
  const close = () => {
    setEditing(undefined);
    setProblem(undefined);
  };
  const acts = useDraftActs(draft.draftId, draft.studyUnits, { onSaved: close, onError: setProblem });
  if (subject === undefined) return <EmptyState icon="book" title={t('curriculum.noSubjects')} />;
  const own = draft.studyUnits.filter((unit) => unit.subjects.includes(subject.key));
  const modules = subject.units.filter(({ kind }) => kind === 'module');
  const withModule = (code: string | null) => own.filter((unit) => code !== null && unit.modules.includes(code));
  const others = own.filter((unit) => !modules.some(({ code }) => code !== null && unit.modules.includes(code)));
  const isOpen = !draft.isSubmitted;
  const add = (module?: SubjectLine['units'][number]) => {
    const name = module === undefined ? {} : { ...(module.name?.fi !== undefined && { fi: module.name.fi }), ...(module.name?.sv !== undefined && { sv: module.name.sv }) };
    setEditing({ wish: { ...EMPTY, kind: 'study-unit', subjects: [subject.key], code: module?.label ?? '', name, credits: module?.credits ?? 2, modules: module === undefined || module.code === null ? [] : [module.code] } });
  };
  const item = (unit: DraftPart) => (
    <StudyUnitItem key={unit.draftPartId} unit={unit} subjectKey={subject.key} draftId={draft.draftId} {...(isOpen && { onEdit: () => setEditing({ wish: wishOf(unit), id: unit.draftPartId }), onRemove: () => acts.remove(unit.draftPartId) })} />
  );
  return (
    <Stack gap={6}>
      <div className="curriculum-tools no-print">
        <ComboBox label={t('curriculum.subject')} value={subject.key} options={subjects.map((one) => ({ value: one.key, label: said(one.name, language).text || (one.code ?? one.key) }))} onChange={(key) => key !== null && setSubject(key)} />
        {isOpen && (
          <Button icon="plus" onPress={() => add()}>
            {t('curriculum.draft.addStudyUnit')}
          </Button>
        )}
      </div>
      <Section title={t('curriculum.modules')}>
        <ul className="curriculum-parts">
          {modules.map((module) => (
            <li key={module.key} className="curriculum-part">
              <div className="curriculum-part-line">
                <p>
                  {unitTitle(module, language, t)} {module.credits !== null && <Chip>{t('curriculum.unit.credits', { count: module.credits })}</Chip>}
                </p>
                <div className="curriculum-part-acts no-print">
                  {isOpen && withModule(module.code).length === 0 && (
                    <Button kind="quiet" size="sm" icon="plus" onPress={() => add(module)} aria-label={t('curriculum.draft.addStudyUnitOf', { module: module.label ?? '' })}>
                      {t('curriculum.kind.study-unit')}
                    </Button>
                  )}
                </div>
              </div>
              <ul className="curriculum-parts curriculum-parts-own">{withModule(module.code).map(item)}</ul>
            </li>
          ))}
        </ul>
      </Section>
      {others.length > 0 && (
        <Section title={t('curriculum.draft.ownStudyUnits')}>
          <ul className="curriculum-parts">{others.map(item)}</ul>
        </Section>
      )}
      {editing && <StudyUnitDialog wish={editing.wish} modules={modules} isPending={acts.isPending} problem={problem} onClose={close} onSave={(wish) => acts.save(wish, editing.id)} />}
    </Stack>
  );
}

interface StudyUnitItemProps {
  readonly unit: DraftPart;
  readonly subjectKey: string;
  readonly draftId: string;
  readonly onEdit?: () => void;
  readonly onRemove?: () => void;
}

function StudyUnitItem({ unit, subjectKey, draftId, onEdit, onRemove }: StudyUnitItemProps) {
  const t = useText();
  const format = useFormat();
  const provider = useProviderId();
  const title = [unit.code, said(unit.name, format.language).text].filter(Boolean).join(' ');
  const href = `/curriculum/drafts/${draftId}?${new URLSearchParams({ tab: 'writing', subject: subjectKey, place: `${unit.draftPartId} `, provider }).toString()}`;
  return (
    <li className="curriculum-part curriculum-part-own">
      <div className="curriculum-part-line">
        <Chip tone="info">{t('curriculum.level.local')}</Chip>
        <p>
          {title} {unit.credits !== null && <Chip>{t('curriculum.unit.credits', { count: format.number(unit.credits) })}</Chip>}
        </p>
        <div className="curriculum-part-acts no-print">
          <LinkButton kind="quiet" href={href}>
            {t('curriculum.draft.openStudyUnit')}
          </LinkButton>
          {onEdit && <IconButton icon="edit" label={`${t('curriculum.draft.editOne')}: ${title}`} onPress={onEdit} />}
          {onRemove && <IconButton icon="trash" label={`${t('curriculum.draft.removeOne')}: ${title}`} onPress={onRemove} />}
        </div>
      </div>
    </li>
  );
}
