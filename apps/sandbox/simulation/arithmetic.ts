import { hashOf } from '@passerelle/protocol';
import {
  type Federation,
  type Final,
  type Fixing,
  type Statement,
  allLegs,
  convert,
  netCycle,
  resultHash,
  resultOf,
} from '@passerelle/settlement';
import { Chance } from './chance.js';
import type { World } from './world.js';

/** The sums of a final, done once more by hand: in another way than the rules do them, so that both would have to err. */
export function checkArithmetic(world: World, final: Final, federation: Federation): void {
  const { proposal, cycle } = final;
  const wrong = (what: string): void => world.violated('I6', `the final of ${cycle}: ${what}`);
  const result = resultOf(proposal, federation);
  if (result === null) return wrong('it cannot be netted');
  const expected = positionsOf(proposal.statements, proposal.fixing);
  const paid = new Map<string, bigint>();
  for (const { from, to, currency, amount } of allLegs(final, federation, hashOf)) {
    add(paid, `${currency} ${from}`, -BigInt(amount));
    add(paid, `${currency} ${to}`, BigInt(amount));
  }
  const sums = new Map<string, bigint>();
  for (const [key, minor] of expected) {
    const [currency = '', node = ''] = key.split(' ');
    add(sums, currency, minor);
    if (BigInt(result.positions[currency]?.[node] ?? '0') !== minor) wrong(`${node} stands at ${minor} ${currency}`);
    if ((paid.get(key) ?? 0n) !== minor) wrong(`the payments of ${node} are not its position in ${currency}`);
  }
  if ([...sums.values()].some((sum) => sum !== 0n)) wrong('the positions are not zero together');
  for (const key of paid.keys()) if (!expected.has(key)) wrong(`a payment of ${key}, who owes nothing`);
  inAnyOrder(world, final, federation);
}

function positionsOf(statements: readonly Statement[], fixing: Fixing | null): Map<string, bigint> {
  const positions = new Map<string, bigint>();
  for (const { a, b, lines } of statements)
    for (const [currency, { ab, ba }] of Object.entries(lines)) {
      const owed = BigInt(ab) - BigInt(ba);
      const into = fixing?.into ?? currency;
      const value = fixing === null || currency === into ? owed : rounded(owed, currency, fixing);
      add(positions, `${into} ${a}`, -value);
      add(positions, `${into} ${b}`, value);
    }
  return positions;
}

/** Half to even by doubling instead of by a remainder, and the same with the other sign. */
function rounded(minor: bigint, currency: string, fixing: Fixing): bigint {
  const { num, den } = fixing.table[currency as keyof Fixing['table']]!;
  const [top, bottom] = [(minor < 0n ? -minor : minor) * BigInt(num) * 2n, BigInt(den)];
  const halves = top / bottom;
  const isExact = top % bottom === 0n;
  const whole = halves / 2n;
  const up = halves % 2n === 1n && (!isExact || whole % 2n === 1n) ? 1n : 0n;
  const size = whole + up;
  return minor < 0n ? -size : size;
}

/** The order in which statements come changes nothing, and what one side is owed the other owes. */
function inAnyOrder(world: World, { proposal, cycle }: Final, { netting }: Federation): void {
  const chance = new Chance(world.plan.seed);
  const { fixing, round, result } = proposal;
  const statements = chance.shuffled(proposal.statements);
  const again = netCycle({ cycle, round: `${round}`, statements, fixing, rules: netting });
  if (!again.ok || resultHash(again.value, hashOf) !== result)
    world.violated('I6', `the final of ${cycle} depends on the order of its statements`);
  if (fixing === null) return;
  for (const { lines } of statements)
    for (const [currency, { ab, ba }] of Object.entries(lines)) {
      const owed = BigInt(ab) - BigInt(ba);
      const [there, back] = [convert(owed, currency, fixing), convert(-owed, currency, fixing)];
      if (there === undefined || back === undefined || there !== -back)
        world.violated('I6', `${owed} ${currency} is not converted the same on both sides`);
    }
}

function add(to: Map<string, bigint>, key: string, amount: bigint): void {
  to.set(key, (to.get(key) ?? 0n) + amount);
}
