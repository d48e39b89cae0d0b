import type { Fact } from '../kit/facts.js';

/** Annexes 8 and 10 are for the CDDU: an artist or technician with a CDI is an employee. A CESA is open-ended already. */
export function openEnded(facts: Readonly<Record<string, Fact>>): Readonly<Record<string, Fact>> {
  if (facts['status'] === 'entrepreneur') return { ...facts, contract: 'usual' };
  return { ...facts, status: 'employee', contract: 'cdi' };
}
