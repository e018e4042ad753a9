import { namesOf, slugOf } from './organisation-node.ts';
import { ImportRefused } from '../pipeline/refusal.ts';

/** A provider's node in the file. */
export interface ProviderNode {
  readonly oid: string;
  readonly businessId: string | null;
  readonly names: { fi?: string; sv?: string; en?: string };
}

/** A provider DigiOne has. */
export interface KnownProvider {
  readonly educationProviderId: string;
  readonly key: string;
  readonly oid: string | null;
  readonly businessId: string | null;
  readonly name: { fi?: string; sv?: string; en?: string };
}

export interface ProviderMatch {
  readonly oid: string;
  /** Undefined: it is to be created under this key. */
  readonly educationProviderId: string | undefined;
  readonly key: string;
}

const slugsOf = (names: ProviderNode['names']): string[] => Object.values(namesOf(names)).map(slugOf);
const mainSlug = ({ names, oid }: ProviderNode): string => slugOf(names.fi ?? names.sv ?? names.en ?? oid);

/** By OID, else by business id where no OID is known yet: names change, these two do not. */
function findKnown(node: ProviderNode, known: readonly KnownProvider[]): KnownProvider | undefined {
  return known.find(({ oid }) => oid === node.oid) ?? known.find(({ oid, businessId }) => oid === null && businessId !== null && businessId === node.businessId);
}

/** Every provider of the file: those DigiOne has, and new ones under a key of their own. */
export function matchAll(nodes: readonly ProviderNode[], known: readonly KnownProvider[]): ProviderMatch[] {
  const taken = new Set(known.map(({ key }) => key));
  return nodes.map((node) => {
    const found = findKnown(node, known);
    if (found !== undefined) return { oid: node.oid, educationProviderId: found.educationProviderId, key: found.key };
    const slug = mainSlug(node);
    // Two of one name get the number that tells them apart.
    const key = [slug, `${slug}-${node.businessId ?? node.oid.split('.').at(-1) ?? ''}`].find((candidate) => !taken.has(candidate)) ?? `${slug}-${node.oid.replaceAll('.', '-')}`.slice(0, 60);
    taken.add(key);
    return { oid: node.oid, educationProviderId: undefined, key };
  });
}

/** The one provider whose subtree is wanted and that DigiOne has. @throws ImportRefused when the file does not hold it */
export function matchOne(nodes: readonly ProviderNode[], wanted: KnownProvider): ProviderMatch {
  const found =
    nodes.find((node) => findKnown(node, [wanted]) !== undefined) ??
    (wanted.oid === null ? onlyOne(nodes.filter((node) => slugsOf(node.names).includes(wanted.key) || slugsOf(node.names).some((slug) => slugsOf(wanted.name).includes(slug)))) : undefined);
  if (found === undefined) throw notInFile(wanted.key, nodes);
  return { oid: found.oid, educationProviderId: wanted.educationProviderId, key: wanted.key };
}

/** The one provider whose name (or OID, or business id) is the wanted key, to be created or, when DigiOne has it under another key, updated. */
export function matchNew(nodes: readonly ProviderNode[], wantedKey: string, known: readonly KnownProvider[]): ProviderMatch {
  const node = onlyOne(nodes.filter((candidate) => candidate.oid === wantedKey || candidate.businessId === wantedKey || slugsOf(candidate.names).includes(wantedKey)));
  if (node === undefined) throw notInFile(wantedKey, nodes);
  const [match] = matchAll([node], known);
  if (match === undefined) throw notInFile(wantedKey, nodes);
  return match.educationProviderId === undefined && slugsOf(node.names).includes(wantedKey) ? { ...match, key: wantedKey } : match;
}

const onlyOne = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

const notInFile = (key: string, nodes: readonly ProviderNode[]): ImportRefused =>
  new ImportRefused('provider-not-in-file', { values: { key, found: nodes.slice(0, 10).map(mainSlug).join(', ') } });
