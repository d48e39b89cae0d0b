import { type FederationBody, askFederation } from '../api/federation.js';
import { useTexts } from '../app/texts.js';
import { useLive } from './live.js';

export type Dispute = FederationBody<'DisputeBody'>;

/** Debts that one of the two holds back. */
export const useDisputes = () => useLive('disputes', (signal) => askFederation('get', '/api/v1/disputes', { signal }));

/** Why a debt is disputed, in words; an older node says that it is, and not why. */
export function useReasons(): (dispute: Pick<Dispute, 'reasons'>) => string {
  const { say } = useTexts();
  return ({ reasons }) =>
    reasons.map((reason) => say(`federation.held.reasons.${reason}`)).join(', ') || say('federation.held.untold');
}
