import { hasRole } from '@digione/platform/access';
import type { ServerModule } from '@digione/platform/http';
import en from '../i18n/en.json' with { type: 'json' };
import fi from '../i18n/fi.json' with { type: 'json' };
import sv from '../i18n/sv.json' with { type: 'json' };
import { learnerRoutes } from './learners/learners.routes.ts';
import { mayListLearners } from './may-list-learners.ts';
import { overviewCard } from './overview/overview.desk.ts';
import { peopleRoutes } from './people/people.routes.ts';
import { schoolRoutes } from './schools/schools.routes.ts';
import { searchRoutes } from './search/search.routes.ts';

export const coreDataModule: ServerModule = {
  id: 'core-data',
  routes: [...peopleRoutes, ...learnerRoutes, ...schoolRoutes, ...searchRoutes],
  messages: { fi, sv, en },
  desk: [overviewCard],
  abilities: (identity) => [
    ...(mayListLearners(identity) ? ['people.list'] : []),
    ...(hasRole(identity, 'principal', 'school-secretary') ? ['people.correct', 'groups.move'] : []),
    ...(identity.roles.length > 0 ? ['schools.list'] : []),
  ],
};
