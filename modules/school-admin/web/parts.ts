// What other services put on their own pages; the report's dialog is loaded when it is opened, so it is an export of its own.
export { DayTimeline } from './attendance/DayTimeline.tsx';
export { YearPicture } from './attendance/YearPicture.tsx';
export { ExplainForm } from './explain/ExplainForm.tsx';
export { NoticeList } from './report/NoticeList.tsx';
