import { hasProviderWideRole } from '@digione/platform/access';
import { DocumentRefused, renderSvg } from '@digione/platform/documents';
import { HttpProblem, invalid, providerRoute } from '@digione/platform/http';
import * as contract from '../../contract/certificates/index.ts';
import { changeCertificateTemplate, readCertificateTemplate } from './actions.ts';
import { getTemplate, insertTemplate } from './template.queries.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/** The picture, proven by setting it once: what can't be drawn would keep every certificate from being printed. */
async function readLogo(text: string): Promise<Buffer> {
  const logo = Buffer.from(text, 'base64');
  const refused = invalid({ path: 'logo', key: 'schoolAdmin.certificateTemplate.badLogo' });
  if (logo.length > 200_000 || ![PNG, JPEG].some((start) => logo.subarray(0, start.length).equals(start))) throw refused;
  try {
    await renderSvg({ template: '#image("/logo", width: 20mm)', data: {}, images: { logo } });
  } catch (error) {
    throw error instanceof DocumentRefused ? refused : error;
  }
  return logo;
}

export const templateRoutes = [
  providerRoute(contract.getCertificateTemplate, {
    action: readCertificateTemplate,
    async handle({ tx, actor }) {
      const { number, template, logo, savedAt } = await getTemplate(tx);
      return { number, template, hasLogo: logo !== null, savedAt, can: { change: hasProviderWideRole(actor, 'main-user') } };
    },
  }),

  providerRoute(contract.saveCertificateTemplate, {
    action: changeCertificateTemplate,
    async handle({ tx, actor, emit }, { body: { template, basedOn, logo } }) {
      const before = await getTemplate(tx);
      const wanted = logo === undefined ? before.logo : logo === null ? null : await readLogo(logo);
      // PDF/UA wants words for whom the picture says nothing.
      if (wanted !== null && !Object.values(template.logoText).some((text) => text !== undefined && text !== '')) throw invalid({ path: 'template.logoText', key: 'schoolAdmin.certificateTemplate.noLogoText' });
      const number = await insertTemplate(tx, { basedOn, template, logo: wanted, savedBy: actor.personId });
      if (number === undefined) throw new HttpProblem(409, { detail: 'schoolAdmin.certificateTemplate.changedSince' });
      await emit({ name: 'certificate-template.saved', payload: { number }, live: { topics: ['certificate-template'], personIds: [actor.personId] } });
      return { number };
    },
  }),
];
