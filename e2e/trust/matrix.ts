import type { Answer } from '@digione/app-server/testing';
import type { Route } from '@digione/platform/http';
import type { TrustWorld, Who } from './fixture.ts';
import type { IdSource } from './inputs.ts';
import { expectations, PUBLIC_ENDPOINTS, type Expectation, type Judge } from './oracle/index.ts';
import { sampleRequest, type Request } from './request.ts';
import { relationOf } from './relation.ts';
import { fieldOf, SELF, thingsOf, type Thing } from './things.ts';

/** One question: may this person do this to that? */
export interface Cell {
  readonly route: Route;
  readonly expectation: Expectation;
  readonly who: Who;
  readonly thing: Thing;
  readonly isAllowed: boolean;
  /** Told apart from "forbidden": there is no such thing for this person. */
  readonly isMissing: boolean;
  readonly request: Request;
}

/** Everyone of the neighbour city tries; a few are enough, since none of them is anyone here. */
const NEIGHBOURS = ['child', 'mother', 'teacher@hill', 'principal@all', 'school-secretary@all', 'main-user', 'data-protection-officer', 'platform-operator'];

/** These end the session they are asked with; the last one every session of the account, so it comes last. */
export const ENDS_SESSIONS = ['access.signOut', 'access.signOutEverywhere'];
const lastOnes = ({ endpoint }: Route) => ENDS_SESSIONS.indexOf(endpoint.id);

export const undeclared = (routes: readonly Route[]): string[] =>
  routes.map(({ endpoint }) => endpoint.id).filter((id) => expectations[id] === undefined && PUBLIC_ENDPOINTS[id] === undefined);

/** Every endpoint × role × relation, with what the oracle says. */
export function listCells(world: TrustWorld, judge: Judge, ids: IdSource): Cell[] {
  const routes = world.server.app.endpoints.toSorted((a, b) => lastOnes(a) - lastOnes(b));
  return routes.flatMap((route) => (expectations[route.endpoint.id] ?? []).flatMap((expectation) => cellsOf(world, judge, ids, route, expectation)));
}

function cellsOf({ north, south }: TrustWorld, judge: Judge, ids: IdSource, route: Route, expectation: Expectation): Cell[] {
  const { endpoint } = route;
  const field = expectation.field ?? fieldOf(expectation.on);
  const isNamedInPath = field in endpoint.params.shape;
  const people: Who[] = [...[...north.facts.people.keys()].map((person) => ({ city: north, person })), ...NEIGHBOURS.map((person) => ({ city: south, person }))];
  const asked = new Set<string>();
  const cells: Cell[] = [];
  for (const who of people) {
    const isNeighbour = who.city !== north;
    for (const found of thingsOf(expectation.on, north, south, judge)) {
      // Of their own city the neighbours may know; here they ask about ours.
      if (isNeighbour && !found.isThere) continue;
      const key = found.key === SELF ? who.person : found.key;
      const thing = found.key === SELF ? { ...found, id: north.idOf('person', who.person) } : found;
      const relation = isNeighbour ? `neighbour ${who.person} ${key}` : thing.isThere ? relationOf(north.facts, who.person, expectation.on, key) : `${key}: ${relationOf(north.facts, who.person, 'nothing', '')}`;
      if (asked.has(relation)) continue;
      asked.add(relation);
      const given = expectation.with?.(thing.id, { educationProviderId: north.educationProviderId, idOf: (kind, name) => north.idOf(kind, name) });
      const request = sampleRequest(endpoint, ids, {
        educationProviderId: north.educationProviderId,
        params: { ...(isNamedInPath ? { [field]: thing.id } : {}), ...given?.params },
        ...(given?.query === undefined ? {} : { query: given.query }),
        ...(given?.body === undefined ? {} : { body: given.body }),
      });
      const isMissing = (isNeighbour && endpoint.scope === 'provider') || (!thing.isThere && expectation.isOfProvider !== true);
      const isAllowed = !isMissing && (!isNeighbour || expectation.on === 'nothing') && expectation.may(judge, who.person, key);
      cells.push({ route, expectation, who, thing, isAllowed, isMissing, request });
    }
  }
  return cells;
}

/** What came of a cell, in the oracle's words. */
export function verdictOf(cell: Cell, answer: Answer, isReached: boolean): 'allowed' | 'forbidden' | 'missing' | `wrong: ${string}` {
  const { expectation, route } = cell;
  if (answer.status >= 500) return `wrong: ${answer.status}`;
  if (expectation.granted !== undefined) return expectation.granted(answer) ? 'allowed' : cell.isMissing ? 'missing' : 'forbidden';
  if (isReached) {
    if (route.endpoint.method === 'GET' && answer.status !== 200 && expectation.mayDiffer === undefined) return `wrong: ${answer.status}`;
    return 'allowed';
  }
  if (answer.status === 404) return 'missing';
  if (answer.status === 403) return 'forbidden';
  return `wrong: ${answer.status}`;
}

export const expectedVerdict = (cell: Cell): 'allowed' | 'forbidden' | 'missing' => (cell.isMissing ? 'missing' : cell.isAllowed ? 'allowed' : 'forbidden');

export const nameOfCell = ({ route, who, thing }: Cell): string => `${route.endpoint.id}: ${who.city.key}/${who.person} on ${thing.key}`;
