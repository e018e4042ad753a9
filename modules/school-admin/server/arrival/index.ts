import { hasRole } from '@digione/platform/access';
import type { ServerModule } from '@digione/platform/http';
import type { Jobs } from '@digione/platform/jobs';
import { changeRoutes } from '../changes/changes.routes.ts';
import { ROLL_OVER_JOB, rollOverJobs } from '../year-roll-over/jobs.ts';
import { rollOverRoutes } from '../year-roll-over/roll-over.routes.ts';
import { newcomerRoutes } from './newcomers.routes.ts';
import type { Registers } from './registers.ts';

/** A learner's path through school: needs the national registers, which the app that composes the services gives. */
export function learnerPathModule(registers: Registers): ServerModule {
  let jobs: Jobs | undefined;
  const queueRollOver = (educationProviderId: string, rollOverId: string) => {
    // What could not be queued is found by the sweep within a minute.
    void jobs?.add(ROLL_OVER_JOB, { educationProviderId, rollOverId }, { key: rollOverId });
  };
  return {
    id: 'learner-path',
    routes: [...newcomerRoutes(registers), ...changeRoutes, ...rollOverRoutes(queueRollOver)],
    abilities: (identity) => (hasRole(identity, 'principal', 'school-secretary') ? ['places.change'] : []),
    jobs: rollOverJobs,
    plugin: (app) => {
      jobs = app.kernel.jobs;
      return Promise.resolve();
    },
  };
}
