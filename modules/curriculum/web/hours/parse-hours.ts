const MOST = 30;

/** Weekly lessons as somebody wrote them, in halves: `3`, `1,5`. Nothing and zero mean none. @returns undefined when it is no such number */
export function parseHours(typed: string): number | null | undefined {
  const text = typed.trim().replace(',', '.').replace('½', '.5');
  if (text === '' || text === '-' || text === '–') return null;
  if (!/^\d{0,2}(?:\.\d)?$/.test(text)) return undefined;
  const hours = Number(text);
  if (hours === 0) return null;
  return hours <= MOST && Number.isInteger(hours * 2) ? hours : undefined;
}
