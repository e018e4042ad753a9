/** The forms of education of a study right, with what the national register calls them (opiskeluoikeudentyyppi). */
export const EDUCATION_FORMS = {
  'pre-primary': 'esiopetus',
  'basic-education': 'perusopetus',
  'general-upper-secondary': 'lukiokoulutus',
  preparatory: 'perusopetukseenvalmistavaopetus',
  'additional-basic-education': 'perusopetuksenlisaopetus',
  'adult-basic-education': 'aikuistenperusopetus',
  'preparatory-upper-secondary': 'luva',
} as const;
export type EducationForm = keyof typeof EDUCATION_FORMS;

const isEducationForm = (form: string): form is EducationForm => form in EDUCATION_FORMS;

export const findForm = (kind: string): EducationForm | undefined => Object.entries(EDUCATION_FORMS).flatMap(([form, name]) => (name === kind && isEducationForm(form) ? [form] : []))[0];

/** Forms whose periods of presence need a source of funding. */
export const FUNDED_FORMS: ReadonlySet<EducationForm> = new Set(['general-upper-secondary', 'adult-basic-education', 'preparatory-upper-secondary']);

/** What core data says of a study right that stands in a state of the national register (koskiopiskeluoikeudentila). */
export const CORE_STATES: Readonly<Record<string, string>> = {
  lasna: 'present',
  valiaikaisestikeskeytynyt: 'temporarily-suspended',
  loma: 'temporarily-suspended',
  valmistunut: 'graduated',
  eronnut: 'resigned',
  katsotaaneronneeksi: 'resigned',
  peruutettu: 'resigned',
  mitatoity: 'void',
};

/** States that end a study right on their first day. */
export const FINAL_STATES: ReadonlySet<string> = new Set(['valmistunut', 'eronnut', 'katsotaaneronneeksi', 'peruutettu', 'mitatoity', 'keskeytynyt', 'hyvaksytystisuoritettu', 'paattynyt']);
