import { Buffer } from 'node:buffer';
import { z } from 'zod';
import * as contract from '@digione/exchange/contract';
import { HttpProblem, invalid, notFound, providerRoute, type ProviderContext, type Route } from '@digione/platform/http';
import { readKoskiTransfers, resendStudyRight, runKoskiConnection } from './actions.ts';
import type { FindKoskiAccess } from './jobs.ts';
import { sentenceFor } from './sentences.ts';
import { askToSend, isTransferOn } from './transfer.queries.ts';
import * as list from './work-list.queries.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

function readCursor(text: string | undefined) {
  if (text === undefined) return undefined;
  try {
    const [askedAt, studyRightId] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { askedAt, studyRightId };
  } catch {
    throw invalid({ path: 'query.cursor', key: 'exchange.problem.cursor' });
  }
}

async function connectionOf({ tx }: ProviderContext, findAccess: FindKoskiAccess): Promise<contract.KoskiConnection> {
  const { key, version, isOn } = await list.findConnection(tx);
  const access = findAccess(key);
  return { version, isOn, address: access?.url ?? null, user: access?.user ?? null };
}

export const koskiRoutes = (findAccess: FindKoskiAccess): readonly Route[] => [
  providerRoute(contract.getKoskiConnection, { action: runKoskiConnection, handle: (context) => connectionOf(context, findAccess) }),

  providerRoute(contract.setKoskiConnection, {
    action: runKoskiConnection,
    async handle(context, { body, ifMatch }) {
      const { tx, emit } = context;
      const before = await list.findConnection(tx);
      if (before.version !== ifMatch) throw new HttpProblem(412);
      await list.saveConnection(tx, body.isOn);
      if (body.isOn && !before.isOn) await askToSend(tx, 'all');
      await emit({ name: 'koski-connection.changed', payload: { isOn: body.isOn }, live: { topics: ['koski'] } });
      return connectionOf(context, findAccess);
    },
  }),

  providerRoute(contract.listKoskiTransfers, {
    action: readKoskiTransfers,
    async handle({ tx, actor, language }, { query }) {
      const [rows, counts] = await Promise.all([list.listTransfers(tx, actor, { state: query.state, after: readCursor(query.cursor), limit: query.limit + 1 }), list.countTransfers(tx, actor)]);
      const items = rows.slice(0, query.limit);
      const last = items.at(-1);
      return {
        items: items.map(({ personId, callName, lastName, faults, ...row }) => ({ ...row, learner: { personId, callName, lastName }, faults: faults.map((fault) => ({ key: fault.key, message: sentenceFor(fault, language) })) })),
        nextCursor: rows.length > query.limit && last !== undefined ? Buffer.from(JSON.stringify([last.askedAt, last.studyRightId])).toString('base64url') : null,
        counts,
      };
    },
  }),

  providerRoute(contract.resendToKoski, {
    action: resendStudyRight,
    object: ({ params }) => params.learnerId,
    async handle({ tx, actor, emit }, { params }) {
      if (!(await list.mayResend(tx, actor, params.learnerId, params.studyRightId))) throw notFound();
      if (!(await isTransferOn(tx))) throw new HttpProblem(409, { detail: 'exchange.koski.off' });
      await askToSend(tx, { studyRightId: params.studyRightId });
      await emit({ name: 'koski-transfer.asked', payload: { studyRightId: params.studyRightId }, live: { topics: ['koski'] } });
      return params;
    },
  }),

  providerRoute(contract.listKoskiAttempts, {
    action: runKoskiConnection,
    handle: async ({ tx }, { query }) => ({ items: await list.listAttempts(tx, query.limit) }),
  }),
];
