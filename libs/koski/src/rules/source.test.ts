import { describeRules } from '../testing/cases.ts';
import { code, graduated, pupil } from '../testing/documents.ts';
import * as source from './source.ts';

const id = { '/lähdejärjestelmänId': { id: 'd1-77', lähdejärjestelmä: code('DigiOne', 'lahdejarjestelma') } };
const unlinked = { '/lähdejärjestelmäkytkentäPurettu': { purettu: '2026-11-01T12:00:00' } };

describeRules('the source system', source, {
  sourceIdMissing: { of: pupil, setting: { caller: { kind: 'service' } }, fine: [id] },
  sourceIdNotAllowed: { of: pupil, with: id, setting: { caller: { kind: 'official' } }, fine: [{}] },
  newRightUnlinked: { of: graduated, with: unlinked, fine: [{ ...unlinked, '/oid': '1.2.246.562.15.00000000011' }] },
  activeRightUnlinked: { of: pupil, with: unlinked },
});
