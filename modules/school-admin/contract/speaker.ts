import { z } from 'zod';

/** Who said it, as the reader needs to know it: never which of two homes. */
export const Speaker = z.enum(['you', 'guardian', 'learner', 'school']);
