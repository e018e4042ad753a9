import { useText } from './messages.ts';

/** The four steps of every import, on both pages. */
export function useStepNames(): readonly string[] {
  const t = useText();
  return [t('exchange.web.step.kind'), t('exchange.web.step.file'), t('exchange.web.step.check'), t('exchange.web.step.import')];
}
