import { Chance } from './chance.js';

/** What can go wrong in a run, how often and when. Times are ticks of the simulation; shares are percent. */
export interface Faults {
  readonly drop: number;
  readonly repeat: number;
  /** A frame is kept somewhere and arrives thousands of ticks later. */
  readonly stale: number;
  readonly delayMost: number;
  /** A broker's stream directory is deleted. */
  readonly streamLost: number;
  /** A broker hears no acknowledgement and delivers again. */
  readonly ackLost: number;
  /** How often two nodes cannot hear each other, or one cannot hear the other. */
  readonly partitions: number;
  readonly oneWayPartitions: number;
  /** Of each step of a transaction, each sending and each order to the bank. */
  readonly crash: number;
  /** Of each transaction: it is rolled back, or it is committed and nobody hears of it. */
  readonly failedCommit: number;
  readonly unknownCommit: number;
  readonly restores: number;
  /** A node is away for a whole cycle. */
  readonly longAbsences: number;
  /** Most ticks that a node's clock is wrong, either way. */
  readonly skewMost: number;
  /** An order reaches the bank and the answer does not reach the node. */
  readonly bankUnrecorded: number;
  /** A statement does not yet show all that was ordered. */
  readonly statementLate: number;
  /** The bank carries a part of a transfer, and the rest later. */
  readonly partial: number;
}

/** What the members do in a run. */
export interface Business {
  readonly members: number;
  readonly cycles: number;
  readonly debts: number;
  readonly disputes: number;
  readonly withdrawals: number;
  readonly corrections: number;
  /** Small caps, so that many debts meet one. */
  readonly isTight: boolean;
  readonly capChanges: number;
  readonly netting: 'per-currency' | 'one-currency' | 'set-off';
  /** Members that do not pay their legs; some pay after all. */
  readonly defaulters: number;
  readonly keyChanges: number;
  readonly rosterChanges: number;
  /** Members with an older or newer release. */
  readonly otherReleases: number;
  readonly liars: number;
  /** Coordinators that die in a cycle and come back late. */
  readonly deadCoordinators: number;
  readonly pairSettlements: boolean;
  /** The keys that were changed are stolen afterwards, and revoked. */
  readonly areKeysStolen: boolean;
  /** One program has a mistake and never counts some of the debts. */
  readonly isOneMistaken: boolean;
  /** The last of the members joins in the middle of the run. */
  readonly joins: number;
  /** A member leaves; when there is a defaulter, it is this one, so it leaves with debts. */
  readonly leaves: number;
}

export interface Plan {
  readonly seed: number;
  readonly faults: Faults;
  readonly business: Business;
}

/** Each seed draws which kinds of faults there are at all, then how many of each: a run with few kinds goes deeper. */
export function planOf(seed: number, wish: Wish = {}): Plan {
  const chance = new Chance(seed ^ 0x51a7);
  const some = (share: number, most: number): number => (chance.percent(share) ? chance.between(1, most) : 0);
  const faults = {
    drop: some(60, 25),
    repeat: some(50, 20),
    stale: some(40, 4),
    delayMost: chance.percent(50) ? chance.between(2, 40) : 2,
    streamLost: some(20, 3),
    ackLost: some(40, 20),
    partitions: some(40, 3),
    oneWayPartitions: some(40, 3),
    crash: chance.percent(55) ? chance.between(1, 12) / 300 : 0,
    failedCommit: some(30, 4),
    unknownCommit: some(30, 4),
    restores: some(45, 4),
    longAbsences: some(25, 1),
    skewMost: chance.percent(50) ? chance.between(1, 40) : 0,
    bankUnrecorded: some(40, 40),
    statementLate: some(40, 40),
    partial: some(25, 40),
    ...wish.faults,
  };
  const members = wish.business?.members ?? membersFor(chance);
  const drawn = {
    members,
    cycles: chance.percent(70) ? 1 : 2,
    debts: chance.between(members, members * 3 + 4),
    disputes: some(35, 4),
    withdrawals: some(45, 5),
    corrections: some(25, 3),
    isTight: chance.percent(35),
    capChanges: some(25, 4),
    netting: chance.one(['per-currency', 'per-currency', 'one-currency', 'set-off'] as const),
    defaulters: some(20, 1),
    keyChanges: some(20, 2),
    rosterChanges: some(20, 1),
    otherReleases: some(20, 2),
    liars: chance.percent(35) ? Math.floor((members - 1) / 3) : 0,
    deadCoordinators: some(25, 1),
    pairSettlements: chance.percent(25),
    areKeysStolen: chance.percent(60),
    isOneMistaken: chance.percent(15),
    joins: some(30, 1),
    leaves: some(45, 1),
  };
  const wished = { ...drawn, ...wish.business };
  return { seed, faults, business: { ...wished, ...comingAndGoing(wished), ...wish.business } };
}

/** Whoever is there from the first to the last day has to bear the liars alone, and those who come and go keep their keys. */
function comingAndGoing({ members, liars, joins, leaves }: Business): Partial<Business> {
  const most = members - Math.max(3, liars * 3 + 1);
  const coming = Math.min(joins, Math.max(0, most));
  const going = Math.min(leaves, Math.max(0, most - coming));
  return { joins: coming, leaves: going, ...(coming + going > 0 ? { keyChanges: 0 } : {}) };
}

/** What a mutation needs to be seen: it does not break a rule whose situation never comes up. */
export interface Wish {
  readonly faults?: Partial<Faults>;
  readonly business?: Partial<Business>;
}

/** Mostly few, because most mistakes need only two or three, and up to ten. */
const membersFor = (chance: Chance): number => chance.one([3, 3, 3, 3, 4, 4, 4, 5, 5, 6, chance.one([7, 7, 8, 9, 10])]);
