import type { MissionTerms } from '../missions/mission.js';
import type { DecidedRate } from './payslip.js';

/** The share both branches signed, with the version of the terms that says so. */
export const hostShareOf = ({ hostShare, version, first, reference }: MissionTerms): DecidedRate => ({
  rate: hostShare,
  version: String(version),
  figure: {
    name: 'agreement.hostShare',
    from: first,
    source: `${reference}, v${version}`,
    confidence: 'confirmed',
  },
});
