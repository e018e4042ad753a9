export { hashToken, SECURE_SESSION_COOKIE, SESSION_COOKIE, SessionAuthenticator } from './session/authenticator.ts';
export { insertSession } from './session/sessions.ts';
export { readOwnAccount, readOwnDesk } from './actions.ts';
