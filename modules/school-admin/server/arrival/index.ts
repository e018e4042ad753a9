import { hasRole } from '@digione/platform/access';
import type { ServerModule } from '@digione/platform/http';
import { changeRoutes } from '../changes/changes.routes.ts';
import { newcomerRoutes } from './newcomers.routes.ts';
import type { Registers } from './registers.ts';

/** A learner's path through school: needs the national registers, which the app that composes the services gives. */
export const learnerPathModule = (registers: Registers): ServerModule => ({
  id: 'learner-path',
  routes: [...newcomerRoutes(registers), ...changeRoutes],
  abilities: (identity) => (hasRole(identity, 'principal', 'school-secretary') ? ['places.change'] : []),
});
