export { recordLessonAbsences, type ChangedMark, type LessonMark, type MarkedLesson } from './absences/marks.queries.ts';
export { listNoticesCovering, type CoveringNotice } from './absences/notices.queries.ts';
export { guardiansToTell } from './absences/audience.queries.ts';
