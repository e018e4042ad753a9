import { coreDataModule } from '@digione/core-data/server';
import { curriculumModule } from '@digione/curriculum/server';
import { homeSchoolModule } from '@digione/home-school/server';
import { privacyModule } from '@digione/privacy/server';
import { schoolAdminModule } from '@digione/school-admin/server';
import { teachingModule } from '@digione/teaching/server';
import { timetableModule } from '@digione/timetable/server';
import type { ServerModule } from '@digione/platform/http';

/** Every service of the product; the one place that knows them all. Of an event's subscribers the lower service's come first. */
export const modules: readonly ServerModule[] = [coreDataModule, privacyModule, timetableModule, curriculumModule, schoolAdminModule, teachingModule, homeSchoolModule];

/** The notification centre's kept count of the unread. */
export { countUnread } from '@digione/home-school/server';
