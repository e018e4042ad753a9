import { RULES, type Language, type NamedRule } from '@digione/koski';
import { hasMessage, translate } from '@digione/platform/i18n';
import type { Fault } from './transfer.queries.ts';

const byName: ReadonlyMap<string, NamedRule> = new Map(RULES.map((rule) => [rule.name, rule]));
const byKey = new Map<string, NamedRule[]>();
for (const rule of RULES) byKey.set(rule.key, [...(byKey.get(rule.key) ?? []), rule]);

/** What is wrong in plain words: our rule's sentence, our own message, the only rule of the key, else what KOSKI said itself. */
export function sentenceFor({ key, message, rule, path }: Fault, language: Language): string {
  const known = rule === undefined ? undefined : byName.get(rule);
  if (known !== undefined) return known[language];
  const own = `exchange.koski.fault.${key.replace(/^digione\./, '')}`;
  if (hasMessage(language, own)) return [translate(language, own), path].filter(Boolean).join(' ');
  const ofKey = byKey.get(key) ?? [];
  const [only] = ofKey;
  if (only !== undefined && ofKey.length === 1) return only[language];
  return message === '' ? [translate(language, 'exchange.koski.fault.structure'), path].filter(Boolean).join(' ') : message;
}
