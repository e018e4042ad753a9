import type { SearchHit } from '@digione/core-data/contract';
import type { IconName } from '@digione/platform/ui';
import { localized, type Language } from '@digione/platform/i18n';
import type { NavigationItem } from '@digione/platform/web';

/** One line of the search's list. */
export interface SearchChoice {
  readonly kind: SearchHit['kind'] | 'page';
  readonly icon: IconName;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly href: string;
}

const withProvider = (path: string, educationProviderId: string) => `${path}?provider=${educationProviderId}`;
const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' · ') || undefined;

// A colleague whose own page is closed is found at their school.
const placeOf = (hit: Extract<SearchHit, { kind: 'staff' }>) => (hit.can.open ? `/people/${hit.personId}` : hit.schoolId === null ? '/schools' : `/schools/${hit.schoolId}`);

/** What the server found as a line to choose. */
export function choiceOfHit(hit: SearchHit, language: Language, titleOf: (title: string) => string): SearchChoice {
  switch (hit.kind) {
    case 'learner': {
      const school = hit.schoolName && localized(hit.schoolName, language);
      return { kind: hit.kind, icon: 'person', title: `${hit.callName} ${hit.lastName}`, detail: joined(hit.homeroomName, school), href: withProvider(`/people/${hit.personId}`, hit.educationProviderId) };
    }
    case 'staff': {
      const school = hit.schoolName && localized(hit.schoolName, language);
      return { kind: hit.kind, icon: 'people', title: `${hit.callName} ${hit.lastName}`, detail: joined(titleOf(hit.title), school), href: withProvider(placeOf(hit), hit.educationProviderId) };
    }
    case 'school':
      return { kind: hit.kind, icon: 'school', title: localized(hit.name, language), href: withProvider(`/schools/${hit.schoolId}`, hit.educationProviderId) };
    case 'homeroom':
      return { kind: hit.kind, icon: 'group', title: hit.name, detail: localized(hit.schoolName, language), href: withProvider(`/homerooms/${hit.homeroomId}`, hit.educationProviderId) };
  }
}

/** The pages whose name begins a word with what was written. */
export function matchingPages(items: readonly NavigationItem[], text: string, t: (key: string) => string): SearchChoice[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return [];
  return items
    .filter((item) => t(item.label).toLocaleLowerCase().split(/\s+/).some((word) => word.startsWith(wanted)))
    .map((item) => ({ kind: 'page' as const, icon: item.icon, title: t(item.label), href: item.to }));
}
