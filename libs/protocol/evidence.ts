import { type Result, ok, refuse } from '@passerelle/values';
import { z } from 'zod';
import { type CanonicalRules, documentRules, messageRules, parseCanonical } from './canonical.js';
import { signerAmong } from './declarations.js';
import { openDocument } from './document.js';
import { type Message, open } from './envelope.js';
import { type Sealed, sealed } from './fields.js';
import { answerSchema } from './hello.js';
import { limits } from './limits.js';
import { receiptSchema } from './receipt.js';
import { keyringOf } from './roster.js';
import type { RosterContent } from './roster-schema.js';

/**
 * - `equivocation`: two messages of one node with one number
 * - `broken-chain`: a message that names another one before it than its sender signed
 * - `two-votes`, `two-approvals`: two on one round by one node
 * - `other-head`: a receipt or answer that names another history than the receiver's own message
 * - `unsent`: an acknowledgement, receipt or answer for more messages than were ever sent
 */
export const evidenceSchema = z.strictObject({
  kind: z.enum(['equivocation', 'broken-chain', 'two-votes', 'two-approvals', 'other-head', 'unsent']),
  a: sealed,
  b: sealed.optional(),
});

/** Signed texts that contradict each other. They check with nothing but the roster. */
export type Evidence = z.infer<typeof evidenceSchema>;

export type Verdict =
  /** Both texts carry this node's signature and cannot both be honest. */
  | { readonly kind: 'proved'; readonly against: string }
  /** This node says it holds a message of the other, who says it was never sent. It has to show that message. */
  | { readonly kind: 'has-to-show'; readonly against: string; readonly message: ClaimedMessage };

export interface ClaimedMessage {
  readonly from: string;
  readonly to: string;
  readonly seq: string;
  /** The hash it has to have, where the claim named one. */
  readonly head?: string;
}

export type EvidenceRefusal = { readonly kind: 'proves-nothing'; readonly why: string };

type Judgement = Result<Verdict, EvidenceRefusal>;

/** What the evidence shows, checked with nothing but the roster. */
export function judge(evidence: Evidence, roster: RosterContent): Judgement {
  const { kind, a, b } = evidence;
  if (kind === 'unsent') return judgeClaim(a, roster);
  if (!b) return nothing('the second text is missing');
  if (kind === 'other-head') return judgeOtherHead(a, b, roster);
  if (kind === 'two-votes' || kind === 'two-approvals') return judgePair(onceARound[kind], a, b, roster);
  return judgeMessages(kind, messageOf(a, roster), messageOf(b, roster));
}

/**
 * The accused shows the message it was said to have invented. When it is good, the accusation falls; when the accuser
 * had shown another message of that number, the two together prove that the accuser has two histories.
 */
export function rebut(
  evidence: Evidence,
  shown: Sealed,
  roster: RosterContent,
): Result<{ readonly cleared: string; readonly counter?: Evidence }, EvidenceRefusal> {
  const judged = judge(evidence, roster);
  if (!judged.ok) return judged;
  if (judged.value.kind === 'proved') return nothing('two signatures of one node cannot be explained by a third text');
  const { against, message: claimed } = judged.value;
  const message = messageOf(shown, roster);
  if (!message) return nothing('the message shown is not well signed');
  const { from, to, seq } = message.content;
  const isClaimed = from === claimed.from && to === claimed.to && seq === claimed.seq;
  if (!isClaimed || (claimed.head !== undefined && claimed.head !== message.hash))
    return nothing('the message shown is not the one in question');
  return ok(
    evidence.b
      ? { cleared: against, counter: { kind: 'equivocation', a: shown, b: evidence.b } }
      : { cleared: against },
  );
}

function judgeMessages(kind: 'equivocation' | 'broken-chain', a?: Message, b?: Message): Judgement {
  if (!a || !b) return nothing('a message is not well signed');
  const [first, second] = [a.content, b.content];
  if (first.from !== second.from || first.to !== second.to || first.net !== second.net)
    return nothing('the messages are not of one direction');
  const contradict =
    kind === 'equivocation'
      ? first.seq === second.seq && a.hash !== b.hash
      : BigInt(first.seq) === BigInt(second.seq) + 1n && first.prev !== b.hash;
  return contradict
    ? ok({ kind: 'proved', against: first.from })
    : nothing('the messages do not contradict each other');
}

