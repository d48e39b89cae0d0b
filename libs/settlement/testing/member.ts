import { applyFinal } from '../apply-final.js';
import type { CycleEffect, CycleInput } from '../cycle-effects.js';
import type { CycleMessage } from '../cycle-messages.js';
import { type CycleContext, type CycleState, openCycle, phaseOf } from '../cycle.js';
import { settle } from '../decide.js';
import type { CycleId, Federation, NodeId } from '../federation.js';
import type { Said } from '../obligation.js';
import { type PairMessage, type PairRecord, applyToPair, emptyRecord, isFrozen, setOf } from '../pair-record.js';
import { stepCycle } from '../step.js';
import { statementOf } from '../statement.js';
import type { ObligationTerms } from '../terms.js';
import { check, digest, signerOf } from './canonical.js';

export type AnyMessage = PairMessage | CycleMessage;

/** A numbered message of one member to another. */
export interface Sent {
  readonly seq: number;
  readonly ack: number;
  readonly message: AnyMessage;
}

/** One member with all it holds: its channels, its pairs and its cycles. It keeps every rule of the protocol. */
export class Member {
  readonly out: Record<NodeId, Sent[]> = {};
  readonly heard: Record<NodeId, number> = {};
  readonly records: Record<NodeId, PairRecord> = {};
  readonly states: Record<CycleId, CycleState> = {};
  readonly applied: CycleId[] = [];
  readonly evidence: string[] = [];
  isUp = true;
  private readonly context: CycleContext;
  private steps = 0;

  constructor(
    readonly me: NodeId,
    federation: Federation,
    readonly cycles: readonly CycleId[],
  ) {
    this.context = { me, federation, digest, sign: signerOf(me), check, checkNow: check, isFixingRight: () => true };
    for (const peer of federation.members.filter((node) => node !== me)) {
      this.out[peer] = [];
      this.heard[peer] = 0;
      this.records[peer] = emptyRecord([me, peer].sort() as [NodeId, NodeId]);
    }
    for (const [index, cycle] of cycles.entries())
      this.states[cycle] = openCycle({ cycle, me, members: federation.members, earlierClosed: index === 0 });
  }

  /** The oldest cycle that is not closed here. */
  get running(): CycleState | undefined {
    return this.cycles.filter((cycle) => !this.applied.includes(cycle)).map((cycle) => this.states[cycle]!)[0];
  }

  send(to: NodeId, message: AnyMessage): void {
    const out = this.out[to]!;
    const sent = { seq: out.length + 1, ack: this.heard[to]!, message };
    out.push(sent);
    this.fold(to, this.me, sent);
  }

  /** Takes in the next message of a peer; one that was heard before, or comes too early, changes nothing. */
  hear(from: NodeId, sent: Sent): void {
    if (sent.seq !== this.heard[from]! + 1) return;
    this.heard[from] = sent.seq;
    this.fold(from, from, sent);
    this.takeIn(from, sent.message);
    if (sent.message.type === 'obligation.propose') this.accept(from, sent.message.body.obligation);
  }

  /** A message that reaches the cycle once more, as after a crash between applying and answering. */
  takeIn(from: NodeId, message: AnyMessage): void {
    if (!message.type.startsWith('cycle.')) return;
    const said = message as CycleMessage;
    if (this.states[said.body.cycle] !== undefined)
      this.step(said.body.cycle, { kind: 'message', from, message: said });
  }

  propose(to: NodeId, terms: ObligationTerms): void {
    this.send(to, { type: 'obligation.propose', body: terms });
  }

  step(cycle: CycleId, input: CycleInput): void {
    const { state, effects } = stepCycle(this.states[cycle]!, input, this.context);
    // What is stored is JSON, and nothing else may be needed to go on: now and then the member starts again from it.
    this.steps += 1;
    this.states[cycle] = this.steps % 16 === 0 ? (JSON.parse(JSON.stringify(state)) as CycleState) : state;
    for (const effect of effects) this.carryOut(cycle, effect);
    this.applyWhenReady();
  }

  /** The oldest open cycle is cut, however often it is asked. */
  cutOff(): void {
    const cycle = this.running?.cycle;
    if (cycle !== undefined) this.step(cycle, { kind: 'due', what: 'cut-off' });
  }

  phase(cycle: CycleId): string {
    return phaseOf(this.states[cycle]!);
  }

  private carryOut(cycle: CycleId, effect: CycleEffect): void {
    if (effect.kind === 'send') this.send(effect.to, effect.message);
    if (effect.kind === 'evidence') this.evidence.push(effect.evidence.node);
    if (effect.kind === 'state-pair')
      this.step(cycle, { kind: 'statement', peer: effect.peer, statement: this.statement(cycle, effect.peer) });
  }

  private statement(cycle: CycleId, peer: NodeId) {
    const { parties, obligations } = this.records[peer]!;
    return statementOf(cycle, parties, Object.values(obligations), digest);
  }

  private fold(peer: NodeId, from: NodeId, { seq, ack, message }: Sent): void {
    if (message.type.startsWith('cycle.') && message.type !== 'cycle.cut') return;
    const said: Said<PairMessage> = { ...(message as PairMessage), from, seq, ack };
    const step = applyToPair(this.records[peer]!, said, digest);
    if (step.ok) this.records[peer] = step.value.record;
  }

  private accept(peer: NodeId, obligation: string): void {
    const { hash } = this.records[peer]!.obligations[obligation]!;
    this.send(peer, { type: 'obligation.accept', body: { obligation, terms: hash, cycle: this.cycles[0]! } });
  }

  private applyWhenReady(): void {
    const state = this.running;
    if (!state?.final) return;
    const { cycle } = state;
    const view = {
      me: this.me,
      isEarlierClosed: true,
      statementWith: (peer: NodeId) => (isFrozen(this.records[peer]!, cycle) ? this.statement(cycle, peer) : null),
      isFrozenByProof: () => false,
    };
    const application = applyFinal(state.final, view, this.context);
    if (application.kind === 'wait') return;
    for (const { peer } of application.pairs) this.settlePair(cycle, peer);
    this.applied.push(cycle);
    const next = this.running;
    if (next !== undefined) this.step(next.cycle, { kind: 'earlier-closed' });
  }

  private settlePair(cycle: CycleId, peer: NodeId): void {
    const record = this.records[peer]!;
    const settled = setOf(record, cycle).map((one) => {
      const decision = settle(one, cycle);
      if (!decision.ok) throw new Error(`${one.terms.obligation}: ${decision.refusal.detail}`);
      return [one.terms.obligation, decision.value.next] as const;
    });
    this.records[peer] = { ...record, obligations: { ...record.obligations, ...Object.fromEntries(settled) } };
  }
}
