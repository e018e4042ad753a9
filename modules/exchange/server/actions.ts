import { defineAction, hasRoleOverProvider, providerObject } from '@digione/platform/access';

/** Importing changes a whole city's data: the main user's work. */
export const runImports = defineAction({
  name: 'import.run',
  purpose: 'purpose.import',
  object: providerObject,
  anyOf: [hasRoleOverProvider('main-user')],
});

/** Code sets are shared by all providers, so only the platform's own operator imports them. */
export const importCodeSets = defineAction({
  name: 'import.runCodes',
  purpose: 'purpose.import',
  object: providerObject,
  anyOf: [hasRoleOverProvider('platform-operator')],
});
