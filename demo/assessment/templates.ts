interface Said {
  readonly fi: string;
  readonly sv: string;
}

/** A piece of evidence as a teacher of the subject would have it in November. */
export interface ItemTemplate {
  readonly key: string;
  readonly name: Said;
  readonly kind: 'test' | 'task' | 'presentation' | 'observation';
  readonly scale: 'mark' | 'level' | 'pass';
  readonly weeksAgo: number;
  readonly weight?: number;
  readonly levels?: readonly Said[];
  /** Labels of objectives in the demo's curriculum. */
  readonly objectives: readonly string[];
  readonly isShared: boolean;
}

const item = (key: string, fi: string, sv: string, kind: ItemTemplate['kind'], weeksAgo: number, objectives: readonly string[], more: Partial<ItemTemplate> = {}): ItemTemplate => ({
  key, name: { fi, sv }, kind, scale: 'mark', weeksAgo, objectives, isShared: true, ...more,
});

const GROWING: readonly Said[] = [
  { fi: 'harjoittelee ohjattuna', sv: 'övar med handledning' },
  { fi: 'onnistuu tutuissa tehtävissä', sv: 'lyckas i bekanta uppgifter' },
  { fi: 'osaa itsenäisesti', sv: 'kan självständigt' },
  { fi: 'soveltaa uuteen', sv: 'tillämpar på nytt' },
];
const observed = { scale: 'level', levels: GROWING } as const;

/** By subject and first grade level of the stage. Subjects without a template keep an empty book, as many do in November. */
const TEMPLATES: Readonly<Record<string, readonly ItemTemplate[]>> = {
  'MA/3': [
    item('start', 'Alkukartoitus', 'Kartläggning', 'test', 12, ['T2'], { isShared: false }),
    item('fractions', 'Murtoluvut', 'Bråk', 'test', 8, ['T1', 'T2'], { weight: 2 }),
    item('survey', 'Luokan kysely ja diagrammi', 'Klassens enkät och diagram', 'task', 4, ['T3'], observed),
    item('mental', 'Päässälasku', 'Huvudräkning', 'observation', 2, ['T2'], observed),
  ],
  'MA/7': [
    item('start', 'Lähtötaso', 'Utgångsnivå', 'test', 12, ['T1'], { isShared: false }),
    item('powers', 'Lausekkeet, koe', 'Uttryck, prov', 'test', 8, ['T2'], { weight: 2 }),
    item('explain', 'Ratkaisun selittäminen parille', 'Förklara lösningen för ett par', 'observation', 5, ['T1'], observed),
    item('percent', 'Prosentit arjessa', 'Procent i vardagen', 'task', 3, ['T5'], { weight: 1 }),
    item('equations', 'Yhtälöt, välikoe', 'Ekvationer, mellanprov', 'test', 1, ['T2'], { weight: 1 }),
  ],
  'FY/7': [
    item('measure', 'Mittaustyö: nopeus', 'Mätning: hastighet', 'task', 8, ['T1'], observed),
    item('forces', 'Liike ja voima, koe', 'Rörelse och kraft, prov', 'test', 4, ['T2'], { weight: 2 }),
    item('energy', 'Kodin energia, esitys', 'Energi hemma, presentation', 'presentation', 2, ['T3']),
  ],
  'YL/3': [
    item('walk', 'Metsäretken havainnot', 'Iakttagelser i skogen', 'observation', 10, ['T1'], observed),
    item('trial', 'Oma koe: veden olomuodot', 'Eget försök: vattnets former', 'task', 5, ['T2'], observed),
    item('health', 'Uni ja ravinto', 'Sömn och kost', 'test', 2, ['T3']),
  ],
  'AI/3': [item('reading', 'Lukupiiri', 'Läscirkel', 'observation', 8, [], observed), item('story', 'Oma tarina', 'Egen berättelse', 'task', 4, []), item('spelling', 'Yhdyssanat', 'Sammansatta ord', 'test', 2, [])],
  'AI/7': [item('column', 'Mielipidekirjoitus', 'Åsiktstext', 'task', 8, [], { weight: 1.5 }), item('novel', 'Romaaniesittely', 'Bokpresentation', 'presentation', 5, []), item('grammar', 'Sanaluokat, koe', 'Ordklasser, prov', 'test', 2, [])],
  'A1/3': [item('words', 'Sanakoe 1–3', 'Glosprov 1–3', 'test', 8, []), item('talk', 'Pariharjoitus: minun perheeni', 'Parövning: min familj', 'observation', 3, [], observed)],
  'A1/7': [item('words', 'Vocabulary 1–4', 'Vocabulary 1–4', 'test', 8, []), item('talk', 'Group talk', 'Group talk', 'observation', 4, [], observed), item('exam', 'Exam, units 1–4', 'Exam, units 1–4', 'test', 2, [], { weight: 2 })],
  'HI/3': [item('sources', 'Lähteen tulkinta', 'Tolka en källa', 'task', 4, [], observed)],
  'HI/7': [item('sources', 'Teollistuminen: lähdetehtävä', 'Industrialiseringen: källuppgift', 'task', 5, []), item('exam', 'Teollistuminen, koe', 'Industrialiseringen, prov', 'test', 2, [], { weight: 2 })],
  'BI/7': [item('herbarium', 'Digikasvio', 'Digitalt herbarium', 'task', 10, [], observed), item('exam', 'Vesiekosysteemit', 'Vattenekosystem', 'test', 3, [])],
  'KE/7': [item('safety', 'Työturvallisuus', 'Arbetssäkerhet', 'task', 10, [], { scale: 'pass' }), item('exam', 'Aineet ja seokset', 'Ämnen och blandningar', 'test', 3, [])],
};

/** The book of a subject at a grade level. */
export const templatesFor = (subject: string, level: number): readonly ItemTemplate[] => TEMPLATES[`${subject}/${level <= 2 ? 1 : level <= 6 ? 3 : 7}`] ?? [];

/** Every template that names objectives, with its subject and stage: they are linked once the curriculum is there. */
export function* templatesWithObjectives(): Generator<{ subject: string; level: number; template: ItemTemplate }> {
  for (const [key, templates] of Object.entries(TEMPLATES)) {
    const [subject = '', level = ''] = key.split('/');
    for (const template of templates) if (template.objectives.length > 0) yield { subject, level: Number(level), template };
  }
}

/** What teachers write beside a value. */
export const FEEDBACK: readonly Said[] = [
  { fi: 'Perustelit ratkaisusi selvästi.', sv: 'Du motiverade din lösning klart.' },
  { fi: 'Tarkista vielä laskun vaiheet.', sv: 'Kontrollera ännu stegen i uträkningen.' },
  { fi: 'Hienoa sinnikkyyttä vaikeassa tehtävässä!', sv: 'Fin uthållighet i den svåra uppgiften!' },
  { fi: 'Seuraavaksi harjoitellaan omien sanojen käyttöä.', sv: 'Härnäst övar vi att använda egna ord.' },
  { fi: 'Autoit paria ymmärtämään. Kiitos!', sv: 'Du hjälpte ditt par att förstå. Tack!' },
  { fi: 'Muista yksiköt vastaukseen.', sv: 'Kom ihåg enheterna i svaret.' },
];
