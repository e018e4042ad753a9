export { findImpossible } from './arithmetic.ts';
export { findUnmeetable } from './choices.ts';
export { findConflict, type ConflictMember, type ConflictOptions, type ConflictReport } from './find-conflict.ts';
export { EXPLANATIONS, sayExplanation, type Explanation, type ExplanationKey } from './sentences.ts';
