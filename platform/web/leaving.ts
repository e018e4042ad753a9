let isOnTheWay = false;

/** Leaves the workspace for good (after a sign-out); refusals that arrive meanwhile must not send the browser elsewhere. */
export function leaveWorkspace(address: string): void {
  isOnTheWay = true;
  location.assign(address);
}

/** Whether the browser is on its way out of the workspace. */
export const isLeaving = (): boolean => isOnTheWay;
