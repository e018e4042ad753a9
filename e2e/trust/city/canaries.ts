/** Stands in every text of the city that the others must see nothing of. */
export const OTHER_CITY = 'Qyzzy';
/** Stands in address, phone, e-mail and home municipality of protected people. */
export const PROTECTED_CONTACT = ['Xukko', '5559173'] as const;
/** Stands in everything that tells where a protected learner goes to school: school, class, group, room, address. */
export const SECRET_PLACE = 'Xupiilo';
/** Personal identity codes of protected people: of the artificial range. */
export const PROTECTED_CODE = '150115A9';

/** A name of its own for each person: where it is told, the person is told of. Three letters after the mark. */
export const NAME_MARK = 'Nq';
export const nameOf = (index: number): string => {
  const letter = (n: number) => String.fromCharCode(97 + (n % 26));
  return NAME_MARK + letter(Math.floor(index / 676)) + letter(Math.floor(index / 26)) + letter(index);
};
export const NAME_PATTERN = /Nq[a-z]{3}/g;
/** Whether anybody of the city is named. */
export const namesSomebody = (text: string): boolean => text.match(NAME_PATTERN) !== null;
