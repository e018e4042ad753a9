import { readDocument } from '../record/read-write.ts';
import { describeRules, type Changes } from '../testing/cases.ts';
import { documentOf, graduated, LEARNER } from '../testing/documents.ts';
import { upperSecondary, upperSecondaryGraduated } from '../testing/upper-secondary.ts';
import * as free from './free-education.ts';

interface Extension {
  readonly alku: string;
  readonly loppu: string;
}
const told = (periods: ReadonlyArray<readonly [from: string, isFree: boolean]>, oikeuttaMaksuttomuuteenPidennetty: readonly Extension[] = []): Changes => ({
  '/lisätiedot': { maksuttomuus: periods.map(([alku, maksuton]) => ({ alku, maksuton })), oikeuttaMaksuttomuuteenPidennetty: oikeuttaMaksuttomuuteenPidennetty.map((extension) => ({ ...extension })) },
});
const extended = (...extensions: readonly Extension[]): Changes => told([['2024-08-08', true], ['2026-08-01', false]], extensions);
const person = { oid: LEARNER, etunimet: 'Tuisku', kutsumanimi: 'Tuisku', sukunimi: 'Esimerkki', hetu: '010108A912L' };
const stored = readDocument(documentOf(graduated())).studyRights;

describeRules('free education', free, {
  freeEducationOutsideRight: { of: upperSecondaryGraduated, with: told([['2024-08-07', true]]), fine: [told([['2024-08-08', true]])], also: [{ of: upperSecondaryGraduated, with: told([['2026-05-31', false]]) }] },
  freeEducationStartsTogether: { of: upperSecondary, with: told([['2024-08-08', true], ['2024-08-08', false]]) },
  extensionOutsideRight: { of: upperSecondaryGraduated, with: told([['2024-08-08', true]], [{ alku: '2026-05-01', loppu: '2026-05-31' }]), fine: [told([['2024-08-08', true]], [{ alku: '2026-05-01', loppu: '2026-05-30' }])] },
  extensionReversed: { of: upperSecondary, with: extended({ alku: '2026-02-01', loppu: '2026-01-01' }) },
  extensionsOfFreeEducationOverlap: {
    of: upperSecondary,
    with: extended({ alku: '2026-01-01', loppu: '2026-02-01' }, { alku: '2026-02-01', loppu: '2026-03-01' }),
    fine: [extended({ alku: '2026-01-01', loppu: '2026-01-31' }, { alku: '2026-02-01', loppu: '2026-03-01' })],
  },
  extensionWithoutFreeEducation: { of: upperSecondary, with: extended({ alku: '2026-07-01', loppu: '2026-08-01' }), fine: [extended({ alku: '2026-07-01', loppu: '2026-07-31' })] },
  freeEducationOutsideLaw: {
    of: upperSecondary,
    with: told([['2024-08-08', true]]),
    learner: { ...person, syntymäaika: '2003-12-31' },
  },
  freeEducationMissing: { of: upperSecondary, fine: [told([['2024-08-08', true]])], setting: { stored }, learner: { ...person, syntymäaika: '2008-01-01' } },
});
