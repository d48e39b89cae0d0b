import type { PlainDate } from '@passerelle/values';

/**
 * What each kind of fact says, as JSON: texts, numbers, booleans, amounts as `MoneyText`, days as ISO text. A room that
 * records a fact adds its kind here by declaration merging:
 *
 *     declare module '../facts/fact.js' {
 *       interface FactBodies {
 *         MissionCompleted: { readonly lastDay: PlainDate };
 *       }
 *     }
 */
export interface FactBodies {
  /** The calendar of the node reached a day. Whatever is due on or before it can be done. The subject is the day too. */
  DayBegan: { readonly date: PlainDate };
}

export type FactKind = keyof FactBodies;

/** Something that happened, in the past tense: which kind, to what (`subject`, an id), and what there is to say. */
export type NewFact<K extends FactKind = FactKind> = {
  readonly [Kind in K]: { readonly kind: Kind; readonly subject: string; readonly body: FactBodies[Kind] };
}[K];

/** A recorded fact. Positions grow in the order in which facts become visible; a rolled back one leaves a gap. */
export type Fact<K extends FactKind = FactKind> = NewFact<K> & {
  readonly position: bigint;
  readonly recordedAt: Date;
  /** The `traceparent` of the request or message that it came of, if there was one. */
  readonly trace?: string;
};
