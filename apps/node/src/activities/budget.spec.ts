import { Money, money } from '@passerelle/values';
import fc from 'fast-check';
import { type Entries, type Income, type SharedMission, budgetOf, freeOf, otherPart, ownPart } from './budget.js';

const eur = (amount: string): Money => money(amount, 'EUR');
const nothing = eur('0.00');

const mission = (change: Partial<SharedMission>): SharedMission => ({
  isDone: true,
  isShared: true,
  income: eur('1000.00'),
  contribution: eur('65.00'),
  wage: eur('735.00'),
  waged: eur('735.00'),
  collected: eur('1000.00'),
  forOther: nothing,
  ...change,
});

const entries = (change: Partial<Entries> = {}): Entries => ({
  currency: 'EUR',
  balance: nothing,
  expenses: nothing,
  granted: nothing,
  received: nothing,
  waged: nothing,
  reserved: nothing,
  ...change,
});

const shown = (incomes: readonly Income[], of: Entries) => {
  const { available, lacking, orders, invoiced, other } = budgetOf(incomes, of);
  return [available, lacking, orders, invoiced, other].map((amount) => amount.toDecimal());
};

describe('a budget', () => {
  const without = { contribution: nothing, wage: nothing, waged: nothing };
  const paid = mission({ ...without, income: eur('500.00'), collected: eur('500.00') });
  const keptFor = (wage: string) => ({ ...paid, wage: eur(wage) });
  const unpaid = mission({ ...without, income: eur('800.00'), collected: nothing });

  it('lets collected money be spent that no wage needs: 500.00 collected, 800.00 unpaid, 350.00 for wages', () => {
    const of = entries({ balance: eur('950.00') });
    expect(shown([keptFor('350.00'), unpaid], of)).toEqual(['150.00', '0.00', '0.00', '800.00', '0.00']);
  });

  it('takes 200.00 of 250.00 once 100.00 more has come in', () => {
    const more = { ...unpaid, collected: eur('100.00') };
    const before = entries({ balance: eur('950.00') });
    expect(shown([keptFor('350.00'), more], before)[0]).toBe('250.00');
    const after = entries({ balance: eur('750.00'), expenses: eur('200.00') });
    expect(shown([keptFor('350.00'), more], after)[0]).toBe('50.00');
  });

  it('says what monthly wages took of what is kept for them, and what they took besides', () => {
    const half = { ...keptFor('350.00'), waged: eur('200.00') };
    const { paidWages, plannedWages, available, other } = budgetOf(
      [half],
      entries({ balance: eur('110.00'), waged: eur('40.00') }),
    );
    expect([paidWages, plannedWages, available, other].map((each) => each.toDecimal())).toEqual([
      '240.00',
      '150.00',
      '110.00',
      '0.00',
    ]);
  });

  it('frees what is left of a mission only when its money has come', () => {
    const left = entries({ balance: eur('200.00') });
    expect(shown([mission({ collected: nothing })], left)[0]).toBe('0.00');
    expect(shown([mission({ collected: eur('850.00') })], left)[0]).toBe('50.00');
    expect(shown([mission({})], left)[0]).toBe('200.00');
  });

  it('does not let a client who never pays eat what another has paid', () => {
    const late = mission({ collected: nothing });
    const { available, carried } = budgetOf([mission({}), late], entries({ balance: eur('400.00') }));
    expect([available, carried].map(String)).toEqual(['200.00 EUR', '800.00 EUR']);
  });

  it('shows an order with its planned wage and lets nothing of it be spent', () => {
    const order = mission({ isDone: false, isShared: false, wage: eur('935.00'), waged: nothing, collected: nothing });
    expect(shown([order], entries())).toEqual(['0.00', '0.00', '1000.00', '0.00', '0.00']);
    const prepaid = ownPart({ ...order, wage: eur('735.00'), collected: eur('1000.00') });
    expect(shown([prepaid], entries())[0]).toBe('0.00');
  });

  it('says how much is missing when more is promised than has come in', () => {
    const of = entries({ balance: eur('10.00'), reserved: eur('30.00'), expenses: eur('400.00') });
    expect(shown([keptFor('90.00')], of).slice(0, 2)).toEqual(['0.00', '20.00']);
  });

  it('shows what finance corrected by hand as such', () => {
    expect(shown([paid], entries({ balance: eur('480.00') }))).toEqual(['480.00', '0.00', '0.00', '0.00', '-20.00']);
  });
});

