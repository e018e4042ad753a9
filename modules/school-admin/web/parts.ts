// What other services put on their own pages.
export { DayTimeline } from './attendance/DayTimeline.tsx';
export { YearPicture } from './attendance/YearPicture.tsx';
export { ExplainForm } from './explain/ExplainForm.tsx';
export { NoticeList } from './report/NoticeList.tsx';
export { ReportDialog, type Reportable } from './report/ReportDialog.tsx';
