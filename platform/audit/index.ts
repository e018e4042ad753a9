export { AuditChain, type AuditEntry, type AuditFact } from './chain.ts';
export { checkAudit, checkAuditWithin, type AuditCheck, type AuditFault, type SealAnchor } from './check.ts';
export { sealAudit, type Seal } from './seal.ts';
