import { applyFinal } from './apply-final.js';
import { type Final, verifyAbort, verifyFinal } from './certificates.js';
import type { NodeId } from './federation.js';
import { check, digest } from './testing/canonical.js';
import { approvals, cycle, federation, proposal, propose, ready, take, votes } from './testing/four-members.js';

describe('a final', () => {
  const verifier = { federation, digest, check };
  const of = proposal(0);
  const final: Final = {
    cycle,
    round: 0,
    proposal: of,
    approvals: approvals(of),
    locks: votes('lock', 0, of.result, ['be', 'de', 'se']),
  };

  it('checks with the roster alone, also when it was carried into a later round', () => {
    expect(verifyFinal(final, verifier)).toEqual({ ok: true, value: final });
    const carried = { ...final, round: 2, locks: votes('lock', 2, of.result, ['be', 'de', 'se']) };
    expect(verifyFinal(carried, verifier).ok).toBe(true);
  });

  it.each<[string, Partial<Final>]>([
    ['not-a-quorum', { locks: votes('lock', 0, of.result, ['be', 'de']) }],
    ['not-a-quorum', { locks: { ...votes('lock', 0, of.result, ['be', 'de']), xx: 'stranger' } }],
    ['not-a-quorum', { locks: votes('lock', 1, of.result, ['be', 'de', 'se']) }],
    ['not-a-quorum', { locks: votes('lock', 0, 'other', ['be', 'de', 'se']) }],
    ['not-a-quorum', { round: 1 }],
    ['not-approved-by-all', { approvals: { ...approvals(of), fr: '' } }],
    ['not-this-cycle', { cycle: '2026-09' }],
    ['unsound', { proposal: { ...of, statements: of.statements.slice(1) } }],
  ])('is refused as %s otherwise', (code, change) => {
    expect(verifyFinal({ ...final, ...change }, verifier)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('has a counterpart: an abort is a quorum of skips of that round', () => {
    const skips = votes('skip', 0, '', ['be', 'de', 'se']);
    expect(verifyAbort({ cycle, round: 0, skips }, verifier).ok).toBe(true);
    expect(verifyAbort({ cycle, round: 1, skips }, verifier)).toMatchObject({ refusal: { code: 'not-a-quorum' } });
    expect(verifyAbort({ cycle, round: 0, skips: votes('skip', 0, '', ['be', 'de']) }, verifier).ok).toBe(false);
  });

  it('is taken over from whoever holds it', () => {
    const body = { cycle, round: '0', result: of.result, approvals: final.approvals, locks: final.locks };
    const step = take(ready, ...propose(of, 'be'), {
      kind: 'message',
      from: 'se',
      message: { type: 'cycle.final', body },
    });
    expect(step.state.final?.proposal.result).toBe(of.result);
  });

  it('is applied in cycle order, when the own channels have caught up', () => {
    const own = (peer: NodeId) =>
      of.statements.find(({ a, b }) => [a, b].includes('fr') && [a, b].includes(peer)) ?? null;
    const view = { me: 'fr', isEarlierClosed: true, statementWith: own, isFrozenByProof: () => false };
    const applied = applyFinal(final, view, verifier);
    expect(applied).toMatchObject({ kind: 'apply', pairs: [{ peer: 'be' }, { peer: 'de' }, { peer: 'se' }] });
    if (applied.kind !== 'apply') throw new Error('it waits');
    expect(applied.legs.every(({ from, to }) => from === 'fr' || to === 'fr')).toBe(true);
    expect(applyFinal(final, { ...view, isEarlierClosed: false }, verifier)).toEqual({
      kind: 'wait',
      for: 'earlier-cycle',
    });
    const behind = (peer: NodeId) => (peer === 'be' ? null : own(peer));
    expect(applyFinal(final, { ...view, statementWith: behind }, verifier)).toEqual({ kind: 'wait', for: ['be'] });
    // A peer that spoiled its channel does not hold up the rest.
    expect(
      applyFinal(final, { ...view, statementWith: behind, isFrozenByProof: (peer) => peer === 'be' }, verifier),
    ).toMatchObject({ kind: 'apply', pairs: [{ peer: 'be', from: 'statement' }, { from: 'set' }, { from: 'set' }] });
  });
});
