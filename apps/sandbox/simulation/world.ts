import { createHash } from 'node:crypto';
import { Chance } from './chance.js';
import type { Plan } from './faults.js';

/** Thrown where a program stops in the middle of something. Only the simulation throws and catches it. */
export class Crash extends Error {
  constructor(readonly node: string) {
    super(`${node} crashed`);
    this.name = 'Crash';
  }
}

interface Event {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

const lastEventsKept = 200;

/** Time, chance and what happens next. Everything that happens adds to one hash, by which two runs are compared. */
export class World {
  now = 0;
  /** True once nothing goes wrong any more and everybody may recover. */
  isCalm = false;
  readonly chance: Chance;
  readonly violations: string[] = [];
  private readonly events: Event[] = [];
  private readonly trace = createHash('sha256');
  private readonly last: string[] = [];
  private orders = 0;
  private ids = 0;

  constructor(readonly plan: Plan) {
    this.chance = new Chance(plan.seed);
  }

  /** Runs something so many ticks from now; of two at one moment the one asked for first. */
  after(ticks: number, run: () => void): void {
    push(this.events, { at: this.now + Math.max(0, ticks), order: (this.orders += 1), run });
  }

  /** Runs what is due up to a moment. */
  runUntil(end: number): void {
    for (let next = this.events[0]; next !== undefined && next.at <= end; next = this.events[0]) {
      shift(this.events);
      this.now = Math.max(this.now, next.at);
      next.run();
      if (this.violations.length > 0) return;
    }
    this.now = Math.max(this.now, end);
  }

  note(who: string, what: string): void {
    const line = `${this.now} ${who} ${what}`;
    this.trace.update(line);
    this.last.push(line);
    if (this.last.length > lastEventsKept) this.last.shift();
  }

  violated(invariant: string, what: string): void {
    this.note('violation', `${invariant} ${what}`);
    this.violations.push(`${invariant}: ${what}`);
  }

  /** True so many times in a hundred, and never in the calm. */
  mishap(share: number): boolean {
    return share > 0 && !this.isCalm && this.chance.percent(share);
  }

  /** A UUID of version 7 that no other of this run has. */
  newId(): string {
    const digits = (this.ids += 1).toString(16).padStart(12, '0');
    return `0198f5c1-8f2a-7c3b-9a41-${digits}`;
  }

  get traceHash(): string {
    return this.trace.copy().digest('base64url');
  }

  get lastEvents(): readonly string[] {
    return this.last;
  }
}

const isBefore = (one: Event, other: Event): boolean =>
  one.at < other.at || (one.at === other.at && one.order < other.order);

/** A binary heap, soonest first. */
function push(heap: Event[], event: Event): void {
  heap.push(event);
  for (let at = heap.length - 1; at > 0;) {
    const above = (at - 1) >> 1;
    if (!isBefore(heap[at]!, heap[above]!)) return;
    [heap[at], heap[above]] = [heap[above]!, heap[at]!];
    at = above;
  }
}

function shift(heap: Event[]): void {
  const last = heap.pop()!;
  if (heap.length === 0) return;
  heap[0] = last;
  for (let at = 0; ;) {
    const below = [2 * at + 1, 2 * at + 2].filter((child) => child < heap.length);
    const soonest = below.sort((x, y) => (isBefore(heap[x]!, heap[y]!) ? -1 : 1))[0];
    if (soonest === undefined || !isBefore(heap[soonest]!, heap[at]!)) return;
    [heap[at], heap[soonest]] = [heap[soonest]!, heap[at]!];
    at = soonest;
  }
}
