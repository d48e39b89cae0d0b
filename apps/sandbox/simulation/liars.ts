import { type JsonObject, hashOf, signDeclaration } from '@passerelle/protocol';
import { type NodeId, approvalPayload, votePayload } from '@passerelle/settlement';
import { ok } from '@passerelle/values';
import { type Core } from './core.js';
import type { Draft } from './disk.js';
import type { Letter } from './letter.js';
import type { Node } from './node.js';
import { cutAt } from './calendar.js';
import type { World } from './world.js';

/** A liar says what its own rules would refuse. */
export const lyingCore = (core: Core): Core => ({
  ...core,
  applyToPair: (record, said, digest) => {
    const step = core.applyToPair(record, said, digest);
    return step.ok ? step : ok({ record, effects: [] });
  },
  reserve: (exposure) => ok(exposure),
  accept: (exposure) => ok(exposure),
  mayVoid: () => true,
});

/** Percent of its letters of which a peer that is shown one face gets the other's. */
const equivocation = 0.5;

/**
 * A member that lies: two programs with one name, one key and different books, of which every other member is shown one.
 * So it may state, propose, approve and vote in two ways, as a member and as the coordinator, and now and then it also
 * says what no program would.
 */
export class Liar {
  private readonly shown = new Map<NodeId, Node>();
  private isSilent = false;

  constructor(
    private readonly world: World,
    readonly faces: readonly [Node, Node],
    private readonly carry: (letter: Letter) => void,
  ) {}

  get me(): NodeId {
    return this.faces[0].me;
  }

  faceFor(peer: NodeId): Node {
    const face = this.shown.get(peer) ?? this.world.chance.one(this.faces);
    this.shown.set(peer, face);
    return face;
  }

  /** A letter of one of the faces: the one that the receiver is shown, rarely also the other's. */
  send(face: Node, letter: Letter): void {
    if (this.isSilent) return;
    if (this.faceFor(letter.to) === face || this.world.mishap(equivocation)) this.carry(letter);
  }

  /** Once no more faults happen, a liar has left. */
  silence(): void {
    this.isSilent = true;
    for (const face of this.faces) {
      face.isAway = true;
      face.stop();
    }
  }

  /** Something that is well signed, in its order, and not true. */
  whisper(): void {
    const { chance } = this.world;
    const face = chance.one(this.faces);
    const peer = chance.one(Object.keys(face.kept.channels));
    const lie = chance.one([
      this.unknownAccept,
      this.lateAccept,
      this.nonsense,
      this.falsePayment,
      this.otherVote,
      this.otherApproval,
      this.forgedFinal,
    ]);
    face.act((draft) => lie(face, draft, peer));
  }

  private readonly unknownAccept = (face: Node, draft: Draft, peer: NodeId): void => {
    const body = { obligation: this.world.newId(), terms: hashOf({ lie: 'x' }), cycle: face.cycles[0]! };
    face.say(draft, peer, 'obligation.accept', body);
  };

  /** Adds to a set that both have closed, if the other lets it. */
  private readonly lateAccept = (face: Node, draft: Draft, peer: NodeId): void => {
    for (const one of Object.values(draft.kept.pairs[peer]!.record.obligations))
      if (one.state === 'proposed' && one.proposer === peer && face.localNow() > cutAt(face.cycles[0]!))
        face.say(draft, peer, 'obligation.accept', {
          obligation: one.terms.obligation,
          terms: one.hash,
          cycle: face.cycles[0]!,
        });
  };

  private readonly nonsense = (face: Node, draft: Draft, peer: NodeId): void => {
    const third = Object.keys(draft.kept.channels).find((node) => node !== peer) ?? peer;
    const terms = {
      obligation: this.world.newId(),
      mission: 'be:M-1',
      due: '2026-08-31',
      kind: 'mission.fee',
      text: '',
    };
    const who = this.world.chance.one([
      { debtor: third, creditor: face.me, currency: 'EUR', amount: '100' },
      { debtor: face.me, creditor: face.me, currency: 'EUR', amount: '100' },
      { debtor: peer, creditor: face.me, currency: 'EUR', amount: '999999999999999999' },
      { debtor: peer, creditor: face.me, currency: 'EUR', amount: '0' },
    ]);
    face.say(draft, peer, 'obligation.propose', { ...terms, ...who });
  };

  private readonly falsePayment = (face: Node, draft: Draft, peer: NodeId): void => {
    const legs = Object.keys(draft.kept.legs);
    const leg = legs.length > 0 ? this.world.chance.one(legs) : 'A'.repeat(26);
    const type = this.world.chance.one(['payment.sent', 'payment.received']);
    face.say(draft, peer, type, { leg, currency: 'EUR', amount: '1', valueDate: '2026-09-08' });
  };

  private readonly otherVote = (face: Node, draft: Draft, peer: NodeId): void => {
    const cycle = this.world.chance.one(face.cycles);
    const { state } = draft.kept.cycles[cycle]!;
    const results = Object.keys(state.proposals);
    const round = state.round;
    const vote = results.length > 0 && this.world.chance.percent(60) ? 'lock' : 'skip';
    const result = vote === 'lock' ? this.world.chance.one(results) : '';
    const signature = this.sign(face, draft, votePayload(cycle, { round, vote, result }));
    const body = { cycle, round: `${round}`, signature };
    if (vote === 'lock') face.say(draft, peer, 'cycle.lock', { ...body, result });
    else face.say(draft, peer, 'cycle.skip', body);
  };

  private readonly otherApproval = (face: Node, draft: Draft, peer: NodeId): void => {
    const cycle = this.world.chance.one(face.cycles);
    const { state } = draft.kept.cycles[cycle]!;
    const result = this.world.chance.one([...Object.keys(state.proposals), hashOf({ lie: 'y' })]);
    const signature = this.sign(face, draft, approvalPayload(cycle, state.round, result));
    face.say(draft, peer, 'cycle.approve', { cycle, round: `${state.round}`, result, signature });
  };

  /** A result with votes and approvals that nobody has signed. */
  private readonly forgedFinal = (face: Node, draft: Draft, peer: NodeId): void => {
    const cycle = this.world.chance.one(face.cycles);
    const { state } = draft.kept.cycles[cycle]!;
    const { members } = face.federationOf(draft.kept, cycle);
    const forged = Object.fromEntries(members.map((node) => [node, `${'A'.repeat(85)}A`]));
    const round = `${state.round}`;
    const results = Object.keys(state.proposals);
    if (results.length > 0) {
      const result = this.world.chance.one(results);
      face.say(draft, peer, 'cycle.final', { cycle, round, result, approvals: forged, locks: forged });
    }
    face.say(draft, peer, 'cycle.abort', { cycle, round, skips: forged });
  };

  private sign(face: Node, draft: Draft, payload: JsonObject & { readonly what: string }): string {
    return signDeclaration(payload, draft.kept.roster.content.net, face.declarationKey(draft.kept));
  }
}
