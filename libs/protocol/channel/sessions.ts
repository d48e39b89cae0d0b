import type { Message } from '../envelope.js';
import type { Evidence } from '../evidence.js';
import type { Sealed } from '../fields.js';
import { type AnswerFrame, type HelloFrame, countThatFits } from '../frame.js';
import { type Answer, type Hello, type HelloContent, announcing, answerSchema, helloSchema } from '../hello.js';
import { sealDocument } from '../document.js';
import { limits } from '../limits.js';
import type { SigningKey } from '../signature.js';
import { agreeOnFeatures, agreeOnVersion } from '../versions.js';
import type { Stored } from './receiving.js';
import { replay, type ReplayFault } from './restoring.js';
import { type ChannelState, freeze } from './state.js';

/** True when the peer has to hear a hello: we do not know what it holds, or it has started again since it let us in. */
export const isHelloDue = ({ session, status }: ChannelState): boolean =>
  status === 'waiting' || session.pass === null || (session.theirs !== null && session.passFrom !== session.theirs);

/** Our hello: who we are since this start, with which release, and what we hold of both directions. */
export const helloFrame = (state: ChannelState, key: SigningKey, release?: string): HelloFrame => ({
  hello: sealDocument(helloSchema, { kind: 'hello', ...greetingOf(state, key, release) }, key).sealed,
});

export type HelloReading =
  /** Send the answer with the rows `returns` names; say hello as well when that is due. */
  | {
      readonly kind: 'answer';
      readonly state: ChannelState;
      readonly asked: string;
      /** Messages of the asker that it has lost: inbox rows, both ends included. */
      readonly returns: { readonly from: bigint; readonly upto: bigint } | null;
    }
  /** `another-history`: a hello from before a restore that some queue kept, or of a liar. It proves nothing. */
  | { readonly kind: 'outside'; readonly why: GreetingFault | 'another-history' };

type GreetingFault = 'another-channel' | 'no-common-version';

/** The rows `onHello` compares with: our message the peer says it holds, and the peer's own last that we hold too. */
export function rowsForHello(
  state: ChannelState,
  hello: Hello | Answer,
): { readonly outbox: bigint | undefined; readonly inbox: bigint | undefined } {
  const within = (seq: bigint, last: bigint): bigint | undefined => (seq > 0n && seq <= last ? seq : undefined);
  return {
    outbox: within(BigInt(hello.content.have.yours.seq), state.out.seq),
    inbox: within(BigInt(hello.content.have.mine.seq), state.in.seq),
  };
}

/** The rows named by `rowsForHello`, where they exist. */
export interface ComparedRows {
  readonly outbox?: Stored | undefined;
  readonly inbox?: Stored | undefined;
}

/**
 * The peer has started. A session we do not know gets a new pass, so that from here on frames of every earlier pairing
 * are dropped; then we answer what we hold. What the peer holds of ours may be less than it once confirmed.
 */
export function onHello(state: ChannelState, hello: Hello, rows: ComparedRows): HelloReading {
  const fault = faultOfGreeting(state, hello);
  if (fault) return { kind: 'outside', why: fault };
  const { session, have } = hello.content;
  // A hello is the one word that no session fences, so what it says about old numbers is never held against anybody.
  if (differs(rows.inbox, have.mine.head) || differs(rows.outbox, have.yours.head))
    return { kind: 'outside', why: 'another-history' };
  const paired = session === state.session.theirs ? state : withNewPass(state, session);
  const spoken = speaking(paired, hello);
  const held = BigInt(have.yours.seq);
  const theirLast = BigInt(have.mine.seq);
  const upto = theirLast + BigInt(limits.frameMessages);
  const admitted = isStillAdmitted(state, hello) ? spoken : withoutPass(spoken);
  return {
    kind: 'answer',
    state: { ...admitted, delivered: held < state.out.seq ? held : state.out.seq },
    asked: session,
    returns:
      theirLast < state.in.seq ? { from: theirLast + 1n, upto: upto < state.in.seq ? upto : state.in.seq } : null,
  };
}

/** Our answer to the peer's hello, with as many of the peer's own messages as fit. */
export function answerFrame(
  state: ChannelState,
  asked: string,
  returned: readonly Sealed[],
  key: SigningKey,
  release?: string,
): AnswerFrame {
  const pass = state.session.given;
  if (pass === null) throw new Error(`no pass was given to ${state.peer}: read its hello first`);
  const answer = sealDocument(answerSchema, { kind: 'answer', ...greetingOf(state, key, release), asked, pass }, key);
  return { answer: answer.sealed, msgs: returned.slice(0, countThatFits(returned)) };
}

