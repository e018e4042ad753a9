import { hasProviderWideRole, hasRole } from '@digione/platform/access';
import type { BlobStore } from '@digione/platform/files';
import type { ServerModule } from '@digione/platform/http';
import type { Jobs } from '@digione/platform/jobs';
import en from '../i18n/en.json' with { type: 'json' };
import fi from '../i18n/fi.json' with { type: 'json' };
import sv from '../i18n/sv.json' with { type: 'json' };
import { checkedImportsCard, connectionCard } from './desk/cards.desk.ts';
import { koskiRoutes } from './koski/koski.routes.ts';
import { koskiJobs, koskiSubscribers, type FindKoskiAccess } from './koski/jobs.ts';
import { FOLLOW_JOBS, registerJobs } from './registers/jobs.ts';
import { registerRoutes } from './registers/monitor.routes.ts';
import type { OpenRegisters } from './registers/open-registers.ts';
import { importRoutes } from './runs/imports.routes.ts';
import { importJobs, RUN_JOB } from './runs/run-job.ts';
import { templateDownload } from './runs/template-download.ts';
import { uploadPlugin } from './runs/upload.ts';

/** Imports over the API and in the workspace; `files` keeps what was uploaded until it is imported. */
export function exchangeModule({ files, registers, findKoskiAccess = () => undefined }: { files: BlobStore; registers: OpenRegisters; findKoskiAccess?: FindKoskiAccess | undefined }): ServerModule {
  let jobs: Jobs | undefined;
  const queue = (educationProviderId: string, importRunId: string) => {
    // A run that could not be queued stays waiting and is seen as such; it can be started again.
    void jobs?.add(RUN_JOB, { educationProviderId, importRunId }, { key: importRunId });
  };
  const upload = uploadPlugin(files);
  return {
    id: 'exchange',
    routes: [...importRoutes(queue), ...koskiRoutes(findKoskiAccess), ...registerRoutes(registers, (register) => void jobs?.add(FOLLOW_JOBS[register], {}, { key: FOLLOW_JOBS[register] }))],
    messages: { fi, sv, en },
    abilities: (identity) => [
      ...(hasProviderWideRole(identity, 'main-user') ? ['imports.run', 'koski.list', 'koski.run'] : []),
      ...(hasProviderWideRole(identity, 'platform-operator') ? ['imports.runCodes'] : []),
      ...(hasRole(identity, 'principal', 'school-secretary') ? ['koski.list'] : []),
    ],
    desk: [checkedImportsCard, connectionCard],
    jobs: [...importJobs(files), ...koskiJobs(findKoskiAccess), ...registerJobs(registers)],
    subscribers: koskiSubscribers,
    plugin: async (app) => {
      jobs = app.kernel.jobs;
      await upload(app);
      await templateDownload(app);
    },
  };
}
