import { percent } from '@passerelle/values';
import {
  type StandingInput,
  decideStanding,
  fundCallHash,
  fundCallOf,
  lateInterest,
  recoveredOf,
  standingMoves,
} from './default.js';
import { type LegStanding, decideLeg, newLeg } from './leg.js';
import type { Leg } from './netting.js';
import { digest } from './testing/canonical.js';
import { waterfall } from './waterfall.js';

const leg: Leg = {
  leg: 'MZXW6YTBOI2DKNRXGAYTCMRTGQ',
  cycle: '2026-08',
  from: 'fr',
  to: 'de',
  currency: 'EUR',
  amount: '100000',
};

function walk(...inputs: readonly StandingInput[]): string[] {
  let record = newLeg(leg);
  return inputs.map((input) => {
    const decision = decideStanding(record, input);
    if (!decision.ok) return `refused ${decision.refusal.code}`;
    record = decision.value.next;
    return [record.standing, ...decision.value.effects.map(({ kind }) => kind)].join(' ');
  });
}

const dateOver: StandingInput = { kind: 'payment-date-passed' };
const graceOver: StandingInput = { kind: 'grace-passed' };

describe('a leg that is not paid', () => {
  it('is late, then unpaid, then defaulted when no bank proves otherwise', () => {
    expect(walk(dateOver, graceOver, { kind: 'proof-checked', isGood: false })).toEqual([
      'late remind',
      'unpaid tell-unpaid',
      'defaulted call-fund',
    ]);
  });

  it('is late again when the payer shows a good proof', () => {
    expect(walk(dateOver, graceOver, { kind: 'proof-checked', isGood: true }).at(-1)).toBe('late remind');
  });

  it('asks the payer for its proof when the payee says so, and nobody else', () => {
    expect(walk(dateOver, { kind: 'said-unpaid', from: 'de', missing: 5n }).at(-1)).toBe('unpaid answer-with-proof');
    expect(walk({ kind: 'said-unpaid', from: 'be', missing: 5n })).toEqual(['refused wrong-party']);
  });

  it('takes no step before its turn, and none twice', () => {
    expect(walk(graceOver)).toEqual(['refused not-now']);
    expect(walk({ kind: 'proof-checked', isGood: false })).toEqual(['refused not-now']);
    expect(walk(dateOver, dateOver)).toEqual(['late remind', 'late']);
    expect(walk(dateOver, graceOver, dateOver)).toEqual(['late remind', 'unpaid tell-unpaid', 'unpaid']);
  });

  it('stays defaulted when a restored payee hears that it has called the fund, and the fund is not called again', () => {
    const calledBefore: StandingInput = { kind: 'called-before' };
    expect(walk(calledBefore, graceOver, { kind: 'proof-checked', isGood: false })).toEqual([
      'defaulted',
      'defaulted',
      'defaulted',
    ]);
  });

  it('reaches every standing by the moves of the table', () => {
    const all = walk(dateOver, graceOver, { kind: 'proof-checked', isGood: true }, graceOver, {
      kind: 'proof-checked',
      isGood: false,
    }).map((step) => step.split(' ')[0] as LegStanding);
    const path: LegStanding[] = ['on-time', ...all];
    for (const [index, standing] of path.slice(1).entries()) expect(standingMoves[path[index]!]).toContain(standing);
    expect(new Set(path)).toEqual(new Set(Object.keys(standingMoves)));
  });

  it('is none once the money is there', () => {
    const paid = decideLeg(newLeg(leg), { kind: 'credited', amount: 100000n });
    if (!paid.ok) throw new Error(paid.refusal.detail);
    expect(decideStanding(paid.value.next, dateOver)).toMatchObject({
      value: { next: { standing: 'on-time' }, effects: [] },
    });
  });

  it('counts as recovered what came in beyond the part that the call did not miss', () => {
    const recovered = (received: string) => recoveredOf({ ...newLeg(leg), received }, 60000n);
    expect(['0', '40000', '40001', '100000'].map(recovered)).toEqual([0n, 0n, 1n, 60000n]);
  });

  it('brings a recovery when money comes after the default', () => {
    const decision = decideLeg({ ...newLeg(leg), standing: 'defaulted' }, { kind: 'credited', amount: 40000n });
    expect(decision).toMatchObject({ value: { effects: [{ kind: 'booked', amount: 40000n, isRecovery: true }, {}] } });
  });
});

describe('interest on what came late', () => {
  it('is yearly, by actual days over 365, rounded once', () => {
    expect(lateInterest(100000n, percent('8'), 365)).toBe(8000n);
    expect(lateInterest(100000n, percent('8'), 1)).toBe(22n);
    expect(lateInterest(100000n, percent('8'), 0)).toBe(0n);
  });
});

describe('a call on the fund', () => {
  const borne = waterfall({
    amount: 60000n,
    defaulter: 'fr',
    stakes: { be: 30000n, fr: 15000n },
    usable: percent('50'),
    claims: { be: 1n },
  });

  it('has one hash, whoever computed it and in whatever order', () => {
    if (!borne.ok) throw new Error(borne.refusal.detail);
    const call = fundCallOf(leg, 60000n, borne.value);
    expect(call).toMatchObject({ shortfall: '60000', own: '15000', mutual: { be: '15000' }, loss: { be: '30000' } });
    const turned = Object.fromEntries(Object.entries(call).reverse()) as unknown as typeof call;
    expect(fundCallHash(turned, digest)).toBe(fundCallHash(call, digest));
    expect(fundCallHash({ ...call, own: '15001' }, digest)).not.toBe(fundCallHash(call, digest));
  });
});
