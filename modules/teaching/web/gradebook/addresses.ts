/** The grade book of a teaching group. */
export const gradebookAddress = (educationProviderId: string, groupId: string): string => `/groups/${groupId}/gradebook?provider=${educationProviderId}`;