export type AnswerReading =
  /** The answer to another start of ours: some queue kept it, or the peer has heard an old hello. Say hello again. */
  | { readonly kind: 'stale' }
  | {
      readonly kind: 'answered';
      readonly state: ChannelState;
      /** Our own messages that we had forgotten, in order: insert them into the outbox and fold them into the state. */
      readonly replayed: readonly Message[];
      /** True when nothing is missing any more and numbering may go on; else say hello again for the next page. */
      readonly isComplete: boolean;
      readonly fault?: ReplayFault;
    }
  | { readonly kind: 'proof'; readonly state: ChannelState; readonly evidence: Evidence }
  | { readonly kind: 'outside'; readonly why: GreetingFault };

/**
 * The peer lets us in and says what it holds of ours. Messages of ours that we have forgotten come with it and are
 * replayed as far as the messages they had seen are applied again. `returned` were opened with our own key ring.
 */
export function onAnswer(
  state: ChannelState,
  answer: Answer,
  returned: readonly Message[],
  rows: ComparedRows,
): AnswerReading {
  if (answer.content.asked !== state.session.mine) return { kind: 'stale' };
  const fault = faultOfGreeting(state, answer);
  if (fault) return { kind: 'outside', why: fault };
  const { pass, session, have } = answer.content;
  const admitted = speaking({ ...state, session: { ...state.session, pass, passFrom: session } }, answer);
  const replayed = replay(admitted, returned);
  const held = BigInt(have.yours.seq);
  const ours = rows.outbox ?? replayed.replayed.find((message) => BigInt(message.content.seq) === held);
  if (ours && ours.hash !== have.yours.head)
    return accuse(state, { kind: 'other-head', a: answer.sealed, b: ours.sealed });
  if (state.status === 'open' && held > state.out.seq) return accuse(state, { kind: 'unsent', a: answer.sealed });

  const isComplete = !replayed.fault && held <= replayed.state.out.seq;
  const status = isComplete && replayed.state.status === 'waiting' ? 'open' : replayed.state.status;
  const delivered = held < replayed.state.out.seq ? held : replayed.state.out.seq;
  return { kind: 'answered', ...replayed, state: { ...replayed.state, delivered, status }, isComplete };
}

const differs = (row: Stored | undefined, head: string): boolean => row !== undefined && row.hash !== head;

const accuse = (state: ChannelState, evidence: Evidence): AnswerReading => ({
  kind: 'proof',
  state: freeze(state),
  evidence,
});

/** False when the peer says that it takes the frames of another pairing than the one our frames name. */
const isStillAdmitted = ({ session }: ChannelState, hello: Hello): boolean =>
  hello.content.accepts?.[0] === session.mine && hello.content.accepts[1] === session.pass;

const withoutPass = (state: ChannelState): ChannelState => ({
  ...state,
  session: { ...state.session, pass: null, passFrom: null },
});

function withNewPass(state: ChannelState, theirs: string): ChannelState {
  const passes = state.session.passes + 1;
  return { ...state, session: { ...state.session, theirs, passes, given: `${state.session.mine}.${passes}` } };
}

const speaking = (state: ChannelState, greeting: Hello | Answer): ChannelState => ({
  ...state,
  session: {
    ...state.session,
    version: agreeOnVersion(greeting.content.versions),
    features: agreeOnFeatures(greeting.content.features),
  },
});

const greetingOf = (state: ChannelState, key: SigningKey, release?: string): Omit<HelloContent, 'kind'> => ({
  net: state.net,
  from: state.me,
  to: state.peer,
  kid: key.kid,
  session: state.session.mine,
  have: { mine: positionText(state.out), yours: positionText(state.in) },
  accepts: acceptedPair(state),
  ...announcing(release),
});

const acceptedPair = ({ session: { theirs, given } }: ChannelState): [string, string] | null =>
  theirs === null || given === null ? null : [theirs, given];

const positionText = ({ seq, head }: ChannelState['out']): { seq: string; head: string } => ({
  seq: String(seq),
  head,
});

/** Why a greeting is not for this channel, or speaks no version that we speak. */
function faultOfGreeting(state: ChannelState, greeting: Hello | Answer): GreetingFault | undefined {
  const { net, from, to, versions: spoken } = greeting.content;
  if (net !== state.net || from !== state.peer || to !== state.me) return 'another-channel';
  return agreeOnVersion(spoken) === null ? 'no-common-version' : undefined;
}
