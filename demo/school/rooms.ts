import type { CityContext } from '../city/context.ts';
import { idsWithin } from '../rows/ids.ts';
import { roomKindOf } from './posts.ts';
import type { StaffMember } from './school.ts';

const NAMES: Readonly<Record<string, { readonly code: string; readonly fi: string; readonly sv: string }>> = {
  classroom: { code: '', fi: 'Luokka', sv: 'Klassrum' },
  science: { code: 'LU', fi: 'Luonnontieteiden luokka', sv: 'Naturvetenskaper' },
  art: { code: 'KU', fi: 'Kuvataideluokka', sv: 'Bildkonst' },
  music: { code: 'MU', fi: 'Musiikkiluokka', sv: 'Musik' },
  craft: { code: 'KS', fi: 'Käsityöluokka', sv: 'Slöjd' },
  'home-economics': { code: 'KO', fi: 'Kotitalousluokka', sv: 'Huslig ekonomi' },
  computer: { code: 'TT', fi: 'Tietotekniikan luokka', sv: 'Datasal' },
  gym: { code: 'LS', fi: 'Liikuntasali', sv: 'Gymnastiksal' },
};

/** Rooms come into being as they are needed: each teacher has one, gyms are shared. */
export interface Rooms {
  roomOf(teacher: StaffMember): string;
  gym(index: number): string;
}

export function createRooms(city: CityContext, scope: string, siteId: string, language: 'fi' | 'sv'): Rooms {
  const counts = new Map<string, number>();
  const known = new Map<string, string>();
  function add(key: string, kind: string, capacity: number): string {
    const found = known.get(key);
    if (found !== undefined) return found;
    const names = NAMES[kind] ?? { code: kind, fi: kind, sv: kind };
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const code = names.code === '' ? String(100 * Math.ceil(number / 14) + ((number - 1) % 14) + 1) : `${names.code}${number}`;
    const id = idsWithin(scope)(`room/${key}`);
    city.out.add('core_data.room', {
      education_provider_id: city.providerId,
      room_id: id,
      school_site_id: siteId,
      code,
      name: `${names[language]} ${names.code === '' ? code : number}`,
      kind,
      capacity,
      source: 'demo',
    });
    known.set(key, id);
    return id;
  }
  return {
    roomOf(teacher) {
      const kind = teacher.post ? roomKindOf[teacher.post] : 'classroom';
      return add(teacher.key, kind === 'gym' ? 'classroom' : kind, kind === 'classroom' ? 30 : 26);
    },
    gym: (index) => add(`gym-${index}`, 'gym', 60),
  };
}
