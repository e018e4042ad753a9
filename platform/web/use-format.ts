import { useMemo } from 'react';
import { formatAgo, formatDate, formatDateRange, formatDay, formatDayTime, formatMoment, formatTime, formatTimeRange, monthName, weekdayName, type DateStyle } from '../i18n/dates.ts';
import { localized, type Language } from '../i18n/language.ts';
import { formatBytes, formatNumber, formatPercent } from '../i18n/numbers.ts';
import { useLanguage } from '../i18n/react.tsx';
import { now, today } from './clock.ts';

/** The formats of dates, times, numbers and names in the page's language and at the server's now. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(() => formatsOf(language), [language]);
}

function formatsOf(language: Language) {
  return {
    language,
    date: (date: string, style?: DateStyle) => formatDate(language, date, style, today()),
    day: (date: string) => formatDay(language, date, today()),
    dayTime: (date: string, time: string) => formatDayTime(language, date, time, today()),
    dateRange: (from: string, to: string | null) => formatDateRange(language, from, to, today()),
    time: (time: string) => formatTime(language, time),
    timeRange: (from: string, to: string) => formatTimeRange(language, from, to),
    moment: (instant: string) => formatMoment(language, instant, now()),
    ago: (instant: string) => formatAgo(language, instant, now()),
    weekday: (day: number, style?: 'short' | 'long') => weekdayName(language, day, style),
    month: (month: number) => monthName(language, month),
    number: (value: number, decimals?: number) => formatNumber(language, value, decimals),
    percent: (share: number, decimals?: number) => formatPercent(language, share, decimals),
    bytes: (bytes: number) => formatBytes(language, bytes),
    name: (text: Parameters<typeof localized>[0]) => localized(text, language),
  };
}
