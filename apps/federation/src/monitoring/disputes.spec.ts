import { day } from '@passerelle/values';
import { obligation, reportOf, reportsOf } from '../testing/federation.js';
import { disputesOf } from './disputes.js';

const parties = { debtor: 'fr', creditor: 'be' } as const;
const agreed = obligation(1, parties);
const held = obligation(2, parties, { state: 'held' });
const older = obligation(3, { debtor: 'be', creditor: 'fr' }, { state: 'held', due: day('2026-03-01') });

describe('disputes', () => {
  it('are the debts that a party holds back, the earliest due first, with who signed them and when', () => {
    const both = { obligations: [agreed, held, older] };
    const found = disputesOf(reportsOf(reportOf('be', both), reportOf('fr', both)));
    expect(found.map((each) => [each.obligation, each.debtor, each.creditor, each.due, String(each.amount)])).toEqual([
      [older.id, 'be', 'fr', '2026-03-01', '980.00 EUR'],
      [held.id, 'fr', 'be', '2026-04-23', '980.00 EUR'],
    ]);
    expect(found[1]).toMatchObject({
      heldBySides: ['fr', 'be'],
      signedBy: ['be', 'fr'],
      at: '2026-04-08T08:00:00.000Z',
    });
  });

  it('say which side reports them while the other has not heard of it', () => {
    const atBrussels = reportOf('be', { obligations: [held] });
    const atParis = reportOf('fr', { obligations: [{ ...held, state: 'agreed' }] });
    expect(disputesOf(reportsOf(atBrussels, atParis))).toMatchObject([{ heldBySides: ['be'], signedBy: ['be', 'fr'] }]);
    expect(disputesOf(reportsOf(atBrussels))).toMatchObject([{ heldBySides: ['be'], signedBy: ['be'] }]);
  });

  it('say why, in the words of both, and nothing while nobody tells', () => {
    const reasonsOf = (...told: readonly Partial<typeof held>[]) =>
      disputesOf(
        reportsOf(
          ...told.map((tells, at) => reportOf(at === 0 ? 'be' : 'fr', { obligations: [{ ...held, ...tells }] })),
        ),
      ).map(({ reasons }) => reasons);
    expect(reasonsOf({ dispute: 'amount' }, { dispute: 'amount' })).toEqual([['amount']]);
    expect(reasonsOf({ dispute: 'amount' }, { dispute: 'not-done' })).toEqual([['not-done', 'amount']]);
    expect(reasonsOf({ dispute: 'paid' }, {})).toEqual([['paid']]);
    expect(reasonsOf({}, {})).toEqual([[]]);
  });

  it('name the cycle from which they stay out', () => {
    expect(disputesOf(reportsOf(reportOf('be', { obligations: [held] })))).toMatchObject([{ cycle: '2026-04' }]);
  });

  it('are not what a third node says of others, nor what both agree on', () => {
    const stranger = reportOf('se', { obligations: [held] });
    expect(disputesOf(reportsOf(stranger, reportOf('be', { obligations: [agreed] })))).toEqual([]);
  });
});