/** The declarations of which a node makes one a round, ever. */
const onceARound = {
  'two-votes': ['cycle.lock', 'cycle.skip'],
  'two-approvals': ['cycle.approve'],
} as const;

function judgePair(kinds: readonly string[], a: Sealed, b: Sealed, roster: RosterContent): Judgement {
  const [first, second] = [declarationOf(a, kinds, roster), declarationOf(b, kinds, roster)];
  if (!first || !second) return nothing('a declaration is not well signed, or not of this kind');
  if (first.by !== second.by || first.cycle !== second.cycle || first.round !== second.round)
    return nothing('the declarations are not of one node and round');
  return a.m === b.m ? nothing('the declarations say the same') : ok({ kind: 'proved', against: first.by });
}

function judgeOtherHead(a: Sealed, b: Sealed, roster: RosterContent): Judgement {
  const claim = claimOf(a, roster);
  const own = messageOf(b, roster);
  if (!claim || !own) return nothing('a text is not well signed');
  const { from, to, seq } = own.content;
  if (from !== claim.message.from || to !== claim.message.to || seq !== claim.message.seq)
    return nothing('the message is not the one the claim names');
  if (own.hash === claim.message.head) return nothing('the claim names this very message');
  return ok({ kind: 'has-to-show', ...claim });
}

function judgeClaim(a: Sealed, roster: RosterContent): Judgement {
  const claim = claimOf(a, roster);
  if (!claim) return nothing('the text is not well signed, or claims nothing');
  return claim.message.seq === '0' ? nothing('it claims nothing') : ok({ kind: 'has-to-show', ...claim });
}

/** What the text says its signer holds of the other node: a receipt, an answer, or the `ack` of a message. */
function claimOf(text: Sealed, roster: RosterContent): { against: string; message: ClaimedMessage } | undefined {
  const peek = peekAt(text, documentRules);
  const ring = keyringOf(roster, String(peek?.['from']));
  if (peek?.['kind'] === 'receipt') {
    const receipt = openDocument(receiptSchema, text, ring, limits.messageBytes);
    if (!receipt.ok || receipt.value.content.net !== roster.net) return undefined;
    const { from, to, upto, head } = receipt.value.content;
    return { against: from, message: { from: to, to: from, seq: upto, head } };
  }
  if (peek?.['kind'] === 'answer') {
    const answer = openDocument(answerSchema, text, ring, limits.messageBytes);
    if (!answer.ok || answer.value.content.net !== roster.net) return undefined;
    const { from, to, have } = answer.value.content;
    return { against: from, message: { from: to, to: from, seq: have.yours.seq, head: have.yours.head } };
  }
  const message = messageOf(text, roster)?.content;
  return message && { against: message.from, message: { from: message.to, to: message.from, seq: message.ack } };
}

function messageOf(text: Sealed, roster: RosterContent): Message | undefined {
  const from = peekAt(text, messageRules)?.['from'];
  const opened = open(text, keyringOf(roster, String(from)));
  return opened.ok && opened.value.content.net === roster.net ? opened.value : undefined;
}

/** Who declared this, for which cycle and round. */
function declarationOf(
  text: Sealed,
  kinds: readonly string[],
  roster: RosterContent,
): { readonly by: string; readonly cycle: unknown; readonly round: unknown } | undefined {
  const read = peekAt(text, messageRules);
  if (!read || read['net'] !== roster.net || !kinds.includes(String(read['what']))) return undefined;
  const everybody = roster.members.map((member) => member.id);
  const by = signerAmong(everybody, text.m, text.sig, roster);
  return by === undefined ? undefined : { by, cycle: read['cycle'], round: read['round'] };
}

/** Reads a text to learn whose key to try. Evidence comes from a member, inside a message whose signature was good. */
function peekAt(text: Sealed, rules: CanonicalRules): Readonly<Record<string, unknown>> | undefined {
  if (text.m.length > limits.messageBytes) return undefined;
  const parsed = parseCanonical(text.m, rules);
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return undefined;
  return parsed.value as Readonly<Record<string, unknown>>;
}

const nothing = (why: string): { readonly ok: false; readonly refusal: EvidenceRefusal } =>
  refuse({ kind: 'proves-nothing', why });
