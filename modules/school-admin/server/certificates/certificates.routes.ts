import { createHash } from 'node:crypto';
import { schoolsWithRole, type Actor } from '@digione/platform/access';
import { zipOf } from '@digione/platform/documents';
import { HttpProblem, notFound, providerRoute, type ProviderContext } from '@digione/platform/http';
import * as contract from '../../contract/certificates/index.ts';
import type { CertificatesTold } from '../../events.ts';
import * as actions from './actions.ts';
import * as queries from './certificates.queries.ts';
import { findFaults } from './faults.ts';
import { KINDS, kindsOf, TONGUES } from './kinds.ts';
import { contentOf } from './prepare.ts';
import { printPdf, printSvg } from './print.ts';
import { loadSubjects } from './subjects.queries.ts';
import { getTemplate, listTemplates } from './template.queries.ts';

const PDF = 'application/pdf';

const mayIssue = (actor: Actor, schoolId: string): boolean => {
  const schools = schoolsWithRole(actor, 'principal');
  return schools === 'all' || schools.includes(schoolId);
};

const announce = ({ emit }: Pick<ProviderContext, 'emit'>, name: string, payload: CertificatesTold) =>
  emit({ name, payload, live: { topics: ['certificate'], schoolIds: [payload.schoolId] } });

async function getClass({ tx }: Pick<ProviderContext, 'tx'>, homeroomId: string) {
  const found = await queries.findClass(tx, homeroomId);
  if (found === undefined) throw notFound();
  return found;
}

async function getRow({ tx }: Pick<ProviderContext, 'tx'>, certificateId: string, lock = false) {
  const [row] = await queries.listCertificates(tx, [certificateId], lock);
  if (row === undefined) throw notFound();
  return row;
}

