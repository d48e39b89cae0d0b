import { openCycle } from './cycle.js';
import type { CycleInput } from './cycle-effects.js';
import type { CycleMessage } from './cycle-messages.js';
import { signVote } from './declarations.js';
import type { NodeId } from './federation.js';
import {
  abort,
  ask,
  cycle,
  members,
  proposal,
  propose,
  ready,
  roundOver,
  said,
  statements,
  take,
} from './testing/four-members.js';
import { signerOf } from './testing/canonical.js';

/** Paris was restored from a backup of before the cut; its peers give back what it had said. */
const forgotten = openCycle({ cycle, me: 'fr', members, earlierClosed: true });

const back = (peer: NodeId, message: CycleMessage): CycleInput => ({ kind: 'remembered', peer, message });
const lockOf = (round: number, result: string): CycleMessage => {
  const { sig } = signVote(cycle, { node: 'fr', vote: 'lock', round, result }, signerOf('fr'));
  return { type: 'cycle.lock', body: { cycle, round: `${round}`, result, signature: sig } };
};

describe('a member that was restored from a backup', () => {
  it('does not cut or state a second time what its peer gave back', () => {
    const { statement, sig } = ready.pairs['be']!.mine!;
    const { n, lines, root } = statement;
    const step = take(
      forgotten,
      back('be', { type: 'cycle.cut', body: { cycle } }),
      back('be', { type: 'cycle.state', body: { cycle, n, lines, root, signature: sig } }),
      { kind: 'message', from: 'be', message: { type: 'cycle.cut', body: { cycle } } },
    );
    expect(said(step)).toEqual([]);
    expect(step.state.pairs['be']).toMatchObject({ cutMine: true, cutTheirs: true, mine: { sig } });
    const cuts = take(step.state, { kind: 'due', what: 'cut-off' });
    expect(cuts.effects.flatMap((effect) => (effect.kind === 'send' ? effect.to : []))).toEqual(['de', 'se']);
  });

  it('gives no approval and no vote while it may have given one that it does not know of', () => {
    const begun = take(ready, back('be', { type: 'cycle.cut', body: { cycle } }));
    const asked = take(begun.state, ...propose(proposal(0), 'be'), ask(proposal(0), 0, 'be'), roundOver(0));
    expect(asked.state.votes).toEqual([]);
    expect(said(take(begun.state, ...propose(proposal(0), 'be')))).not.toContain('cycle.approve');
  });

  it('goes on once all others have given back what they hold, without voting twice in a round', () => {
    const { result } = proposal(0);
    const begun = take(ready, ...propose(proposal(0), 'be'), back('be', lockOf(0, result)), { kind: 'all-remembered' });
    expect(begun.state.abstains).toBe(false);
    const other = proposal(0, statements.slice(1));
    const step = take(begun.state, ask(other, 0, 'be'), roundOver(0));
    expect(step.state.votes.filter(({ node }) => node === 'fr')).toMatchObject([{ vote: 'lock', round: 0, result }]);
    expect(said(take(begun.state, abort(0), ...propose(proposal(1), 'de')))).toContain('cycle.approve');
  });

  it('does not approve again in a round in which it had approved', () => {
    const body = { cycle, round: '0', result: proposal(0).result, signature: 'x' };
    const begun = take(ready, back('be', { type: 'cycle.approve', body }), { kind: 'all-remembered' });
    expect(said(take(begun.state, ...propose(proposal(0, statements.slice(1)), 'be')))).toEqual([]);
  });

  it('does not propose or ask again in a round that was its own', () => {
    const part = { cycle, round: '2', part: '1', parts: '1', statements: [], result: proposal(2, []).result };
    const step = take(
      ready,
      back('be', { type: 'cycle.propose', body: part }),
      back('be', {
        type: 'cycle.ask',
        body: { cycle, round: '2', result: part.result, approvals: {} },
      }),
    );
    expect(step.state.done).toEqual(expect.arrayContaining(['acted:2', 'ask:2']));
  });
});
