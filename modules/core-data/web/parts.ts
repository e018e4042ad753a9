// What other services put on their own pages.
export { ClassGrid } from './classes/ClassGrid.tsx';
export { ClassPicker, SchoolChoice } from './classes/ClassPicker.tsx';
export { SCHOOL_OFFICE, SCHOOL_STAFF, useOwnSchools } from './classes/use-own-schools.ts';
