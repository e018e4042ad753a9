import { coreDataModule } from '@digione/core-data/server';
import { privacyModule } from '@digione/privacy/server';
import { teachingModule } from '@digione/teaching/server';
import { timetableModule } from '@digione/timetable/server';
import type { ProviderContext, ServerModule } from '@digione/platform/http';

/** Every service of the product; the one place that knows them all. */
export const modules: readonly ServerModule[] = [coreDataModule, privacyModule, timetableModule, teachingModule];

/** The notification centre's kept count of the unread. */
export const countUnread = async (_context: ProviderContext): Promise<number> => 0;
