import { useTexts } from '../app/texts.js';

const known = [
  'open',
  'stated',
  'proposed',
  'locking',
  'final',
  'settled',
  'empty',
  'aborted',
  'defaulted',
  'resolved',
] as const;

type Known = (typeof known)[number];

const isKnown = (state: string): state is Known => (known as readonly string[]).includes(state);

/** What people call a state of a cycle. A newer node may report one that this page does not know: it is shown as it is. */
export function useStateName(): (state: string) => string {
  const { say } = useTexts();
  return (state) =>
    isKnown(state) ? say(`federation.cycles.states.${state}`) : `${say('federation.cycles.states.other')} (${state})`;
}

const payments = ['open', 'late', 'unpaid', 'closed'] as const;

/** What people call what one side says of a payment; a dash while it has said nothing. */
export function usePaymentName(): (state: string | null) => string {
  const { say } = useTexts();
  return (state) => {
    const name = payments.find((each) => each === state);
    return name === undefined ? (state ?? '–') : say(`federation.cycles.payments.${name}`);
  };
}
