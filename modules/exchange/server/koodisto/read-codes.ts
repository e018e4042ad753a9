import { addDays, isLocalDate, type LocalDate } from '@digione/local-date';
import { z } from 'zod';
import { listJsonFiles } from '../pipeline/input-files.ts';
import { readJsonFile } from '../pipeline/json-file.ts';
import type { ImportContext } from '../pipeline/import-kind.ts';
import { ImportRefused } from '../pipeline/refusal.ts';
import { readServiceDate } from '../organisation/service-date.ts';

const Relation = z.object({ codeElementUri: z.string(), codeElementVersion: z.number().int().nullish(), passive: z.boolean().nullish() });
const Relations = z.array(Relation).nullish().catch(null);

/** A code as the national code service returns it. */
const CodeElement = z.object({
  koodiUri: z.string().min(1),
  koodiArvo: z.union([z.string(), z.number()]).transform(String),
  versio: z.number().int().positive(),
  koodisto: z.object({ koodistoUri: z.string() }).nullish().catch(null),
  metadata: z.array(z.object({ kieli: z.string(), nimi: z.string().nullish(), lyhytNimi: z.string().nullish() })).nullish(),
  voimassaAlkuPvm: z.unknown().optional(),
  voimassaLoppuPvm: z.unknown().optional(),
  withinCodeElements: Relations,
  includesCodeElements: Relations,
  levelsWithCodeElements: Relations,
});
type CodeElement = z.infer<typeof CodeElement>;

export interface StagedCode {
  file: string;
  line: number;
  code_set: string;
  code: string;
  version: number;
  uri: string;
  name: Record<string, string>;
  short_name: Record<string, string> | null;
  valid_from: LocalDate | null;
  /** First day that no longer belongs. */
  valid_to: LocalDate | null;
  relations: readonly { kind: 'within' | 'includes' | 'levels-with'; uri: string; version: number | null; isPassive: boolean }[];
}

/** `koskiopiskeluoikeudentila_lasna` → `koskiopiskeluoikeudentila`; the code's own part may hold underscores. */
function codeSetOf({ koodiUri, koodiArvo, koodisto }: CodeElement): string {
  if (koodisto?.koodistoUri) return koodisto.koodistoUri;
  const own = `_${koodiArvo.toLowerCase()}`;
  return koodiUri.endsWith(own) ? koodiUri.slice(0, -own.length) : koodiUri.replace(/_[^_]*$/, '');
}

function namesOf(element: CodeElement, field: 'nimi' | 'lyhytNimi'): Record<string, string> {
  const names: Record<string, string> = {};
  for (const metadata of element.metadata ?? []) {
    const [language, text] = [metadata.kieli.toLowerCase(), metadata[field]?.trim()];
    if (text && /^(fi|sv|en)$/.test(language)) names[language] = text;
  }
  return names;
}

function relationsOf(element: CodeElement): StagedCode['relations'] {
  const kinds = { within: element.withinCodeElements, includes: element.includesCodeElements, 'levels-with': element.levelsWithCodeElements } as const;
  return (['within', 'includes', 'levels-with'] as const).flatMap((kind) =>
    (kinds[kind] ?? []).map(({ codeElementUri, codeElementVersion, passive }) => ({ kind, uri: codeElementUri, version: codeElementVersion ?? null, isPassive: passive ?? false })),
  );
}

/** Gives the codes of a file or a folder of files. @throws ImportRefused */
export async function* readCodes({ path, report, progress }: ImportContext): AsyncGenerator<StagedCode> {
  const seen = new Set<string>();
  for (const file of await listJsonFiles(path)) {
    let found = 0;
    for await (const { line, value } of readJsonFile(file.path, file.name)) {
      const parsed = CodeElement.safeParse(value);
      if (!parsed.success && found === 0) throw new ImportRefused('no-codes', { file: file.name, line });
      found += 1;
      report.read += 1;
      progress('reading', report.read);
      const code = parsed.success ? stagedFrom(parsed.data, { file: file.name, line }) : undefined;
      const fault = faultOf(parsed.success ? parsed.data : undefined, code, seen);
      if (fault !== undefined || code === undefined) {
        report.count('code', 'refused');
        report.add('error', fault?.code ?? 'not-a-code', { file: file.name, line, field: fault?.field ?? '', values: fault?.values ?? {} });
        continue;
      }
      if (Object.keys(code.name).length === 0) report.add('warning', 'code-without-name', { file: file.name, line, field: 'nimi', values: { uri: code.uri } });
      yield code;
    }
    if (found === 0) throw new ImportRefused('no-codes', { file: file.name });
  }
}

function faultOf(element: CodeElement | undefined, code: StagedCode | undefined, seen: Set<string>) {
  if (element === undefined) return { code: 'not-a-code', field: '', values: {} };
  const values = { uri: element.koodiUri };
  for (const field of ['voimassaAlkuPvm', 'voimassaLoppuPvm'] as const) {
    if (readServiceDate(element[field]) === undefined) return { code: 'bad-code-date', field, values: { ...values, value: String(element[field]) } };
  }
  if (code === undefined || !/^[a-z0-9._-]+$/i.test(code.code_set)) return { code: 'not-a-code', field: 'koodiUri', values };
  if (code.valid_from !== null && code.valid_to !== null && code.valid_to <= code.valid_from) return { code: 'code-dates-reversed', field: 'voimassaLoppuPvm', values };
  const key = JSON.stringify([code.code_set, code.code, code.version]);
  if (seen.has(key)) return { code: 'duplicate-code', field: 'koodiUri', values };
  seen.add(key);
  return undefined;
}

function stagedFrom(element: CodeElement, place: { file: string; line: number }): StagedCode {
  const end = readServiceDate(element.voimassaLoppuPvm) ?? null;
  const shortName = namesOf(element, 'lyhytNimi');
  return {
    ...place,
    code_set: codeSetOf(element),
    code: element.koodiArvo,
    version: element.versio,
    uri: element.koodiUri,
    name: namesOf(element, 'nimi'),
    short_name: Object.keys(shortName).length === 0 ? null : shortName,
    valid_from: readServiceDate(element.voimassaAlkuPvm) ?? null,
    valid_to: end !== null && isLocalDate(end) ? addDays(end, 1) : null,
    relations: relationsOf(element),
  };
}
