import type { MissionTerms } from '../missions/mission.js';
import type { MissionContract } from '../papers/mission-contract.js';
import { type KnownOfBoth, factsWithUsual, writtenBasis } from './written.js';

/** Everything that the contract of a mission is written from. */
export interface KnownOfMission extends Omit<KnownOfBoth, 'worker'> {
  readonly terms: Omit<MissionTerms, 'client' | 'hostShare' | 'defaultBearer' | 'dueDays'> & {
    readonly client: { readonly name: string };
  };
  readonly termsHash: string;
}

/** The contract of a mission as it is put on paper. */
export function writtenMissionContract({ terms, termsHash, ...known }: KnownOfMission): MissionContract {
  const { reference, version, worker, client, work, place, first, last, days } = terms;
  const { country, member } = known;
  const form = country.contracts.formOf(factsWithUsual(country, member.facts));
  return {
    kind: 'mission',
    ...writtenBasis({ ...known, worker }, form),
    reference,
    version,
    client: client.name,
    work,
    place,
    first,
    last,
    days,
    termsHash,
  };
}
