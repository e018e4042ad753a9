import { readFileSync } from 'node:fs';

export interface BestKnown {
  readonly file: string;
  readonly cost: { readonly infeasibility: number; readonly objective: number };
  readonly holder: string;
}

/** @returns the instances of the archive's folder with the lowest published cost and who holds it */
export function readManifest(path: string): BestKnown[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  const [file, cost, holder] = ['file', 'best cost in archive (re-evaluated)', 'holder'].map((name) => columns.indexOf(name));
  return lines.map((line) => {
    const cells = line.split('\t');
    const [infeasibility = NaN, objective = NaN] = (cells[cost ?? -1] ?? '').match(/\d+/g)?.map(Number) ?? [];
    // Some name the day beside themselves.
    const who = (cells[holder ?? -1] ?? '').replace(/ (Mon|Tue|Wed|Thu|Fri|Sat|Sun) .*(\d{4})$/, ' $2');
    return { file: cells[file ?? -1] ?? '', cost: { infeasibility, objective }, holder: who };
  });
}
