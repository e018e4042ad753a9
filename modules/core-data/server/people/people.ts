/** The call name is one of the first names (Names Act 2017/946, section 3). A hyphenated name may give a part. */
export function isCallNameOfFirstNames(callName: string, firstNames: string): boolean {
  const fold = (name: string) => name.trim().toLocaleLowerCase('fi');
  const parts = firstNames.split(/\s+/).flatMap((name) => [name, ...name.split('-')]);
  return parts.some((part) => fold(part) === fold(callName)) || fold(firstNames) === fold(callName);
}
