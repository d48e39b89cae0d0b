import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB and 2 passes (OWASP's first choice): about 40 ms on a thread of its own. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How passwords are kept: as Argon2id hashes. */
export class Passwords {
  /** Compared when nobody has the e-mail address, so that the answer takes as long as for a wrong password. */
  private readonly decoy = this.hash(randomBytes(16).toString('hex'));

  hash(password: string): Promise<string> {
    return hash(password, cost);
  }

  /** True when the hash was made of this password. Works equally long when there is no hash to compare. */
  async isRight(password: string, hashed: string | null | undefined): Promise<boolean> {
    const isMatch = await this.compare(password, hashed ?? (await this.decoy));
    return isMatch && typeof hashed === 'string';
  }

  /** One whole computation of Argon2id, whatever comes out. */
  compare(password: string, hashed: string): Promise<boolean> {
    return verify(hashed, password);
  }
}
