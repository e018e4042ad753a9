import pg from 'pg';

// Dates stay text (a calendar date has no zone), instants become ISO 8601 in UTC, bigints fit a number here.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, toIso);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.TIME, (text) => text.slice(0, 5));

/** `2026-11-24 07:20:00.123+00` → `2026-11-24T07:20:00.123Z`; other zones by way of Date. */
function toIso(text: string): string {
  if (text.endsWith('+00') && text.length <= 29) {
    const [seconds = '', fraction = ''] = text.slice(0, -3).split('.');
    return `${seconds.replace(' ', 'T')}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  }
  const parsed = Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  return Number.isNaN(parsed) ? text : new Date(parsed).toISOString();
}
