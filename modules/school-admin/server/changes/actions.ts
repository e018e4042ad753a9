import { defineAction, roleAtSchool } from '@digione/platform/access';
import { schoolObject } from '@digione/core-data/server';

/** Who gives, changes and ends places in a school: its office. */
export const changePlaces = defineAction({
  name: 'learner-place.change',
  purpose: 'purpose.administration',
  object: schoolObject,
  anyOf: [roleAtSchool('principal', 'school-secretary')],
});
