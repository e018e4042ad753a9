import { isObject, isText, type Json } from '../json.ts';
import type { Setting } from '../rules/setting.ts';
import type { StructureFinding } from './finding.ts';

/** Where a document names organisations of the national register. */
const NAMED = new Set(['oppilaitos', 'toimipiste', 'koulutustoimija', 'myöntäjäOrganisaatio', 'organisaatio']);

/** Organisations the register does not know, and education providers where an institution should stand; none without a register. */
export function checkOrganisations(document: Json, find: Setting['findOrganisation']): readonly StructureFinding[] {
  const findings: StructureFinding[] = [];
  if (find === undefined) return findings;
  const visit = (value: Json | undefined, name: string, path: string): void => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, name, `${path}/${index}`);
    if (!isObject(value)) return;
    const { oid } = value;
    if (NAMED.has(name) && isText(oid)) {
      const known = find(oid);
      if (known === undefined) findings.push({ path: `${path}/oid`, value: oid, error: { errorType: 'unknownOrganisation' } });
      else if (name === 'oppilaitos' && !known.kinds.includes('school') && !known.kinds.includes('daycare')) findings.push({ path: `${path}/oid`, value: oid, error: { errorType: 'notAnInstitution' } });
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, key, `${path}/${key}`);
  };
  visit(document, '', '');
  return findings;
}
