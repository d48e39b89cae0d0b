import { Broker } from './broker.js';
import { Disk } from './disk.js';
import type { Kept } from './kept.js';
import type { Letter } from './letter.js';

/** Channels and everything else are two transactions, and the program may stop between them. */
export class TornDisk extends Disk {
  protected override commit(after: Kept): void {
    super.commit({ ...this.kept, channels: after.channels });
    this.point();
    super.commit(after);
  }
}

const unsafeCommits = 3;

/** The database answers before anything is safe: what it took last is gone after a crash. */
export class HastyDisk extends Disk {
  private unsafe: readonly { readonly before: Kept; readonly after: Kept }[] = [];

  protected override commit(after: Kept): void {
    this.unsafe = [...this.unsafe, { before: this.kept, after }];
    this.kept = after;
    if (this.unsafe.length <= unsafeCommits) return;
    const [safe, ...rest] = this.unsafe;
    this.unsafe = rest;
    this.onCommit(safe!.before, safe!.after);
  }

  override crashed(): void {
    this.kept = this.unsafe[0]?.before ?? this.kept;
    this.unsafe = [];
  }
}

/** What was said about a leg that is not known yet is not kept. */
export class ForgetfulDisk extends Disk {
  protected override commit(after: Kept): void {
    super.commit({ ...after, facts: [], early: [] });
  }
}

/** Acknowledges a letter as soon as it is there. */
export class HastyBroker extends Broker {
  protected override offer(letter: Letter): void {
    this.onAcknowledged(letter);
    this.deliver(letter);
  }
}
