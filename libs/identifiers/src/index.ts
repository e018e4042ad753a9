export {
  CENTURY_SIGNS,
  findIdentityCodeParts,
  formatIdentityCode,
  getIdentityCodeParts,
  isPersonalIdentityCode,
  normalizeIdentityCode,
  type IdentityCodeParts,
  type PersonalIdentityCode,
} from './personal-identity-code.ts';
export { findBusinessId, isBusinessId } from './business-id.ts';
export {
  findOidKind,
  formatOid,
  hasValidOidCheckDigit,
  isOrganisationOid,
  isPersonOid,
  isStudyRightOid,
  type OidKind,
} from './oid.ts';
export { findInstitutionNumber, findMunicipalityCode, isInstitutionNumber, isMunicipalityCode } from './codes.ts';
export { redactIdentifiers } from './redact.ts';
