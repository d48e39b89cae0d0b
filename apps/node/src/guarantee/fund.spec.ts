import { Money, money } from '@passerelle/values';
import fc from 'fast-check';
import type { MissionId } from '../missions/mission.js';
import { advanceFor, closing, fundPostings } from './fund.js';

const eur = (minor: bigint): Money => new Money(minor, 'EUR');
const amount = fc.bigInt({ min: 0n, max: 1_000_000n }).map(eur);
const wage = fc.bigInt({ min: 1n, max: 1_000_000n }).map(eur);
const mission = '019a0000-0000-7000-8000-000000000001' as MissionId;

const funding = (wageText: string, available: string, cash: string, mayAdvance: string | null) =>
  advanceFor({
    wage: money(wageText, 'EUR'),
    available: money(available, 'EUR'),
    fundCash: money(cash, 'EUR'),
    mayAdvance: mayAdvance === null ? null : money(mayAdvance, 'EUR'),
  });

const told = (advance: ReturnType<typeof funding>) =>
  [advance.received, advance.cash, advance.advanced, advance.shortfall].map((each) => each.toDecimal());

describe('the money that carries a wage', () => {
  it('is the mission’s own when it has come', () => {
    expect(told(funding('850.00', '980.00', '500.00', null))).toEqual(['850.00', '0.00', '0.00', '0.00']);
  });

  it('is the fund’s when nothing has come, and the rest when a part has', () => {
    expect(told(funding('850.00', '0.00', '1000.00', null))).toEqual(['0.00', '-850.00', '850.00', '0.00']);
    expect(told(funding('850.00', '600.00', '1000.00', null))).toEqual(['600.00', '-250.00', '250.00', '0.00']);
  });

  it('is other money of the cooperative where the fund has too little or may not do more, and says which', () => {
    const poor = funding('850.00', '0.00', '800.00', null);
    expect([...told(poor), poor.reason]).toEqual(['0.00', '-800.00', '850.00', '50.00', 'cash']);
    const limited = funding('850.00', '0.00', '1000.00', '500.00');
    expect([...told(limited), limited.reason]).toEqual(['0.00', '-500.00', '850.00', '350.00', 'limit']);
    expect(funding('850.00', '0.00', '500.00', '500.00').reason).toBe('limit');
    expect(funding('850.00', '0.00', '499.99', '500.00').reason).toBe('cash');
  });

  it('always makes the wage, and never more than the fund has or may give', () => {
    fc.assert(
      fc.property(wage, amount, amount, fc.option(amount), (owed, available, fundCash, mayAdvance) => {
        const { received, cash, advanced, shortfall } = advanceFor({ wage: owed, available, fundCash, mayAdvance });
        expect(received.plus(advanced)).toEqual(owed);
        expect(shortfall.minus(cash)).toEqual(advanced);
        expect(fundCash.plus(cash).isNegative()).toBe(false);
        if (mayAdvance) expect(cash.negated().isMoreThan(mayAdvance)).toBe(false);
      }),
    );
  });
});

describe('the accounts of the fund', () => {
  it('are a circle: every change sums to zero without the bank', () => {
    fc.assert(
      fc.property(amount, amount, amount, fc.boolean(), (cash, advanced, shortfall, isNegative) => {
        const change = { cash: isNegative ? cash.negated() : cash, advanced, shortfall };
        const total = fundPostings(change, mission).reduce((so, posting) => so + posting.amount.minor, 0n);
        expect(total).toBe(0n);
      }),
    );
  });

  it('free the other money of the cooperative before the fund’s own', () => {
    const open = { advanced: money('850.00', 'EUR'), shortfall: money('50.00', 'EUR') };
    const change = closing(money('100.00', 'EUR'), open);
    expect([change.cash, change.advanced, change.shortfall].map((each) => each.toDecimal())).toEqual([
      '50.00',
      '-100.00',
      '-50.00',
    ]);
  });
});
