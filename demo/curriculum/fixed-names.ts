import { createHash } from 'node:crypto';

/** Numbers one after the other, and UUIDs by name: the same document every time. */
export function fixedNames(): { number: () => number; uuid: (name: string) => string } {
  let last = 9_100_000;
  return {
    number: () => (last += 1),
    uuid(name) {
      const hex = createHash('sha256').update(`demo curriculum ${name}`).digest('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    },
  };
}
