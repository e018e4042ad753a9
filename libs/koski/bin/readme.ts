import { PRODUCTION } from '../src/cut-over.ts';
import { RULES, type NamedRule } from '../src/rules/index.ts';

const BEGIN = '<!-- rules: written by bin/rules-table.ts -->';
const END = '<!-- end of rules -->';

const ABOUT = { document: 'document', studyRight: 'study right', attainment: 'attainment' } as const;

function daysOf({ dates = [], enforcedFrom }: NamedRule): string {
  const read = dates.map((name) => PRODUCTION[name]);
  return [...new Set([...read, ...(enforcedFrom === undefined ? [] : [`looked at from ${PRODUCTION[enforcedFrom]}`])])].join(', ');
}

const row = (rule: NamedRule): string => `| \`${rule.name}\` | ${ABOUT[rule.over]} | \`${rule.key}\` | ${rule.en} | ${daysOf(rule)} |`;

/** The README with its table of rules as they are now; everything outside the marks stays. */
export function withRulesTable(readme: string): string {
  const [before, rest] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('The README has lost the marks of its table');
  const table = ['| rule | about | KOSKI’s key | what is wrong | days |', '|---|---|---|---|---|', ...RULES.map(row)];
  return `${before}${BEGIN}\n\n${RULES.length} rules.\n\n${table.join('\n')}\n\n${END}${after}`;
}
