export { DEMO_SIZES, readConfig, type Config, type DemoSize, type Flags, type Mode } from './config.ts';
export { type IdentityProvider } from './identity-provider.ts';
export { codeOf, messageOf, OperatorError } from './operator-error.ts';
export { type Secrets } from './secrets.ts';
