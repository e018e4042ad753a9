import type { Facts, GroupRole, Tense } from './facts.ts';

/** Titles of staff positions that give a role of the same name. */
export const POSITION_ROLES = ['teacher', 'class-teacher', 'special-needs-teacher', 'guidance-counsellor', 'teaching-assistant', 'principal', 'school-secretary'] as const;
/** Roles given by hand. */
export const GIVEN_ROLES = ['expert', 'main-user', 'data-protection-officer', 'vendor', 'platform-operator'] as const;

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** One of each role and relation there is. Both cities have the same cast. */
export function castCity(): Facts {
  const people = new Map<string, { bornOn: string; isProtected: boolean }>();
  const facts: Writable<Omit<Facts, 'people'>> = { schools: ['hill', 'lake', 'hidden'], studies: [], homerooms: [], groups: [], positions: [], roles: [], guardianships: [], blocks: [] };
  const adult = (key: string, isProtected = false) => {
    if (!people.has(key)) people.set(key, { bornOn: '1985-05-05', isProtected });
    return key;
  };

  const staff = (key: string, title: string, school: string | null, tense: Tense = 'now') => {
    facts.positions.push({ person: adult(key), title, school, tense });
    return key;
  };
  for (const title of POSITION_ROLES) {
    staff(`${title}@hill`, title, 'hill');
    staff(`${title}@lake`, title, 'lake');
    staff(`${title}@all`, title, null);
    staff(`former-${title}@hill`, title, 'hill', 'former');
    staff(`future-${title}@hill`, title, 'hill', 'future');
  }
  staff('vice-principal@hill', 'vice-principal', 'hill');
  staff('janitor@hill', 'other', 'hill');
  staff('principal@hidden', 'principal', 'hidden');
  for (const role of GIVEN_ROLES) {
    facts.roles.push({ person: adult(role), role, school: null, tense: 'now' });
    facts.roles.push({ person: adult(`former-${role}`), role, school: null, tense: 'former' });
    facts.roles.push({ person: adult(`future-${role}`), role, school: null, tense: 'future' });
  }
  // At one school these roles open nothing of the city.
  for (const role of ['main-user', 'data-protection-officer', 'platform-operator']) facts.roles.push({ person: adult(`${role}@hill`), role, school: 'hill', tense: 'now' });
  facts.roles.push({ person: adult('given-principal@hill'), role: 'principal', school: 'hill', tense: 'now' });

  const learner = (key: string, bornOn: string, school: string, tense: Tense = 'now', isProtected = false) => {
    if (!people.has(key)) people.set(key, { bornOn, isProtected });
    facts.studies.push({ learner: key, school, tense });
    return { learner: key, tense };
  };
  const fives = [learner('child', '2014-03-01', 'hill'), learner('classmate', '2014-07-01', 'hill'), learner('left', '2014-04-01', 'hill', 'former'), learner('coming', '2014-05-01', 'hill', 'future')];
  const fiveB = [learner('other-class', '2014-06-01', 'hill')];
  const moved = [learner('moved', '2013-02-01', 'hill', 'former'), learner('moved', '2013-02-01', 'lake')];
  // Comes of age today; tomorrow.
  const sixes = [learner('other-school', '2013-09-01', 'lake'), learner('came-of-age', '2008-11-24', 'lake'), learner('almost-adult', '2008-11-25', 'lake'), ...moved.slice(1)];
  // Protected itself; child of a protected home.
  const hidden = [learner('protected', '2015-01-15', 'hidden', 'now', true), learner('sheltered', '2016-02-02', 'hidden')];

  const inGroup = (key: string, role: GroupRole, tense: Tense = 'now') => ({ person: staff(key, role === 'assistant' ? 'teaching-assistant' : 'teacher', 'hill'), role, tense });
  const leads = (key: string, school: string, tense: Tense = 'now') => ({ person: staff(key, 'class-teacher', school), tense });
  const leaver = adult('leaver-still-in-group');
  facts.positions.push({ person: leaver, title: 'teacher', school: 'hill', tense: 'former' });
  facts.homerooms.push(
    { key: '5a', school: 'hill', members: fives, teachers: [leads('homeroom-teacher-5a', 'hill'), leads('former-homeroom-teacher-5a', 'hill', 'former'), leads('future-homeroom-teacher-5a', 'hill', 'future')] },
    { key: '5b', school: 'hill', members: fiveB, teachers: [] },
    { key: '6a', school: 'lake', members: sixes, teachers: [leads('homeroom-teacher-6a', 'lake')] },
    { key: '4h', school: 'hidden', members: hidden, teachers: [leads('homeroom-teacher-4h', 'hidden')] },
  );
  facts.groups.push(
    {
      key: 'math5a',
      school: 'hill',
      homeroom: '5a',
      members: fives,
      teachers: [
        inGroup('teaches-5a', 'main'),
        inGroup('co-teaches-5a', 'co'),
        inGroup('substitutes-5a', 'substitute'),
        inGroup('assists-5a', 'assistant'),
        inGroup('taught-5a', 'main', 'former'),
        inGroup('will-teach-5a', 'main', 'future'),
        { person: leaver, role: 'main', tense: 'now' },
      ],
    },
    { key: 'math5b', school: 'hill', homeroom: '5b', members: fiveB, teachers: [inGroup('teaches-5b', 'main')] },
    { key: 'math6a', school: 'lake', homeroom: '6a', members: sixes, teachers: [{ person: staff('teaches-6a', 'teacher', 'lake'), role: 'main', tense: 'now' }] },
    { key: 'math4h', school: 'hidden', homeroom: '4h', members: hidden, teachers: [{ person: staff('teaches-4h', 'teacher', 'hidden'), role: 'main', tense: 'now' }] },
  );

  const guardian = (key: string, of: string, rights: 'custody' | 'information' | 'none' = 'custody', more: { tense?: Tense; livesWith?: boolean; isProtected?: boolean } = {}) => {
    facts.guardianships.push({
      guardian: adult(key, more.isProtected),
      learner: of,
      hasCustody: rights === 'custody',
      hasRightToInformation: rights !== 'none',
      livesWith: more.livesWith ?? true,
      tense: more.tense ?? 'now',
    });
    return key;
  };
  guardian('mother', 'child');
  guardian('informed-father', 'child', 'information', { livesWith: false });
  guardian('father-without-rights', 'child', 'none', { livesWith: false });
  facts.blocks.push({ guardian: guardian('blocked-aunt', 'child'), learner: 'child', tense: 'now' });
  facts.blocks.push({ guardian: guardian('unblocked-uncle', 'child'), learner: 'child', tense: 'former' });
  facts.blocks.push({ guardian: guardian('blocked-from-tomorrow', 'child'), learner: 'child', tense: 'future' });
  facts.blocks.push({ guardian: guardian('blocked-and-informed', 'child', 'information'), learner: 'child', tense: 'now' });
  guardian('former-guardian', 'child', 'custody', { tense: 'former' });
  guardian('future-guardian', 'child', 'custody', { tense: 'future' });
  guardian('parent-of-other-class', 'other-class');
  guardian('parent-at-other-school', 'other-school');
  guardian('parent-of-left', 'left');
  guardian('parent-of-coming', 'coming');
  guardian('parent-of-new-adult', 'came-of-age');
  guardian('parent-of-almost-adult', 'almost-adult');
  guardian(staff('teacher-and-parent', 'teacher', 'lake'), 'child');
  guardian('protected-mother', 'protected', 'custody', { isProtected: true });
  guardian('protected-informed-father', 'protected', 'information', { livesWith: false });
  guardian('protected-father-with-custody', 'protected', 'custody', { livesWith: false });
  guardian('protected-outcast', 'protected', 'none', { livesWith: false });
  guardian('protected-mother', 'sheltered', 'custody', { isProtected: true });
  guardian('protected-father-with-custody', 'sheltered', 'custody', { livesWith: false });
  adult('stranger');
  return { ...facts, people };
}
