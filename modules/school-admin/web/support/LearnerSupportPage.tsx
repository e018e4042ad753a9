import { Avatar, Button, Card, EmptyState, Facts, Page, PageHeader, QueryState, Section } from '@digione/platform/ui';
import { useEndpoint, useFormat, useParam, useProviderId } from '@digione/platform/web';
import { useState } from 'react';
import { getLearnerSupport, type SupportMeasure } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { DecideDialog, NoteDialog } from './ActDialogs.tsx';
import { MeasureDialog } from './MeasureDialog.tsx';
import { StateChip } from './StateChip.tsx';
import './support.css';

export interface SupportParams {
  readonly [name: string]: string;
  readonly educationProviderId: string;
  readonly learnerId: string;
}

/** A learner's support: measures with decision, plan, people and follow-up. */
export default function LearnerSupportPage() {
  const t = useText();
  const params = { educationProviderId: useProviderId(), learnerId: useParam('learnerId') };
  const query = useEndpoint(getLearnerSupport, { params });
  const [isAdding, setAdding] = useState(false);
  const learner = query.data;
  const name = learner === undefined ? '' : `${learner.callName} ${learner.lastName}`;
  return (
    <Page>
      <PageHeader
        title={learner === undefined ? t('schoolAdmin.support.title') : name}
        documentTitle={learner === undefined ? t('schoolAdmin.support.title') : t('schoolAdmin.support.of', { name })}
        subtitle={t('schoolAdmin.support.secret')}
        {...(learner && { leading: <Avatar name={name} size="lg" /> })}
        actions={
          learner?.canAdd === true && (
            <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>
              {t('schoolAdmin.support.add')}
            </Button>
          )
        }
      />
      <QueryState query={query}>
        {({ measures }) => (
          <Section title={t('schoolAdmin.support.measures')}>
            {measures.length === 0 ? <EmptyState icon="shield" title={t('schoolAdmin.support.noneOfLearner')} /> : measures.map((measure) => <Measure key={measure.supportMeasureId} measure={measure} params={params} />)}
          </Section>
        )}
      </QueryState>
      {isAdding && <MeasureDialog params={params} measure={undefined} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Measure({ measure, params }: { measure: SupportMeasure; params: SupportParams }) {
  const t = useText();
  const format = useFormat();
  const [open, setOpen] = useState<'change' | 'decide' | 'note'>();
  const { kind, state, can, decision, responsible, reviewOn } = measure;
  const facts = [
    { label: t('schoolAdmin.support.period'), value: `${format.date(measure.startsOn)} – ${measure.endsOn === null ? t('schoolAdmin.support.untilFurther') : format.date(measure.endsOn)}` },
    ...(measure.subjects.length > 0 ? [{ label: t('schoolAdmin.support.subjects'), value: measure.subjects.map(({ name }) => format.name(name)).join(', ') }] : []),
    ...(responsible.length > 0 ? [{ label: t('schoolAdmin.support.responsible'), value: responsible.map(({ callName, lastName }) => `${callName} ${lastName}`).join(', ') }] : []),
    ...(reviewOn !== null ? [{ label: t('schoolAdmin.support.nextReview'), value: format.date(reviewOn) }] : []),
    { label: t('schoolAdmin.support.decision'), value: decision === null ? t('schoolAdmin.support.noDecision') : [format.date(decision.decidedOn), decision.decisionNumber].filter(Boolean).join(' · ') },
  ];
  const grounds = decision?.grounds ?? null;
  const close = () => setOpen(undefined);
  return (
    <Card>
      <div className="school-support-measure">
        <div className="school-support-head">
          <h3>{t(`schoolAdmin.support.kind.${kind}`)}</h3>
          <StateChip state={state} />
        </div>
        <Facts facts={facts} />
        {measure.plan !== null && <p className="school-support-text">{measure.plan}</p>}
        {grounds !== null && (
          <p className="school-support-text">
            <b>{t('schoolAdmin.support.grounds')}:</b> {grounds}
          </p>
        )}
        {measure.notes.length > 0 && (
          <ul className="school-support-notes" aria-label={t('schoolAdmin.support.followUp')}>
            {measure.notes.map(({ at, by, isReview, text }) => (
              <li key={at + text}>
                <span className="ui-muted">
                  {[format.moment(at), by && `${by.callName} ${by.lastName}`, isReview && t('schoolAdmin.support.isReview')].filter(Boolean).join(' · ')}
                </span>
                <p className="school-support-text">{text}</p>
              </li>
            ))}
          </ul>
        )}
        {(can.change || can.decide || can.follow) && (
          <div className="ui-actions">
            {can.decide && (
              <Button icon="check" onPress={() => setOpen('decide')}>
                {t('schoolAdmin.support.decide')}
              </Button>
            )}
            {can.follow && (
              <Button icon="note" onPress={() => setOpen('note')}>
                {t('schoolAdmin.support.note')}
              </Button>
            )}
            {can.change && (
              <Button kind="quiet" icon="edit" onPress={() => setOpen('change')}>
                {t('schoolAdmin.support.change')}
              </Button>
            )}
          </div>
        )}
      </div>
      {open === 'change' && <MeasureDialog params={params} measure={measure} onClose={close} />}
      {open === 'decide' && <DecideDialog params={params} measure={measure} onClose={close} />}
      {open === 'note' && <NoteDialog params={params} measure={measure} onClose={close} />}
    </Card>
  );
}
