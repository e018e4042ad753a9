import { CsvError, parse } from 'csv-parse/sync';

/** A row of a GPU file; fields as Untis numbers them: the first is field 1. */
export interface GpuRow {
  /** 1-based line of the file. */
  readonly line: number;
  /** @returns the trimmed text of a field, empty where the row is shorter */
  readonly field: (number: number) => string;
}

/** What is wrong with an Untis export and where. */
export class UntisError extends Error {
  override readonly name = 'UntisError';
  readonly line: number;

  constructor(fault: string, file: string, line: number) {
    super(`${file}, line ${line}: ${fault}`);
    this.line = line;
  }
}

const MOST_BYTES = 32 * 1024 * 1024;
const MOST_ROWS = 100_000;
const SEPARATORS = [';', ',', '\t', '|'];

/**
 * Reads a GPU file (text export of Untis): comma, semicolon, tab or bar between fields, text in double quotes, UTF-8 or ISO-8859-1
 * (as Untis has written it for decades: Windows-1252).
 * @throws UntisError with file and line
 */
export function readGpuTable(bytes: Uint8Array, file: string): GpuRow[] {
  if (bytes.length > MOST_BYTES) throw new UntisError('the file is larger than 32 MB: this is no export of one school', file, 1);
  const text = decodeGpu(bytes);
  if (text.includes('\u0000')) throw new UntisError('this is no text file', file, 1);
  try {
    const rows: GpuRow[] = [];
    parse(text, {
      delimiter: findSeparator(text),
      quote: '"',
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
      on_record: (record: string[], { lines }) => {
        if (rows.length >= MOST_ROWS) throw new UntisError(`there are more than ${MOST_ROWS} rows: this is no export of one school`, file, lines);
        rows.push({ line: lines, field: (number) => record[number - 1]?.trim() ?? '' });
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (error instanceof CsvError) throw new UntisError(error.message, file, Number(error['lines'] ?? 1));
    throw error;
  }
}

/** @returns the text of a file that is UTF-8 if all its bytes allow it, else Windows-1252 */
function decodeGpu(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator that the first lines have most of, outside quotes. */
function findSeparator(text: string): string {
  const head = text.split('\n', 20).join('\n').replaceAll(/"[^"\n]*"/g, '');
  const counts = SEPARATORS.map((separator) => head.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ';';
}
