import type { Route } from '@digione/platform/http';
import type { Facts } from './city/facts.ts';
import { expectations, PUBLIC_ENDPOINTS, type Judge } from './oracle/index.ts';
import { keysOf, SELF } from './things.ts';

const HEAD = `# Who may do what

Made by \`npx vitest run e2e/trust/access-matrix.test.ts -u\` from the oracle in \`e2e/trust/oracle\`, by which every endpoint is asked as every
role and relation. Whoever is not named on a line is refused. The people are those of \`e2e/trust/city/cast.ts\`: \`teacher@hill\` is a
teacher at the school *hill*, \`@all\` has the role at every school, \`former-\` and \`future-\` had it until yesterday or will from tomorrow;
*child* studies at *hill* in class 5a, *other-school* at *lake*; *came-of-age* turns 18 today.
`;

/** The oracle's word on every endpoint and thing, for people to read and to see change. */
export function renderMatrix(routes: readonly Route[], judge: Judge, facts: Facts): string {
  const people = [...facts.people.keys()];
  const sections = routes
    .map(({ endpoint }) => endpoint)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((endpoint) => {
      const lines = (expectations[endpoint.id] ?? []).flatMap((expectation) =>
        keysOf(expectation.on).map((key) => {
          const may = people.filter((who) => expectation.may(judge, who, key === SELF ? who : key));
          const names = may.length === people.length ? 'everyone of the city' : may.length === 0 ? 'nobody' : may.toSorted().join(', ');
          return expectation.on === 'nothing' ? `- ${names}` : `- **${expectation.on} ${key}**: ${names}`;
        }),
      );
      const open = PUBLIC_ENDPOINTS[endpoint.id];
      return `## ${endpoint.id}\n\n\`${endpoint.method} ${endpoint.path}\`\n\n${open === undefined ? lines.join('\n') : `- anyone, signed in or not: ${open}`}\n`;
    });
  return `${HEAD}\n${sections.join('\n')}`;
}
