import { readFile } from 'node:fs/promises';
import { Rates } from './rates.service.js';

/** The file `eurofxref-hist.csv` as the European Central Bank publishes it, fetched by whoever runs the node. */
export class RatesFile extends Rates {
  constructor(
    private readonly path: string,
    private readonly onFailure: (error: unknown) => void,
  ) {
    super();
  }

  /** A file that is not there is waited for: it may be in the midst of being replaced. */
  async history(): Promise<string | null> {
    try {
      return await readFile(this.path, 'utf8');
    } catch (error) {
      this.onFailure(error);
      return null;
    }
  }
}
