import type { Expectations } from './expectation.ts';
import { OFFICE, type Judge } from './judge.ts';

const ofSchool = (judge: Judge, who: string, school: string) => judge.holdsAt(who, school, OFFICE);
const ofClass = (judge: Judge, who: string, homeroom: string) => ofSchool(judge, who, judge.facts.homerooms.find((room) => room.key === homeroom)?.school ?? '');
/** The school that gives the certificate keeps it, also when its learner has left. */
const ofCertificate = (judge: Judge, who: string, key: string) => {
  const learner = key.slice('of '.length);
  return judge.facts.studies.some((study) => study.learner === learner && ofSchool(judge, who, study.school));
};
const whichOnes = { kind: 'interim', language: 'fi' };
const TEMPLATE = { place: {}, curriculum: {}, footer: {}, permitOn: null, signatories: 'principal', identityCode: 'all', marksInWords: true, logoText: {} };
const CHANGE = { issuedOn: '2026-11-24', subjects: [], behaviour: null, additional: null };

export const certificates: Expectations = {
  'school-admin.listClassCertificates': [{ on: 'homeroom', may: ofClass, with: () => ({ query: whichOnes }) }],
  'school-admin.prepareCertificates': [{ on: 'homeroom', may: ofClass, with: () => ({ body: { ...whichOnes, issuedOn: '2026-12-19' } }) }],
  'school-admin.getClassCertificatesFile': [{ on: 'homeroom', may: ofClass, with: () => ({ query: { ...whichOnes, format: 'pdf' } }) }],
  'school-admin.getCertificate': [{ on: 'certificate', may: ofCertificate }],
  'school-admin.getCertificateFile': [{ on: 'certificate', may: ofCertificate, with: () => ({ query: { format: 'svg' } }) }],
  'school-admin.changeCertificate': [{ on: 'certificate', may: ofCertificate, with: () => ({ body: CHANGE }), mayDiffer: 'based on an earlier version: 412' }],
  'school-admin.discardCertificate': [{ on: 'certificate', may: ofCertificate, mayDiffer: 'thrown away before: 409' }],
  'school-admin.correctCertificate': [{ on: 'certificate', may: ofCertificate, mayDiffer: 'a draft is changed, not corrected: 409' }],
  // The principal's own signature (Basic Education Decree 852/1998, Act on General Upper Secondary Education 714/2018).
  'school-admin.issueCertificates': [{ on: 'school', may: (judge, who, school) => judge.holdsAt(who, school, ['principal']), with: () => ({ body: { certificates: [{ certificateId: '01900000-0000-7000-8000-00000000aaaa', version: 1 }] } }) }],
  'school-admin.getCertificateTemplate': [{ on: 'nothing', may: (judge, who) => judge.holdsAnywhere(who, OFFICE) || judge.holdsEverywhere(who, ['main-user']) }],
  'school-admin.saveCertificateTemplate': [{ on: 'nothing', may: (judge, who) => judge.holdsEverywhere(who, ['main-user']), with: () => ({ body: { template: TEMPLATE, basedOn: 0 } }), mayDiffer: 'somebody has saved another since: 409' }],
};
