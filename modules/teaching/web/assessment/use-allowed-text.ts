import type { SheetLearner } from '../../contract/index.ts';
import { useText } from '../messages.ts';

/** What may be given, in a few words: “4–10”, “S, H”, “sanallisesti”. */
export function useAllowedText(): (allowed: SheetLearner['allowed']) => string {
  const t = useText();
  return ({ numbers, letters, words }) => t('teaching.marks.allowed', { numbers: numbers ? 'yes' : 'no', letters: letters.length === 0 ? 'none' : letters.join(', '), words: words ? 'yes' : 'no' }).trim();
}
