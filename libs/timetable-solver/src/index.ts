export * from './evaluate/index.ts';
export { canJudgeFet, checkFetTimetable, type FetFinding, type FetReport } from './fet-check/index.ts';
export * from './formats/csv/index.ts';
export * from './formats/fet/index.ts';
export * from './formats/ics/index.ts';
export * from './formats/untis/index.ts';
export * from './formats/xhstt/index.ts';
export { readXml, XML_LIMITS, XmlError, type XmlLimits } from './formats/xml/index.ts';
export * from './model/index.ts';
