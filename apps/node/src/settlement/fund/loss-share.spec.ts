import { day, money, percent } from '@passerelle/values';
import type { InvoiceId } from '../../invoicing/invoices/invoice.js';
import type { DefaultBearer, Mission } from '../../missions/mission.js';
import { lossShareOf } from './loss-share.js';

/** 1 000.00 for a client in Lille, of which Paris owes Brussels 980.00. */
const mission = (defaultBearer: DefaultBearer, role: Mission['role'] = 'host') =>
  ({
    role,
    terms: {
      reference: 'be-2026-0001',
      home: 'be',
      host: 'fr',
      price: money('1000.00', 'EUR'),
      hostShare: percent('2'),
      defaultBearer,
    },
  }) as Mission;
const claim = (lost: string) => ({
  invoice: 'i' as InvoiceId,
  lost: money(lost, 'EUR'),
  gross: money('1200.00', 'EUR'),
  on: day('2026-07-01'),
});
const owed = (bearer: DefaultBearer, lost = '1200.00') =>
  lossShareOf(mission(bearer), claim(lost))?.amount.toDecimal() ?? null;

describe('what the home bears of a default', () => {
  it('is nothing where the host bears it, all it was to get where it bears it itself, and else its percentage', () => {
    expect([owed('host'), owed('home'), owed({ hostPercent: 60 }), owed({ hostPercent: 100 })]).toEqual([
      null,
      '980.00',
      '392.00',
      null,
    ]);
  });

  it('is of that part of the invoice that was given up', () => {
    expect([owed('home', '300.00'), owed({ hostPercent: 50 }, '300.00')]).toEqual(['245.00', '122.50']);
  });

  it('is owed by the home to the host, for the invoice, by the mission that both know', () => {
    expect(lossShareOf(mission('home'), claim('1200.00'))).toMatchObject({
      peer: 'be',
      debtor: 'be',
      kind: 'default.share',
      due: '2026-07-01',
      reference: 'default/i',
      text: expect.stringContaining('be-2026-0001'),
    });
  });

  it('is nothing within one cooperative, and nothing that the home proposes', () => {
    expect(lossShareOf(mission('home', 'both'), claim('1200.00'))).toBeNull();
    expect(lossShareOf(mission('home', 'home'), claim('1200.00'))).toBeNull();
  });
});
