export { accessModule } from './module.ts';
export { DEMO_ISSUER, type AccessOptions, type Persona } from './options.ts';
export { SECURE_SESSION_COOKIE, SESSION_COOKIE } from './session/cookies.ts';
export { SessionAuthenticator } from './session/authenticator.ts';
export { hashToken, insertSession } from './session/sessions.queries.ts';
export { readOwnAccount, readOwnDesk } from './actions.ts';
export { grantMainUser, GrantRefused, type Granted, type GrantOptions, type Identity } from './operator/grant-main-user.ts';
export { issueToken } from './token/issue-token.ts';
