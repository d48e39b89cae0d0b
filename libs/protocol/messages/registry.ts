import { channelClose } from './channel-close.js';
import { countsAsk } from './counts-ask.js';
import { countsTell } from './counts-tell.js';
import { cycleAbort } from './cycle-abort.js';
import { cycleApprove } from './cycle-approve.js';
import { cycleAsk } from './cycle-ask.js';
import { cycleCut } from './cycle-cut.js';
import { cycleFinal } from './cycle-final.js';
import { cycleLock } from './cycle-lock.js';
import { cyclePropose } from './cycle-propose.js';
import { cycleSkip } from './cycle-skip.js';
import { cycleState } from './cycle-state.js';
import { cycleSubmit } from './cycle-submit.js';
import { disputeClose } from './dispute-close.js';
import { disputeOpen } from './dispute-open.js';
import { evidenceShared } from './evidence.js';
import { fundCall } from './fund-call.js';
import { fundRepay } from './fund-repay.js';
import { keyRotate } from './key-rotate.js';
import { legUnpaid } from './leg-unpaid.js';
import { limitSet } from './limit-set.js';
import { missionAccept } from './mission-accept.js';
import { missionApprove } from './mission-approve.js';
import { missionCancel } from './mission-cancel.js';
import { missionFormalities } from './mission-formalities.js';
import { missionOffer } from './mission-offer.js';
import { missionRefuse } from './mission-refuse.js';
import { missionReport } from './mission-report.js';
import { missionStart } from './mission-start.js';
import { obligationAccept } from './obligation-accept.js';
import { obligationPropose } from './obligation-propose.js';
import { obligationReject } from './obligation-reject.js';
import { obligationWithdraw } from './obligation-withdraw.js';
import { paymentReceived } from './payment-received.js';
import { paymentSent } from './payment-sent.js';
import { reconciliation } from './recon.js';
import { reconItems } from './recon-items.js';
import { reconRange } from './recon-range.js';
import { refusal } from './refuse.js';
import { settlePair } from './settle-pair.js';

/** Every type of message a node of this version understands. */
export const messageTypes = [
  missionOffer,
  missionAccept,
  missionRefuse,
  missionStart,
  missionFormalities,
  countsAsk,
  countsTell,
  missionReport,
  missionApprove,
  missionCancel,
  obligationPropose,
  obligationAccept,
  obligationReject,
  obligationWithdraw,
  disputeOpen,
  disputeClose,
  limitSet,
  cycleCut,
  cycleState,
  cycleSubmit,
  cyclePropose,
  cycleApprove,
  cycleAsk,
  cycleLock,
  cycleSkip,
  cycleFinal,
  cycleAbort,
  settlePair,
  paymentSent,
  paymentReceived,
  legUnpaid,
  fundCall,
  fundRepay,
  reconciliation,
  reconRange,
  reconItems,
  keyRotate,
  channelClose,
  evidenceShared,
  refusal,
] as const;
