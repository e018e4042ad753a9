import { describe, expect, it } from 'vitest';
import { toCsv } from './report-csv.ts';

describe('the report as CSV', () => {
  it('opens in a Finnish spreadsheet: byte order mark, semicolons, Windows line ends', () => {
    expect(toCsv([['Rivi', 'Viesti'], [3, 'Päivä puuttuu']])).toBe('\uFEFFRivi;Viesti\r\n3;Päivä puuttuu\r\n');
  });

  it('quotes what would break a row', () => {
    expect(toCsv([['a;b', 'sanoi "ei"', 'kaksi\nriviä']])).toBe('\uFEFF"a;b";"sanoi ""ei""";"kaksi\nriviä"\r\n');
  });

  it.each(['=1+1', '+358', '-2', '@SUM(A1)'])('keeps %s from being run as a formula, and numbers as they are', (text) => {
    expect(toCsv([[text, -2]])).toBe(`\uFEFF'${text};-2\r\n`);
  });
});
