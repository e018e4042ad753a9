export { readTrayFile, TRAY_FORMAT, TRAY_VERSION, type TrayFile } from './read-tray.ts';
export type { Tray, TrayCourse, TrayLearner, TrayPerson, TraySection } from './tray.ts';
export { writeTrayFile } from './write-tray.ts';
