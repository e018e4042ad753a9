import { hash } from 'node:crypto';

/**
 * Ids that follow from names, so that the same person has the same id in every run.
 * The first 32 bits come from the scope (one school): rows written together lie together in every index,
 * which makes loading 160 000 learners several times faster than scattered ids would.
 * UUID version 8 (RFC 9562, section 5.8).
 */
export function idsWithin(scope: string): (key: string) => string {
  const prefix = hash('sha1', scope, 'hex').slice(0, 8);
  return (key) => {
    const hex = hash('sha1', `${scope}/${key}`, 'hex');
    return `${prefix}-${hex.slice(0, 4)}-8${hex.slice(4, 7)}-a${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
  };
}
