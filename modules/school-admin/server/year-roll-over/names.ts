/** Grade 9 is the last of basic education; who is in it leaves with the certificate, or goes on to a tenth year by choice. */
export const LAST_GRADE = 9;

/**
 * What a class is called a year later: “5A” becomes “6A”, “5.-6. pienryhmä” stays as it is called.
 * @returns undefined when the name does not begin with the one grade
 */
export function nextName(name: string, grade: number | null): string | undefined {
  if (grade === null || !name.startsWith(String(grade)) || /^[\d-]/.test(name.slice(String(grade).length))) return undefined;
  return `${grade + 1}${name.slice(String(grade).length)}`;
}

/** A group called after its class follows the class: “5A MA” becomes “6A MA”. */
export function nextGroupName(name: string, fromClass: string, toClass: string): string {
  return name.startsWith(fromClass) ? toClass + name.slice(fromClass.length) : name;
}

/** From the sixth grade on subject teachers teach, and the class gets another teacher; else the teacher goes on with the class. */
export const keepsTeacher = (grade: number | null): boolean => grade !== null && grade !== 2 && grade !== 6;

/** “2026–2027” for a school year that begins on 1 August 2026. */
export const yearName = (startsOn: string): string => `${startsOn.slice(0, 4)}–${Number(startsOn.slice(0, 4)) + 1}`;

/** A year after the day, for the bounds of a school year. */
export const yearLater = (date: string): string => `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
