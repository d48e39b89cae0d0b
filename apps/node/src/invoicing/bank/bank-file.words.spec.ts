import { Money, currency } from '@passerelle/values';
import { wordsOfFile } from './bank-file.words.js';

describe('Why a bank file is not imported', () => {
  const refusal = { kind: 'sums-differ', line: 12, detail: 'They make 1.00 EUR.' } as const;

  it('says by how much the closing balance is off, in every language but that of the reader of the file', () => {
    const { en, ...others } = wordsOfFile({ ...refusal, difference: new Money(150n, currency('EUR')) });
    expect(en).toBe('They make 1.00 EUR.');
    for (const said of Object.values(others)) expect(said).toContain('1.50 EUR');
  });

  it('leaves the amount out where nobody has computed it', () => {
    expect(wordsOfFile(refusal).fr).toBe('Le solde d’ouverture et les mouvements ne donnent pas le solde de clôture.');
  });
});
