import type { MessageValues } from '@digione/platform/i18n';

/** The whole import is refused and nothing of it is kept. `code` names the message `exchange.problem.<code>`. */
export class ImportRefused extends Error {
  readonly code: string;
  readonly values: MessageValues;
  readonly file: string;
  readonly line: number;

  constructor(code: string, place: { file?: string; line?: number; values?: MessageValues; cause?: unknown } = {}) {
    super(`The import is refused: ${code}.`, { cause: place.cause });
    this.name = 'ImportRefused';
    this.code = code;
    this.file = place.file ?? '';
    this.line = place.line ?? 0;
    this.values = place.values ?? {};
  }
}
