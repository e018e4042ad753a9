import type { RecordKind, RosterRecord } from './records.ts';
import type { Row } from './row.ts';
import { CLASS_TYPES, ORG_TYPES, ROLE_TYPES, ROLES, SESSION_TYPES, SEXES } from './vocabularies.ts';

/** Turns a row into records. Values after an error are placeholders: the caller drops records of a row that has one. */
export type Mapper = (row: Row) => readonly RosterRecord[];

function common(row: Row, sourcedId = row.required('sourcedId')) {
  return { sourcedId, status: row.status(), dateLastModified: row.dateLastModified(), extensions: row.extensions() } as const;
}

/** Where a format gives rows no id of their own, what the row joins identifies it. */
const joined = (...parts: ReadonlyArray<string | null>): string => parts.map((part) => part ?? '').join(':');

/** @param isOneRoster School Data Sync leaves names out on purpose; there a missing one is no error */
// eslint-disable-next-line typescript/consistent-return -- the switch is exhaustive; the compiler checks it
export function createMapper(kind: RecordKind, isOneRoster: boolean): Mapper {
  switch (kind) {
    case 'academicSessions':
      return (row) => {
        const startDate = row.requiredDate('startDate');
        const endDate = row.requiredDate('endDate');
        row.checkOrder(startDate, endDate, 'endDate');
        const type = row.oneOf('type', SESSION_TYPES, 'term', 'error') ?? 'term';
        const title = row.required('title');
        const parentSourcedId = row.text('parentSourcedId');
        return [{ kind, ...common(row), title, type, startDate, endDate, parentSourcedId, schoolYear: row.wholeNumber('schoolYear') }];
      };
    case 'orgs':
      return (row) => [
        {
          kind,
          ...common(row),
          name: row.required('name'),
          type: row.oneOf('type', ORG_TYPES, 'school', 'warning') ?? 'other',
          identifier: row.text('identifier'),
          parentSourcedId: row.text('parentSourcedId'),
        },
      ];
    case 'courses':
      return (row) => [
        {
          kind,
          ...common(row),
          title: row.required('title'),
          courseCode: row.text('courseCode'),
          schoolYearSourcedId: row.text('schoolYearSourcedId'),
          orgSourcedId: row.text('orgSourcedId'),
          grades: row.list('grades'),
          subjects: row.list('subjects'),
          subjectCodes: row.list('subjectCodes'),
        },
      ];
    case 'classes':
      return (row) => [
        {
          kind,
          ...common(row),
          title: row.required('title'),
          classCode: row.text('classCode'),
          classType: row.oneOf('classType', CLASS_TYPES, 'scheduled', 'warning') ?? 'scheduled',
          courseSourcedId: row.text('courseSourcedId'),
          schoolSourcedId: row.text('schoolSourcedId'),
          termSourcedIds: row.list('termSourcedIds'),
          location: row.text('location'),
          grades: row.list('grades'),
          subjects: row.list('subjects'),
          subjectCodes: row.list('subjectCodes'),
          periods: row.list('periods'),
        },
      ];
    case 'users': {
      let toldPassword = false;
      return (row) => {
        if (!toldPassword && row.hasPassword()) {
          row.note('warning', 'password-present', 'password');
          toldPassword = true;
        }
        const severity = isOneRoster ? 'error' : 'warning';
        return [
          {
            kind,
            ...common(row),
            enabledUser: row.flag('enabledUser') ?? true,
            username: row.text('username'),
            userIds: row.userIds(),
            givenName: row.required('givenName', severity),
            familyName: row.required('familyName', severity),
            middleName: row.text('middleName'),
            preferredGivenName: row.text('preferredGivenName'),
            preferredMiddleName: row.text('preferredMiddleName'),
            preferredFamilyName: row.text('preferredFamilyName'),
            identifier: row.text('identifier'),
            userMasterIdentifier: row.text('userMasterIdentifier'),
            email: row.text('email'),
            sms: row.text('sms'),
            phone: row.text('phone'),
            pronouns: row.text('pronouns'),
            grades: row.list('grades'),
            primaryOrgSourcedId: row.text('primaryOrgSourcedId'),
            agentSourcedIds: row.list('agentSourcedIds'),
            role: row.oneOf('role', ROLES, null),
            orgSourcedIds: row.list('orgSourcedIds'),
          },
        ];
      };
    }
    case 'userProfiles':
      return (row) => [
        {
          kind,
          ...common(row),
          userSourcedId: row.required('userSourcedId'),
          profileType: row.required('profileType', 'warning'),
          vendorId: row.required('vendorId', 'warning'),
          applicationId: row.text('applicationId'),
          description: row.text('description'),
          credentialType: row.required('credentialType', 'warning'),
          username: row.required('username', 'warning'),
        },
      ];
    case 'roles':
      return (row) => {
        const userSourcedId = row.required('userSourcedId');
        const orgSourcedId = row.required('orgSourcedId');
        row.required('role');
        const role = row.oneOf('role', ROLES, null) ?? 'other';
        const termSourcedId = row.text('termSourcedId');
        const beginDate = row.date('beginDate');
        const endDate = row.date('endDate');
        row.checkOrder(beginDate, endDate, 'endDate');
        return [
          {
            kind,
            ...common(row, row.text('sourcedId') ?? joined(userSourcedId, orgSourcedId, role, termSourcedId)),
            userSourcedId,
            orgSourcedId,
            role,
            roleType: row.oneOf('roleType', ROLE_TYPES, 'primary', 'warning') ?? 'primary',
            beginDate,
            endDate,
            userProfileSourcedId: row.text('userProfileSourcedId'),
            grades: row.list('grades'),
            termSourcedId,
          },
        ];
      };
    case 'demographics':
      return (row) => [
        {
          kind,
          ...common(row),
          birthDate: row.date('birthDate'),
          sex: row.oneOf('sex', SEXES, null, 'warning'),
          countryOfBirthCode: row.text('countryOfBirthCode'),
          cityOfBirth: row.text('cityOfBirth'),
        },
      ];
    case 'enrollments':
      return (row) => {
        const classSourcedId = row.required('classSourcedId');
        const userSourcedId = row.required('userSourcedId');
        row.required('role');
        const role = row.oneOf('role', ROLES, null) ?? 'other';
        const beginDate = row.date('beginDate');
        const endDate = row.date('endDate');
        row.checkOrder(beginDate, endDate, 'endDate');
        return [
          {
            kind,
            ...common(row, row.text('sourcedId') ?? joined(classSourcedId, userSourcedId, role)),
            classSourcedId,
            userSourcedId,
            schoolSourcedId: row.text('schoolSourcedId'),
            role,
            primary: row.flag('primary'),
            beginDate,
            endDate,
          },
        ];
      };
    case 'relationships':
      return (row) => {
        const userSourcedId = row.required('userSourcedId');
        const relationshipUserSourcedId = row.required('relationshipUserSourcedId');
        return [
          {
            kind,
            ...common(row, row.text('sourcedId') ?? joined(userSourcedId, relationshipUserSourcedId)),
            userSourcedId,
            relationshipUserSourcedId,
            role: row.oneOf('relationshipRole', ROLES, 'guardian', 'warning') ?? 'other',
          },
        ];
      };
  }
}
