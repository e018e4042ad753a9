export { DocumentRefused, renderPdf, renderSvg, stopDocuments, type DocumentSource } from './renderer.ts';
export { zipOf, type ZipEntry } from './zip.ts';
