import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const wrapper = fileURLToPath(new URL('./dates-of-finland.ts', import.meta.url));

/** Browsers write Swedish dates as Sweden does (2026-11-24); in Finland's Swedish it is 24.11.2026. Gives React Aria a formatter that knows. */
export function finlandSwedishDates(): Plugin {
  return {
    name: 'digione:finland-swedish-dates',
    enforce: 'pre',
    resolveId: (id, importer) => (id === '@internationalized/date' && importer !== wrapper ? wrapper : undefined),
  };
}
