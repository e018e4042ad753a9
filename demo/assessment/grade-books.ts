import { addDays, fromHelsinki } from '@digione/local-date';
import { v5 as uuidv5 } from 'uuid';
import type { CityContext } from '../city/context.ts';
import { idsWithin } from '../rows/ids.ts';
import { createRandom, type Random } from '../rows/random.ts';
import type { Group, Homeroom, School } from '../school/school.ts';
import { FEEDBACK, templatesFor, type ItemTemplate } from './templates.ts';

/** How well somebody does in school, 0–1, the same in every subject but for chance. */
const abilityOf = (school: School, learnerKey: string): number => 0.15 + 0.85 * createRandom(`${school.scope}/ability/${learnerKey}`).next() ** 0.8;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const QUARTERS = ['', '+', '½', '-'] as const;

/** 7.5 as a teacher writes it: 7½. */
function markOf(value: number): string {
  const quarters = Math.round(clamp(value, 4, 10) * 4);
  return `${Math.floor(quarters / 4) + (quarters % 4 === 3 ? 1 : 0)}${QUARTERS[quarters % 4] ?? ''}`;
}

function valueOf(template: ItemTemplate, ability: number, random: Random): string {
  const luck = (random.next() + random.next() - 1) * 0.9;
  if (template.scale === 'level') return String(clamp(Math.round(1 + ability * 3 + luck), 1, 4));
  return template.scale === 'pass' ? (random.chance(0.95) ? 'S' : 'H') : markOf(5.2 + ability * 4.6 + luck);
}

/** Grade level of a group: its class's, or that of its first member's class. */
function levelOf(school: School, group: Group): number {
  const homeroom: Homeroom | undefined = group.homeroom ?? school.homerooms.find(({ members }) => members.some(({ id }) => id === group.members[0]?.id));
  return homeroom?.level ?? 0;
}

/** Groups of people written by hand: the others' books would be millions of cells that nobody opens. */
const isShown = (group: Group): boolean => group.teacher.key.startsWith('cast/') || group.members.some(({ isCast }) => isCast);

/** The autumn's evidence in the books of the people worth knowing, and the marks they got in October. */
export function addAssessment(city: CityContext, school: School): void {
  if (school.educationForm !== 'basic-education') return;
  const shown = school.groups.filter(isShown);
  for (const group of shown) addGradeBook(city, school, group);
  if (shown.length > 0) addInterimMarks(city, school, shown);
}

function addGradeBook(city: CityContext, school: School, group: Group): void {
  const id = idsWithin(school.scope);
  const random = createRandom(`${school.scope}/grade-book/${group.name}`);
  const say = (text: { fi: string; sv: string }): string => text[school.spec.language === 'sv' ? 'sv' : 'fi'];
  for (const template of templatesFor(group.subject, levelOf(school, group))) {
    const heldOn = addDays(city.moment.today, -7 * template.weeksAgo);
    if (`${heldOn}T00` < city.moment.yearStart) continue;
    const evidenceItemId = id(`evidence/${group.name}/${template.key}`);
    const recordedAt = fromHelsinki(heldOn, '14:40');
    city.out.add('teaching.evidence_item', {
      education_provider_id: city.providerId, evidence_item_id: evidenceItemId, teaching_group_id: group.id, name: say(template.name), kind: template.kind, held_on: heldOn, scale: template.scale,
      levels: (template.levels ?? []).map(say), weight_halves: template.weight === undefined ? null : template.weight * 2, shared_at: template.isShared ? recordedAt : null, source: 'demo',
    });
    for (const learner of group.members) {
      const value = valueOf(template, abilityOf(school, learner.key), random);
      const words = random.chance(0.12) ? say(random.pick(FEEDBACK)) : null;
      if (random.chance(0.04)) continue;
      city.out.add('teaching.evidence_value', {
        education_provider_id: city.providerId, evidence_value_id: uuidv5(learner.id, evidenceItemId), evidence_item_id: evidenceItemId, learner_id: learner.id, scale: template.scale, value, words,
        recorded_by: group.teacher.id, recorded_at: recordedAt, source: 'demo',
      });
    }
  }
}

const IN_OCTOBER_DAYS = 40;
const OPTIONAL = new Set(['TV', 'VA', 'TT', 'B2']);

/** The interim assessment before the autumn break: published, and old enough to be news no more. */
function addInterimMarks(city: CityContext, school: School, groups: readonly Group[]): void {
  const dueOn = addDays(city.moment.today, -IN_OCTOBER_DAYS);
  const principal = school.staff.find(({ title }) => title === 'principal');
  if (principal === undefined || `${addDays(dueOn, -30)}T00` < city.moment.yearStart) return;
  const id = idsWithin(school.scope);
  const roundId = id('mark-round/interim');
  const isSwedish = school.spec.language === 'sv';
  const approvedAt = fromHelsinki(addDays(dueOn, 1), '10:15');
  city.out.add('teaching.mark_round', {
    education_provider_id: city.providerId, mark_round_id: roundId, school_id: school.id, school_year_id: city.schoolYearId, kind: 'interim', name: isSwedish ? 'Höstens mellanbedömning' : 'Syksyn väliarviointi',
    grade_levels: ['4', '5', '6', '7', '8', '9'], due_on: dueOn, approved_at: approvedAt, approved_by: principal.id, publish_at: fromHelsinki(addDays(dueOn, 2), '12:00'), announced_at: fromHelsinki(addDays(dueOn, 2), '12:00'), source: 'demo',
  });
  const addSheet = (group: string | null, homeroom: string | null, lockedBy: string): string => {
    const sheetId = uuidv5(group ?? homeroom ?? '', roundId);
    city.out.add('teaching.mark_sheet', { education_provider_id: city.providerId, mark_sheet_id: sheetId, mark_round_id: roundId, teaching_group_id: group, homeroom_id: homeroom, locked_at: fromHelsinki(dueOn, '15:30'), locked_by: lockedBy, source: 'demo' });
    return sheetId;
  };
  const addMark = (sheetId: string, learnerId: string, subjectId: string | null, value: string, by: string): void => {
    city.out.add('teaching.mark', { education_provider_id: city.providerId, mark_id: uuidv5(learnerId, sheetId), mark_sheet_id: sheetId, learner_id: learnerId, subject_id: subjectId, value, words: null, decided_by: by, decided_at: fromHelsinki(dueOn, '15:00'), source: 'demo' });
  };
  const isAsked = (level: number): boolean => level >= 4;
  for (const group of groups) {
    if (!isAsked(levelOf(school, group))) continue;
    const random = createRandom(`${school.scope}/interim/${group.name}`);
    const sheetId = addSheet(group.id, null, group.teacher.id);
    for (const learner of group.members) {
      const value = group.subject === 'OP' ? 'S' : OPTIONAL.has(group.subject) && random.chance(0.3) ? 'S' : String(clamp(Math.round(5.3 + abilityOf(school, learner.key) * 4.5 + (random.next() - 0.5)), 5, 10));
      addMark(sheetId, learner.id, city.subjectId(group.subject, school.educationForm), value, group.teacher.id);
    }
  }
  for (const homeroom of school.homerooms) {
    if (!isAsked(homeroom.level) || homeroom.teacher === null || !homeroom.members.some(({ isCast }) => isCast)) continue;
    const sheetId = addSheet(null, homeroom.id, homeroom.teacher.id);
    for (const learner of homeroom.members) addMark(sheetId, learner.id, null, String(clamp(Math.round(7.4 + abilityOf(school, learner.key) * 2.4), 7, 10)), homeroom.teacher.id);
  }
}
