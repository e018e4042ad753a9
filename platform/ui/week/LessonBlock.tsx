import { Link as AriaLink } from 'react-aria-components/Link';
import { formatTimeRange } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/react.tsx';
import { translate } from '../../i18n/translate.ts';
import { subjectHue } from '../tokens/subject-hue.ts';
import type { WeekLesson } from './week-layout.ts';
import './week.css';

/** One lesson as a coloured block. Its time is always said, though the picture shows it by place. */
export function LessonBlock({ lesson, isTight = false }: { lesson: WeekLesson; isTight?: boolean }) {
  const language = useLanguage();
  const { title, detail, note, href, from, to, isCancelled = false } = lesson;
  const body = (
    <>
      <span className="ui-hidden">{formatTimeRange(language, from, to)} </span>
      <span className="ui-lesson-title">{isCancelled ? <s>{title}</s> : title}</span>
      {detail && <span className="ui-lesson-detail"> {detail}</span>}
      {(note !== undefined || isCancelled) && <span className="ui-lesson-note"> {note ?? translate(language, 'ui.cancelledLesson')}</span>}
    </>
  );
  const className = `ui-lesson${isTight ? ' ui-lesson-tight' : ''}${isCancelled ? ' ui-lesson-cancelled' : ''}`;
  const hue = { 'data-hue': subjectHue(lesson.subjectCode) };
  return href === undefined ? (
    <div className={className} {...hue}>
      {body}
    </div>
  ) : (
    <AriaLink href={href} className={className} {...hue}>
      {body}
    </AriaLink>
  );
}
