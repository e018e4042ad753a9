import { z } from 'zod';

/** A text in the languages a curriculum is published in: Finnish, Swedish, English, three Sámi languages, Russian. */
export const CurriculumText = z.strictObject({
  fi: z.string().optional(),
  sv: z.string().optional(),
  en: z.string().optional(),
  se: z.string().optional(),
  smn: z.string().optional(),
  sms: z.string().optional(),
  ru: z.string().optional(),
});
export type CurriculumText = z.infer<typeof CurriculumText>;

/** Keys of parts: a UUID, the URI of a code, or a place within one of these. */
export const PartKey = z.string().min(1).max(400);

export const EducationForm = z.enum(['pre-primary', 'basic-education', 'adult-basic-education', 'general-upper-secondary', 'preparatory']);
export type EducationForm = z.infer<typeof EducationForm>;
