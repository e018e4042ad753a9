import type { Config } from '@digione/platform/config';
import { clockStartingAt, systemClock, type Clock } from '@digione/platform/time';

/** The clock that the configuration asks for: the machine's, or one set for a demo. */
export const clockOf = ({ now }: Config): Clock => (now === undefined ? systemClock : clockStartingAt(now));
