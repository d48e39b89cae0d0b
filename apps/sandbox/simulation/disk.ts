import type { Kept } from './kept.js';
import { Crash, type World } from './world.js';

/** A transaction that did not happen, as far as the program knows. */
export class CommitFailed extends Error {
  constructor() {
    super('the transaction failed');
    this.name = 'CommitFailed';
  }
}

/** What a transaction has changed so far. Nobody else sees it before the commit. */
export class Draft {
  constructor(
    public kept: Kept,
    private readonly point: () => void,
  ) {}

  /** One statement of the transaction. The program may stop before it. */
  put(change: Partial<Kept>): void {
    this.point();
    this.kept = { ...this.kept, ...change };
  }
}

/**
 * The database of one node. A transaction happens as a whole or not at all; the program may stop at each of its steps,
 * before it and after it, and sometimes cannot know what became of it.
 */
export class Disk {
  constructor(
    protected readonly world: World,
    private readonly node: string,
    public kept: Kept,
    protected readonly onCommit: (before: Kept, after: Kept) => void,
  ) {}

  /** A place at which the program may stop for good. */
  point = (): void => {
    if (this.world.mishap(this.world.plan.faults.crash)) throw new Crash(this.node);
  };

  transact<T>(use: (draft: Draft) => T): T {
    this.point();
    const draft = new Draft(this.kept, this.point);
    const answer = use(draft);
    this.point();
    if (this.world.mishap(this.world.plan.faults.failedCommit)) throw new CommitFailed();
    this.commit(draft.kept);
    this.point();
    if (this.world.mishap(this.world.plan.faults.unknownCommit)) throw new CommitFailed();
    return answer;
  }

  /** The program has stopped in the middle of something; what was committed is there when it starts again. */
  crashed(): void {}

  protected commit(after: Kept): void {
    const before = this.kept;
    this.kept = after;
    this.onCommit(before, after);
  }

  /** Everything as it was at a moment: a backup costs nothing, because nothing in it is ever changed. */
  restore(backup: Kept): void {
    this.kept = backup;
  }
}
