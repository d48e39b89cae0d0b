import { createHash } from 'node:crypto';
import { orderPaper, signedOrderPaper } from './order-paper.js';
import { order } from './testing/papers.js';
import { readPdf } from './testing/pdf-text.js';

const acceptance = {
  at: new Date('2026-04-02T14:05:09Z'),
  zone: 'Europe/Paris',
  address: '203.0.113.7',
  userAgent: 'Mozilla/5.0 Firefox/128.0',
};

describe('the paper of an order', () => {
  it('says who orders what, from whom, when and for how much', async () => {
    const texts = readPdf(await orderPaper(order)).pages.flat();
    expect(texts).toEqual(
      expect.arrayContaining([
        'Contrat et bon de commande',
        'Théâtre de Lille',
        'Lucas, technicien du son',
        '1\u202F500,00\u00A0€',
        '20 %',
      ]),
    );
  });

  it('once accepted ends with a page of evidence: who, when in both times, from where, and what', async () => {
    const shown = await orderPaper(order);
    const { pages, attachments } = readPdf(await signedOrderPaper(order, { shown, acceptance }));
    const evidence = pages.at(-1)!;
    expect(evidence).toContain('Théâtre de Lille a accepté cette commande.');
    expect(evidence).toContain('Théâtre de Lille, compta@theatre.example');
    expect(evidence).toContain('2 avril 2026 à 14:05:09 UTC');
    expect(evidence.join(' ')).toContain('16:05:09');
    expect(evidence).toContain('203.0.113.7');
    expect(evidence.join('')).toContain(createHash('sha256').update(shown).digest('hex'));
    expect(evidence).toContain(order.termsHash);
    expect(Buffer.from(attachments[0]!).equals(Buffer.from(shown))).toBe(true);
  });

  it('says so where VAT is not yet decided, and nothing of what nobody has decided', async () => {
    const texts = readPdf(await orderPaper({ ...order, vat: null, paymentDays: null })).pages.flat();
    expect(texts).toContain('selon la loi au jour de la facture');
    expect(texts).not.toContain('Paiement');
  });

  it('names as employer only who is', async () => {
    const textOf = async (paper: typeof order) =>
      readPdf(await orderPaper(paper))
        .pages.flat()
        .join(' ');
    expect(await textOf(order)).toContain('Passerelle Paris emploie Lucas');
    expect(await textOf({ ...order, isEmployer: false })).toContain('Lucas est employé par une autre coopérative');
  });

  it('before that has no evidence', async () => {
    const { pages, attachments } = readPdf(await orderPaper(order));
    expect([pages.length, attachments.length]).toEqual([1, 0]);
    expect(pages.flat()).not.toContain('Preuve de l’acceptation');
  });
});
