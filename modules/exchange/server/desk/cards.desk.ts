import { readOwnDesk } from '@digione/access/server';
import { CheckedImports, VendorConnection } from '@digione/exchange/contract';
import { hasProviderWideRole, hasRole } from '@digione/platform/access';
import { deskSource } from '@digione/platform/http';
import { runImports } from '../actions.ts';
import { findConnection, listCheckedImports } from './desk.queries.ts';

/** What nobody carried out in a fortnight is not being waited for. */
const DAYS = 14;
const SHOWN = 3;

export const checkedImportsCard = deskSource({
  id: 'exchange.checkedImports',
  region: 'waiting',
  order: 40,
  action: runImports,
  needs: (identity) => hasProviderWideRole(identity, 'main-user'),
  response: CheckedImports,
  async load({ tx }) {
    const runs = await listCheckedImports(tx, DAYS, SHOWN);
    const first = runs[0];
    return first === undefined ? undefined : { total: first.total, runs: runs.map(({ total: _total, ...run }) => run) };
  },
});

export const connectionCard = deskSource({
  id: 'exchange.connection',
  region: 'now',
  order: 80,
  action: readOwnDesk,
  needs: (identity) => hasRole(identity, 'vendor'),
  response: VendorConnection,
  load: ({ tx, actor }) => findConnection(tx, actor.personId),
});
