export { AuditChain, type AuditEntry, type AuditFact } from './chain.ts';
export { checkAudit, type AuditCheck, type AuditFault } from './check.ts';
export { sealAudit, type Seal } from './seal.ts';
