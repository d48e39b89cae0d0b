import { signDeclaration, sealedDeclaration, type Declaration } from './declarations.js';
import { type Evidence, judge, rebut } from './evidence.js';
import { openPair, say } from './testing/channel.js';
import { be, fr, net, rosterContent } from './testing/federation.js';

const { brussels, paris } = openPair();
const one = say(brussels, 'one').message.sealed;
const other = say(brussels, 'other').message.sealed;
const proved = (against: string) => ({ ok: true, value: { kind: 'proved', against } });
const nothing = { ok: false, refusal: { kind: 'proves-nothing' } };

const declared = (declaration: Declaration, key = be) =>
  sealedDeclaration(declaration, net, signDeclaration(declaration, net, key));
const lock = declared({ what: 'cycle.lock', cycle: '2026-04', round: '0', result: 'a' });

describe('a proof', () => {
  it('of two messages with one number checks with nothing but the roster', () => {
    expect(judge({ kind: 'equivocation', a: one, b: other }, rosterContent)).toEqual(proved('be'));
  });

  it('of two votes in one round checks with nothing but the roster', () => {
    const skip = declared({ what: 'cycle.skip', cycle: '2026-04', round: '0' });
    const lockOther = declared({ what: 'cycle.lock', cycle: '2026-04', round: '0', result: 'b' });
    expect(judge({ kind: 'two-votes', a: lock, b: skip }, rosterContent)).toEqual(proved('be'));
    expect(judge({ kind: 'two-votes', a: lock, b: lockOther }, rosterContent)).toEqual(proved('be'));
  });

  it('of two approvals in one round checks with nothing but the roster', () => {
    const approve = (result: string) => declared({ what: 'cycle.approve', cycle: '2026-04', round: '1', result });
    expect(judge({ kind: 'two-approvals', a: approve('a'), b: approve('b') }, rosterContent)).toEqual(proved('be'));
    expect(judge({ kind: 'two-votes', a: approve('a'), b: approve('b') }, rosterContent)).toMatchObject(nothing);
  });

  it.each<[string, Evidence]>([
    ['the same message twice', { kind: 'equivocation', a: one, b: one }],
    ['messages of two senders', { kind: 'equivocation', a: one, b: say(paris, 'other').message.sealed }],
    ['a message somebody else signed', { kind: 'equivocation', a: one, b: { ...other, sig: one.sig } }],
    ['a single message', { kind: 'equivocation', a: one }],
    ['the same vote twice', { kind: 'two-votes', a: lock, b: lock }],
    [
      'votes of two rounds',
      { kind: 'two-votes', a: lock, b: declared({ what: 'cycle.lock', cycle: '2026-04', round: '1', result: 'a' }) },
    ],
    [
      'votes of two nodes',
      { kind: 'two-votes', a: lock, b: declared({ what: 'cycle.skip', cycle: '2026-04', round: '0' }, fr) },
    ],
    ['a message that had seen nothing', { kind: 'unsent', a: one }],
    ['an honest chain', { kind: 'broken-chain', a: say(say(brussels, 'one').state, 'two').message.sealed, b: one }],
  ])('is not made of %s', (_what, evidence) => {
    expect(judge(evidence, rosterContent)).toMatchObject(nothing);
  });

  it('of one federation is worthless in another', () => {
    expect(judge({ kind: 'equivocation', a: one, b: other }, { ...rosterContent, net: 'other' })).toMatchObject(
      nothing,
    );
  });

  it('with two signatures cannot be explained away', () => {
    expect(rebut({ kind: 'equivocation', a: one, b: other }, one, rosterContent)).toMatchObject(nothing);
  });

  it('that a message was never sent falls when the message is shown', () => {
    const heard = { ...paris, in: { seq: 1n, head: 'x' } };
    const claim: Evidence = { kind: 'unsent', a: say(heard, 'seen one').message.sealed };
    expect(judge(claim, rosterContent)).toMatchObject({ value: { kind: 'has-to-show', against: 'fr' } });
    expect(rebut(claim, one, rosterContent)).toEqual({ ok: true, value: { cleared: 'fr' } });
    expect(rebut(claim, say(say(brussels, 'one').state, 'two').message.sealed, rosterContent)).toMatchObject(nothing);
  });
});
