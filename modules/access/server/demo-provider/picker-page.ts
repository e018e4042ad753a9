import { localized, type Language } from '@digione/platform/i18n';
import { html, type Html } from '../pages/html.ts';
import { renderPage, textsIn, type Texts } from '../pages/page.ts';
import type { Persona } from '../options.ts';
import type { DemoPerson } from './people.queries.ts';

const LANGUAGES: readonly { language: Language; short: string; name: string }[] = [
  { language: 'fi', short: 'FI', name: 'Suomi' },
  { language: 'sv', short: 'SV', name: 'Svenska' },
  { language: 'en', short: 'EN', name: 'English' },
];
const GROUPS = ['school', 'home', 'learners', 'office'] as const;
const OFFICE = new Set(['expert', 'main-user', 'data-protection-officer', 'vendor', 'platform-operator']);

function groupOf({ role }: Persona): (typeof GROUPS)[number] {
  if (role.includes('guardian')) return 'home';
  if (role.includes('learner')) return 'learners';
  return OFFICE.has(role) ? 'office' : 'school';
}

export interface PickerOptions {
  readonly language: Language;
  readonly personas: readonly Persona[];
  /** Who the search found; undefined when nobody was searched for. */
  readonly found: readonly DemoPerson[] | undefined;
  readonly words: string;
  readonly action: string;
  /** Somebody signed in is asked to prove who they are. */
  readonly isStepUp: boolean;
  /** Who is expected, shown first. */
  readonly hinted: DemoPerson | undefined;
}

/** Who are you today? One click on a card signs in as that person of the demo city. */
export function pickerPage(options: PickerOptions): string {
  const { language, personas, action, isStepUp, words, hinted } = options;
  const t = textsIn(language);
  const title = t(isStepUp ? 'picker.stepUp.title' : 'picker.title');
  const query = words === '' ? '' : `&q=${encodeURIComponent(words)}`;
  const header = html`<nav aria-label="${t('picker.language')}"><ul class="languages">${LANGUAGES.map(
    (one) => html`<li><a href="${action}?lang=${one.language}${query}" lang="${one.language}" hreflang="${one.language}" aria-label="${one.name}" ${one.language === language ? html`aria-current="true"` : undefined}>${one.short}</a></li>`,
  )}</ul></nav>`;
  const groups = GROUPS.flatMap((group) => {
    const members = personas.filter((persona) => groupOf(persona) === group);
    if (members.length === 0) return [];
    const cards = members.map((persona) => card(persona.key, persona.name, localized(persona.description, language), t(`role.${persona.role}`)));
    return html`<section class="group ${group}" aria-labelledby="group-${group}"><h2 id="group-${group}">${t(`picker.group.${group}`)}</h2><ul class="cards">${cards}</ul></section>`;
  });
  const expected =
    hinted === undefined
      ? undefined
      : html`<section class="group" aria-labelledby="group-hinted"><h2 id="group-hinted">${t('picker.hinted')}</h2><ul class="cards">${card(hinted.subject, `${hinted.callName} ${hinted.lastName}`, lineOn(hinted, language, t))}</ul></section>`;
  const main = html`<h1>${title}</h1><p class="lead">${t(isStepUp ? 'picker.stepUp.lead' : 'picker.lead')}</p>${
    personas.length === 0 ? html`<p class="note">${t('picker.empty')}</p>` : undefined
  }<form method="post" action="${action}">${expected}${groups}</form>${searchPart(options, t)}`;
  return renderPage({ language, title, header, main, isWide: true });
}

function searchPart({ action, language, words, found }: PickerOptions, t: Texts): Html {
  const results =
    found === undefined
      ? undefined
      : found.length === 0
        ? html`<p class="empty" role="status">${t('picker.search.none')}</p>`
        : html`<form method="post" action="${action}"><ul class="cards">${found.map((person) => card(person.subject, `${person.callName} ${person.lastName}`, lineOn(person, language, t)))}</ul></form>`;
  return html`<section class="search group" id="search"><form method="get" action="${action}#search" role="search"><label for="q">${t('picker.search.label')}</label><input id="q" name="q" type="search" value="${words}" maxlength="60" autocomplete="off" minlength="2" required><input type="hidden" name="lang" value="${language}"><button class="button">${t('picker.search.button')}</button></form>${results}</section>`;
}

const lineOn = (person: DemoPerson, language: Language, t: Texts): string =>
  [
    person.title === null ? undefined : t(`role.${person.title}`),
    person.homeroomName === null ? undefined : t('picker.inHomeroom', { homeroom: person.homeroomName }),
    person.isGuardian ? t('role.guardian') : undefined,
    localized(person.providerName, language),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');

function card(subject: string, name: string, line: string, role?: string): Html {
  const initials = name.split(/[\s-]+/).map((word) => word[0] ?? '').slice(0, 2).join('').toUpperCase();
  return html`<li><button class="card" name="subject" value="${subject}"><span class="face" aria-hidden="true">${initials}</span><span class="who"><b>${name}</b>${role === undefined ? undefined : html` <span class="role">${role}</span>`} <small>${line}</small></span></button></li>`;
}
