import type { MoneyText } from '@passerelle/values';
import type { MissionId } from '../missions/mission.js';
import type { NodeId } from '../peers/received.js';
import type { ObligationId } from './obligations/obligation.js';

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

interface AboutPair extends AboutCycle {
  readonly peer: NodeId;
  /** What stands in the obligations that were settled. */
  readonly label: string;
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
    /** Two nodes hold a debt differently although their histories agree: their programs do. People decide. */
    ObligationDiffers: AboutCycle & { readonly peer: NodeId; readonly obligation: ObligationId };
    /** The result cannot change any more, and this node has booked its part of it. */
    CycleFinal: AboutCycle & { readonly result: string };
    /** We have ordered the transfer of a leg. */
    LegPaid: AboutLeg;
    /** Our own bank statement shows money of a leg. */
    LegReceived: AboutLeg & { readonly missing: MoneyText };
    /** Money of a payment that was given up came after all. */
    LegRecovered: AboutLeg & { readonly amount: MoneyText };
    /** A quorum computes alike who bears a default. The subject is the result. Amounts are minor units. */
    FundCalled: {
      readonly result: string;
      readonly cycle: string;
      readonly defaulter: NodeId;
      readonly currency: string;
      readonly shortfall: string;
    };
    /** A creditor has said how much a debtor may owe it, in minor units. The subject is the other one of the two. */
    LimitSet: {
      readonly creditor: NodeId;
      readonly debtor: NodeId;
      readonly currency: string;
      readonly max: string;
      /** Why people here have set it. */
      readonly reason?: string;
    };
    /** This branch starts nothing new with a partner. The subject is the partner, as below. */
    PartnerSuspended: { readonly partner: NodeId; readonly reason: string };
    PartnerResumed: { readonly partner: NodeId };
    /** One of the two has said that nothing is open and that it leaves. */
    PartnerLeft: { readonly partner: NodeId; readonly by: NodeId };
    /** Two nodes settle between themselves what a cycle left out. The subject is the label. */
    PairSettled: AboutPair;
    /** Its payments have arrived. */
    PairClosed: AboutPair;
    /** All legs of this node are paid and seen by their payees, or borne by all. */
    CycleClosed: AboutCycle;
  }
}
