import { writeRosterToBuffer } from '@digione/oneroster';
import { asSystem, Database } from '@digione/platform/db';
import { clockStartingAt, systemClock } from '@digione/platform/time';
import { findProviderByKey } from '../providers.queries.ts';
import { UnknownProvider } from '../run-import.ts';
import * as roster from './roster.queries.ts';

/** The course under which homerooms stand; the standard wants one for each class. */
const HOMEROOM_COURSE = 'homeroom';
const PEOPLE_PER_RECORD = 1_000;

/**
 * One provider's people, groups and enrolments of today as a strict OneRoster 1.2 zip. Contact data of protected persons
 * is left out. Whose data went out is in the audit log.
 * @throws UnknownProvider
 */
export async function exportRoster(options: { databaseUrl: string; auditKey: Buffer; providerKey: string; now?: string }): Promise<Uint8Array> {
  const clock = options.now === undefined ? systemClock : clockStartingAt(options.now);
  const database = new Database({ url: options.databaseUrl, clock, auditKey: options.auditKey, maxConnections: 2 });
  try {
    const provider = await findProviderByKey(database, options.providerKey);
    if (provider === undefined) throw new UnknownProvider(`There is no education provider "${options.providerKey}".`);
    const scope = { educationProviderId: provider.educationProviderId, source: 'export' };
    return await asSystem('an export by the operator', database, scope, async (tx) => {
      const users = await roster.listUsers(tx);
      const known = new Set(users.map((user) => user.sourcedId));
      const isKnown = <T extends { userSourcedId: string }>(row: T) => known.has(row.userSourcedId);
      const zip = await writeRosterToBuffer(
        {
          academicSessions: await roster.listSessions(tx),
          orgs: await roster.listOrgs(tx),
          courses: [
            ...(await roster.listCourses(tx)),
            { sourcedId: HOMEROOM_COURSE, title: 'Luokka', courseCode: 'homeroom', orgSourcedId: provider.educationProviderId, subjects: ['Luokka'] },
          ],
          classes: await roster.listClasses(tx, HOMEROOM_COURSE),
          users: users.map(({ birthDate: _born, sex: _sex, isLearner: _learner, ...user }) => ({
            ...user,
            enabledUser: true,
            agentSourcedIds: user.agentSourcedIds.filter((id) => known.has(id)),
          })),
          roles: (await roster.listRoles(tx)).filter(isKnown).map((role) => ({ ...role, roleType: 'primary' as const })),
          demographics: users.filter(({ isLearner }) => isLearner).map(({ sourcedId, birthDate, sex }) => ({ sourcedId, birthDate, sex })),
          enrollments: (await roster.listEnrollments(tx)).filter(isKnown),
        },
        { systemName: 'DigiOne', systemCode: options.providerKey },
      );
      for (let at = 0; at < users.length; at += PEOPLE_PER_RECORD) {
        tx.audit.push({
          accountId: null,
          actorPersonId: null,
          action: 'roster.export',
          basis: 'operator',
          purpose: 'purpose.import',
          endpoint: null,
          objectId: null,
          personIds: users.slice(at, at + PEOPLE_PER_RECORD).map((user) => user.sourcedId),
          outcome: 'done',
          traceId: null,
        });
      }
      return zip;
    });
  } finally {
    await database.close();
  }
}
