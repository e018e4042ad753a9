import { addDays, formatDateRange, dateRange, fromHelsinki } from '@digione/local-date';
import type { CityContext } from '../city/context.ts';
import { idsWithin } from '../rows/ids.ts';
import type { School } from '../school/school.ts';

const MEASURES = [
  { kind: 'partly-small-group', weeksAgo: 9, reviewInDays: 62, plan: 'Matematiikkaa kaksi tuntia viikossa erityisopettajan pienryhmässä. Tavoite: laskutoimitukset sujuvat ilman välineitä. Seurataan kuukausittain.', note: 'Ryhmä on löytänyt rytmin. Kertotaulut sujuvat jo viitoseen asti.' },
  { kind: 'assistant', weeksAgo: 12, reviewInDays: 48, plan: 'Koulunkäynninohjaaja tukee siirtymissä ja käsityön tunneilla. Tavoite: toiminta omatoimisesti tutussa tilassa.', note: 'Siirtymät onnistuvat usein jo ilman ohjaajaa.' },
  { kind: 'aids', weeksAgo: 6, reviewInDays: 90, plan: 'Luokassa käytössä äänentoisto ja oppilaalla FM-laite. Opettajat käyttävät mikrofonia.', note: null },
  { kind: 'partly-small-group', weeksAgo: 4, reviewInDays: 34, plan: 'Äidinkielen luku- ja kirjoitusharjoittelua pienryhmässä tunti viikossa.', note: null },
] as const;

const FORMER = { kind: 'intensified', plan: 'Tehostettu tuki äidinkielessä: osa-aikainen erityisopetus, lukuharjoitus kotona.' } as const;

/** Support for learning at the first school of the cast: measures in force, one of the former law, support of a group. Of people by chance alone. */
export function addSupport(city: CityContext, school: School): void {
  const expert = school.staff.find(({ title, key }) => title === 'special-needs-teacher' && key.startsWith('cast/'));
  const principal = school.staff.find(({ title }) => title === 'principal');
  if (expert === undefined || principal === undefined || school.educationForm !== 'basic-education') return;
  const id = idsWithin(school.scope);
  const { today } = city.moment;
  const learners = school.homerooms.filter(({ level }) => level >= 2 && level <= 7).flatMap(({ members }) => members.filter(({ isCast, isProtected }) => !isCast && !isProtected).slice(3, 4));
  for (const [index, measure] of MEASURES.entries()) {
    const learner = learners[index];
    if (learner === undefined) continue;
    const measureId = id(`support/${learner.key}`);
    const startsOn = addDays(today, -7 * measure.weeksAgo);
    const common = { education_provider_id: city.providerId, learner_id: learner.id, school_id: school.id, subject_ids: [], decided_by: principal.id, recorded_by: expert.id, source: 'demo' };
    city.out.add('school_admin.support_measure', {
      ...common, support_measure_id: measureId, law: 'since-2025', kind: measure.kind, plan: measure.plan, valid: formatDateRange(dateRange(startsOn, city.year.valid.to)), review_on: addDays(today, measure.reviewInDays),
      decided_on: addDays(startsOn, -4), decision_number: `${index + 11}/${startsOn.slice(0, 4)}`, grounds: 'Ryhmälle annettu tuki ei ole riittänyt. Pedagoginen arvio on tehty huoltajan ja oppilaan kanssa.',
    });
    city.out.add('school_admin.support_responsible', { education_provider_id: city.providerId, support_measure_id: measureId, person_id: expert.id });
    if (measure.note !== null) {
      city.out.add('school_admin.support_note', { education_provider_id: city.providerId, support_note_id: id(`support-note/${learner.key}`), support_measure_id: measureId, written_at: fromHelsinki(addDays(today, -7), '13:20'), written_by: expert.id, is_review: false, text: measure.note });
    }
    if (index === 0) {
      city.out.add('school_admin.support_measure', { ...common, support_measure_id: id(`support-before/${learner.key}`), law: 'before-2025', kind: FORMER.kind, plan: FORMER.plan, valid: '[2023-08-10,2025-08-01)', review_on: null, decided_on: null, decision_number: null, grounds: null, decided_by: null });
    }
  }
  const group = school.groups.find(({ subject, homeroom }) => subject === 'MA' && homeroom?.level === 8);
  if (group !== undefined) {
    city.out.add('school_admin.group_support', { education_provider_id: city.providerId, group_support_id: id('group-support'), teaching_group_id: group.id, kind: 'remedial', plan: 'Tukiopetusta keskiviikkoisin klo 8.00 niille, jotka haluavat kerrata yhtälöitä.', valid: formatDateRange(dateRange(addDays(today, -28), city.year.valid.to)), recorded_by: group.teacher.id, source: 'demo' });
  }
}
