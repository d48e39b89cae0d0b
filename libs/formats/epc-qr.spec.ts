import { Money, money } from '@passerelle/values';
import { type SepaTransfer, sepaCode } from './epc-qr.js';

const invoice: SepaTransfer = {
  name: 'Coopérative de Bruxelles',
  iban: 'BE68539007547034',
  amount: money('1200.00', 'EUR'),
  text: '+++090/9337/55493+++',
};

describe('the payment square', () => {
  it('carries name, account, amount and an OGM as text', () => {
    expect(sepaCode(invoice)).toEqual({
      ok: true,
      value: 'BCD\n002\n1\nSCT\n\nCoopérative de Bruxelles\nBE68539007547034\nEUR1200.00\n\n\n+++090/9337/55493+++',
    });
  });

  it('carries an RF reference in its own line', () => {
    const answer = sepaCode({ ...invoice, text: undefined, rf: 'RF18539007547034', bic: 'GEBABEBB' });
    expect(answer.ok && answer.value.split('\n').slice(4)).toEqual([
      'GEBABEBB',
      'Coopérative de Bruxelles',
      'BE68539007547034',
      'EUR1200.00',
      '',
      'RF18539007547034',
    ]);
  });

  it('cuts a name that is too long, and no letter in two', () => {
    const answer = sepaCode({ ...invoice, name: '😀'.repeat(60) + 'x'.repeat(60) });
    expect(answer.ok && answer.value.split('\n')[5]).toBe('😀'.repeat(60) + 'x'.repeat(10));
  });

  it.each([
    ['an empty name', { name: ' ' }, 'name'],
    ['a name of two lines', { name: 'A\nB' }, 'name'],
    ['an account that is none', { iban: 'BE00539007547034' }, 'iban'],
    ['a bank code that is none', { bic: 'GEBA' }, 'bic'],
    ['another currency', { amount: money('10.00', 'SEK') }, 'amount'],
    ['nothing', { amount: money('0.00', 'EUR') }, 'amount'],
    ['more than a billion', { amount: new Money(100_000_000_000n, 'EUR') }, 'amount'],
    ['a wrong reference', { text: undefined, rf: 'RF19539007547034' }, 'rf'],
    ['reference and text', { rf: 'RF18539007547034' }, 'text'],
    ['a text too long', { text: 'x'.repeat(141) }, 'text'],
    ['more bytes than the code holds', { name: '😀'.repeat(70), text: 'é'.repeat(140) }, 'text'],
  ])('refuses %s', (_what, change, field) => {
    expect(sepaCode({ ...invoice, ...change })).toMatchObject({
      ok: false,
      refusal: { kind: 'not-payable-by-code', field },
    });
  });
});
