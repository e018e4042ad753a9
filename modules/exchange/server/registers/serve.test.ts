import { expect, test } from 'vitest';
import { registeredNewcomers } from '@digione/demo';
import { stoppedClock } from '@digione/platform/time';
import { learnerNumberStandIn } from '../learner-number/stand-in.ts';
import { populationStandIn } from '../population/stand-in.ts';
import { openRegisters } from './open-registers.ts';
import { serveStandIn } from './serve.ts';

test('the connectors find a person over the wire, with number and guardians', async () => {
  const population = await serveStandIn(populationStandIn({ people: registeredNewcomers.map(({ envelope }) => envelope), user: 'a', password: 'b', failures: ['timeout'] }).fetch, 0);
  const numbers = await serveStandIn(learnerNumberStandIn({ people: registeredNewcomers, clientId: 'a', clientSecret: 'b', startedAt: '2026-11-24T00:00:00Z' }).fetch, 0);
  try {
    const registers = openRegisters(
      () => ({
        population: { url: `${population.url}/api/v1`, user: 'a', password: 'b' },
        learnerNumber: { url: `${numbers.url}/oppijanumerorekisteri-service`, tokenUrl: `${numbers.url}/oauth2/token`, clientId: 'a', clientSecret: 'b' },
      }),
      stoppedClock('2026-11-24T07:20:00.000Z'),
    );
    const code = registeredNewcomers[0]?.identityCode ?? '';
    expect(await registers.findPerson('koivula', code)).toEqual({ outcome: 'unavailable' });
    const found = await registers.findPerson('koivula', code);
    expect(found).toMatchObject({ outcome: 'found', value: { callName: 'Oiva', guardians: [{ firstNames: 'Noora Katariina' }, { firstNames: 'Samir Antti' }] } });
    expect(found.outcome === 'found' && (await registers.findLearnerNumber('koivula', found.value))).toMatchObject({ outcome: 'found' });
  } finally {
    await population.close();
    await numbers.close();
  }
});
