import { pipeline } from 'node:stream/promises';
import { CsvError, parse, type Info } from 'csv-parse';
import { decode, type Encoding } from './encoding.ts';
import { finding, type Finding } from './finding.ts';
import type { Header } from './layout.ts';
import type { SourceFile } from './source.ts';

export interface CsvRow {
  readonly cells: readonly string[];
  /** Physical line the row begins on. */
  readonly line: number;
}

/** Why a file could not be read to its end. */
export interface CsvBreak {
  readonly broken: Finding;
}

interface Parsed {
  readonly record: string[];
  readonly info: Info;
}

/** The parser counts CR and LF inside quotation marks one by one; these are the characters, and the pairs it counts twice. */
function lineBreaksIn(cells: readonly string[]): { characters: number; pairs: number } {
  let characters = 0;
  let pairs = 0;
  for (const cell of cells) {
    if (!cell.includes('\n') && !cell.includes('\r')) continue;
    characters += cell.match(/[\r\n]/g)?.length ?? 0;
    pairs += cell.match(/\r\n/g)?.length ?? 0;
  }
  return { characters, pairs };
}

/** The rows below the header, as they come, in bounded memory. Ends with a {@link CsvBreak} where the text cannot be read on. */
export async function* readCsvRows(
  source: SourceFile,
  encoding: Encoding,
  header: Header,
  rowBytes: number,
): AsyncGenerator<CsvRow | CsvBreak> {
  const parser = parse({
    delimiter: header.delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: rowBytes,
    info: true,
    from_line: header.line,
  });
  const flow = pipeline(await source.open(), (stream: AsyncIterable<Buffer>) => decode(stream, encoding), parser);
  // The parser throws the same error into the loop below; unobserved it would end the process.
  flow.catch(() => undefined);
  let isHeader = true;
  let surplus = 0;
  let lastLine = header.line;
  try {
    for await (const item of parser) {
      const { record, info }: Parsed = item;
      const { characters, pairs } = lineBreaksIn(record);
      const line = info.lines - surplus - characters;
      surplus += pairs;
      lastLine = info.lines - surplus;
      if (isHeader) isHeader = false;
      else yield { cells: record, line };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { broken: explain(error, source.name, lastLine + 1, Number(error.lines) - surplus) };
  }
}

function explain(error: CsvError, file: string, line: number, reachedLine: number): Finding {
  // A quotation mark that never closes swallows lines until the limit: the mark is the cause, the size the symptom.
  const isQuote = error.code === 'CSV_QUOTE_NOT_CLOSED' || (error.code === 'CSV_MAX_RECORD_SIZE' && reachedLine > line);
  return finding('error', isQuote ? 'unclosed-quote' : 'too-large', { file, line });
}
