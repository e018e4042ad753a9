import { z } from 'zod';

const Names = z.record(z.string(), z.string().nullable()).catch({});

/** A node as the national organisation service returns it; what DigiOne does not use may be missing or odd. */
export const OrganisationNode = z.object({
  oid: z.string(),
  parentOid: z.string().nullish().catch(null),
  nimi: Names.default({}),
  lyhytNimi: Names.nullish(),
  organisaatiotyypit: z.array(z.string()).nullish(),
  tyypit: z.array(z.string()).nullish(),
  alkuPvm: z.unknown().optional(),
  lakkautusPvm: z.unknown().optional(),
  status: z.string().nullish().catch(null),
  ytunnus: z.string().nullish().catch(null),
  oppilaitosKoodi: z.string().nullish().catch(null),
  oppilaitostyyppi: z.string().nullish().catch(null),
  toimipistekoodi: z.string().nullish().catch(null),
  kotipaikkaUri: z.string().nullish().catch(null),
  kieletUris: z.array(z.string()).nullish().catch(null),
  children: z.array(z.unknown()).nullish(),
});
export type OrganisationNode = z.infer<typeof OrganisationNode>;

/** Words that older answers of the service use for its kinds (koodisto organisaatiotyyppi). */
const KIND_WORDS: Readonly<Record<string, string>> = {
  KOULUTUSTOIMIJA: '01',
  OPPILAITOS: '02',
  TOIMIPISTE: '03',
  OPPISOPIMUSTOIMIPISTE: '04',
  MUU_ORGANISAATIO: '05',
  TYOELAMAJARJESTO: '06',
  VARHAISKASVATUKSEN_JARJESTAJA: '07',
  VARHAISKASVATUKSEN_TOIMIPAIKKA: '08',
  KUNTA: '09',
};

/** `organisaatiotyyppi_02` and `OPPILAITOS` → `02`. */
export const kindsOf = (node: OrganisationNode): string[] => [
  ...new Set((node.organisaatiotyypit ?? node.tyypit ?? []).map((kind) => KIND_WORDS[kind] ?? kind.replace(/^organisaatiotyyppi_/, '').replace(/#.*$/, ''))),
];

export const PROVIDER = '01';
export const SCHOOL = '02';

/** Teaching languages by koodisto oppilaitoksenopetuskieli. */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = { '1': ['fi'], '2': ['sv'], '3': ['fi', 'sv'], '4': ['en'], '5': ['se'], '9': ['other'] };

export const languagesOf = (node: OrganisationNode): string[] => [
  ...new Set((node.kieletUris ?? []).flatMap((uri) => LANGUAGES[/^oppilaitoksenopetuskieli_(\d)/.exec(uri)?.[1] ?? ''] ?? [])),
];

/** `kunta_091` → `091`; free text names no municipality. */
export const municipalityOf = (node: OrganisationNode): string | null => /^kunta_(\d{3})$/.exec(node.kotipaikkaUri ?? '')?.[1] ?? null;

/** `oppilaitostyyppi_11#1` → `11`. */
export const institutionTypeOf = (node: OrganisationNode): string | null => /^oppilaitostyyppi_(\w+)/.exec(node.oppilaitostyyppi ?? '')?.[1] ?? null;

/** Forms of education that DigiOne serves, by koodisto oppilaitostyyppi; others are schools without one. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  '11': ['basic-education'],
  '12': ['basic-education'],
  '15': ['general-upper-secondary'],
  '19': ['basic-education', 'general-upper-secondary'],
};

export const educationFormsOf = (institutionType: string | null): readonly string[] => FORMS[institutionType ?? ''] ?? [];

/** Finnish, Swedish and English names that say something. */
export function namesOf(names: Readonly<Record<string, string | null>> | null | undefined): { fi?: string; sv?: string; en?: string } {
  const pick = (language: string): string | undefined => names?.[language]?.trim() || undefined;
  const [fi, sv, en] = [pick('fi'), pick('sv'), pick('en')];
  return { ...(fi === undefined ? {} : { fi }), ...(sv === undefined ? {} : { sv }), ...(en === undefined ? {} : { en }) };
}

/** The key of a provider made from its name: `Helsingin kaupunki` → `helsingin-kaupunki`. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 50).replace(/-+$/, '');
  return slug.length >= 2 ? slug : `provider-${slug}`;
}
