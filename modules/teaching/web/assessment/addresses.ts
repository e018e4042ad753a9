interface SheetPlace {
  readonly markRoundId: string;
  readonly groupId: string | null;
  readonly homeroomId: string | null;
}

/** Where a sheet of marks is given: a group's in its subject, or a class's behaviour. */
export const sheetAddress = (educationProviderId: string, { markRoundId, groupId, homeroomId }: SheetPlace): string =>
  groupId === null ? `/homerooms/${homeroomId ?? ''}/behaviour/${markRoundId}?provider=${educationProviderId}` : `/groups/${groupId}/marks/${markRoundId}?provider=${educationProviderId}`;

export const roundAddress = (educationProviderId: string, schoolId: string, markRoundId: string): string => `/mark-rounds/${schoolId}/${markRoundId}?provider=${educationProviderId}`;
