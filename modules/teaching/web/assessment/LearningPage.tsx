import { Card, EmptyState, Page, PageHeader, QueryState, Section, Segmented, SubjectChip, subjectHue } from '@digione/platform/ui';
import { useEndpoint, useFormat, useSearchParam } from '@digione/platform/web';
import { getLearning, listLearningOfHome, type PublishedMark, type Report } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { Progress } from './Progress.tsx';
import './assessment.css';

/** What a home follows: published marks, and progress by objective. */
export default function LearningPage() {
  const t = useText();
  const home = useEndpoint(listLearningOfHome, {});
  const [wanted, setWanted] = useSearchParam('learner');
  const learners = home.data?.learners ?? [];
  const learner = learners.find(({ learnerId }) => learnerId === wanted) ?? learners[0];
  return (
    <Page>
      <PageHeader title={learner === undefined || learner.isSelf ? t('teaching.learning.title') : t('teaching.learning.of', { name: learner.callName })} />
      {learners.length > 1 && learner !== undefined && (
        <Segmented label={t('teaching.learning.who')} options={learners.map((one) => ({ value: one.learnerId, label: one.callName }))} value={learner.learnerId} onChange={setWanted} />
      )}
      <QueryState query={home}>{() => (learner === undefined ? <EmptyState icon="chart" title={t('teaching.learning.nobody')} /> : <Learning key={learner.learnerId} {...learner} />)}</QueryState>
    </Page>
  );
}

function Learning({ educationProviderId, learnerId, callName, isSelf }: { educationProviderId: string; learnerId: string; callName: string; isSelf: boolean }) {
  const t = useText();
  const learning = useEndpoint(getLearning, { params: { educationProviderId, learnerId } });
  return (
    <QueryState query={learning}>
      {({ reports, subjects, hidesWords }) => (
        <>
          <Section title={t('teaching.learning.reports')}>
            {reports.length === 0 ? <EmptyState icon="exam" title={t('teaching.learning.noReports')} /> : reports.map((report) => <ReportCard key={report.markRoundId} report={report} />)}
          </Section>
          <Section title={isSelf ? t('teaching.learning.progress') : t('teaching.learning.progressOf', { name: callName })} {...(hidesWords && { description: t('teaching.learning.hidesWords') })}>
            {subjects.length === 0 ? <EmptyState icon="chart" title={t('teaching.learning.noProgress')} /> : subjects.map((one) => <Progress key={one.subject?.code ?? ''} progress={one} />)}
          </Section>
        </>
      )}
    </QueryState>
  );
}

function ReportCard({ report }: { report: Report }) {
  const t = useText();
  const format = useFormat();
  return (
    <Card>
      <div className="teaching-report">
        <h3>{report.name ?? t(`teaching.rounds.kind.${report.kind}`)}</h3>
        <p className="ui-muted">{t('teaching.learning.published', { when: format.moment(report.publishedAt) })}</p>
        <dl className="teaching-report-marks">
          {report.marks.map((mark, index) => (
            <ReportMark key={mark.subject?.code ?? String(index)} mark={mark} />
          ))}
        </dl>
      </div>
    </Card>
  );
}

function ReportMark({ mark: { subject, value, words, corrections } }: { mark: PublishedMark }) {
  const t = useText();
  const format = useFormat();
  return (
    <div>
      <dt>{subject === null ? t('teaching.learning.behaviour') : <SubjectChip hue={subjectHue(subject.code)}>{format.name(subject.name)}</SubjectChip>}</dt>
      <dd>
        <b className="teaching-report-value ui-numbers">{value ?? (words === null ? t('teaching.learning.inWords') : '')}</b>
        {words !== null && <p>{words}</p>}
        {corrections.map(({ at, formerValue, formerWords }) => (
          <p key={at} className="ui-muted">
            {t('teaching.learning.correctedFrom', { when: format.moment(at), former: formerValue ?? formerWords ?? '–' })}
          </p>
        ))}
      </dd>
    </div>
  );
}
