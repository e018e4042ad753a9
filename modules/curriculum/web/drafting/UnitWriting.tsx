import { useState } from 'react';
import type { Draft, DraftPart, PartKind, PartWish, Unit } from '@digione/curriculum/contract';
import { Button, Section } from '@digione/platform/ui';
import { useFormat, type ProblemError } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { said, withoutLabel } from '../text/said.ts';
import { NationalItem, OwnItem } from './PartItems.tsx';
import { PartDialog } from './PartDialog.tsx';
import { EMPTY, useDraftActs, wishOf } from './use-draft-acts.ts';

export interface UnitWritingProps {
  readonly draft: Draft;
  readonly unitKey: string;
  readonly gradeLevel: number | null;
  readonly title: string;
  readonly studyUnit: DraftPart | undefined;
  readonly national: Unit | null;
  readonly parts: readonly DraftPart[];
}

interface Line {
  readonly key: string;
  readonly label: string | null;
  readonly text: string;
}

/** National objectives and contents of one place, each with what the provider says beside it; what is left out there is switched off. */
export function UnitWriting({ draft, unitKey, gradeLevel, title, studyUnit, national, parts }: UnitWritingProps) {
  const t = useText();
  const { language } = useFormat();
  const [editing, setEditing] = useState<{ wish: PartWish; id?: string }>();
  const [problem, setProblem] = useState<ProblemError>();
  const close = () => {
    setEditing(undefined);
    setProblem(undefined);
  };
  const acts = useDraftActs(draft.draftId, parts, { onSaved: close, onError: setProblem });
  const isOpen = !draft.isSubmitted;
  const wish = (kind: PartKind, basisKey: string | null): PartWish => ({ ...EMPTY, kind, unitKey, gradeLevel, basisKey });
  const add = (kind: PartKind, basisKey: string | null = null) => setEditing({ wish: wish(kind, basisKey) });
  const lines: Readonly<Record<'objective' | 'content', Line[]>> = {
    objective: (national?.objectiveGroups ?? []).flatMap(({ objectives }) => objectives.map(({ key, label, text }) => ({ key, label, text: withoutLabel(said(text, language).text, label) }))),
    content: (national?.contentAreas ?? []).map(({ key, label, name, items }) => ({ key, label, text: withoutLabel(said(name, language).text, label) || items.map(({ text }) => said(text, language).text).join(' · ') })),
  };
  const own = (kind: PartKind, basisKey: string | null): DraftPart[] => {
    const bases = new Set(Object.values(lines).flatMap((list) => list.map(({ key }) => key)));
    return parts.filter((one) => one.kind === kind && (basisKey === null ? one.basisKey === null || !bases.has(one.basisKey) : one.basisKey === basisKey));
  };
  const ownItem = (part: DraftPart) => <OwnItem key={part.draftPartId} part={part} {...(isOpen && { onEdit: () => setEditing({ wish: wishOf(part), id: part.draftPartId }), onRemove: () => acts.remove(part.draftPartId) })} />;
  const omissionOf = (key: string) => parts.find((one) => one.kind === 'omission' && one.basisKey === key);
  const description = studyUnit && said(studyUnit.body, language).text;
  return (
    <article className="curriculum-writing">
      <h2>{title}</h2>
      {description && <p>{description}</p>}
      {(['objective', 'content'] as const).map((kind) => (
        <Section
          key={kind}
          level={3}
          title={t(kind === 'objective' ? 'curriculum.objectives' : 'curriculum.contents')}
          actions={
            isOpen && (
              <Button icon="plus" onPress={() => add(kind)}>
                {t(`curriculum.draft.add.${kind}`)}
              </Button>
            )
          }
        >
          <ul className="curriculum-parts">
            {lines[kind].map((line) => {
              const omission = omissionOf(line.key);
              const toggle = (isIn: boolean) => (isIn ? omission && acts.remove(omission.draftPartId) : acts.save(wish('omission', line.key)));
              return (
                <NationalItem
                  key={line.key}
                  label={line.label}
                  text={line.text}
                  isOmitted={omission !== undefined}
                  {...(isOpen && gradeLevel !== null && { onToggle: toggle })}
                  {...(isOpen && { onAdd: () => add(kind, line.key) })}
                >
                  {own(kind, line.key).map(ownItem)}
                </NationalItem>
              );
            })}
            {own(kind, null).map(ownItem)}
          </ul>
          {lines[kind].length === 0 && own(kind, null).length === 0 && <p className="ui-muted">{t('curriculum.draft.nothingYet')}</p>}
        </Section>
      ))}
      <Section
        level={3}
        title={t('curriculum.draft.texts')}
        actions={
          isOpen && (
            <Button icon="plus" onPress={() => add('text')}>
              {t('curriculum.draft.add.text')}
            </Button>
          )
        }
      >
        {own('text', null).length === 0 ? <p className="ui-muted">{t('curriculum.draft.nothingYet')}</p> : <ul className="curriculum-parts">{own('text', null).map(ownItem)}</ul>}
      </Section>
      {editing && <PartDialog wish={editing.wish} isPending={acts.isPending} problem={problem} onClose={close} onSave={(next) => acts.save(next, editing.id)} />}
    </article>
  );
}
