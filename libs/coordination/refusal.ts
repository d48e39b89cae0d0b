import type { Reason } from './words.js';

/** Facts that cannot be: which field, against which article or rule, and what to do about it. */
export interface CoordinationRefusal {
  readonly kind:
    | 'unreadable' // a value of the wrong form: no day, no decimal, no known word
    | 'unknown-country' // not a country of ISO 3166
    | 'outside-area' // a country that takes no part where only a coordinated state can stand
    | 'dates-reversed' // the last day is before the first
    | 'share-out-of-range' // a share below nothing or above the whole
    | 'shares-not-one' // the shares of all work do not make the whole
    | 'overlapping-missions' // two missions of one person on the same days
    | 'unknown-employer' // an employer that is named but not described
    | 'circle-of-employers' // effective employers that point at each other
    | 'named-twice' // two employers of one name
    | 'no-rule-on-date' // the law as we know it says nothing on that day
    | 'not-allowed'; // a step the rules do not allow from here
  /** Path into the facts, such as `activities[1].timeShare`. */
  readonly field: string;
  /** The article or the rule that the value offends. */
  readonly rule: string;
  /** What is wrong, in every language. */
  readonly detail: Reason;
  /** What to do next, in every language. */
  readonly remedy: Reason;
}

/** Who can say what nobody has said yet. */
export type Supplier = 'worker' | 'home' | 'host' | 'client' | 'institution';

/** A fact on which the answer depends and that is unknown: never guessed, but asked for. */
export interface MissingFact {
  /** Path into the facts, such as `mission.replacesPostedWorker`. */
  readonly fact: string;
  readonly supplier: Supplier;
  readonly question: Reason;
}
