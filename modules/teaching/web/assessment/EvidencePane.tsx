import { EmptyState, Section, TextArea } from '@digione/platform/ui';
import { ProblemError, useFormat } from '@digione/platform/web';
import { useState } from 'react';
import { LONGEST_REPORT, type EvidenceItem, type MarkSheet, type SheetLearner } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { CriteriaList } from './CriteriaList.tsx';
import type { SheetTools } from './use-sheet.ts';

interface PaneProps {
  readonly learner: SheetLearner;
  readonly sheet: MarkSheet;
  readonly tools: SheetTools;
}

/** What the learner has shown, beside what the curriculum asks. The teacher decides; nothing here adds up. */
export function EvidencePane({ learner, sheet, tools }: PaneProps) {
  const t = useText();
  const format = useFormat();
  const name = `${learner.callName} ${learner.lastName}`;
  const shown = sheet.items.flatMap((item) => {
    const value = sheet.values.find((one) => one.evidenceItemId === item.evidenceItemId && one.learnerId === learner.personId);
    return value === undefined || (value.value === null && value.words === null) ? [] : [{ item, value }];
  });
  return (
    <div className="teaching-sheet-side">
      <h2>{name}</h2>
      <Words learner={learner} sheet={sheet} tools={tools} />
      {tools.groupId !== null && (
        <>
          <Section title={t('teaching.marks.evidence')} level={3}>
            {shown.length === 0 ? (
              <EmptyState icon="exam" title={t('teaching.marks.noEvidence')} isCompact />
            ) : (
              <ul className="teaching-evidence">
                {shown.map(({ item, value }) => (
                  <li key={item.evidenceItemId}>
                    <span className="teaching-evidence-value ui-numbers">{value.value ?? '–'}</span>
                    <span>
                      {item.name}
                      <span className="ui-muted">
                        {' '}
                        {t(`teaching.gradebook.kind.${item.kind}`)} {format.date(item.heldOn)}
                        {labelsOf(item, sheet)}
                      </span>
                      {levelOf(item, value.value)}
                      {value.words !== null && <q>{value.words}</q>}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section title={t('teaching.marks.criteria')} level={3}>
            <CriteriaList params={{ educationProviderId: tools.educationProviderId, groupId: tools.groupId }} />
          </Section>
        </>
      )}
    </div>
  );
}

const labelsOf = (item: EvidenceItem, sheet: MarkSheet): string => {
  const labels = sheet.objectives.filter(({ key }) => item.objectiveKeys.includes(key)).flatMap(({ label }) => label ?? []);
  return labels.length === 0 ? '' : ` · ${labels.join(', ')}`;
};

const levelOf = (item: EvidenceItem, value: string | null) => (item.scale === 'level' && value !== null ? ` ${item.levels[Number(value) - 1] ?? ''}` : '');

/** The assessment in words, kept when one leaves the field. */
function Words({ learner, sheet, tools }: PaneProps) {
  const t = useText();
  const { mark } = learner;
  const [begun, setBegun] = useState<{ text: string; on: number }>();
  const draft = begun?.on === mark.version ? begun.text : undefined;
  const setDraft = (text: string | undefined) => setBegun(text === undefined ? undefined : { text, on: mark.version });
  const [fault, setFault] = useState<string>();
  const name = `${learner.callName} ${learner.lastName}`;
  if (!sheet.can.decide) return mark.words === null ? null : <p>{mark.words}</p>;
  const keep = async () => {
    const words = draft?.trim() ?? '';
    if (draft === undefined || words === (mark.words ?? '')) return setDraft(undefined);
    try {
      const { isClash } = await tools.give({ learnerId: learner.personId, value: mark.value, words: words === '' ? null : words, version: mark.version });
      setFault(isClash ? t('teaching.marks.clash', { learners: name }) : undefined);
    } catch (error) {
      setFault(error instanceof ProblemError ? (error.errors[0]?.message ?? error.detail ?? error.title) : String(error));
    }
  };
  return (
    <TextArea
      label={t('teaching.marks.wordsOf', { learner: name })}
      value={draft ?? mark.words ?? ''}
      onChange={setDraft}
      onBlur={() => void keep()}
      maxLength={LONGEST_REPORT}
      isOptional={!learner.allowed.words}
      {...(fault !== undefined && { errorMessage: fault })}
    />
  );
}
