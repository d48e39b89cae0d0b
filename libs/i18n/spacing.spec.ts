import { unbroken } from './spacing.js';

const visible = (text: string): string => text.replaceAll('\u00A0', '·');

describe('the spaces of French marks', () => {
  it('break no line', () => {
    expect(visible(unbroken('Voulez-vous dire 12 ou 13 ? Oui : 12 !', 'fr'))).toBe(
      'Voulez-vous dire 12 ou 13·? Oui·: 12·!',
    );
    expect(visible(unbroken('« Concert » ; 20 % en plus', 'fr'))).toBe('«·Concert·»·; 20·% en plus');
  });

  it('are no business of other languages', () => {
    expect(visible(unbroken('20 % är mer : inget', 'sv'))).toBe('20 % är mer : inget');
  });
});
