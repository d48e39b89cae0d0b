import { createHmac } from 'node:crypto';
import type { CountedSpan, Span } from '@passerelle/coordination';
import type { CountryCode, PlainDate } from '@passerelle/values';
import type { MemberId } from '../members/member.js';
import type { NodeId } from '../peers/received.js';

export type CountingId = string & { readonly __counting: true };

/** She lets two cooperatives that employ her tell each other on how many days she works in a country. */
export interface Consent {
  readonly member: MemberId;
  readonly peer: NodeId;
  /** Chosen by chance at one of the two and carried to the other by herself: nothing else makes her one person there. */
  readonly code: string;
  readonly since: Date;
}

/** One question between two nodes about one person, and its answer: what she can read of what was told about her. */
export interface Counting {
  readonly id: CountingId;
  readonly member: MemberId;
  readonly peer: NodeId;
  /** We asked them, or they asked us. */
  readonly direction: 'asked' | 'answered';
  readonly host: CountryCode;
  readonly spans: readonly Span[];
  readonly askedAt: Date;
  readonly answer: CountingAnswer | null;
}

/** `unknown-person` says the same of somebody who is not known and of somebody who has not consented. */
export type CountingAnswer =
  | { readonly kind: 'counted'; readonly days: readonly number[]; readonly on: PlainDate }
  | { readonly kind: 'unknown-person'; readonly on: PlainDate };

/** What her other cooperatives count, and how each of them stands. */
export interface Elsewhere {
  readonly spans: readonly CountedSpan[];
  readonly told: readonly {
    readonly peer: NodeId;
    readonly state: 'waiting' | CountingAnswer['kind'];
    /** The day of the newest count; null while there is none. */
    readonly on: PlainDate | null;
  }[];
}

/**
 * What a person is called in one question: both nodes can work it out from her code, and nobody else can; no two questions
 * call her the same, so that not even a copy of all messages tells which ones are about one person.
 */
export const nameIn = (
  question: CountingId,
  { code, from, to }: { readonly code: string; readonly from: NodeId; readonly to: NodeId },
): string =>
  createHmac('sha256', code).update(`passerelle/counting/1\n${from}\n${to}\n${question}`).digest('base64url');

/** 32 bytes of chance, as base64url. */
export const isCode = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** What others count, from the newest answers of each of them. Days are known when all of them have told the very span. */
export function elsewhereOf(
  peers: readonly NodeId[],
  countings: readonly Counting[],
  spans: readonly Span[],
): Elsewhere {
  const of = (peer: NodeId): readonly Counting[] => countings.filter((each) => each.peer === peer);
  return {
    spans: spans.map((span) => ({ ...span, days: sumOf(peers.map((peer) => daysIn(of(peer), span))) })),
    told: peers.map((peer) => {
      const answered = of(peer).findLast(({ answer }) => answer !== null)?.answer;
      return { peer, state: answered?.kind ?? 'waiting', on: answered?.on ?? null };
    }),
  };
}

/** The newest answer about the span. After a refusal an older count is not believed any more. */
function daysIn(countings: readonly Counting[], span: Span): number | null {
  const newest = countings.findLast(({ spans, answer }) => answer !== null && spans.some((each) => isSame(each, span)));
  if (newest?.answer?.kind !== 'counted') return null;
  return newest.answer.days[newest.spans.findIndex((each) => isSame(each, span))] ?? null;
}

export const isSame = (a: Span, b: Span): boolean => a.first === b.first && a.last === b.last;

const sumOf = (days: readonly (number | null)[]): number | null =>
  days.reduce((total, each) => (total === null || each === null ? null : total + each), 0);
