import { z } from 'zod';
import { endpoint, freeText, Instant, LocalDate } from '@digione/platform/contract';

const Said = z.strictObject({ fi: freeText(600).optional(), sv: freeText(600).optional(), en: freeText(600).optional() });

/** What a provider decides of the looks and words of its certificates. */
export const CertificateTemplate = z.strictObject({
  /** Where certificates are given: “Koivula”. */
  place: Said,
  /** When and as what the local curriculum was approved. */
  curriculum: Said,
  /** A line of the provider's own under the marks. */
  footer: Said,
  /** When the Ministry gave the permit to provide upper-secondary education. */
  permitOn: LocalDate.nullable(),
  signatories: z.enum(['principal', 'principal-and-homeroom-teacher']),
  /** The identity code on every certificate, or on those that end studies; the others then carry the date of birth. */
  identityCode: z.enum(['all', 'final']),
  /** “Kiitettävä 9” instead of “9”. */
  marksInWords: z.boolean(),
  /** What the logo shows, for who can't see it. */
  logoText: Said,
});
export type CertificateTemplate = z.infer<typeof CertificateTemplate>;

const saved = { number: z.number().int(), template: CertificateTemplate, hasLogo: z.boolean(), savedAt: Instant.nullable() };

export const getCertificateTemplate = endpoint({
  id: 'school-admin.getCertificateTemplate',
  method: 'GET',
  path: '/certificate-template',
  scope: 'provider',
  summary: 'The version of the certificate template in force; number 0 is what the product brings.',
  response: z.strictObject({ ...saved, can: z.strictObject({ change: z.boolean() }) }),
  refreshOn: ['certificate-template'],
});

export const saveCertificateTemplate = endpoint({
  id: 'school-admin.saveCertificateTemplate',
  method: 'POST',
  path: '/certificate-templates',
  scope: 'provider',
  summary: 'Saves a new version of the certificate template. Certificates that were given keep theirs.',
  body: z.strictObject({
    template: CertificateTemplate,
    /** The version one began from: somebody else's newer one is not overwritten. */
    basedOn: z.number().int().min(0),
    /** PNG or JPEG of up to 200 kB; left out, the logo stays; null takes it away. */
    logo: z.string().max(280_000).regex(/^[A-Za-z0-9+/]*={0,2}$/).nullable().optional(),
  }),
  response: z.strictObject({ number: z.number().int() }),
  refreshOn: ['certificate-template'],
});
