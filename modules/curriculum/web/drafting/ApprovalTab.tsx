import { useState } from 'react';
import { changeDraft, reviewDraft, type Draft, type DraftNotice } from '@digione/curriculum/contract';
import { Button, EmptyState, LinkButton, List, ListItem, QueryState, Row, Section, Skeleton, Stack, Switch } from '@digione/platform/ui';
import { useAction, useEndpoint, useFormat, useProviderId } from '@digione/platform/web';
import { warningText } from '../hours/warning-text.ts';
import { ChangeItem } from '../manage/ChangeItem.tsx';
import { useText, type CurriculumTexts } from '../messages.ts';
import { gradeRange, said } from '../text/said.ts';
import { ApproveDialog } from './ApproveDialog.tsx';

function noticeText(notice: DraftNotice, t: CurriculumTexts, { number, language }: Pick<ReturnType<typeof useFormat>, 'number' | 'language'>): string {
  switch (notice.kind) {
    case 'hours':
      return warningText(notice.warning, t, number);
    case 'objective-nowhere':
      return t('curriculum.draft.notice.objectiveNowhere', { subject: said(notice.subject, language).text, objective: notice.label ?? said(notice.text, language).text, grades: gradeRange(notice.gradeLevels) });
    case 'credits-differ':
      return t('curriculum.draft.notice.creditsDiffer', { unit: [notice.code, said(notice.studyUnit, language).text].filter(Boolean).join(' '), has: notice.has === null ? '–' : number(notice.has), needs: number(notice.needs) });
    case 'module-nowhere':
      return t('curriculum.draft.notice.moduleNowhere', { module: [notice.label, said(notice.name, language).text].filter(Boolean).join(' ') });
    case 'missing-language':
      return t(notice.language === 'fi' ? 'curriculum.draft.notice.missingFi' : 'curriculum.draft.notice.missingSv', { count: notice.count });
  }
}

const FIRST_NOTICES = 15;

/** From the draft to a decision: what to look at, what changed, who decided, when it comes into force; and the versions so far. */
export function ApprovalTab({ draft }: { draft: Draft }) {
  const t = useText();
  const format = useFormat();
  const educationProviderId = useProviderId();
  const params = { educationProviderId, draftId: draft.draftId };
  const [isApproving, setApproving] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const review = useEndpoint(reviewDraft, { params, query: {} });
  const change = useAction(changeDraft, {
    refresh: ['curriculum-draft'],
    done: (response) => t(response.isSubmitted === draft.isSubmitted ? 'curriculum.draft.saved' : response.isSubmitted ? 'curriculum.draft.handedOver' : 'curriculum.draft.takenBack'),
  });
  const { name, needsAnother, isSubmitted } = draft;
  const set = (wish: { needsAnother?: boolean; isSubmitted?: boolean }) =>
    change.run({ params, ifMatch: draft.version, body: { name: { ...(name.fi !== undefined && { fi: name.fi }), ...(name.sv !== undefined && { sv: name.sv }) }, needsAnother, isSubmitted, ...wish } });
  const isOwn = review.data?.isOwnWriting === true;
  return (
    <Stack gap={6}>
      <Section title={t('curriculum.draft.approve')} description={t(isSubmitted ? 'curriculum.draft.submittedHelp' : 'curriculum.draft.writingHelp')}>
        <Switch isSelected={needsAnother} isDisabled={isSubmitted} onChange={(next) => set({ needsAnother: next })} description={t('curriculum.draft.needsAnotherHelp')}>
          {t('curriculum.draft.needsAnother')}
        </Switch>
        {isSubmitted && isOwn && <p role="note">{t('curriculum.problem.ownWriting')}</p>}
        <Row>
          {isSubmitted ? (
            <>
              <Button kind="primary" isDisabled={isOwn} onPress={() => setApproving(true)}>
                {t('curriculum.draft.record')}
              </Button>
              <Button icon="undo" isPending={change.isPending} onPress={() => set({ isSubmitted: false })}>
                {t('curriculum.draft.takeBack')}
              </Button>
            </>
          ) : (
            <Button kind="primary" isPending={change.isPending} onPress={() => set({ isSubmitted: true })}>
              {t('curriculum.draft.handOver')}
            </Button>
          )}
        </Row>
      </Section>
      <QueryState query={review} loading={<Skeleton rows={6} />}>
        {({ notices, difference }) => (
          <Stack gap={6}>
            <Section title={t('curriculum.draft.notices', { count: notices.length })} description={t('curriculum.draft.noticesHelp')}>
              {notices.length === 0 ? (
                <p>{t('curriculum.draft.noNotices')}</p>
              ) : (
                <ul className="curriculum-notices">
                  {notices.slice(0, showsAll ? notices.length : FIRST_NOTICES).map((notice) => (
                    <li key={JSON.stringify(notice)}>{noticeText(notice, t, format)}</li>
                  ))}
                </ul>
              )}
              {!showsAll && notices.length > FIRST_NOTICES && (
                <Row>
                  <Button onPress={() => setShowsAll(true)}>{t('curriculum.draft.showAll', { count: notices.length })}</Button>
                </Row>
              )}
            </Section>
            {difference !== null && (
              <Section title={t('curriculum.draft.since')} description={t('curriculum.difference.counts', { added: difference.counts.added, changed: difference.counts.changed + difference.counts.rekeyed, removed: difference.counts.removed })}>
                {difference.changes.length === 0 ? (
                  <EmptyState icon="check" title={t('curriculum.difference.none')} />
                ) : (
                  <ol className="curriculum-hits">
                    {difference.changes.map((one) => (
                      <ChangeItem key={`${one.change} ${one.key}`} change={one} level={3} />
                    ))}
                  </ol>
                )}
              </Section>
            )}
          </Stack>
        )}
      </QueryState>
      <Section title={t('curriculum.draft.versions')}>
        {draft.approvals.length === 0 ? (
          <p className="ui-muted">{t('curriculum.draft.noVersions')}</p>
        ) : (
          <List label={t('curriculum.draft.versions')}>
            {draft.approvals.map((one, index) => {
              const previous = draft.approvals[index + 1];
              return (
                <ListItem
                  key={one.approvalId}
                  title={`${one.decisionBody} ${format.date(one.decidedOn, 'numeric')} ${one.paragraph}`}
                  detail={one.startsOn === null ? t('curriculum.draft.notInForce') : t('curriculum.draft.inForceFrom', { date: format.date(one.startsOn, 'numeric') })}
                  trailing={
                    <Row gap={2}>
                      <LinkButton kind="quiet" href={`/curriculum?edition=${one.editionId}&provider=${educationProviderId}`}>
                        {t('curriculum.draft.read')}
                      </LinkButton>
                      {previous && (
                        <LinkButton kind="quiet" href={`/curriculum/difference?before=${previous.editionId}&after=${one.editionId}&provider=${educationProviderId}`}>
                          {t('curriculum.manage.compare')}
                        </LinkButton>
                      )}
                    </Row>
                  }
                />
              );
            })}
          </List>
        )}
      </Section>
      {isApproving && <ApproveDialog draft={draft} onClose={() => setApproving(false)} />}
    </Stack>
  );
}
