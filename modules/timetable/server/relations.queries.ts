import { sql } from 'kysely';
import type { ObjectKind, Rule } from '@digione/platform/access';
import { homeroomObject, personObject, teachingGroupObject } from '@digione/core-data/server';

/** A person, a homeroom or a teaching group: whoever has a timetable. Ids are unique over all three. */
export const timetableOwner: ObjectKind = {
  name: 'timetable-owner',
  exists: (owner) => sql<boolean>`(${personObject.exists(owner)} or ${homeroomObject.exists(owner)} or ${teachingGroupObject.exists(owner)})`,
};

/** A rule about homerooms must say nothing of persons: "anyone with a role over all schools" would otherwise open every learner. */
export const onlyOf = (kind: ObjectKind, rule: Rule): Rule => ({
  name: rule.name,
  when: (actor, object) => {
    const holds = rule.when(actor, object);
    return holds === false ? false : sql<boolean>`(${kind.exists(object)} and ${holds === true ? sql`true` : holds})`;
  },
});
