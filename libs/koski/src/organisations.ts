import { isObject, isText, type Json } from './json.ts';
import type { KnownOrganisation } from './rules/setting.ts';

const KINDS: Readonly<Record<string, KnownOrganisation['kinds'][number]>> = {
  organisaatiotyyppi_01: 'provider',
  organisaatiotyyppi_02: 'school',
  organisaatiotyyppi_03: 'site',
  organisaatiotyyppi_08: 'daycare',
};

/**
 * Organisations by their object identifier, from the tree that the national organisation service returns (`organisaatiot`, `children`).
 * @param tree parsed JSON: one organisation, a list, or the answer of a search
 */
export function readOrganisations(tree: Json): ReadonlyMap<string, KnownOrganisation> {
  const known = new Map<string, KnownOrganisation>();
  const visit = (value: Json | undefined, above: Partial<KnownOrganisation>): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, above);
    if (!isObject(value)) return;
    const { oid, organisaatiotyypit: types = value['tyypit'], children, organisaatiot, status } = value;
    let own = above;
    if (isText(oid)) {
      const kinds = Array.isArray(types) ? types.flatMap((type) => KINDS[String(type)] ?? []) : [];
      own = {
        ...(kinds.includes('provider') ? { providerOid: oid } : above.providerOid === undefined ? {} : { providerOid: above.providerOid }),
        ...(kinds.includes('school') || kinds.includes('daycare') ? { schoolOid: oid } : above.schoolOid === undefined ? {} : { schoolOid: above.schoolOid }),
      };
      known.set(oid, { ...own, oid, kinds, isPassive: status !== 'AKTIIVINEN' });
    }
    visit(children, own);
    visit(organisaatiot, own);
  };
  visit(tree, {});
  return known;
}
