/** The page of one child. */
export const addressOf = (learnerId: string, educationProviderId: string): string => `/children/${learnerId}?provider=${educationProviderId}`;
