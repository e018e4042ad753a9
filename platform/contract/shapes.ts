import { z } from 'zod';

/** Marks a field that identifies a person, so that the kernel can audit whose data a response held. */
export const personIdentifying = z.registry<{ person: true }>();

export const emptyShape = z.strictObject({});

export const EducationProviderId = z.uuid().meta({ description: 'Education provider (tenant)' });
export type EducationProviderId = z.infer<typeof EducationProviderId>;

/**
 * A person inside one education provider. Every response that tells something of a person carries it, since the
 * audit finds whose data was answered by this very schema object: use it as it is (`.nullable()` and `.optional()` keep it, `.meta()` does not).
 */
export const PersonId = z.uuid().meta({ description: 'Person within the education provider' });
export type PersonId = z.infer<typeof PersonId>;
personIdentifying.add(PersonId, { person: true });

export const AccountId = z.uuid();
export type AccountId = z.infer<typeof AccountId>;

/** A calendar date in Finland, `2026-11-24`. */
export const LocalDate = z.iso.date().meta({ description: 'Calendar date, Europe/Helsinki' });
export type LocalDate = z.infer<typeof LocalDate>;

/** A wall-clock time in Finland, `09:15`. */
export const LocalTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'Wall-clock time, Europe/Helsinki' });

/** An instant as ISO 8601 in UTC. */
export const Instant = z.iso.datetime().meta({ description: 'Instant, ISO 8601 in UTC' });
export type Instant = z.infer<typeof Instant>;

export const Language = z.enum(['fi', 'sv', 'en']);
export type Language = z.infer<typeof Language>;

/** A name in the languages it has; Finnish or Swedish is always there in the data. */
export const LocalizedText = z.strictObject({
  fi: z.string().optional(),
  sv: z.string().optional(),
  en: z.string().optional(),
});
export type LocalizedText = z.infer<typeof LocalizedText>;

/** Free text a person writes: trimmed, no control characters but line breaks. */
export const freeText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // eslint-disable-next-line no-control-regex -- control characters break logs, CSV exports and PDF
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, { error: 'control-characters' });

/** Paging by cursor: opaque to the caller, stable under inserts. */
export const pageQuery = { cursor: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) };
export const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });

/** What went wrong, in the reader's language (RFC 9457). */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  traceId: z.string().optional(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
