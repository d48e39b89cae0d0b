import { allLegs } from './apply-final.js';
import { type Final, verifyFinal } from './certificates.js';
import type { CycleId } from './federation.js';
import { resultOf } from './proposal.js';
import { check, digest } from './testing/canonical.js';
import { SmallWorld, type World } from './testing/small-world.js';

/** The finals that honest members hold of a cycle, each checked as a stranger would check it. */
function finalsOf(world: SmallWorld, cycle: CycleId): Final[] {
  return world.honest.flatMap(({ states }) => {
    const { final } = states[cycle]!;
    if (final === null) return [];
    expect(verifyFinal(final, { federation: world.federation, digest, check })).toMatchObject({ ok: true });
    return [final];
  });
}

function expectOneResult(world: SmallWorld): void {
  for (const cycle of world.cycles)
    expect(new Set(finalsOf(world, cycle).map(({ proposal }) => proposal.result)).size).toBeLessThanOrEqual(1);
}

function expectZeroPositions(world: SmallWorld): void {
  for (const cycle of world.cycles) {
    const [final] = finalsOf(world, cycle);
    if (final === undefined) continue;
    const paid: Record<string, bigint> = {};
    for (const { from, to, currency, amount } of allLegs(final, world.federation, digest)) {
      paid[`${currency} ${from}`] = (paid[`${currency} ${from}`] ?? 0n) - BigInt(amount);
      paid[`${currency} ${to}`] = (paid[`${currency} ${to}`] ?? 0n) + BigInt(amount);
    }
    for (const [currency, nodes] of Object.entries(resultOf(final.proposal, world.federation)!.positions)) {
      expect(Object.values(nodes).reduce((so, minor) => so + BigInt(minor), 0n)).toBe(0n);
      for (const [node, minor] of Object.entries(nodes)) expect(paid[`${currency} ${node}`] ?? 0n).toBe(BigInt(minor));
    }
  }
}

/** What both sides of a pair have settled in a cycle is the same, and adds up to the statement in the final. */
function expectEachDebtOnce(world: SmallWorld): number {
  let settled = 0;
  for (const one of world.living)
    for (const other of world.living.filter(({ me }) => me > one.me)) {
      const [mine, theirs] = [one.records[other.me]!.obligations, other.records[one.me]!.obligations];
      expect(
        Object.values(mine)
          .map(({ terms, state, settledIn }) => `${terms.obligation} ${state} ${settledIn}`)
          .sort(),
      ).toEqual(
        Object.values(theirs)
          .map(({ terms, state, settledIn }) => `${terms.obligation} ${state} ${settledIn}`)
          .sort(),
      );
      settled += Object.values(mine).filter(({ settledIn }) => settledIn !== null).length;
      for (const cycle of world.cycles) {
        const statement = one.states[cycle]!.final?.proposal.statements.find(
          ({ a, b }) => a === one.me && b === other.me,
        );
        const booked = Object.values(mine).filter(({ settledIn }) => settledIn === cycle);
        expect(booked.length).toBe(Number(statement?.n ?? 0));
        for (const [currency, { ab }] of Object.entries(statement?.lines ?? {})) {
          const owed = booked.filter(({ terms }) => terms.debtor === one.me && terms.currency === currency);
          expect(owed.reduce((so, { terms }) => so + BigInt(terms.amount), 0n)).toBe(BigInt(ab));
        }
      }
    }
  return settled;
}

function runWorld(of: World): SmallWorld {
  const world = new SmallWorld(of);
  world.run();
  return world;
}

const seeds = (count: number) => [...Array(count).keys()].map((index) => index + 1);
const sizes = [3, 4, 5, 7, 10];
const sizeFor = (seed: number) => sizes[seed % sizes.length]!;

describe('a small federation', () => {
  it('closes its cycles with one result although messages are lost and repeated and members are away', () => {
    let settled = 0;
    for (const seed of seeds(10)) {
      const world = runWorld({ seed, size: sizeFor(seed), deaths: 0, liars: 0, steps: 500 });
      expect(`seed ${seed} over: ${world.isOver()}`).toBe(`seed ${seed} over: true`);
      expectOneResult(world);
      expectZeroPositions(world);
      settled += expectEachDebtOnce(world);
      expect(world.honest.flatMap(({ evidence }) => evidence)).toEqual([]);
    }
    expect(settled).toBeGreaterThan(150);
  });

  it('goes on under the next coordinator when the first ones die in the middle of a round', () => {
    let settled = 0;
    for (const seed of seeds(10)) {
      const size = [4, 5, 7, 10][seed % 4]!;
      const deaths = Math.floor((size - 1) / 3) > 1 && seed % 2 === 0 ? 2 : 1;
      const world = runWorld({ seed: 1000 + seed, size, deaths, liars: 0, steps: 500 });
      expect(`seed ${seed} over: ${world.isOver()}`).toBe(`seed ${seed} over: true`);
      expectOneResult(world);
      expectZeroPositions(world);
      settled += expectEachDebtOnce(world);
    }
    expect(settled).toBeGreaterThan(100);
  });

  it('never holds two results although coordinators show different faces to different members', () => {
    let finals = 0;
    let proofs = 0;
    for (const seed of seeds(12)) {
      const size = [4, 5, 7, 10][seed % 4]!;
      const world = runWorld({ seed: 5000 + seed, size, deaths: 0, liars: Math.floor((size - 1) / 3), steps: 500 });
      expectOneResult(world);
      expectZeroPositions(world);
      finals += world.cycles.flatMap((cycle) => finalsOf(world, cycle)).length;
      const liars = new Set(world.honest.flatMap(({ evidence }) => evidence));
      proofs += liars.size;
      for (const { me } of world.honest) expect(liars.has(me)).toBe(false);
    }
    expect(finals).toBeGreaterThan(50);
    expect(proofs).toBeGreaterThan(0);
  });
});
