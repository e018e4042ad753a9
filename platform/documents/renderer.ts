import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** What is set into pages: a template of the product's, and data that are never read as markup. */
export interface DocumentSource {
  /** Typst. Reads the data as `json(bytes(sys.inputs.data))`. */
  readonly template: string;
  readonly data: unknown;
  /** Pictures by the name under which the template asks for them, e.g. `logo.png` for `image("/logo.png", alt: …)`. */
  readonly images?: Readonly<Record<string, Uint8Array>>;
}

/** Typst will not make a document of this: a title or an alternative text is missing, a level of headings is left out, or a template is wrong. */
export class DocumentRefused extends Error {
  readonly findings: readonly string[];

  constructor(findings: readonly string[], detail: string) {
    super(findings[0] ?? detail);
    this.name = 'DocumentRefused';
    this.findings = findings;
  }
}

/** Long enough for a table of thousands of rows on a busy machine; what takes longer hangs. */
const MAX_MS = 60_000;
/** The thread and its caches go when nothing was printed for a while. */
const IDLE_MS = 60_000;
/** Name of the worker's file in a bundle. */
const BUILT = 'document-worker.mjs';

const here = fileURLToPath(import.meta.url);

function findWorker(): string {
  for (const path of ['typst-worker.mjs', BUILT, join('..', BUILT)]) {
    const file = join(dirname(here), path);
    if (existsSync(file)) return file;
  }
  throw new Error(`${BUILT} was not built beside ${here}.`);
}

/** The folder lies among the sources; a bundle stands somewhere below the same root. */
function findFonts(): string {
  for (let folder = dirname(here); ; folder = dirname(folder)) {
    for (const path of ['fonts', join('platform', 'documents', 'fonts')]) if (existsSync(join(folder, path, 'Inter-Regular.ttf'))) return join(folder, path);
    if (folder === dirname(folder)) throw new Error('The folder platform/documents/fonts was not found beside the program.');
  }
}

type Answer = { bytes: Uint8Array } | { findings: readonly string[]; error: string };

let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let tail: Promise<unknown> = Promise.resolve();

function startWorker(): Worker {
  const folder = findFonts();
  const fonts = readdirSync(folder).filter((name) => name.endsWith('.ttf')).map((name) => readFileSync(join(folder, name)));
  const started = new Worker(findWorker(), { workerData: { fonts, workspace: folder } });
  started.unref();
  started.on('exit', () => {
    if (worker === started) worker = undefined;
  });
  return started;
}

/** Ends the thread; the next document starts another. */
export async function stopDocuments(): Promise<void> {
  clearTimeout(idle);
  const ending = worker;
  worker = undefined;
  await ending?.terminate();
}

async function ask(source: DocumentSource, format: 'pdf' | 'svg'): Promise<Buffer> {
  clearTimeout(idle);
  worker ??= startWorker();
  const asked = worker;
  const answer = await new Promise<Answer>((done, fail) => {
    const timer = setTimeout(() => {
      finish();
      void stopDocuments();
      fail(new Error(`A document was not ready in ${MAX_MS / 1000} s.`));
    }, MAX_MS);
    const onMessage = (message: Answer) => {
      finish();
      done(message);
    };
    const onError = (error: Error) => {
      finish();
      worker = undefined;
      fail(error);
    };
    const onExit = () => onError(new Error('The thread that makes documents has ended.'));
    const finish = () => {
      clearTimeout(timer);
      asked.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    asked.on('message', onMessage).on('error', onError).on('exit', onExit);
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node has no origin
    asked.postMessage({ template: source.template, data: JSON.stringify(source.data), images: source.images ?? {}, format });
  });
  idle = setTimeout(() => void stopDocuments(), IDLE_MS);
  idle.unref();
  if ('bytes' in answer) return Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength);
  throw new DocumentRefused(answer.findings, answer.error);
}

function inTurn(source: DocumentSource, format: 'pdf' | 'svg'): Promise<Buffer> {
  const turn = tail.then(() => ask(source, format));
  tail = turn.catch(() => undefined);
  return turn;
}

/**
 * Sets a document as tagged PDF/UA-1 with its fonts embedded, in a thread of its own, one after the other. The same source gives the
 * same bytes.
 * @throws DocumentRefused
 */
export const renderPdf = (source: DocumentSource): Promise<Buffer> => inTurn(source, 'pdf');

/**
 * The same pages as one SVG, under each other: for looking at on a page, as a picture.
 * @throws DocumentRefused
 */
export const renderSvg = async (source: DocumentSource): Promise<string> => (await inTurn(source, 'svg')).toString('utf8');
