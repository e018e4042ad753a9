import type { Answer } from '@digione/app-server/testing';
import { NAME_PATTERN, OTHER_CITY, PROTECTED_CONTACT, SECRET_PLACE } from './city/canaries.ts';
import type { City } from './city/insert-city.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

export interface Examination {
  /** Of whom the answer tells, by name or by id. */
  readonly told: readonly string[];
  readonly hasOtherCity: boolean;
  readonly hasProtectedContact: boolean;
  readonly hasSecretPlace: boolean;
}

/** Reads answers without knowing their shape: unique names, ids and canaries. */
export function examinerOf(city: City): (answer: Pick<Answer, 'text' | 'headers'>) => Examination {
  const byMark = new Map<string, string>();
  for (const [person, name] of city.names) {
    byMark.set(name, person);
    byMark.set(city.idOf('person', person), person);
  }
  return ({ text, headers }) => {
    const whole = `${text}\n${JSON.stringify(headers)}`;
    const told = new Set<string>();
    for (const mark of [...(whole.match(NAME_PATTERN) ?? []), ...(whole.match(UUID) ?? [])]) {
      const person = byMark.get(mark);
      if (person !== undefined) told.add(person);
    }
    return {
      told: [...told],
      hasOtherCity: whole.includes(OTHER_CITY),
      hasProtectedContact: PROTECTED_CONTACT.some((canary) => whole.includes(canary)),
      hasSecretPlace: whole.includes(SECRET_PLACE),
    };
  };
}
