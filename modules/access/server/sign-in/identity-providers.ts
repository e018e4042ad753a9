import type { FastifyReply } from 'fastify';
import type { Database } from '@digione/platform/db';
import { findSessionOrigin } from '../session/sessions.queries.ts';
import type { RelyingParty } from './relying-party.ts';

/** The identity providers of this platform, by key and by issuer. */
export class IdentityProviders {
  readonly list: readonly RelyingParty[];
  readonly #clearsFormerSession: ((party: RelyingParty, reply: FastifyReply) => void) | undefined;

  constructor(list: readonly RelyingParty[], clearsFormerSession?: (party: RelyingParty, reply: FastifyReply) => void) {
    this.list = list;
    this.#clearsFormerSession = clearsFormerSession;
  }

  find(key: string): RelyingParty | undefined {
    return this.list.find(({ provider }) => provider.key === key);
  }

  /** By the `iss` of a token. */
  findByIssuer(issuer: string): RelyingParty | undefined {
    return this.list.find(({ provider }) => provider.issuer === issuer);
  }

  async findOfSession(database: Database, sessionId: string): Promise<RelyingParty | undefined> {
    const origin = await findSessionOrigin(database.system, sessionId);
    return this.list.find(({ loginIssuer }) => loginIssuer === origin?.issuer);
  }

  /** Demo sign-in always asks who one is today. */
  forgetFormerPersona(party: RelyingParty, reply: FastifyReply): void {
    this.#clearsFormerSession?.(party, reply);
  }
}
