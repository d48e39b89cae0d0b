import {
  type Keyring,
  limits,
  openReport,
  reportFrameSchema,
  type Opened,
  type ReportPage,
} from '@passerelle/protocol';
import { refuse, type Result } from '@passerelle/values';
import type { ReportRefusal } from './report-refusal.js';

export interface Expected {
  readonly net: string;
  /** The node on whose subject the bytes came. */
  readonly slot: string;
  readonly ring: Keyring;
}

/**
 * The signed page in the bytes that arrived: length, signature, canonical form, closed schema, and that it speaks for
 * the node on whose subject it lay. Nothing is read before its signature is good.
 */
export function readReport(
  bytes: Uint8Array,
  { net, slot, ring }: Expected,
): Result<Opened<ReportPage>, ReportRefusal> {
  if (bytes.length > limits.frameBytes) return refuse('too-long');
  const frame = reportFrameSchema.safeParse(jsonOf(bytes));
  if (!frame.success) return refuse('not-a-report');
  const opened = openReport(frame.data.report, ring);
  if (!opened.ok) return refuse(opened.refusal.kind);
  const { content } = opened.value;
  if (content.net !== net) return refuse('another-federation');
  if (content.node !== slot) return refuse('another-node');
  if (BigInt(content.pages) > pagesMax) return refuse('page-out-of-range');
  return opened;
}

/** Twelve thousand obligations of the longest kind fit; more pages than that only fill the table. */
const pagesMax = 100n;

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
