import { stat } from 'node:fs/promises';
import { openPromise } from 'yauzl';
import readExcelFile, { type CellValue } from 'read-excel-file/node';
import { ImportRefused } from '../pipeline/refusal.ts';

const MIB = 2 ** 20;
/** A workbook is held in memory as a whole: what is larger comes as OneRoster. */
const LIMITS = { fileBytes: 10 * MIB, unpackedBytes: 64 * MIB, entries: 200 } as const;

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly (CellValue | null)[])[];
}

/** What the archive claims to hold, before anything is unpacked. @returns whether it is a workbook */
async function inspect(path: string): Promise<boolean> {
  const zip = await openPromise(path, { autoClose: false });
  try {
    let hasBook = false;
    let total = 0;
    let entries = 0;
    for await (const entry of zip.eachEntry()) {
      entries += 1;
      total += entry.uncompressedSize;
      if (entry.fileName === 'xl/workbook.xml') hasBook = true;
      if (hasBook && entry.isEncrypted()) throw new ImportRefused('encrypted');
      if (hasBook && entries > LIMITS.entries) throw new ImportRefused('too-many-files');
    }
    if (hasBook && total > LIMITS.unpackedBytes) throw new ImportRefused('zip-bomb');
    return hasBook;
  } finally {
    zip.close();
  }
}

/** Whether the file is an xlsx workbook by its content; false for anything else, readable or not. @throws ImportRefused for one that may not be opened */
export async function isWorkbook(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) return false;
  try {
    return await inspect(path);
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    return false;
  }
}

/** Reads all sheets. @throws ImportRefused */
export async function readWorkbook(path: string): Promise<WorkbookSheet[]> {
  if ((await stat(path)).size > LIMITS.fileBytes) throw new ImportRefused('too-large', { values: { value: `${LIMITS.fileBytes / MIB} MB` } });
  try {
    const sheets = await readExcelFile(path);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data }));
  } catch (error) {
    throw new ImportRefused('not-a-workbook', { cause: error });
  }
}
