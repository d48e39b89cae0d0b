import { readCamt } from '@passerelle/formats';
import { money } from '@passerelle/values';
import { statement } from './bank.js';

describe('the bank of the sandbox', () => {
  it('writes statements that a branch can read', () => {
    const xml = statement({ iban: 'FR1420041010050500013M02606', opening: money('100.00', 'EUR') }, '2026-04-15', [
      { amount: money('1200.00', 'EUR'), reference: 'RF18539007547034', counterparty: 'Festival des Lilas' },
      { amount: money('-980.00', 'EUR'), reference: 'LEG', counterparty: 'Passerelle Bruxelles' },
    ]);
    const read = readCamt(xml);
    expect(read).toMatchObject({ ok: true });
    expect(JSON.stringify(read, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).toContain(
      'RF18539007547034',
    );
  });
});
