const FIRST_SECONDS = 30;
const MOST_SECONDS = 6 * 3600;

/** How long the next attempt waits after so many failures in a row: doubled each time, never over six hours. */
export const waitSeconds = (failures: number): number => Math.min(MOST_SECONDS, FIRST_SECONDS * 2 ** Math.max(0, failures - 1));
