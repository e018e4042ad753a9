import * as contract from '@digione/exchange/contract';
import { HttpProblem, notFound, providerRoute, type Route } from '@digione/platform/http';
import { runImports } from '../actions.ts';
import { listFeeds, listOpenTroubles, solveTrouble } from './monitor.queries.ts';
import type { OpenRegisters } from './open-registers.ts';
import type { RegisterName } from './feeds.queries.ts';

const REGISTERS: readonly RegisterName[] = ['population', 'learner-number'];

/** How following the registers goes: the main user's page, as all that comes in from outside. */
export const registerRoutes = (registers: OpenRegisters, queue: (register: RegisterName) => void): readonly Route[] => {
  const isConnected = async (register: RegisterName, educationProviderId: string): Promise<boolean> =>
    (register === 'population' ? await registers.population(educationProviderId) : await registers.learnerNumber(educationProviderId)) !== undefined;
  return [
    providerRoute(contract.listRegisterFeeds, {
      action: runImports,
      async handle({ tx, actor }) {
        const rows = new Map((await listFeeds(tx)).map((row) => [row.register, row]));
        const feeds = [];
        for (const register of REGISTERS) {
          const { lastRunAt = null, lastSuccessAt = null, lastFailure = null, failures = 0 } = rows.get(register) ?? {};
          feeds.push({ register, isConnected: await isConnected(register, actor.educationProviderId), lastRunAt, lastSuccessAt, lastFailure, failures });
        }
        return { feeds, troubles: await listOpenTroubles(tx) };
      },
    }),

    providerRoute(contract.runRegisterFeed, {
      action: runImports,
      async handle({ tx, actor }, { params }) {
        if (!(await isConnected(params.register, actor.educationProviderId))) throw new HttpProblem(409, { detail: 'exchange.registers.notConnected' });
        tx.afterCommit(() => queue(params.register));
        return { register: params.register };
      },
    }),

    providerRoute(contract.solveRegisterTrouble, {
      action: runImports,
      async handle({ tx, emit }, { params }) {
        const personId = await solveTrouble(tx, params.registerTroubleId);
        if (personId === undefined) throw notFound();
        await emit({ name: 'register.troubleSolved', payload: { registerTroubleId: params.registerTroubleId, personId }, live: { topics: ['register-feed'], personIds: [], schoolIds: [] } });
        return { registerTroubleId: params.registerTroubleId, personId };
      },
    }),
  ];
};
