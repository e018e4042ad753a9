import { Card, Link, List } from '@digione/platform/ui';
import type { DeskWidgetProps } from '@digione/platform/web';
import type { ComingWork } from '../../contract/index.ts';
import { useText } from '../messages.ts';
import { ExamItem, HomeworkItem } from './WorkRows.tsx';
import './schoolwork.css';

const SHOWN = 4;

/** Coming: homework and exams of the next days, child by child. */
export default function ComingWidget({ data: { learners }, educationProviderId }: DeskWidgetProps<ComingWork>) {
  const t = useText();
  return (
    <Card>
      <div className="teaching-coming">
        {learners
          .filter(({ homework, exams }) => homework.length + exams.length > 0)
          .map(({ learnerId, callName, homework, exams }) => {
            const left = homework.length - Math.max(0, SHOWN - exams.length);
            return (
              <article key={learnerId}>
                <h3>
                  <Link href={`/schoolwork?person=${learnerId}&provider=${educationProviderId ?? ''}`} kind="quiet">
                    {learners.length === 1 ? t('teaching.schoolwork.title') : callName}
                  </Link>
                </h3>
                <List>
                  {exams.map((exam) => (
                    <ExamItem key={exam.examId} exam={exam} showsDay />
                  ))}
                  {homework.slice(0, Math.max(0, SHOWN - exams.length)).map((work) => (
                    <HomeworkItem key={work.homeworkId} work={work} showsDay />
                  ))}
                </List>
                {left > 0 && <p className="ui-muted">{t('teaching.schoolwork.more', { count: left })}</p>}
              </article>
            );
          })}
      </div>
    </Card>
  );
}