const faultsOf = (row: Pick<queries.CertificateRow, 'kind' | 'content' | 'identityCode'>) => findFaults(row.kind, row.content, { hasIdentity: row.identityCode !== null });
const base64 = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64');
const nameOfFile = ({ kind, language, content, number }: queries.CertificateRow, ending: string): string =>
  `${KINDS[kind].title[TONGUES[language][0] ?? 'fi']} ${content.learner.lastName} ${content.learner.firstNames}${number === null ? '' : ` ${number}`}.${ending}`.replaceAll(/[/\\:*?"<>|]/g, '-');

export const certificateRoutes = [
  providerRoute(contract.listClassCertificates, {
    action: actions.readClassCertificates,
    object: ({ params }) => params.homeroomId,
    async handle(context, { params, query: { kind, language } }) {
      const homeroom = await getClass(context, params.homeroomId);
      const rows = await queries.listClassRows(context.tx, homeroom, kind, language);
      const { homeroomId, name, gradeLevel, schoolId, schoolName } = homeroom;
      return {
        homeroom: { homeroomId, name, gradeLevel, schoolId, schoolName },
        kinds: kindsOf(homeroom.educationForms),
        learners: rows.map(({ hasIdentity, certificate, ...learner }) => {
          if (certificate === null) return { ...learner, certificate };
          const { content, ...rest } = certificate;
          return { ...learner, certificate: { ...rest, subjects: content.subjects.length, faults: rest.state === 'draft' ? findFaults(kind, content, { hasIdentity }) : [] } };
        }),
        can: { issue: mayIssue(context.actor, schoolId) },
      };
    },
  }),

  providerRoute(contract.prepareCertificates, {
    action: actions.prepareCertificates,
    object: ({ params }) => params.homeroomId,
    async handle(context, { params, body: { kind, language, issuedOn, learnerIds: named } }) {
      const { tx } = context;
      const homeroom = await getClass(context, params.homeroomId);
      const existing = new Map((await queries.listClassRows(tx, homeroom, kind, language)).map((row) => [row.learnerId, row.certificate]));
      const facts = await queries.listFacts(tx, homeroom, named);
      const isGiven = (learnerId: string) => existing.get(learnerId)?.state === 'issued';
      const wanted = facts.filter(({ learnerId }) => !isGiven(learnerId));
      const { schoolId, schoolYearId, gradeLevel, homeroomId } = homeroom;
      const subjects = await loadSubjects(tx, { learnerIds: wanted.map(({ learnerId }) => learnerId), schoolId, schoolYearId, kind, gradeLevel });
      const prepared = [];
      for (const { learnerId, facts: said } of wanted) {
        const before = existing.get(learnerId);
        const content = contentOf(kind, said, subjects.get(learnerId) ?? [], before?.state === 'draft' ? before.content : undefined);
        prepared.push({ learnerId, certificateId: await queries.saveDraft(tx, { learnerId, schoolId, schoolYearId, homeroomId, kind, language, content, issuedOn, replaces: null }) });
      }
      await announce(context, 'certificate.prepared', { schoolId, certificateIds: prepared.map(({ certificateId }) => certificateId), learnerIds: prepared.map(({ learnerId }) => learnerId) });
      return { prepared, alreadyIssued: facts.map(({ learnerId }) => learnerId).filter(isGiven) };
    },
  }),

  providerRoute(contract.getCertificate, {
    action: actions.readCertificate,
    object: ({ params }) => params.certificateId,
    async handle(context, { params }) {
      const row = await getRow(context, params.certificateId);
      const { identityCode: _kept, schoolYearId: _year, certificateTemplateId: _template, ...told } = row;
      return { ...told, faults: row.state === 'draft' ? faultsOf(row) : [], can: { issue: mayIssue(context.actor, row.schoolId) } };
    },
  }),

  providerRoute(contract.changeCertificate, {
    action: actions.changeCertificate,
    object: ({ params }) => params.certificateId,
    async handle(context, { params: { certificateId }, body: { issuedOn, ...change }, ifMatch }) {
      const row = await getRow(context, certificateId, true);
      if (row.state !== 'draft') throw new HttpProblem(409, { detail: 'schoolAdmin.certificate.isGiven' });
      const version = await queries.updateDraft(context.tx, certificateId, ifMatch, { content: { ...row.content, ...change }, issuedOn });
      if (version === undefined) throw new HttpProblem(412);
      await announce(context, 'certificate.changed', { schoolId: row.schoolId, certificateIds: [certificateId], learnerIds: [row.learnerId] });
      return { certificateId, learnerId: row.learnerId, version };
    },
  }),

  providerRoute(contract.discardCertificate, {
    action: actions.changeCertificate,
    object: ({ params }) => params.certificateId,
    async handle(context, { params: { certificateId } }) {
      const row = await getRow(context, certificateId, true);
      if (!(await queries.discardDraft(context.tx, certificateId))) throw new HttpProblem(409, { detail: 'schoolAdmin.certificate.isGiven' });
      await announce(context, 'certificate.discarded', { schoolId: row.schoolId, certificateIds: [certificateId], learnerIds: [row.learnerId] });
      return { certificateId, learnerId: row.learnerId };
    },
  }),

  providerRoute(contract.correctCertificate, {
    action: actions.changeCertificate,
    object: ({ params }) => params.certificateId,
    async handle(context, { params: { certificateId } }) {
      const row = await getRow(context, certificateId, true);
      // What is corrected is what holds: a draft is simply changed, and a replaced one has its successor.
      if (row.state !== 'issued') throw new HttpProblem(409, { detail: 'schoolAdmin.certificate.cantCorrect' });
      const { learnerId, schoolId, schoolYearId, homeroomId, kind, language, content } = row;
      const draft = row.replacedBy?.certificateId ?? (await queries.saveDraft(context.tx, { learnerId, schoolId, schoolYearId, homeroomId, kind, language, content, issuedOn: context.clock.today(), replaces: certificateId }));
      await announce(context, 'certificate.prepared', { schoolId, certificateIds: [draft], learnerIds: [learnerId] });
      return { certificateId: draft, learnerId };
    },
  }),

  providerRoute(contract.issueCertificates, {
    action: actions.issueCertificates,
    object: ({ params }) => params.schoolId,
    async handle(context, { params: { schoolId }, body }) {
      const { tx, actor, clock } = context;
      const rows = new Map((await queries.listCertificates(tx, body.certificates.map(({ certificateId }) => certificateId), true)).filter((row) => row.schoolId === schoolId).map((row) => [row.certificateId, row]));
      const template = await getTemplate(tx);
      const results = [];
      for (const { certificateId, version } of body.certificates) {
        const row = rows.get(certificateId);
        rows.delete(certificateId);
        const left = (outcome: 'not-found' | 'already-issued' | 'changed-since' | 'not-ready') => results.push({ certificateId, learnerId: row?.learnerId ?? null, outcome, number: null, sha256: null });
        if (row === undefined) left('not-found');
        else if (row.state === 'discarded') left('not-found');
        else if (row.state !== 'draft') left('already-issued');
        else if (row.version !== version) left('changed-since');
        else if (faultsOf(row).length > 0) left('not-ready');
        else {
          const others = row.content.signatories.filter(({ role }) => role !== 'principal');
          const content = { ...row.content, signatories: [{ personId: actor.personId, name: `${actor.callName} ${actor.lastName}`, role: 'principal' as const }, ...others] };
          const number = await queries.takeNumber(tx, Number(clock.today().slice(0, 4)));
          const pdf = await printPdf([{ row: { ...row, content, number }, by: template }]);
          const sha256 = createHash('sha256').update(pdf).digest('hex');
          await queries.issueDraft(tx, { certificateId, content, number, templateId: template.certificateTemplateId, sha256, pdf, issuedBy: actor.personId, issuedAt: clock.iso(), replaces: row.replaces?.certificateId ?? null });
          results.push({ certificateId, learnerId: row.learnerId, outcome: 'issued' as const, number, sha256 });
        }
      }
      const issued = results.filter(({ outcome }) => outcome === 'issued');
      if (issued.length > 0) {
        await announce(context, 'certificate.issued', { schoolId, certificateIds: issued.map(({ certificateId }) => certificateId), learnerIds: issued.flatMap(({ learnerId }) => (learnerId === null ? [] : [learnerId])) });
      }
      return { results };
    },
  }),

  providerRoute(contract.getCertificateFile, {
    action: actions.readCertificate,
    object: ({ params }) => params.certificateId,
    async handle(context, { params: { certificateId }, query: { format } }) {
      const row = await getRow(context, certificateId);
      const { learnerId } = row;
      context.about(...row.content.signatories.map(({ personId }) => personId));
      const kept = format === 'pdf' && row.number !== null ? (await queries.listFiles(context.tx, [certificateId])).get(certificateId) : undefined;
      if (kept !== undefined) return { learnerId, file: { fileName: nameOfFile(row, 'pdf'), mediaType: PDF, base64: base64(kept) } };
      const by = row.number === null ? await getTemplate(context.tx) : (await listTemplates(context.tx, [row.certificateTemplateId]))(row.certificateTemplateId);
      if (format === 'svg') return { learnerId, file: { fileName: nameOfFile(row, 'svg'), mediaType: 'image/svg+xml', base64: base64(await printSvg([{ row, by }])) } };
      return { learnerId, file: { fileName: nameOfFile(row, 'pdf'), mediaType: PDF, base64: base64(await printPdf([{ row, by }])) } };
    },
  }),

  providerRoute(contract.getClassCertificatesFile, {
    action: actions.readClassCertificates,
    object: ({ params }) => params.homeroomId,
    async handle(context, { params, query: { kind, language, format } }) {
      const homeroom = await getClass(context, params.homeroomId);
      const rows = await queries.listIssuedOfClass(context.tx, params.homeroomId, kind, language);
      const learnerIds = rows.map(({ learnerId }) => learnerId);
      if (rows.length === 0) return { learnerIds, file: null };
      context.about(...rows.flatMap(({ content }) => content.signatories.map(({ personId }) => personId)));
      const name = `${KINDS[kind].title[TONGUES[language][0] ?? 'fi']} ${homeroom.name}`;
      if (format === 'zip') {
        const files = await queries.listFiles(context.tx, rows.map(({ certificateId }) => certificateId));
        const zip = zipOf(rows.flatMap((row) => { const content = files.get(row.certificateId); return content === undefined ? [] : [{ name: nameOfFile(row, 'pdf'), content }]; }));
        return { learnerIds, file: { fileName: `${name}.zip`, mediaType: 'application/zip', base64: base64(zip) } };
      }
      const templateOf = await listTemplates(context.tx, rows.map(({ certificateTemplateId }) => certificateTemplateId));
      const pdf = await printPdf(rows.map((row) => ({ row, by: templateOf(row.certificateTemplateId) })), name);
      return { learnerIds, file: { fileName: `${name}.pdf`, mediaType: PDF, base64: base64(pdf) } };
    },
  }),
];
