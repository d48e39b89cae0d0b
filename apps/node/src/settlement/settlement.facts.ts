import type { MoneyText } from '@passerelle/values';
import type { MissionId } from '../missions/mission.js';
import type { NodeId } from '../peers/received.js';
import type { ObligationId } from './obligation.js';

/** The subject is the obligation. `mission` is null for an obligation made by hand. */
interface AboutObligation {
  readonly obligation: ObligationId;
  readonly mission: MissionId | null;
  readonly peer: NodeId;
}

/** The subject is the cycle. */
interface AboutCycle {
  readonly cycle: string;
}

/** The subject is the leg. */
interface AboutLeg extends AboutCycle {
  readonly leg: string;
  readonly amount: MoneyText;
}

declare module '../facts/fact.js' {
  interface FactBodies {
    ObligationProposed: AboutObligation & { readonly by: NodeId };
    /** Both sides are bound and both books say so. */
    ObligationAgreed: AboutObligation & { readonly amount: MoneyText; readonly cycle: string };
    ObligationRejected: AboutObligation & { readonly code: string };
    ObligationWithdrawn: AboutObligation;
    /** A dispute keeps it out of the cycles. */
    ObligationHeld: AboutObligation & { readonly code: string };
    ObligationResumed: AboutObligation;
    ObligationVoided: AboutObligation;
    /** A final result of a cycle stands in its place. */
    ObligationSettled: AboutObligation & { readonly cycle: string };
    /** What is owed for a mission cannot be proposed as things are; finance sees why. The subject is the mission. */
    ObligationBlocked: { readonly mission: MissionId; readonly code: string; readonly detail: string };
    /** This node accepts nothing more for the cycle. */
    CycleCut: AboutCycle;
    /** Two sides of a pair count differently: it stays out of the cycle and its debts roll. */
    PairDiffers: AboutCycle & { readonly peer: NodeId };
    /** The result cannot change any more, and this node has booked its part of it. */
    CycleFinal: AboutCycle & { readonly result: string };
    /** We have ordered the transfer of a leg. */
    LegPaid: AboutLeg;
    /** Our own bank statement shows money of a leg. */
    LegReceived: AboutLeg & { readonly missing: MoneyText };
    /** All legs of this node are paid and seen by their payees. */
    CycleClosed: AboutCycle;
  }
}
