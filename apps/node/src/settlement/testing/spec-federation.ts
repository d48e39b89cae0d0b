import type { RosterContent } from '@passerelle/protocol';
import { Money, day } from '@passerelle/values';
import { be, fr, roster, se } from '../../peers/testing/federation.js';
import type { NodeId } from '../../peers/received.js';
import type { Patience } from '../cycles/deadlines.js';
import { type Ground, SpecNode, memoryGround } from './spec-node.js';

const nodes = ['be', 'fr', 'se'];

const calendar: RosterContent['calendar'] = [
  {
    cycle: '2026-04',
    cutOff: day('2026-04-30'),
    statements: day('2026-05-04'),
    proposal: day('2026-05-05'),
    payment: day('2026-05-08'),
    graceEnd: day('2026-05-18'),
  },
  {
    cycle: '2026-05',
    cutOff: day('2026-05-31'),
    statements: day('2026-06-02'),
    proposal: day('2026-06-03'),
    payment: day('2026-06-08'),
    graceEnd: day('2026-06-15'),
  },
];

/** The roster of the three, with caps and the calendar of two months. */
export const federation: RosterContent = {
  ...roster,
  calendar,
  caps: nodes.flatMap((creditor) =>
    nodes.flatMap((debtor) =>
      creditor === debtor
        ? []
        : (['EUR', 'SEK'] as const).map((currency) => ({ creditor, debtor, currency, max: '5000000' })),
    ),
  ),
};

/** A generator with one seed (mulberry32), so that a run that failed can be told by its number. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Letter {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly bytes: Uint8Array;
}

const patience: Patience = { statementsMs: 30_000, answersMs: 15_000, roundMs: 60_000 };

/** Brussels, Paris and Malmö over a network that loses, repeats and reorders as its seed says; 0 is a good network. */
export class SpecFederation {
  readonly be: SpecNode;
  readonly fr: SpecNode;
  readonly se: SpecNode;
  /** Whether a letter is lost for sure. */
  isCut: (letter: Pick<Letter, 'from' | 'to'>) => boolean = () => false;
  nowMs = Date.parse('2026-04-10T09:00:00Z');
  private way: Letter[] = [];
  private readonly roll: (below: number) => number;
  private readonly isBad: boolean;

  /** Each node keeps its things in the ground that is given for it, or in memory. */
  constructor(
    seed = 0,
    grounds: Readonly<Record<NodeId, Ground>> = {},
    private readonly of: {
      readonly roster?: RosterContent;
      readonly versions?: readonly RosterContent[];
      readonly rates?: string;
    } = {},
  ) {
    this.roll = chance(seed);
    this.isBad = seed !== 0;
    [this.be, this.fr, this.se] = [be, fr, se].map((key) => this.node(key, grounds[key.node])) as [
      SpecNode,
      SpecNode,
      SpecNode,
    ];
  }

  get all(): readonly SpecNode[] {
    return [this.be, this.fr, this.se];
  }

  async start(): Promise<void> {
    for (const node of this.all) await node.start();
    await this.settleDown();
    for (const node of this.all) await node.dayBegins('2026-04-10');
  }

  /** Lets everything be said, delivered and followed until nobody has anything left; the bad network then has its way. */
  async settleDown(): Promise<void> {
    for (let quiet = 0, turns = 0; quiet < 6; turns += 1) {
      if (turns > 3000) throw new Error('the federation never comes to rest');
      quiet = (await this.turn()) ? 0 : quiet + 1;
    }
  }

  /** Transfers that were ordered arrive at the banks of their payees. */
  async banksWork(): Promise<void> {
    for (const payer of this.all) {
      const transfers = payer.bank.onTheWay;
      payer.bank.onTheWay = [];
      for (const { iban, reference, amount } of transfers)
        await this.all.find(({ branch }) => branch.own.iban === iban)!.receives(reference, amount);
    }
    await this.settleDown();
  }

  private async turn(): Promise<boolean> {
    let hasWorked = false;
    this.nowMs += 500;
    for (const node of this.all.filter(({ isUp }) => isUp)) {
      for (const channel of node.links.values()) {
        if (channel.isUnconfirmed && this.nowMs % 2000 === 0) await channel.sendAgain();
        await channel.pump();
      }
      await node.runner.drain();
    }
    for (const letter of this.way.splice(0)) {
      if (this.all.find(({ me }) => me === letter.to)!.isUp && !this.isCut(letter)) hasWorked = true;
      await this.deliver(letter);
    }
    return hasWorked;
  }

  private async deliver(letter: Letter): Promise<void> {
    const { from, to, bytes } = letter;
    const node = this.all.find(({ me }) => me === to)!;
    if (!node.isUp || this.isCut(letter) || (this.isBad && this.roll(100) < 20)) return;
    if (this.isBad && this.roll(100) < 15) return void this.way.push(letter);
    await node.links.get(from)!.take(bytes);
    if (this.isBad && this.roll(100) < 15) await node.links.get(from)!.take(bytes);
  }

  private node(key: typeof be, ground = memoryGround(() => new Date(this.nowMs))): SpecNode {
    const surroundings = {
      roster: this.of.versions?.at(-1) ?? this.of.roster ?? federation,
      versions: (this.of.versions ?? []).map((content) => ({ content, hash: '', signed: { m: '', sigs: [] } })),
      rates: this.of.rates ?? null,
      nowMs: () => this.nowMs,
      carry: (from: NodeId, to: NodeId, bytes: Uint8Array) => void this.way.push({ from, to, bytes }),
      patience,
    };
    return new SpecNode(key, surroundings, ground);
  }
}

export const euros = (cents: bigint): Money => new Money(cents, 'EUR');