describe('a mission that sets a part aside for others', () => {
  const shared = mission({ forOther: eur('150.00') });
  const parts = (collected: string) => {
    const of = { ...shared, collected: eur(collected) };
    return [ownPart(of), otherPart(of)].map((part) => part.collected.toDecimal());
  };

  it('pays its wage first, then what it set aside, then its own rest', () => {
    expect(parts('0.00')).toEqual(['0.00', '0.00']);
    expect(parts('800.00')).toEqual(['800.00', '0.00']);
    expect(parts('900.00')).toEqual(['800.00', '100.00']);
    expect(parts('1000.00')).toEqual(['850.00', '150.00']);
  });

  it('gives the others nothing before its payslip is made', () => {
    const early = { ...shared, isShared: false };
    expect(otherPart(early).collected.toDecimal()).toBe('0.00');
    expect(otherPart(early).income.toDecimal()).toBe('150.00');
  });
});

const amount = (most: number) => fc.bigInt({ min: 0n, max: BigInt(most) }).map((minor) => new Money(minor, 'EUR'));

/** A mission whose parts fit: nothing is spent of it that it does not bring. */
const missions = fc
  .tuple(fc.boolean(), fc.boolean(), amount(900_000), ...[1, 2, 3, 4, 5].map(() => fc.integer({ min: 0, max: 100 })))
  .map(([isDone, paid, income, ...percents]): SharedMission => {
    const part = (of: Money, percent: number | undefined) => new Money((of.minor * BigInt(percent!)) / 100n, 'EUR');
    const contribution = part(income, percents[0]);
    const rest = income.minus(contribution);
    const forOther = part(rest, percents[1]);
    const isShared = isDone && paid;
    const wage = isShared ? part(rest.minus(forOther), percents[2]) : rest.minus(forOther);
    const waged = isShared ? part(wage, percents[4]) : nothing;
    return { isDone, isShared, income, contribution, wage, waged, forOther, collected: part(income, percents[3]) };
  });

const story = fc.record({
  all: fc.array(missions, { maxLength: 8 }),
  expenses: amount(50_000),
  granted: amount(50_000),
  received: amount(50_000),
  reserved: amount(50_000),
  waged: amount(50_000),
});

type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

const leftOf = ({ isShared, income, contribution, wage }: Income): Money =>
  isShared ? income.minus(contribution).minus(wage) : nothing;

function told({ all, ...of }: Story) {
  const incomes = all.map(ownPart);
  const left = incomes.reduce((total, income) => total.plus(leftOf(income)), nothing);
  const balance = left.minus(of.expenses).minus(of.granted).plus(of.received).minus(of.waged);
  return { incomes, budget: budgetOf(incomes, { currency: 'EUR', balance, ...of }) };
}

describe('every budget', () => {
  it('explains the balance of its account to the cent', () => {
    fc.assert(fc.property(story, (of) => expect(told(of).budget.other.toDecimal()).toBe('0.00')));
  });

  it('has available what its lines come to, or lacks it', () => {
    fc.assert(
      fc.property(story, (of) => {
        const { budget } = told(of);
        expect(budget.available.minus(budget.lacking).equals(freeOf(budget))).toBe(true);
        expect(budget.available.isZero() || budget.lacking.isZero()).toBe(true);
      }),
    );
  });

  it('never lets income be spent that has not come in', () => {
    fc.assert(
      fc.property(story, (of) => {
        const { budget } = told(of);
        expect(budget.available.isMoreThan(budget.collected.plus(budget.received))).toBe(false);
        const unpaid = { ...of, all: of.all.map((each) => ({ ...each, collected: nothing })) };
        expect(told(unpaid).budget.available.isMoreThan(of.received)).toBe(false);
      }),
    );
  });

  it('has not less available when more has come in', () => {
    fc.assert(
      fc.property(story, (of) => {
        const paid = { ...of, all: of.all.map((each) => ({ ...each, collected: each.income })) };
        expect(told(paid).budget.available.isLessThan(told(of).budget.available)).toBe(false);
      }),
    );
  });

  it('loses nothing between a worker’s own part and what is set aside', () => {
    fc.assert(
      fc.property(
        missions.filter(({ isShared }) => isShared),
        (each) => {
          const [own, other] = [ownPart(each), otherPart(each)];
          expect(own.income.plus(other.income).equals(each.income)).toBe(true);
          expect(own.collected.plus(other.collected).equals(each.collected)).toBe(true);
        },
      ),
    );
  });
});
