import type { Letter } from './letter.js';
import type { World } from './world.js';

/** What the node says of a letter: `taken` is the acknowledgement, after which the broker forgets it. */
export type Taken = 'taken' | 'later' | 'away';

const againAfter = 12;
/** As the limit of a stream: what is older is discarded, because its sender still has it. */
const lettersMost = 64;

/** The mailbox of one node: it keeps a letter until the node has taken it, and may deliver it twice or lose everything. */
export class Broker {
  private letters: Letter[] = [];
  private isTicking = false;

  constructor(
    private readonly world: World,
    protected readonly deliver: (letter: Letter) => Taken,
    /** Hears of every letter that the node has acknowledged. */
    protected readonly onAcknowledged: (letter: Letter) => void,
  ) {}

  arrived(letter: Letter): void {
    if (this.world.mishap(this.world.plan.faults.streamLost)) this.letters = [];
    this.offer(letter);
  }

  protected offer(letter: Letter): void {
    const taken = this.deliver(letter);
    if (taken === 'taken') this.onAcknowledged(letter);
    const isAckLost = taken === 'taken' && this.world.mishap(this.world.plan.faults.ackLost);
    if (taken === 'taken' && !isAckLost) return;
    this.letters = [...this.letters, letter].slice(-lettersMost);
    this.again();
  }

  private again(): void {
    if (this.isTicking) return;
    this.isTicking = true;
    this.world.after(againAfter, () => {
      this.isTicking = false;
      for (const letter of this.letters.splice(0)) this.offer(letter);
    });
  }
}
