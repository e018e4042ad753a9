import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A part of a document as assistive technology meets it: `Document`, `H1`, `Table`, `TH`, `P`, `Figure` … */
export interface PdfPart {
  readonly role: string;
  readonly alt?: string;
  readonly lang?: string;
  readonly text: string;
  readonly parts: readonly PdfPart[];
}

export interface ReadPdf {
  readonly pages: number;
  readonly title: string | undefined;
  readonly language: string | undefined;
  readonly isTagged: boolean;
  /** The part of PDF/UA it claims to follow. */
  readonly uaPart: string | undefined;
  /** In reading order of the structure, a space between parts. */
  readonly text: string;
  readonly structure: readonly PdfPart[];
  readonly fontsEmbedded: boolean;
}

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

interface Node {
  role?: string;
  alt?: string;
  lang?: string;
  children?: Node[];
  type?: string;
  id?: string;
}

/** Reads a PDF back with a program that knows nothing of the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), standardFontDataUrl: join(root, 'standard_fonts/'), verbosity: 0 });
  const document = await task.promise;
  try {
    const { info, metadata } = await document.getMetadata();
    const marks = await document.getMarkInfo();
    const structure: PdfPart[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const texts = new Map<string, string>();
      const open: (string | undefined)[] = [];
      for (const item of items) {
        if ('str' in item) {
          const id = open.findLast((one) => one !== undefined);
          if (id !== undefined) texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
        } else if (item.type === 'endMarkedContent') open.pop();
        else open.push(item.id);
      }
      const tree = (await page.getStructTree()) as Node | null;
      const read = (node: Node): PdfPart => {
        const parts = (node.children ?? []).filter((child) => child.role !== undefined).map(read);
        const own = (node.children ?? []).map((child) => (child.type === 'content' ? (texts.get(child.id ?? '') ?? '') : '')).join('');
        return { role: node.role ?? '', ...(node.alt !== undefined && { alt: node.alt }), ...(node.lang !== undefined && { lang: node.lang }), text: own, parts };
      };
      for (const child of tree?.children ?? []) if (child.role !== undefined) structure.push(read(child));
    }
    const catalogue = info as { Title?: string; Language?: string };
    const raw = Buffer.from(bytes).toString('latin1');
    return {
      pages: document.numPages,
      title: catalogue.Title,
      language: catalogue.Language,
      isTagged: marks?.Marked === true,
      uaPart: (metadata as { get(name: string): string | null } | null)?.get('pdfuaid:part') ?? undefined,
      text: textOf(structure),
      structure,
      fontsEmbedded: /\/FontFile[23]?\b/.test(raw),
    };
  } finally {
    await task.destroy();
  }
}

/** All text of parts, in their order. */
export const textOf = (parts: readonly PdfPart[]): string =>
  parts
    .map((part) => [part.text, textOf(part.parts)].filter((text) => text.trim() !== '').join(' '))
    .filter((text) => text !== '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Every part of a role, however deep. */
export const partsOf = (parts: readonly PdfPart[], role: string): PdfPart[] => parts.flatMap((part) => [...(part.role === role ? [part] : []), ...partsOf(part.parts, role)]);
