import { z } from 'zod';
import { evidenceSchema } from './evidence.js';
import * as field from './fields.js';
import { hashText } from './hash.js';
import { coSigned, fixing } from './messages/co-signed.js';
import { signedRosterSchema } from './roster-schema.js';

/** The form of the file. A changed meaning is another number. */
export const auditFormat = 'passerelle-audit/1';

const round = z.int().min(0);
const ledgerAccount = z.string().min(1).max(130);

/** First: whose record it is, and when it was taken. */
const begin = z.strictObject({
  line: z.literal('begin'),
  format: z.literal(auditFormat),
  net: field.netId,
  node: field.nodeId,
  at: field.instant,
});

/** One version of the roster, from the first on. */
const roster = z.strictObject({ line: z.literal('roster'), ...signedRosterSchema.shape });

/**
 * Where both directions with a peer end here. `receipt` is the last one the peer signed for messages of this node;
 * `waiting` counts what this node has decided to say and has not numbered yet.
 */
const channel = z.strictObject({
  line: z.literal('channel'),
  peer: field.nodeId,
  status: z.enum(['waiting', 'open', 'frozen', 'closed']),
  out: field.position,
  in: field.position,
  receipt: field.sealed.nullable(),
  waiting: field.whole,
});

/**
 * A message of either direction in its order. One that tells of people is withheld: its hash stands for it, and the
 * message after it, which names that hash, is signed by the same node.
 */
const message = z.strictObject({
  line: z.literal('message'),
  from: field.nodeId,
  to: field.nodeId,
  seq: field.positive,
  type: field.typeName,
  hash: field.hash,
  signed: field.sealed.nullable(),
});

/** What this node holds of a debt between it and a peer. */
const obligation = z.strictObject({
  line: z.literal('obligation'),
  obligation: field.uuid,
  peer: field.nodeId,
  terms: field.hash,
  state: field.code,
  cycle: field.cycle.nullable(),
  settledIn: z.string().max(100).nullable(),
});

const final = z.strictObject({
  cycle: field.cycle,
  round,
  proposal: z.strictObject({
    cycle: field.cycle,
    round,
    fixing: fixing.nullable(),
    statements: z.array(coSigned).max(3000),
    result: field.hash,
  }),
  approvals: field.signatures,
  locks: field.signatures,
});

/** A cycle with the certificate of its result, and each node's position in it by currency, in minor units. */
const cycle = z.strictObject({
  line: z.literal('cycle'),
  cycle: field.cycle,
  final,
  positions: z.partialRecord(field.currency, z.record(field.nodeId, field.signed)),
});

const vote = z.strictObject({
  line: z.literal('vote'),
  cycle: field.cycle,
  round,
  vote: z.enum(['lock', 'skip']),
  result: field.hashOrNone,
  signature: field.sig,
});

/** A payment this node makes or gets, and how much of it the payee has seen on its own bank statement. */
const leg = z.strictObject({
  line: z.literal('leg'),
  leg: field.leg,
  settledIn: z.string().max(100),
  from: field.nodeId,
  to: field.nodeId,
  currency: field.currency,
  amount: field.positive,
  ordered: field.amount,
  received: field.amount,
  standing: z.enum(['on-time', 'late', 'unpaid', 'defaulted']),
});

/** A transaction of the books that touches what nodes owe each other; of other accounts only the kind is told. */
const booked = z.strictObject({
  line: z.literal('transaction'),
  id: z.string().max(50),
  entity: z.string().max(50),
  day: field.day,
  kind: z.string().max(100),
  cause: z.string().max(200),
  phase: z.enum(['posted', 'pending', 'post', 'void']),
  postings: z
    .array(z.strictObject({ account: ledgerAccount, currency: field.currency, amount: field.signed }))
    .min(2)
    .max(10_000),
});

/** A proof of misbehaviour that this node holds; null where the signed texts tell of people. */
const proof = z.strictObject({
  line: z.literal('proof'),
  by: field.nodeId,
  against: field.nodeId,
  kind: z.string().max(50),
  proof: evidenceSchema.nullable(),
});

/** Last: how many lines are before it, the hash over all of them, and the node's signature under that hash. */
const end = z.strictObject({ line: z.literal('end'), lines: field.positive, hash: field.hash, signature: field.sig });

/** One line of a node's record for auditors: a file of JSON texts, one a line. */
export const auditLineSchema = z.discriminatedUnion('line', [
  begin,
  roster,
  channel,
  message,
  obligation,
  cycle,
  vote,
  leg,
  booked,
  proof,
  end,
]);

export type AuditLine = z.infer<typeof auditLineSchema>;
export type AuditLineOf<K extends AuditLine['line']> = Extract<AuditLine, { readonly line: K }>;

/** What nodes say about what they owe each other and about the channel itself; all else may be about people. */
const ofTheExchange =
  /^(obligation|dispute|cycle|payment|fund|recon)(\.|$)|^(leg\.unpaid|settle\.pair|limit\.set|key\.rotate|channel\.close|refuse)$/;

/** True for messages that may tell of people: missions name workers and clients, and a proof may hold such a message. */
export const tellsOfPeople = (type: string): boolean => !ofTheExchange.test(type);

/** The hash over all lines so far; the first is `''`. It stands for each of them and for their order. */
export const hashAfter = (before: string, line: string): string => hashText(`${before}\n${line}`);
