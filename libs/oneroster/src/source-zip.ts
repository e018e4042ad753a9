import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { refuse, RosterRefusedError } from './finding.ts';
import { checkSizes, type RosterLimits, type Source, type SourceFile } from './source.ts';

const LITTER = /(?:^|\/)(?:__MACOSX\/|\.)|(?:^|\/)(?:thumbs\.db|desktop\.ini)$/i;
const ARCHIVE = /\.(?:zip|7z|rar|gz|tgz|bz2|xz|tar|jar)$/i;
const MIB = 2 ** 20;

function checkEntry(entry: Entry, limits: RosterLimits): void {
  const place = { file: entry.fileName };
  if (entry.isEncrypted()) refuse('encrypted', place);
  if (ARCHIVE.test(entry.fileName)) refuse('nested-archive', place);
  if (!entry.canDecodeFileData()) refuse('not-an-archive', { ...place, value: `method ${entry.compressionMethod}` });
  // Sizes are what the archive claims; while unpacking, yauzl stops at the first byte beyond the claim.
  if (entry.uncompressedSize > MIB && entry.uncompressedSize > entry.compressedSize * limits.ratio) {
    refuse('zip-bomb', { ...place, value: `${entry.compressedSize} → ${entry.uncompressedSize}` });
  }
}

async function readDirectory(zip: ZipFile, limits: RosterLimits): Promise<SourceFile[]> {
  if (zip.entryCount > limits.files * 4) refuse('too-many-files', { value: String(zip.entryCount) });
  const files: SourceFile[] = [];
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName;
    if (name.endsWith('/') || LITTER.test(name)) continue;
    checkEntry(entry, limits);
    files.push({ name, bytes: entry.uncompressedSize, open: () => zip.openReadStreamPromise(entry) });
  }
  checkSizes(files, limits);
  return files;
}

/**
 * Lists an archive after checking it: no paths that lead outside, nothing encrypted, no archives within, no bombs.
 * Files are unpacked as streams, never to disk.
 * @throws RosterRefusedError
 */
export async function openZip(archive: string | Buffer, limits: RosterLimits): Promise<Source> {
  let zip: ZipFile | undefined;
  try {
    const options = { autoClose: false };
    zip = await (typeof archive === 'string' ? openPromise(archive, options) : fromBufferPromise(archive, options));
    const opened = zip;
    return { files: await readDirectory(zip, limits), close: () => opened.close() };
  } catch (error) {
    zip?.close();
    if (error instanceof RosterRefusedError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    // yauzl names unsafe paths in words only: "invalid relative path", "absolute path", "invalid characters in fileName".
    const isPath = /relative path|absolute path|invalid characters/i.test(reason);
    return refuse(isPath ? 'zip-slip' : 'not-an-archive', { value: reason }, error);
  }
}
