import type { Expectations } from './expectation.ts';
import { OFFICE, WELFARE, type Judge } from './judge.ts';

const schoolOfClass = (judge: Judge, key: string) => judge.facts.homerooms.find((room) => room.key === key)?.school ?? '';
const leadsClass = (judge: Judge, who: string, key: string) => judge.isStaff(who) && judge.facts.homerooms.some((room) => room.key === key && room.teachers.some((one) => one.person === who && one.tense === 'now'));
const query = { format: 'page' };

export const lists: Expectations = {
  'school-admin.getClassList': [
    { on: 'homeroom', may: (judge, who, key) => leadsClass(judge, who, key) || judge.holdsAt(who, schoolOfClass(judge, key), [...OFFICE, ...WELFARE]), with: () => ({ params: { list: 'choices' }, query }) },
  ],
  // The homes' numbers: who leads the class, and the office.
  'school-admin.getContactList': [
    { on: 'homeroom', may: (judge, who, key) => leadsClass(judge, who, key) || judge.holdsAt(who, schoolOfClass(judge, key), OFFICE), with: () => ({ params: { list: 'contact' }, query }) },
  ],
  'school-admin.getGroupList': [
    {
      on: 'group',
      may: (judge, who, key) => {
        const group = judge.facts.groups.find((one) => one.key === key);
        return judge.holdsAt(who, group?.school ?? '', [...OFFICE, ...WELFARE]) || (judge.isStaff(who) && group?.teachers.some((one) => one.person === who && one.tense === 'now') === true);
      },
      with: () => ({ query }),
    },
  ],
  'school-admin.getAdulthoodList': [{ on: 'school', may: (judge, who, school) => judge.holdsAt(who, school, OFFICE), with: () => ({ query }) }],
};
