import { type Result } from '@passerelle/values';
import { z } from 'zod';
import { disputeReasons } from './dispute-reasons.js';
import { type DocumentRefusal, type Opened, openDocument, sealDocument } from './document.js';
import * as field from './fields.js';
import type { Sealed } from './fields.js';
import type { Keyring } from './keyring.js';
import { limits } from './limits.js';
import type { SigningKey } from './signature.js';

const count = z.int().min(0);
const id = field.nodeId;

/** The node's end of one channel. */
const channel = z.strictObject({
  peer: id,
  status: z.enum(['waiting', 'open', 'frozen', 'closed']),
  out: field.position,
  in: field.position,
  delivered: field.whole,
  /** Intents without a number, and numbered messages that are not delivered, with the age of the oldest. */
  waiting: count,
  undelivered: count,
  oldestAt: field.instant.optional(),
  /** When a frame of the peer last came; absent until one has since the program began. */
  heardAt: field.instant.optional(),
  refused: count,
  invalid: count,
});

/** A debt without a word about the worker, the client or the mission. */
const obligation = z.strictObject({
  id: field.uuid,
  debtor: id,
  creditor: id,
  currency: field.currency,
  amount: field.positive,
  due: field.day,
  state: z.enum(['proposed', 'agreed', 'held', 'rejected', 'withdrawn', 'void', 'settled']),
  cycle: field.cycle.optional(),
  /** Why it is held; absent while it is not, and from nodes that do not tell. */
  dispute: z.enum(disputeReasons).optional(),
});

const leg = z.strictObject({
  leg: field.leg,
  from: id,
  to: id,
  currency: field.currency,
  amount: field.positive,
  paid: field.amount,
  state: z.enum(['open', 'late', 'unpaid', 'closed']),
});

const cycleState = z.strictObject({
  cycle: field.cycle,
  state: z.enum(['open', 'stated', 'proposed', 'locking', 'final', 'settled', 'aborted', 'defaulted', 'resolved']),
  round: field.whole,
  result: field.hash.optional(),
  /** What each node gets (or owes, when negative) by the result. */
  positions: z.array(z.strictObject({ node: id, currency: field.currency, amount: field.signed })).max(800),
  signed: z.array(id).max(64),
  missing: z.array(id).max(64),
  gross: z.partialRecord(field.currency, field.amount),
  net: z.partialRecord(field.currency, field.amount),
  legs: z.array(leg).max(200),
});

/** A message of a peer that a room failed on and that is tried again, without anything that it says. */
const stuck = z.strictObject({
  peer: id,
  type: field.typeName,
  seq: field.positive,
  since: field.instant,
  attempts: count,
  /** Absent while a person has paused it. */
  nextTryAt: field.instant.optional(),
});

const exposure = z.strictObject({ peer: id, currency: field.currency, owes: field.amount, cap: field.amount });

/**
 * One page of what a node tells the federation. There is no field for a person, a client or free text, and an object
 * with one more field is refused: the schema itself keeps personal data out.
 */
export const reportSchema = z
  .strictObject({
    kind: z.literal('report'),
    net: field.netId,
    node: id,
    kid: field.keyId,
    number: field.positive,
    page: field.positive,
    pages: field.positive,
    at: field.instant,
    software: z.string().regex(/^[0-9A-Za-z.+-]{1,40}$/),
    /** The version of the national rules by which this node employs; absent where it has none of that country. */
    rules: z
      .string()
      .regex(/^\d{4}\.\d{1,4}$/)
      .optional(),
    rosterVersion: z.int().min(1),
    channels: z.array(channel).max(64),
    obligations: z.array(obligation).max(1000),
    /** How many obligations more are open than this report has room for. */
    unlisted: count.optional(),
    stuck: z.array(stuck).max(100).optional(),
    cycles: z.array(cycleState).max(24),
    exposures: z.array(exposure).max(800),
    fund: z.array(z.strictObject({ currency: field.currency, stake: field.amount, used: field.amount })).max(20),
    /** What of each peer was refused since the last report, by the word for why. */
    refusals: z.array(z.strictObject({ peer: id, code: field.code, count: z.int().min(1) })).max(800),
  })
  .refine(({ page, pages }) => BigInt(page) <= BigInt(pages), 'a page has a number within the pages');

export type ReportPage = z.infer<typeof reportSchema>;
export type ReportedObligation = z.infer<typeof obligation>;
export type Report = Omit<ReportPage, 'kind' | 'kid' | 'page' | 'pages'>;

// The wire adds quotes and escapes around the canonical text, at most a quarter for a text made of short fields.
const pageBytes = Math.floor(limits.frameBytes * 0.7);

/** Signs a report in as many pages as its obligations need; the first page carries everything else. */
export function sealReport(report: Report, key: SigningKey): readonly Opened<ReportPage>[] {
  const lists = pagesOf(report);
  return lists.map((obligations, at) => {
    const rest: Report =
      at === 0 ? report : { ...report, channels: [], cycles: [], exposures: [], fund: [], refusals: [], stuck: [] };
    const numbers = { page: String(at + 1), pages: String(lists.length) };
    return sealDocument(reportSchema, { ...rest, ...numbers, obligations, kind: 'report', kid: key.kid }, key);
  });
}

/** Verifies one page of a node's report with the keys the roster gives that node. */
export const openReport = (page: Sealed, ring: Keyring): Result<Opened<ReportPage>, DocumentRefusal> =>
  openDocument(reportSchema, page, ring, limits.frameBytes);

function pagesOf(report: Report): ReportedObligation[][] {
  const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value), 'utf8') + 1;
  const pages: ReportedObligation[][] = [[]];
  let bytes = sizeOf({ ...report, obligations: [] });
  for (const each of report.obligations) {
    const size = sizeOf(each);
    if (bytes + size > pageBytes && (pages.at(-1)!.length > 0 || pages.length === 1)) {
      pages.push([]);
      bytes = 1024;
    }
    pages.at(-1)!.push(each);
    bytes += size;
  }
  return pages;
}
