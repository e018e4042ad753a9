import type { Clock } from '@digione/platform/time';
import type { Asked, Registers } from '@digione/school-admin/server';
import { learnerNumberClient, type LearnerNumberClient, type LearnerNumberConnection } from '../learner-number/client.ts';
import { populationClient, type PopulationClient, type PopulationConnection } from '../population/client.ts';
import { readPerson } from '../population/read-person.ts';
import { RegisterFailure, type Fetch } from './ask.ts';

/** How one provider reaches the national registers; what is left out is not connected. */
export interface RegisterConnections {
  readonly population?: (PopulationConnection & { readonly fetch?: Fetch }) | undefined;
  readonly learnerNumber?: (LearnerNumberConnection & { readonly fetch?: Fetch }) | undefined;
}

/** Opens the registers of a provider, each client once. */
export interface OpenRegisters extends Registers {
  population(educationProviderId: string): Promise<PopulationClient | undefined>;
  learnerNumber(educationProviderId: string): Promise<LearnerNumberClient | undefined>;
}

/**
 * The national registers of each provider.
 * @param connectionsOf by the provider's id; secrets come from the operator's file, never from the database
 * @param onFailure told of every failure, without any personal data
 */
export function openRegisters(connectionsOf: (educationProviderId: string) => RegisterConnections | Promise<RegisterConnections>, clock: Clock, onFailure: (failure: RegisterFailure) => void = () => {}): OpenRegisters {
  const opened = new Map<string, { population: PopulationClient | undefined; learnerNumber: LearnerNumberClient | undefined }>();
  const open = async (educationProviderId: string) => {
    const known = opened.get(educationProviderId);
    if (known !== undefined) return known;
    const { population, learnerNumber } = await connectionsOf(educationProviderId);
    const clients = {
      population: population && populationClient(population, population.fetch),
      learnerNumber: learnerNumber && learnerNumberClient(learnerNumber, learnerNumber.fetch),
    };
    opened.set(educationProviderId, clients);
    return clients;
  };
  const asking = async <T>(work: () => Promise<Asked<T>>): Promise<Asked<T>> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof RegisterFailure)) throw error;
      onFailure(error);
      return { outcome: 'unavailable' };
    }
  };
  return {
    population: async (educationProviderId) => (await open(educationProviderId)).population,
    learnerNumber: async (educationProviderId) => (await open(educationProviderId)).learnerNumber,
    findPerson: (educationProviderId, identityCode) =>
      asking(async () => {
        const client = (await open(educationProviderId)).population;
        if (client === undefined) return { outcome: 'not-connected' };
        const [envelope] = await client.listBasicData([identityCode]);
        if (envelope === undefined) return { outcome: 'not-found' };
        const today = clock.today();
        const codes = (readPerson(envelope, [], today)?.guardians ?? []).flatMap((guardian) => guardian.identityCode ?? []);
        const person = readPerson(envelope, codes.length === 0 ? [] : await client.listBasicData(codes), today);
        return person === undefined ? { outcome: 'not-found' } : { outcome: 'found', value: person };
      }),
    findLearnerNumber: (educationProviderId, person) =>
      asking(async () => {
        const client = (await open(educationProviderId)).learnerNumber;
        if (client === undefined) return { outcome: 'not-connected' };
        const answer = await client.findOrCreate(person);
        if (answer.outcome === 'found') return { outcome: 'found', value: answer.learnerNumber };
        return { outcome: answer.outcome === 'refused' ? 'not-found' : answer.outcome };
      }),
  };
}
