import { day, money } from '@passerelle/values';
import type { LegalEntity } from '../../cooperative/legal-entity.js';
import { clientLetter } from './client-letter.js';
import type { Invoice } from '../invoices/invoice.js';

const invoice = (language: 'en' | 'fr' | 'nl' | 'sv' | 'de', paid = '0.00') =>
  ({
    number: '2026-0001',
    buyer: { name: 'Festival des Lilas', language, country: 'FR' },
    issuedOn: day('2026-03-28'),
    dueOn: day('2026-04-27'),
    gross: money('1200.00', 'EUR'),
    rounding: money('0.00', 'EUR'),
    paid: money(paid, 'EUR'),
    setOff: money('0.00', 'EUR'),
  }) as Invoice;

const about = {
  entity: { name: 'La Passerelle' } as LegalEntity,
  work: 'Two concerts',
  url: 'https://fr.example/c/t/invoice',
};

describe('a letter to a client', () => {
  it('names the invoice, the work, the amount and the day in her language, and where to read the rest', () => {
    const { subject, text } = clientLetter('issued', { ...about, invoice: invoice('fr') });
    expect(subject).toBe('Facture 2026-0001 · La Passerelle');
    expect(text.replaceAll(/[\u00a0\u202f]/g, ' ').split('\n')).toEqual([
      'Festival des Lilas',
      '',
      'Le travail est terminé. Voici notre facture.',
      '',
      'Facture : 2026-0001 (28 mars 2026)',
      'Travail : Two concerts',
      'À payer : 1 200,00 €',
      'Au plus tard le : 27 avr. 2026',
      '',
      'https://fr.example/c/t/invoice',
      '',
      expect.stringContaining('Aucun compte'),
      '',
      'La Passerelle',
    ]);
  });

  it('reminds of what is still open, not of what was billed', () => {
    const { text } = clientLetter('reminder', { ...about, invoice: invoice('en', '200.00') });
    expect(text).toContain('1,000.00');
  });

  it.each(['en', 'fr', 'nl', 'sv', 'de'] as const)('says something else each time in %s', (language) => {
    const kinds = ['issued', 'reminder', 'second-reminder', 'notice'] as const;
    const letters = kinds.map((kind) => clientLetter(kind, { ...about, invoice: invoice(language) }));
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(4);
    expect(new Set(letters.map(({ text }) => text)).size).toBe(4);
  });
});
