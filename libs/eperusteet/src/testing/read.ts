import type { Curriculum } from '../curriculum.ts';
import type { Finding } from '../finding.ts';
import { readCurriculum } from '../read-curriculum.ts';

/** Reads a document that must be readable. */
export function read(document: unknown): { readonly curriculum: Curriculum; readonly findings: readonly Finding[] } {
  const { curriculum, findings } = readCurriculum(JSON.stringify(document));
  if (!curriculum) throw new Error(`Unreadable: ${findings.map(({ message }) => message).join(' ')}`);
  return { curriculum, findings };
}

export const brief = (findings: readonly Finding[]): string[] => findings.map(({ code, path, count }) => `${code} ${path}${count > 1 ? ` ×${count}` : ''}`);
