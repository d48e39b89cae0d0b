import type { Broker } from './broker.js';
import type { Letter } from './letter.js';
import type { World } from './world.js';

const staleLeast = 1000;
const staleMost = 4000;

/** The way between nodes: it loses, repeats, reorders and delays, and some directions are cut for a while. */
export class Network {
  private readonly cut = new Map<string, number>();

  constructor(
    private readonly world: World,
    private readonly brokerOf: (node: string) => Broker,
  ) {}

  /** Nothing goes from one to the other until then. */
  cutUntil(from: string, to: string, until: number): void {
    this.cut.set(`${from} ${to}`, until);
  }

  send(letter: Letter): void {
    const { world } = this;
    const { drop, repeat, stale } = world.plan.faults;
    if (!world.mishap(drop)) this.carry(letter, world.chance.between(1, this.delayMost));
    if (world.mishap(repeat)) this.carry(letter, world.chance.between(1, this.delayMost));
    if (world.mishap(stale)) this.carry(letter, world.chance.between(staleLeast, staleMost));
  }

  private get delayMost(): number {
    return this.world.isCalm ? 2 : this.world.plan.faults.delayMost;
  }

  private carry(letter: Letter, ticks: number): void {
    this.world.after(ticks, () => {
      const until = this.cut.get(`${letter.from} ${letter.to}`) ?? 0;
      if (!this.world.isCalm && until > this.world.now) return;
      this.brokerOf(letter.to).arrived(letter);
    });
  }
}
