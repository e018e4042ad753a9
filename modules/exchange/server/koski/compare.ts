import { isObject, type Json } from '@digione/koski';

/** What KOSKI says of itself or completes, and what it silently drops of what it is told. */
const OF_KOSKI = new Set(['versionumero', 'oid', 'nimi', 'lyhytNimi', 'koodistoVersio', 'kotipaikka', 'oppilaitosnumero', 'aikaleima', 'alkamispäivä', 'päättymispäivä', 'koulutustoimija', 'hyväksytty']);
const DROPPED = new Set(['uskonnonOppimäärä', 'perusopetuksenAloittamistaLykätty', 'tehostetunTuenPäätös', 'tehostetunTuenPäätökset', 'tukimuodot', 'osaAikainenErityisopetus']);
const isLocalName = (key: string, object: { readonly [key: string]: Json }): boolean => key === 'nimi' && !('koodistoUri' in object) && 'koodiarvo' in object;

/**
 * Where KOSKI has something else than we say. It adds much of its own, so that only what we say is looked for there.
 * @returns pointers into the study right, at most `most`
 */
export function listDeviations(ours: Json | undefined, theirs: Json | undefined, path = '', most = 20): readonly string[] {
  if (isObject(ours) && isObject(theirs)) {
    const found: string[] = [];
    for (const [key, value] of Object.entries(ours)) {
      if (DROPPED.has(key) || (OF_KOSKI.has(key) && !(key === 'alkamispäivä' && path !== '') && !isLocalName(key, ours))) continue;
      found.push(...listDeviations(value, theirs[key], `${path}/${key}`, most));
      if (found.length >= most) return found.slice(0, most);
    }
    return found;
  }
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    if (ours.length !== theirs.length) return [path];
    return ours.flatMap((one: Json, index) => listDeviations(one, theirs[index], `${path}/${index}`, most)).slice(0, most);
  }
  return ours === theirs ? [] : [path];
}
