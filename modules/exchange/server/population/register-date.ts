import { isLocalDate, type LocalDate } from '@digione/local-date';
import { z } from 'zod';

const RegisterDate = z.object({ arvo: z.string(), tarkkuus: z.string().nullish() });

/**
 * A date as the population register tells it, `{ arvo: '2019-06-06', tarkkuus: 'PAIVA' }`; of old events only the month or year is known.
 * @returns `null` when nothing is said, `undefined` when it is no date that exists; an inexact date is its first day, `isExact` false
 */
export function readRegisterDate(value: unknown): { date: LocalDate; isExact: boolean } | null | undefined {
  if (value === null || value === undefined) return null;
  const parsed = RegisterDate.safeParse(value);
  if (!parsed.success) return undefined;
  const { arvo } = parsed.data;
  const date = /^\d{4}$/.test(arvo) ? `${arvo}-01-01` : /^\d{4}-\d\d$/.test(arvo) ? `${arvo}-01` : arvo;
  if (!isLocalDate(date)) return undefined;
  return { date, isExact: date === arvo && (parsed.data.tarkkuus ?? 'PAIVA') === 'PAIVA' };
}
