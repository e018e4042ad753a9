import { translate } from '../../i18n/translate.ts';
import type { Language } from '../../i18n/language.ts';
import type { MarkOption } from './marks.ts';

export type Presence = 'present' | 'absent' | 'late';

/** The three marks of an attendance register, with the letters of the language: fi L P M, sv N F S, en P A L. */
export function presenceMarks(language: Language): MarkOption<Presence>[] {
  const option = (value: Presence, icon: MarkOption<Presence>['icon'], tone: MarkOption<Presence>['tone']) => ({
    value,
    icon,
    tone,
    label: translate(language, `ui.presence.${value}`),
    shortcut: translate(language, `ui.presence.${value}Key`),
  });
  return [option('present', 'check', 'success'), option('absent', 'absent', 'danger'), option('late', 'clock', 'attention')];
}
