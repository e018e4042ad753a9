// The thread in which documents are set: one at a time, so that the server goes on answering meanwhile. Plain JavaScript, since Node 20
// reads no TypeScript in a worker.
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** After so many documents results that no document has used lately are forgotten: memory would grow by a megabyte each. */
const EVICT_EVERY = 20;
const MAX_AGE = 2;

const compiler = NodeCompiler.create({ workspace: workerData.workspace, fontArgs: [{ fontBlobs: workerData.fonts.map((font) => Buffer.from(font)) }] });
let count = 0;

class Refused extends Error {}

/** What the making of a PDF refuses comes as Rust prints it; what a person can use is the message. */
const findingsOf = (error) => [...String(error?.message ?? error).matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text.replaceAll('\\"', '"'));

function set({ template, data, images, format }) {
  const names = Object.keys(images);
  for (const name of names) compiler.mapShadow(`${workerData.workspace}/${name}`, Buffer.from(images[name]));
  try {
    const compiled = compiler.compile({ mainFileContent: template, inputs: { data }, resetRead: true });
    const error = compiled.takeError();
    if (error !== null) throw new Refused('The template has faults.', { cause: compiler.fetchDiagnostics(error).map(({ message, hints = [] }) => [message, ...hints].join('; ')) });
    return format === 'svg' ? Buffer.from(compiler.plainSvg(compiled.result)) : compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
  } finally {
    for (const name of names) compiler.unmapShadow(`${workerData.workspace}/${name}`);
    count += 1;
    if (count % EVICT_EVERY === 0) compiler.evictCache(MAX_AGE);
  }
}

parentPort.on('message', (source) => {
  try {
    // Copied out of the compiler's memory, then handed over without another copy.
    const bytes = new Uint8Array(set(source));
    parentPort.postMessage({ bytes }, [bytes.buffer]);
  } catch (error) {
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node has no origin
    parentPort.postMessage({ findings: error instanceof Refused ? error.cause : findingsOf(error), error: String(error?.message ?? error) });
  }
});
