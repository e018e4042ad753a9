import { createHash, createPrivateKey, hkdfSync } from 'node:crypto';
import type { JWK } from 'jose';

/** PKCS #8 of an Ed25519 key up to the 32 bytes of its seed (RFC 8410, section 7). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

const derive = (sessionKey: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', sessionKey, Buffer.alloc(0), `digione demo provider: ${purpose}`, 32));

export interface ProviderKeys {
  readonly signing: JWK;
  readonly clientSecret: string;
  readonly cookieKey: string;
}

/** The same in every process that shares the session key, so that a sign-in may begin at one and end at another. */
export function providerKeys(sessionKey: Buffer): ProviderKeys {
  const seed = derive(sessionKey, 'signing');
  const jwk = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
  return {
    signing: { kty: 'OKP', crv: 'Ed25519', x: jwk.x ?? '', d: jwk.d ?? '', use: 'sig', alg: 'EdDSA', kid: createHash('sha256').update(jwk.x ?? '').digest('base64url').slice(0, 16) },
    clientSecret: derive(sessionKey, 'client secret').toString('base64url'),
    cookieKey: derive(sessionKey, 'cookies').toString('base64url'),
  };
}
