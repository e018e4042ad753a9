import { use } from 'react';
import type { SubjectLine } from '@digione/curriculum/contract';
import { EmptyState, Link, SubjectChip, subjectHue } from '@digione/platform/ui';
import { useProviderId } from '@digione/platform/web';
import { useText } from '../messages.ts';
import { said } from '../text/said.ts';
import { TextLanguageContext } from '../text/Said.tsx';
import { curriculumHref } from './addresses.ts';

/** All subjects; syllabi stand under the subject they are of. */
export function SubjectGrid({ subjects, editionId }: { subjects: readonly SubjectLine[]; editionId: string }) {
  const t = useText();
  const provider = useProviderId();
  const language = use(TextLanguageContext);
  const parents = subjects.filter(({ parentKey }) => parentKey === null);
  const href = (subject: SubjectLine) => curriculumHref({ edition: editionId, subject: subject.key, provider });
  const nameOf = (subject: SubjectLine) => said(subject.name, language).text || (subject.code ?? subject.key);
  if (subjects.length === 0) return <EmptyState icon="book" title={t('curriculum.noSubjects')} />;
  return (
    <ul className="curriculum-subjects" aria-label={t('curriculum.subjects')}>
      {parents.map((subject) => {
        const syllabi = subjects.filter(({ parentKey }) => parentKey === subject.key);
        return (
          <li key={subject.key}>
            <div className="curriculum-subject-line">
              {subject.code && <SubjectChip hue={subjectHue(subject.code)}>{subject.code}</SubjectChip>}
              {subject.units.length > 0 || syllabi.length === 0 ? <Link href={href(subject)}>{nameOf(subject)}</Link> : <span>{nameOf(subject)}</span>}
            </div>
            {syllabi.length > 0 && (
              <ul className="curriculum-syllabi">
                {syllabi.map((syllabus) => (
                  <li key={syllabus.key}>
                    <Link href={href(syllabus)}>{nameOf(syllabus)}</Link>
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}
