export { createWorld, TEST_AUDIT_KEY, type World, type Client, type Answer } from './world.ts';
export { Builders, type PersonInput } from './builders.ts';
