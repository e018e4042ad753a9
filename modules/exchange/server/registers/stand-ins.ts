import { learnerNumberStandIn, type LearnerNumberStandIn, type NumberedPerson } from '../learner-number/stand-in.ts';
import type { PersonEnvelope } from '../population/client.ts';
import { populationStandIn, type PopulationStandIn } from '../population/stand-in.ts';
import type { RegisterConnections } from './open-registers.ts';

/** Both registers in this process, reached by their real protocols: for demonstrations and tests. */
export function standInRegisters(people: readonly (NumberedPerson & { readonly envelope: PersonEnvelope })[], startedAt: string): { connections: RegisterConnections; population: PopulationStandIn; learnerNumber: LearnerNumberStandIn } {
  const credentials = { user: 'stand-in', password: 'stand-in' };
  const population = populationStandIn({ people: people.map(({ envelope }) => envelope), ...credentials });
  const client = { clientId: 'stand-in', clientSecret: 'stand-in' };
  const learnerNumber = learnerNumberStandIn({ people, startedAt, ...client });
  return {
    population,
    learnerNumber,
    connections: {
      population: { url: 'http://population.invalid/api/v1', fetch: population.fetch, ...credentials },
      learnerNumber: { url: 'http://learner-number.invalid/oppijanumerorekisteri-service', tokenUrl: 'http://learner-number.invalid/oauth2/token', fetch: learnerNumber.fetch, ...client },
    },
  };
}
