import { Button, Chip, ConfirmDialog, EmptyState, LinkButton, Page, PageHeader, QueryState, Skeleton } from '@digione/platform/ui';
import { useFormat } from '@digione/platform/web';
import { useState } from 'react';
import { isGiven, type MarkSheet } from '../../contract/index.ts';
import { gradebookAddress } from '../gradebook/addresses.ts';
import { useText } from '../messages.ts';
import { EvidencePane } from './EvidencePane.tsx';
import { MarkRow } from './MarkRow.tsx';
import type { SheetTools } from './use-sheet.ts';
import '../gradebook/gradebook.css';
import '../register/register.css';
import './assessment.css';

/** A sheet of marks: the learners, and beside them what the chosen one has shown and what the curriculum asks. */
export function SheetView({ tools }: { tools: SheetTools }) {
  const t = useText();
  const format = useFormat();
  const sheet = tools.query.data;
  const title = tools.groupId === null ? t('teaching.marks.behaviourTitle') : t('teaching.marks.sheetTitle');
  return (
    <Page width="wide">
      <PageHeader
        title={sheet === undefined ? title : [sheet.name, sheet.subject === null ? title : format.name(sheet.subject.name)].join(' · ')}
        back={{ href: `/assessment?provider=${tools.educationProviderId}`, label: t('teaching.gradebook.groupsTitle') }}
        {...(sheet && {
          documentTitle: t('teaching.marks.documentTitle', { name: sheet.name, round: sheet.round.name }),
          subtitle: t('teaching.marks.due', { round: sheet.round.name, day: format.day(sheet.round.dueOn) }),
        })}
        actions={
          tools.groupId !== null && (
            <LinkButton icon="exam" href={gradebookAddress(tools.educationProviderId, tools.groupId)}>
              {t('teaching.gradebook.title')}
            </LinkButton>
          )
        }
      />
      <QueryState query={tools.query} loading={<Skeleton rows={12} />}>
        {(read) => <Sheet sheet={read} tools={tools} />}
      </QueryState>
    </Page>
  );
}

function Sheet({ sheet, tools }: { sheet: MarkSheet; tools: SheetTools }) {
  const t = useText();
  const [chosen, setChosen] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const learner = sheet.learners.find(({ personId }) => personId === chosen) ?? sheet.learners[0];
  if (learner === undefined) return <EmptyState icon="people" title={t('teaching.marks.nobody')} />;
  const missing = sheet.learners.filter(({ allowed, mark }) => !isGiven(allowed, mark)).length;
  return (
    <div className="teaching-sheet">
      <SheetNote sheet={sheet} />
      <div className="teaching-sheet-panes">
        <div className="teaching-sheet-list">
          <table className="teaching-sheet-table">
            <thead>
              <tr>
                <th scope="col">{t('teaching.marks.learner')}</th>
                <th scope="col">{t('teaching.marks.mark')}</th>
              </tr>
            </thead>
            <tbody>
              {sheet.learners.map((one) => (
                <MarkRow key={one.personId} learner={one} sheet={sheet} tools={tools} isChosen={one.personId === learner.personId} onChoose={setChosen} />
              ))}
            </tbody>
          </table>
          <div className="teaching-bar no-print">
            <p className="teaching-bar-counts ui-numbers">{t('teaching.marks.given', { given: sheet.learners.length - missing, learners: sheet.learners.length })}</p>
            <div className="teaching-bar-acts">
              {sheet.can.unlock && (
                <Button icon="undo" onPress={() => tools.lock(false)}>
                  {t('teaching.marks.unlock')}
                </Button>
              )}
              {sheet.can.lock && (
                <Button kind="primary" icon="check" onPress={() => setAsking(true)}>
                  {t('teaching.marks.lock')}
                </Button>
              )}
            </div>
          </div>
        </div>
        <EvidencePane key={learner.personId} learner={learner} sheet={sheet} tools={tools} />
      </div>
      <ConfirmDialog
        title={t('teaching.marks.lockTitle')}
        confirmLabel={t('teaching.marks.lock')}
        isOpen={isAsking}
        onConfirm={() => {
          tools.lock(true);
          setAsking(false);
        }}
        onClose={() => setAsking(false)}
      >
        {missing > 0 && <p>{t('teaching.marks.lockMissing', { count: missing })}</p>}
        <p>{t('teaching.marks.lockText')}</p>
      </ConfirmDialog>
    </div>
  );
}

function SheetNote({ sheet: { round, isLocked } }: { sheet: MarkSheet }) {
  const t = useText();
  const format = useFormat();
  const when = round.publishAt === null ? '' : format.moment(round.publishAt);
  if (round.state === 'published') return <Chip tone="success" icon="check">{t('teaching.marks.publishedNote', { when })}</Chip>;
  if (round.state === 'approved') return <Chip tone="info" icon="clock">{t('teaching.marks.approvedNote', { when })}</Chip>;
  if (isLocked) return <Chip tone="info" icon="lock">{t('teaching.marks.lockedNote')}</Chip>;
  return <p className="ui-muted">{t('teaching.marks.youDecide')}</p>;
}
