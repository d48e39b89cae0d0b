/** Where this node reads published rates of exchange. */
export abstract class Rates {
  /** The text of the European Central Bank's history of reference rates, newest first; null when there is none. */
  abstract history(): Promise<string | null>;
}

/** A node that was told of no file of rates: it cannot stand by any. */
export class NoRates extends Rates {
  history(): Promise<null> {
    return Promise.resolve(null);
  }
}
